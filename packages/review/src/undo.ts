import type { Actor } from '@cte-align/contracts'
import type { ClientSession, Database } from '@cte-align/service'
import { problem } from './errors.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import type { Positions } from './positions.ts'
import { fold } from './state-machine.ts'
import { foldDue } from './step.ts'
import { createTakeSteps, type Taken, type TakeStepsOptions } from './take-steps.ts'

export interface UndoRequest {
  id: string
  actor: Actor
  reason: string
  correlation: string
  check: (version: number) => void
}

/**
 * Why the last step of a log cannot be taken back; null where it can. Only the last: whatever came after it, by whomever,
 * rests on it. A step that takes another back is final: take the step itself once more. A step is bound to the text that was seen.
 */
export function notUndoable(
  flag: Pick<FlagDoc, 'impactFingerprint'>,
  log: readonly FlagTransitionDoc[],
): string | null {
  const last = log.at(-1)
  if (last === undefined) return 'nobody has taken a step'
  if (last.actor === 'system') return `the last step (${last.number}) is the system's own: ${last.reason}`
  if (last.undoes !== undefined) return `the last step (${last.number}) is itself the undo of step ${last.undoes}`
  if (last.seen === undefined) return `step ${last.number} was taken before there was an undo`
  return last.seen === flag.impactFingerprint ? null : `the flag's text has changed since step ${last.number}`
}

/** The step that puts a flag back to where it stood before the last one of its log. */
export function undoOf(
  flag: FlagDoc,
  log: readonly FlagTransitionDoc[],
  { actor, reason, bulk }: Pick<Taken, 'actor' | 'reason' | 'bulk'>,
): Taken {
  const { number } = log.at(-1)!
  const before = log.slice(0, -1)
  const { state, owner, disposition } = fold(before.map(step => ({ ...step, state: step.to })))
  const due = foldDue(before)?.day ?? null
  const resolved = state === 'resolved' ? before.at(-1) : undefined
  const { attested = [], coveredBy = [], texts, seen } = resolved ?? {}
  const again = { attested, coveredBy, ...(texts !== undefined && { texts }), ...(seen !== undefined && { seen }) }
  return {
    ...{ flag, after: { state, owner, disposition, due }, actor, undoes: number, bulk },
    reason: `Undo of step ${number}: ${reason}`,
    ...(resolved !== undefined && { attestedBefore: again }),
  }
}

/** The logs of these flags, each in order. */
export async function logsOf(
  { Transition }: ReviewModels,
  ids: readonly string[],
  session: ClientSession,
): Promise<Map<string, FlagTransitionDoc[]>> {
  const steps = await Transition.find({ flag: { $in: [...ids] } }, null, { session })
    .sort({ flag: 1, number: 1 })
    .lean<FlagTransitionDoc[]>()
  return Map.groupBy(steps, step => step.flag)
}

/** Somebody takes back the own last step of a flag, by a new step. */
export function createUndoFlag(options: TakeStepsOptions & { db: Database; positions: Positions }) {
  const { db, models, positions } = options
  const take = createTakeSteps(options)
  return ({ id, actor, reason, correlation, check }: UndoRequest): Promise<FlagDoc> =>
    db.transaction(async session => {
      if (await positions.rebuilding(session)) throw problem('CTE_REBUILDING')
      const flag = await models.Flag.findById(id, null, { session }).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      check(flag.version)
      const log = (await logsOf(models, [id], session)).get(id) ?? []
      const why = notUndoable(flag, log) ?? notOwn(log, actor)
      if (why !== null) throw problem('CTE_NOTHING_TO_UNDO', { id, why })
      const [moved] = await take(session, [undoOf(flag, log, { actor, reason })], correlation)
      return moved!
    })
}
export type UndoFlag = ReturnType<typeof createUndoFlag>

function notOwn(log: readonly FlagTransitionDoc[], actor: Actor): string | null {
  const last = log.at(-1)!
  return last.actor !== 'system' && last.actor.id === actor.id ? null : `step ${last.number} is somebody else's`
}
