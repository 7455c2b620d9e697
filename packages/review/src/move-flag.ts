import type { Actor } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import { problem } from './errors.ts'
import type { FlagDoc } from './models/flag.ts'
import type { Positions } from './positions.ts'
import { requireSeen } from './require-seen.ts'
import { type Step, stepFrom } from './step.ts'
import { createTakeSteps, type TakeStepsOptions } from './take-steps.ts'

export interface MoveFlagOptions extends TakeStepsOptions {
  db: Database
  positions: Positions
}

export interface MoveRequest {
  id: string
  actor: Actor
  step: Step
  /** The text fingerprint that the caller has read. Without it the version speaks for it. */
  seen?: string | undefined
  correlation: string
  /** Throws where the caller has read another version. */
  check: (version: number) => void
}

/**
 * A person moves a flag: the flag, its log and the event in one transaction. Resolving attests every text that it names. No text of
 * a flag changes without its version.
 */
export function createMoveFlag(options: MoveFlagOptions) {
  const { db, models, positions, flags } = options
  const take = createTakeSteps(options)
  return ({ id, actor, step, seen, correlation, check }: MoveRequest): Promise<FlagDoc> =>
    db.transaction(async session => {
      if (await positions.rebuilding(session)) throw problem('CTE_REBUILDING')
      const flag = await models.Flag.findById(id, null, { session }).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      if (seen !== undefined) await requireSeen({ models, flags, session }, flag, seen)
      check(flag.version)
      const after = stepFrom(flag, step)
      const [moved] = await take(session, [{ flag, after, actor, reason: step.reason }], correlation)
      return moved!
    })
}
export type MoveFlag = ReturnType<typeof createMoveFlag>
