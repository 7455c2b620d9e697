import type { Impact } from '@cte-align/contracts'
import { kindOf } from '@cte-align/impact'
import type { Database } from '@cte-align/service'
import type { Flags } from './flags.ts'
import { batches, type Lineages } from './lineages.ts'
import type { FlagDoc } from './models/flag.ts'
import type { LinkDoc } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import type { RuleDoc } from './models/rule.ts'
import { type Planner, since } from './planner.ts'
import { joinParts, type Releases } from './releases.ts'
import { toFlag } from './to-flag.ts'

export interface LateOptions {
  db: Database
  models: ReviewModels
  releases: Releases
  lineages: Lineages
  plan: Planner
  flags: Flags
}

type Header = Omit<ReleaseHeaderDoc, 'moves'>

/**
 * Looks at releases again for links and rules that came after them. A release that they touch is planned anew, with all
 * that was there at any time since its assessment; only flags of which the plan says something else are written. So a
 * late flag is the very one that a rebuild would make, findings that rest on several dependents included.
 */
export function createLateAssessor({ db, models, releases, lineages, plan, flags }: LateOptions) {
  const { Flag, Link, Rule } = models

  async function planAgain(header: Header): Promise<void> {
    const reached = joinParts(await releases.messages(header._id))
    for (;;) {
      const revision = await releases.lateRevision(header._id)
      const impacts = await plan({ reached, counts: since(header.positions!), sequence: header.sequence })
      if (await write(header, await news(header, impacts), revision)) return
    }
  }

  async function news(header: Header, impacts: Impact[]): Promise<Impact[]> {
    const known = await Flag.find({ 'release.id': header._id }, { impactFingerprint: 1 }).lean<FlagDoc[]>()
    const prints = new Map(known.map(flag => [flag._id, flag.impactFingerprint]))
    return impacts.filter(impact => {
      const { id, said } = toFlag(header, impact)
      return prints.get(id) !== said.impactFingerprint
    })
  }

  /** False where another instance has written first: its plan may know more than ours. */
  async function write(header: Header, impacts: Impact[], revision: number): Promise<boolean> {
    let turn = revision
    for await (const batch of batches(impacts, 200)) {
      const written = await db.transaction(async session => {
        if (!(await releases.takeLateTurn(header._id, turn, session))) return false
        await flags.write(session, header, batch, 'revise')
        return true
      })
      if (!written) return false
      turn++
    }
    return true
  }

  async function isTouched(header: Header, rows: readonly LinkDoc[]): Promise<boolean> {
    const places = await lineages.before(rows, header.sequence)
    const ids = new Set(places.flatMap(({ item, lineage }) => [item, ...lineage].flatMap(ref => ref?.id ?? [])))
    const wildcards = rows.flatMap(({ framework, any }) => (any === null ? [] : [{ framework, kind: kindOf(any) }]))
    const distinct = [...new Map(wildcards.map(each => [`${each.framework} ${each.kind}`, each])).values()]
    for await (const some of batches(ids, 5000)) if (await releases.reaches(header._id, some, [])) return true
    return releases.reaches(header._id, [], distinct)
  }

  /** Links of either end: a rule matters where a release touches one of them. */
  async function linksAt(rules: readonly RuleDoc[]): Promise<LinkDoc[]> {
    const keys = rules.flatMap(({ edge }) => [edge.courseCode.key, edge.authorization?.key ?? []].flat())
    const prefixes = [...new Set(rules.flatMap(({ edge }) => edge.prefix ?? []))]
    const ends = [
      { 'dependent.key': { $in: [...new Set(keys)] } },
      ...prefixes.map(prefix => ({ 'dependent.key': { $gte: prefix, $lt: `${prefix}\uffff` } })),
    ]
    return rules.length === 0 ? [] : Link.find({ $or: ends }).lean<LinkDoc[]>()
  }

  /** What was changed once more meanwhile stays for the next time. A link takes its present place along. */
  async function mark(links: readonly LinkDoc[], rules: readonly RuleDoc[]): Promise<void> {
    for await (const batch of batches(links, 500))
      await db.transaction(async session => {
        const seen = batch.map(({ _id, revision }) => ({ _id, revision }))
        const rows = await Link.find({ $or: seen }, null, { session }).lean<LinkDoc[]>()
        const places = await lineages.before(rows, Number.POSITIVE_INFINITY, session)
        const writes = places.map(({ _id, item, lineage }) => ({
          updateOne: { filter: { _id }, update: { $set: { item, lineage, assessed: true } } },
        }))
        if (writes.length > 0) await Link.bulkWrite(writes, { session })
      })
    for await (const batch of batches(rules, 500))
      await Rule.bulkWrite(
        batch.map(({ _id, revision }) => ({
          updateOne: { filter: { _id, revision }, update: { $set: { assessed: true } } },
        })),
      )
  }

  return {
    async assessLate(): Promise<void> {
      const links = await Link.find({ assessed: false }).lean<LinkDoc[]>()
      const rules = await Rule.find({ assessed: false }).lean<RuleDoc[]>()
      if (links.length + rules.length === 0) return
      const headers = await releases.flagged()
      const rows = headers.length === 0 ? [] : [...links, ...(await linksAt(rules))]
      for (const header of headers) if (await isTouched(header, rows)) await planAgain(header)
      await mark(links, rules)
    },
  }
}
export type LateAssessor = ReturnType<typeof createLateAssessor>
