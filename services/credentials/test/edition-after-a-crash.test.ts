import type { CteEvent } from '@cte-align/contracts'
import t from 'tap'
import { catalogue } from './builders.ts'
import { adding, dropping, PUBLISHER } from './drafting.ts'
import { missing, serviceProcess } from './service-process.ts'

/** More than one batch of rules. */
const CODES = Array.from({ length: 201 }, (_, n) => `${7200 + n}:CTE/R4T/ANR`)

t.test(
  'an edition killed at every step on its way loses nothing and says nothing twice',
  { skip: missing },
  async t => {
    const { db, start, startToBeKilled, killed, post } = await serviceProcess(t)
    const drafts = db.connection.collection<{ _id: string; state: string; publishing: { done: number } | null }>(
      'rule_drafts',
    )
    const standing = async () => {
      const draft = await drafts.findOne({})
      return [draft?.state, draft?.publishing?.done ?? null]
    }

    await start('edition.begun')
    const dead = killed()
    await post('/imports', catalogue())
    const retitled = { op: 'retitle-subject', subject: 'FAB', title: 'Business and Finance' }
    const operations = [...CODES.map(id => adding(id)), dropping('7100:TC1/R1S/AGRI'), retitled]
    const opened = await post('/rule-editions', { title: 'To be killed, hypothetical', operations })
    const { id } = (await opened.json()) as { id: string }
    const headers = { 'x-cte-actor': PUBLISHER, 'if-match': opened.headers.get('etag')! }
    const outbox = db.connection.collection<{ _id: number; event: CteEvent }>('outbox')
    const before = await outbox.countDocuments()
    await t.rejects(post(`/rule-editions/${id}/publish`, { reason: 'to be killed' }, headers))
    await dead
    t.strictSame(await standing(), ['publishing', 0])
    t.equal(await outbox.countDocuments(), before, 'nothing is said yet')

    // Each start goes on where the last one was killed, and is killed at the next step itself.
    const steps = { 'edition.batch-written': 200, 'edition.before-flip': 204, 'edition.flipped': null }
    for (const [step, done] of Object.entries(steps)) {
      await startToBeKilled(step)
      t.strictSame(await standing(), [done === null ? 'published' : 'publishing', done], step)
    }

    const rows = await outbox.find().sort({ _id: 1 }).toArray()
    t.strictSame(
      rows.map(row => row._id),
      rows.map((_, index) => index + 1),
      'no number is missing',
    )
    const told = rows.slice(before).map(({ event }) => `${event.type} ${event.subject}`)
    const rules = [...CODES, '7100:TC1/R1S/AGRI', '7400:CTE/R4T/FAB'].map(
      rule => `cte.ctc.assignment-rule.changed ${rule}`,
    )
    const others = ['cte.ctc.authorization.changed CTE/R4T/FAB', `cte.ctc.rule-edition.published ${id}`]
    t.strictSame(told.sort(), [...rules, ...others].sort(), 'everything is told once')
    t.equal(await db.connection.collection('edition_rules').countDocuments({ edition: id }), 4 + CODES.length)
    const record = await db.connection
      .collection('rule_draft_entries')
      .find({ draft: id })
      .sort({ number: 1 })
      .toArray()
    t.strictSame(
      record.map(entry => entry.step),
      ['opened', 'publishing-begun', 'published'],
    )
  },
)
