import type { Source } from '@cte-align/contracts'
import type { Positions } from './positions.ts'
import type { LinkStore } from './surroundings.ts'

/**
 * How many links hang on each framework, counted again only when the own source has said something since: counting takes a
 * pass over all links, and a preview should cost what it touches. `known` are positions read before.
 */
export function createLinkCounts(given: { links: LinkStore; positions: Positions; source: Source }) {
  const { links, positions, source } = given
  let counted: { at: number; counts: Promise<Record<string, number>> } | undefined
  return async (known: Record<string, number>): Promise<Record<string, number>> => {
    const at = known[source] ?? 0
    // While the links are made anew, the same position stands for different links.
    if (await positions.rebuilding()) return links.countByFramework()
    if (counted?.at !== at) {
      const fresh = { at, counts: links.countByFramework() }
      counted = fresh
      fresh.counts.catch(() => {
        if (counted === fresh) counted = undefined
      })
    }
    return counted.counts
  }
}
export type LinkCounts = ReturnType<typeof createLinkCounts>
