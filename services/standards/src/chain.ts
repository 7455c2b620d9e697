import type { CrosswalkDoc } from './crosswalk.ts'
import { problem } from './errors.ts'

/** More steps than this say little about where they end. */
export const LONGEST_CHAIN = 4

export interface Link {
  crosswalk: CrosswalkDoc
  /** The framework it is entered from and the one it leads to. */
  from: string
  to: string
  /** Entered from the crosswalk's `to` end: within one framework nothing else tells. */
  back?: boolean
}

/** The crosswalks named, each in the direction that leads on. Throws CTE_BROKEN_CHAIN or CTE_CIRCULAR_CHAIN. */
export function chainVia(framework: string, crosswalks: CrosswalkDoc[]): Link[] {
  const been = [framework]
  return crosswalks.map(crosswalk => {
    const from = been.at(-1)!
    if (crosswalk.from !== from && crosswalk.to !== from)
      throw problem('CTE_BROKEN_CHAIN', {
        ...{ crosswalk: crosswalk._id, from: crosswalk.from, to: crosswalk.to, framework: from },
      })
    const to = crosswalk.from === from ? crosswalk.to : crosswalk.from
    if (been.includes(to)) throw problem('CTE_CIRCULAR_CHAIN', { framework: to })
    been.push(to)
    return { crosswalk, from, to }
  })
}

/** The shortest chain from one framework to another; of equally short ones the first by the keys of its crosswalks. Throws CTE_NO_CHAIN. */
export function chainTo(from: string, to: string, crosswalks: CrosswalkDoc[]): Link[] {
  if (from === to) throw problem('CTE_CIRCULAR_CHAIN', { framework: to })
  const sorted = [...crosswalks].sort((a, b) => (a._id < b._id ? -1 : 1))
  const seen = new Set([from])
  let chains: Link[][] = [[]]
  for (let length = 1; length <= LONGEST_CHAIN; length++) {
    const longer: Link[][] = []
    for (const chain of chains) {
      const here = chain.at(-1)?.to ?? from
      for (const crosswalk of sorted) {
        if (crosswalk.from !== here && crosswalk.to !== here) continue
        const next = crosswalk.from === here ? crosswalk.to : crosswalk.from
        if (seen.has(next)) continue
        const extended = [...chain, { crosswalk, from: here, to: next }]
        if (next === to) return extended
        seen.add(next)
        longer.push(extended)
      }
    }
    chains = longer
  }
  throw problem('CTE_NO_CHAIN', { from, to, limit: LONGEST_CHAIN })
}
