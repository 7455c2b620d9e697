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
  // In review again: handed over to somebody else.
  'in-review': ['in-review', 'returned', 'resolved'],
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
 * The standing after a person's move. Resolving needs one of the dispositions and nothing else takes one; opening again
 * clears it; handing over needs another owner. Throws CTE_WRONG_TRANSITION, CTE_DISPOSITION_MISSING,
 * CTE_DISPOSITION_REFUSED, CTE_DISPOSITION_BY_SYSTEM or CTE_NEW_OWNER_MISSING.
 */
export function move(standing: Standing, step: Move, dispositions: readonly Disposition[]): Standing {
  const { to, disposition = null, owner = standing.owner } = step
  const possible = NEXT[standing.state]
  if (!possible.includes(to))
    throw problem('CTE_WRONG_TRANSITION', { from: standing.state, to, possible: possible.join(' or ') })
  if (to === 'resolved' && disposition === null)
    throw problem('CTE_DISPOSITION_MISSING', { possible: dispositions.join(', ') })
  if (to !== 'resolved' && disposition !== null) throw problem('CTE_DISPOSITION_REFUSED', { to })
  if (disposition !== null && !dispositions.includes(disposition))
    throw problem('CTE_DISPOSITION_BY_SYSTEM', { possible: dispositions.join(', ') })
  if (to === standing.state && (owner === null || owner === standing.owner))
    throw problem('CTE_NEW_OWNER_MISSING', { owner: standing.owner ?? 'nobody' })
  return { state: to, owner, disposition }
}

export const possibleNext = (state: FlagState): readonly FlagState[] => NEXT[state]

/** A flag as its log leaves it: born open, then each step as it was written. */
export function fold(log: readonly LoggedStanding[]): Required<LoggedStanding> {
  const last = log.at(-1)
  if (last === undefined) return { state: 'open', owner: null, disposition: null, coveredBy: [], supersededBy: null }
  const { state, owner, disposition, coveredBy, supersededBy = null } = last
  return { state, owner, disposition, coveredBy, supersededBy }
}
type LoggedStanding = Standing & { coveredBy: string[]; supersededBy?: string | null }
