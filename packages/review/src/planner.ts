import type { Impact, Link, ReachedChange, RuleEdge } from '@cte-align/contracts'
import { linksNeeded, planImpact, rulesNeeded } from '@cte-align/impact'
import type { Lineages } from './lineages.ts'
import { type LinkDoc, toLink } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { RuleDoc } from './models/rule.ts'
import { prefixesOf } from './rules.ts'
import type { Kinds } from './surroundings.ts'
import type { Kept } from './tell-changes.ts'

/** Which rows a plan counts. */
export type Counts = (row: Pick<Kept, 'source' | 'added' | 'removed'>) => boolean

/** As things stand: for a preview. */
export const active: Counts = row => row.removed === null

/** As things stood at these positions: for a release when it is assessed. */
export const asOf =
  (positions: Record<string, number>): Counts =>
  ({ source, added, removed }) => {
    const at = positions[source] ?? 0
    return added <= at && (removed === null || removed > at)
  }

/** All that ever was there since these positions: for a release after late links, and for a rebuild. */
export const since =
  (positions: Record<string, number>): Counts =>
  ({ source, removed }) =>
    removed === null || removed > (positions[source] ?? 0)

export interface PlanRequest {
  reached: ReachedChange[]
  counts: Counts
  /** Of the release: links are taken where they hung before it. */
  sequence: number
  /** Given up between two reads once it is aborted, with its reason thrown. */
  signal?: AbortSignal | undefined
}

/** Loads just the links and rules that the changes can touch, and plans. The own kinds' impacts, by key. */
export function createPlanner(models: ReviewModels, lineages: Lineages, kinds: Kinds) {
  const { Link, Rule } = models

  async function linksFor({ reached, counts, sequence }: PlanRequest): Promise<Link[]> {
    const { items, subtrees, wildcards } = linksNeeded(reached)
    const frameworks = [...new Set(reached.flatMap(({ reach }) => reach.map(({ item }) => item.framework)))]
    // A release may be planned again long after: what has left the reached subtrees since hung there then.
    const moved = await lineages.movedSince(frameworks, sequence)
    const places = [
      { 'item.id': { $in: [...items, ...subtrees, ...moved] } },
      { 'lineage.id': { $in: [...subtrees, ...moved] } },
      ...wildcards.map(({ framework, any }) => ({ framework, any })),
    ]
    const found = await Link.find({ $or: places }).lean<LinkDoc[]>()
    // A link that nobody has looked at yet may not have followed earlier releases, so its index entry may mislead.
    const fresh = await Link.find({ assessed: false, framework: { $in: frameworks } }).lean<LinkDoc[]>()
    const known = new Map([...found, ...fresh].map(row => [row._id, row]))
    const rows = await lineages.before([...known.values()].filter(counts), sequence)
    return rows.sort(surestLast).map(toLink)
  }

  async function rulesFor({ reached, counts }: PlanRequest, links: Link[]): Promise<RuleEdge[]> {
    const { courseCodes, authorizations } = rulesNeeded(reached, links)
    const ends = [
      { 'edge.courseCode.key': { $in: courseCodes } },
      { 'edge.authorization.key': { $in: authorizations } },
      { 'edge.prefix': { $in: [...new Set(authorizations.flatMap(prefixesOf))] } },
    ]
    const rows = await Rule.find({ $or: ends }).lean<RuleDoc[]>()
    return rows
      .filter(counts)
      .sort((a, b) => surestLast(toSure(a), toSure(b)))
      .map(row => row.edge)
  }

  return async (request: PlanRequest): Promise<Impact[]> => {
    const links = await linksFor(request)
    request.signal?.throwIfAborted()
    const rules = await rulesFor(request, links)
    request.signal?.throwIfAborted()
    return planImpact(request.reached, links, rules)
      .filter(impact => kinds.includes(impact.dependent.kind))
      .sort((a, b) => (a.dependent.key < b.dependent.key ? -1 : 1))
  }
}

/**
 * Where several things were said of one link or rule since a release was assessed, the plan goes by the last of the
 * list: the surest. So what is said later never takes a flag away.
 */
function surestLast(a: Sure, b: Sure): number {
  return Number(a.verified) - Number(b.verified) || (a._id < b._id ? -1 : 1)
}
type Sure = { _id: string; verified: boolean }

const toSure = ({ _id, edge }: RuleDoc): Sure => ({ _id, verified: edge.verified && !edge.inferred })
export type Planner = ReturnType<typeof createPlanner>
