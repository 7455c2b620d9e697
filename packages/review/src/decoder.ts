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
  async function linksWhere(where: object[], counts: Counts): Promise<Link[]> {
    const rows = where.length === 0 ? [] : await Link.find({ $or: where }).lean<LinkDoc[]>()
    return (await lineages.before(rows.filter(counts), Number.POSITIVE_INFINITY)).map(toLink)
  }

  async function rulesWhere(where: object, counts: Counts): Promise<RuleEdge[]> {
    const rows = await Rule.find(where).lean<RuleDoc[]>()
    return rows.filter(counts).map(row => row.edge)
  }

  return async (question: DecoderQuestion, counts: Counts, signal?: AbortSignal): Promise<DecoderComparison> => {
    if (question.moves.length === 0) return NOTHING
    const moved = { $in: question.moves.flatMap(move => move.items) }
    const touched = await linksWhere([{ 'item.id': moved }, { 'lineage.id': moved }], counts)
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
    )
    signal?.throwIfAborted()
    return compareDecoder(question, { links, rules })
  }
}
export type Decoder = ReturnType<typeof createDecoder>

const keysOf = (links: Link[], kind: string): string[] => [
  ...new Set(links.flatMap(({ dependent }) => (dependent.kind === kind ? [dependent.key] : []))),
]
