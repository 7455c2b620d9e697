import type { CteEvent, Link, RuleEdge } from '@cte-align/contracts'
import { createOutbox, type Database } from '@cte-align/service'
import { createReview, type Kinds } from '../src/index.ts'
import { reviewModels } from '../src/models/models.ts'
import { createLog } from './builders.ts'

export { withDatabase } from '@cte-align/service/testing'

export const quiet = { info() {}, warn() {}, error() {} }

/** One instance of a service that flags, with the logs of the others as arrays; several may share a database. */
export async function reviewOn(
  db: Database,
  { kind = 'authorization' }: { kind?: 'authorization' | 'course-code' } = {},
) {
  const ctc = kind === 'authorization'
  const source = ctc ? '/cte/credentials' : '/cte/course-codes'
  const kinds: Kinds = ctc ? ['authorization', 'legal-reference'] : ['course-code']
  const now = () => new Date('2026-11-22T12:00:00.000Z')
  const outbox = createOutbox({ db, source, now })
  const agency = ctc ? 'CTC' : 'CALPADS'
  const review = createReview({ db, outbox, kinds, agency, source, now, log: quiet })
  await db.prepare([...review.models, ...outbox.models])
  const standards = createLog('/cte/standards')
  const other = createLog(ctc ? '/cte/course-codes' : '/cte/credentials')

  const hear = async (events: CteEvent[]) => {
    for (const event of events) await db.transaction(session => review.writeStandards(event, session))
    await review.assessPending()
  }

  /** An own link came or went: event and row in one transaction, as the services do it. */
  async function links(change: { added?: Link[]; removed?: Link[] }, assess = true) {
    const { added = [], removed = [] } = change
    await db.transaction(async session => {
      const { dependent } = [...added, ...removed][0]!
      const data = { dependent, added, removed: removed.map(one => one.id) }
      const about = { subject: dependent.key, by: null, correlationid: 'c' }
      const events = {
        authorization: { type: 'cte.ctc.authorization.changed', ...about, data: { ...data, twinOf: null } },
        'legal-reference': { type: 'cte.ctc.legal-reference.changed', ...about, data },
        'course-code': { type: 'cte.calpads.course-code.changed', ...about, data },
      } as const
      const [event] = await outbox.append(session, [events[dependent.kind]])
      await review.links.put(session, data, { source, sequence: Number(event!.sequence) })
    })
    if (assess) await review.assessPending()
  }

  const writeOther = async (event: CteEvent, session: Parameters<typeof review.writeStandards>[1]) => {
    if (event.type !== 'cte.calpads.course-code.changed') return
    const { added, removed } = event.data
    await review.links.put(session, { added, removed }, { source: event.source, sequence: Number(event.sequence) })
  }

  /** The other service's link came or went. */
  async function otherLinks({ added = [], removed = [] }: { added?: Link[]; removed?: Link[] }) {
    const { dependent } = [...added, ...removed][0]!
    const data = { dependent, added, removed: removed.map(one => one.id) }
    const event = other.say({ type: 'cte.calpads.course-code.changed', data })
    await db.transaction(session => writeOther(event, session))
    await review.assessPending()
  }

  /** An own rule: its event would be cte.ctc.assignment-rule.changed; here only its place in the order matters. */
  async function rules(change: { added?: RuleEdge[]; removed?: string[] }) {
    const { added = [], removed = [] } = change
    await db.transaction(async session => {
      const authorization = [...added].map(edge => edge.authorization!)[0] ?? {
        kind: 'authorization' as const,
        key: 'CTE/R4T/X',
        title: 'X',
        level: null,
      }
      const data = { dependent: authorization, added: [], removed: [], twinOf: null }
      const said = {
        type: 'cte.ctc.authorization.changed',
        subject: 'rules',
        by: null,
        correlationid: 'c',
        data,
      } as const
      const [event] = await outbox.append(session, [said])
      await review.rules.put(session, { added, removed }, { source, sequence: Number(event!.sequence) })
    })
    await review.assessPending()
  }

  async function rebuild() {
    return review.rebuild({
      async *readLog(of) {
        if (of === source) yield* (await outbox.read(0, 100_000)).events
        else yield* of === '/cte/standards' ? standards.events : other.events
      },
      writeOther,
    })
  }

  const said = async (type: string) => (await outbox.read(0, 100_000)).events.filter(event => event.type === type)
  const models = modelsOf(db)
  const flags = () => models.Flag.find().sort({ order: 1, 'dependent.key': 1 }).lean()
  return { db, kinds, review, outbox, standards, other, models, hear, links, otherLinks, rules, rebuild, said, flags }
}

/** What the tests look into, beside the package's own view. */
function modelsOf(db: Database) {
  return reviewModels(db)
}

export type World = Awaited<ReturnType<typeof reviewOn>>
