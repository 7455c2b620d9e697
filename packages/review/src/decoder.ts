import type { DecoderComparison, DecoderQuestion, Link, RuleEdge } from '@cte-align/contracts'
import { compareDecoder } from '@cte-align/impact'
import type { Lineages } from './lineages.ts'
import { type LinkDoc, toLink } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { RuleDoc } from './models/rule.ts'
import type { Counts } from './planner.ts'

const NOTHING: DecoderComparison = { pairs: [], kept: [], withoutPair: [] }

/** Reads the links and rules that moved items concern, and no others, and compares. */
export function createDecoder({ Link, Rule }: ReviewModels, lineages: Lineages) {
  async function linksWhere(where: object[], counts: Counts, sequence: number): Promise<Link[]> {
    const rows = where.length === 0 ? [] : await Link.find({ $or: where }).lean<LinkDoc[]>()
    return (await lineages.before(rows.filter(counts), sequence)).map(toLink)
  }

  async function rulesWhere(where: object, counts: Counts): Promise<RuleEdge[]> {
    const rows = await Rule.find(where).lean<RuleDoc[]>()
    return rows.filter(counts).map(row => row.edge)
  }

  /** `sequence`: of a release that is out already; links are taken where they hung before it. */
  return async (
    question: DecoderQuestion,
    counts: Counts,
    {
      signal,
      sequence = Number.POSITIVE_INFINITY,
    }: { signal?: AbortSignal | undefined; sequence?: number | undefined } = {},
  ): Promise<DecoderComparison> => {
    if (question.moves.length === 0) return NOTHING
    const frameworks = [...new Set(question.owners.map(owner => owner.framework))]
    // What this release or a later one has moved may have hung on a moved item then.
    const since = sequence === Number.POSITIVE_INFINITY ? [] : await lineages.movedSince(frameworks, sequence)
    const moved = { $in: [...question.moves.flatMap(move => move.items), ...since] }
    const touched = await linksWhere([{ 'item.id': moved }, { 'lineage.id': moved }], counts, sequence)
    signal?.throwIfAborted()
    const holders = keysOf(touched, 'authorization')
    const admitting = await rulesWhere({ 'edge.authorization.key': { $in: holders } }, counts)
    signal?.throwIfAborted()
    const codes = [...new Set([...keysOf(touched, 'course-code'), ...admitting.map(edge => edge.courseCode.key)])]
    const rules = await rulesWhere({ 'edge.courseCode.key': { $in: codes } }, counts)
    signal?.throwIfAborted()
    const owners = { $in: question.owners.map(owner => owner.id) }
    const named = rules.flatMap(({ authorization }) => (authorization === null ? [] : [authorization.key]))
    const links = await linksWhere(
      [
        { 'dependent.kind': 'course-code', 'dependent.key': { $in: codes } },
        { 'dependent.kind': 'authorization', 'dependent.key': { $in: [...new Set(named)] } },
        { 'dependent.kind': 'authorization', 'item.id': owners },
        { 'dependent.kind': 'authorization', 'lineage.id': owners },
      ],
      counts,
      sequence,
    )
    signal?.throwIfAborted()
    return compareDecoder(question, { links, rules })
  }
}
export type Decoder = ReturnType<typeof createDecoder>

const keysOf = (links: Link[], kind: string): string[] => [
  ...new Set(links.flatMap(({ dependent }) => (dependent.kind === kind ? [dependent.key] : []))),
]
