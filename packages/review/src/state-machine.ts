import { z } from 'zod'
import type { Disposition } from './disposition.ts'
import { problem } from './errors.ts'

/**
 * Where a flag's review stands. The words follow CalSAAS (MA Review, Returned to LEA, Finalized), whose arrows are not
 * published; these are ours.
 */
export const FlagState = z.enum(['open', 'in-review', 'returned', 'resolved'])
export type FlagState = z.infer<typeof FlagState>

const NEXT: Record<FlagState, readonly FlagState[]> = {
  open: ['in-review', 'resolved'],
  'in-review': ['returned', 'resolved'],
  returned: ['in-review'],
  resolved: ['open'],
}

/** What of a flag a review moves. */
export interface Standing {
  state: FlagState
  owner: string | null
  disposition: Disposition | null
}

export interface Move {
  to: FlagState
  disposition?: Disposition | undefined
  /** Left out: stays as it is. */
  owner?: string | null | undefined
}

/**
 * The standing after a person's move. Resolving needs a disposition and nothing else takes one; opening again clears it.
 * Throws CTE_WRONG_TRANSITION, CTE_DISPOSITION_MISSING or CTE_DISPOSITION_REFUSED.
 */
export function move(standing: Standing, step: Move, dispositions: readonly Disposition[]): Standing {
  const { to, disposition = null, owner = standing.owner } = step
  const possible = NEXT[standing.state]
  if (!possible.includes(to))
    throw problem('CTE_WRONG_TRANSITION', { from: standing.state, to, possible: possible.join(' or ') })
  if (to === 'resolved' && disposition === null)
    throw problem('CTE_DISPOSITION_MISSING', { possible: dispositions.join(', ') })
  if (to !== 'resolved' && disposition !== null) throw problem('CTE_DISPOSITION_REFUSED', { to })
  return { state: to, owner, disposition }
}

export const possibleNext = (state: FlagState): readonly FlagState[] => NEXT[state]

/** A flag as its log leaves it: born open, then each step as it was written. */
export function fold(log: readonly (Standing & { coveredBy: string[] })[]): Standing & { coveredBy: string[] } {
  const last = log.at(-1)
  return last === undefined
    ? { state: 'open', owner: null, disposition: null, coveredBy: [] }
    : { state: last.state, owner: last.owner, disposition: last.disposition, coveredBy: last.coveredBy }
}
