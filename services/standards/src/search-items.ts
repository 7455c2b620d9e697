import type { ItemKind } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, holding } from '@cte-align/service'
import { z } from 'zod'
import { type Combination, countFacets } from './count-facets.ts'
import { problem } from './errors.ts'
import type { Asked, Frameworks } from './frameworks.ts'
import { asOfRelease, BY_KEY, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'
import { rowOf } from './outline.ts'

export interface ItemSearch extends Omit<Asked, 'consumer'> {
  q?: string | undefined
  framework?: string | undefined
  kind?: ItemKind | undefined
  status?: 'active' | 'retired' | undefined
  verified?: boolean | undefined
}

/** How near an item is to what was typed, nearest first. */
export const MATCHES = ['key', 'code', 'beginning', 'title', 'words'] as const
type Facet = 'framework' | 'kind' | 'status' | 'verified'

/** How many were given, and the releases they are of. */
const Place = z.tuple([z.int().min(0), z.record(z.string(), z.int())])
const EXCERPT = 240

/** Items of all frameworks by code and words: every word of `q` stands in key, title, text or scope note. */
export function createItemSearch({ ItemVersion }: Models, frameworks: Frameworks) {
  async function releasesFor({ framework, release, asOf }: ItemSearch): Promise<Record<string, number>> {
    if (framework !== undefined) return { [framework]: await frameworks.releaseFor(framework, { release, asOf }) }
    return Object.fromEntries((await frameworks.all()).map(({ _id, head }) => [_id, head]))
  }

  /** What stands above each, nearest first. */
  async function lineages(docs: readonly ItemVersionDoc[], at: object) {
    const known = new Map<string, ItemVersionDoc>()
    let wanted = [...new Set(docs.flatMap(({ parent }) => parent ?? []))]
    while (wanted.length > 0) {
      const found = await ItemVersion.find({ $and: [at, { itemId: { $in: wanted } }] }).lean<ItemVersionDoc[]>()
      for (const doc of found) known.set(doc.itemId, doc)
      wanted = [...new Set(found.flatMap(({ parent }) => (parent === null || known.has(parent) ? [] : parent)))]
    }
    return (doc: ItemVersionDoc) => {
      const above = []
      for (let next = known.get(doc.parent ?? ''); next; next = known.get(next.parent ?? '')) {
        const { itemId: id, key, kind, title } = next
        above.push({ id, key, kind, title })
      }
      return above
    }
  }

  return async function search(asked: ItemSearch, page: { limit: number; cursor?: string | undefined }) {
    const place = page.cursor === undefined ? null : decodeCursor(Place, page.cursor)
    const releases = place?.[1] ?? (await releasesFor(asked))
    if (asked.framework !== undefined && releases[asked.framework] === undefined) throw problem('CTE_BAD_CURSOR')
    const skip = place?.[0] ?? 0
    const at = { $or: Object.entries(releases).map(([framework, number]) => asOfRelease(framework, number)) }
    const words = (asked.q ?? '').split(/\s+/).filter(Boolean)
    const holds = words.map(word => holding(word, ['key', 'title', 'text', 'scopeNote']))
    const matching = at.$or.length === 0 ? { _id: null } : { $and: [at, ...holds] }
    const { framework, kind, status, verified } = asked
    const { facets, total } = countFacets(await combinations(matching), { framework, kind, status, verified })
    const chosen = { $and: [matching, conditionOf(asked)] }
    const found = await ItemVersion.aggregate<ItemVersionDoc & { near: number }>([
      { $match: chosen },
      { $addFields: { near: asked.q === undefined ? MATCHES.length - 1 : nearness(asked.q) } },
      { $sort: { near: 1, framework: 1, key: 1, itemId: 1 } },
      { $skip: skip },
      { $limit: page.limit + 1 },
    ]).collation(BY_KEY)
    const shown = found.slice(0, page.limit)
    const above = await lineages(shown, at)
    return {
      items: shown.map(doc => ({
        ...rowOf(doc),
        release: `${doc.framework}@${releases[doc.framework]}`,
        match: MATCHES[doc.near]!,
        excerpt: excerptOf(doc, words),
        above: above(doc),
      })),
      next: found.length > page.limit ? encodeCursor([skip + page.limit, releases]) : null,
      total,
      facets,
    }
  }

  function combinations(matching: object): Promise<Combination<Facet>[]> {
    const { framework, kind, status } = { framework: '$framework', kind: '$kind', status: '$status' }
    return ItemVersion.aggregate<Combination<Facet>>([
      { $match: matching },
      { $group: { _id: { framework, kind, status, verified: '$provenance.verified' }, count: { $sum: 1 } } },
    ])
  }
}
export type SearchItems = ReturnType<typeof createItemSearch>

const conditionOf = ({ framework, kind, status, verified }: ItemSearch): object => ({
  ...(framework !== undefined && { framework }),
  ...(kind !== undefined && { kind }),
  ...(status !== undefined && { status }),
  ...(verified !== undefined && { 'provenance.verified': verified }),
})

/** As a place in MATCHES. */
function nearness(q: string): object | number {
  const typed = q.trim().toLowerCase()
  const literal = { $literal: typed }
  const cases = [
    { $eq: [{ $toLower: '$key' }, literal] },
    { $eq: [{ $toLower: '$code' }, literal] },
    { $eq: [{ $indexOfCP: [{ $toLower: '$key' }, literal] }, 0] },
    { $gte: [{ $indexOfCP: [{ $toLower: '$title' }, literal] }, 0] },
  ]
  return cases.reduceRight<object | number>((otherwise, test, at) => ({ $cond: [test, at, otherwise] }), cases.length)
}

/** Where the words stand in text or scope note, with what is around them; null where key and title hold them all. */
function excerptOf(doc: ItemVersionDoc, words: readonly string[]): string | null {
  const head = `${doc.key} ${doc.title}`.toLowerCase()
  const beside = words.find(word => !head.includes(word.toLowerCase()))
  if (beside === undefined) return null
  const long = [doc.scopeNote, doc.text].find(each => each?.toLowerCase().includes(beside.toLowerCase()))
  if (!long) return null
  const from = Math.max(0, long.toLowerCase().indexOf(beside.toLowerCase()) - EXCERPT / 2)
  const piece = long.slice(from, from + EXCERPT)
  return `${from > 0 ? '… ' : ''}${piece.trim()}${from + EXCERPT < long.length ? ' …' : ''}`
}
