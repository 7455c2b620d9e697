import type { ItemKind } from '@cte-align/contracts'
import { decodeCursor, encodeCursor } from '@cte-align/service'
import { z } from 'zod'
import { type Combination, countFacets } from './count-facets.ts'
import { problem } from './errors.ts'
import type { Asked, Frameworks } from './frameworks.ts'
import { type Entry, entriesOf, excerptOf, findEntries, MATCHES } from './search-index.ts'
import type { Trees } from './trees.ts'

type Facet = 'framework' | 'kind' | 'status' | 'verified'
export interface ItemSearch extends Omit<Asked, 'consumer'> {
  q?: string | undefined
  framework?: string | undefined
  kind?: ItemKind | undefined
  status?: 'active' | 'retired' | undefined
  verified?: boolean | undefined
}

/** How many were given, and the releases they are of. */
const Place = z.tuple([z.int().min(0), z.record(z.string(), z.int())])

/** Items of all frameworks by code and words, in memory: a release never changes, and its tree is there for previews anyway. */
export function createItemSearch(frameworks: Frameworks, trees: Trees) {
  async function releasesFor({ framework, release, asOf }: ItemSearch): Promise<Record<string, number>> {
    if (framework !== undefined) return { [framework]: await frameworks.releaseFor(framework, { release, asOf }) }
    return Object.fromEntries((await frameworks.all()).map(({ _id, head }) => [_id, head]))
  }

  return async function search(asked: ItemSearch, page: { limit: number; cursor?: string | undefined }) {
    const { q = '', framework, kind, status, verified } = asked
    const chosen = { framework, kind, status, verified }
    const place = page.cursor === undefined ? null : decodeCursor(Place, page.cursor)
    const releases = place?.[1] ?? (await releasesFor(asked))
    if (framework !== undefined && releases[framework] === undefined) throw problem('CTE_BAD_CURSOR')
    const skip = place?.[0] ?? 0
    const found = []
    for (const [name, number] of Object.entries(releases)) {
      // A cursor is the caller's word too: only a published release is read.
      if (number > 0) await frameworks.published(name, number)
      found.push(...findEntries(entriesOf(await trees.at(name, number)), q))
    }
    const { facets, total } = countFacets(combinations(found), chosen)
    const near: Entry[][] = MATCHES.map(() => [])
    for (const { entry, near: at } of found) if (fits(entry, chosen)) near[at]!.push(entry)
    const inOrder = near.flatMap((entries, at) => entries.map(entry => ({ entry, match: MATCHES[at]! })))
    const shown = inOrder.slice(skip, skip + page.limit)
    return {
      items: shown.map(({ entry, match }) => ({
        ...rowOf(entry),
        release: `${entry.framework}@${releases[entry.framework]}`,
        match,
        excerpt: q === '' ? null : excerptOf(entry, q),
        above: lineageOf(entry),
      })),
      next: inOrder.length > skip + page.limit ? encodeCursor([skip + page.limit, releases]) : null,
      total,
      facets,
    }
  }
}
export type SearchItems = ReturnType<typeof createItemSearch>

const facetsOf = ({ framework, item }: Entry): Record<Facet, string | boolean> => {
  const { kind, status, provenance } = item
  return { framework, kind, status, verified: provenance.verified }
}

function fits(entry: Entry, chosen: Record<Facet, string | boolean | undefined>): boolean {
  const { framework, kind, status, verified } = facetsOf(entry)
  return (
    (chosen.framework ?? framework) === framework &&
    (chosen.kind ?? kind) === kind &&
    (chosen.status ?? status) === status &&
    (chosen.verified ?? verified) === verified
  )
}

function combinations(found: readonly { entry: Entry }[]): Combination<Facet>[] {
  const counted = new Map<string, Combination<Facet>>()
  for (const { entry } of found) {
    const { item, framework } = entry
    const name = `${framework} ${item.kind} ${item.status} ${item.provenance.verified}`
    const known = counted.get(name)
    if (known) known.count++
    else counted.set(name, { _id: facetsOf(entry), count: 1 })
  }
  return [...counted.values()]
}

function rowOf({ framework, item, key }: Entry) {
  const { id, kind, code, title, status, parent, provenance } = item
  return { id, framework, key, kind, code, title, status, verified: provenance.verified, parent }
}

/** Nearest first. */
function lineageOf({ above }: Entry) {
  const lineage = []
  for (let next = above; next !== null; next = next.above) {
    const { id, kind, title } = next.item
    lineage.push({ id, key: next.key, kind, title })
  }
  return lineage
}
