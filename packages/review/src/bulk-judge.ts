import { judge } from './bulk-plan.ts'
import { problem } from './errors.ts'
import type { BulkActionDoc, BulkRow, Skipped } from './models/bulk-action.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { Taken } from './take-steps.ts'
import { notUndoable, undoOf } from './undo.ts'

export const skip = (flag: string, { code, message: reason }: { code: string; message: string }): Skipped => ({
  ...{ flag, code, reason },
})

/** What the action does to a flag that stands as it was when the action was decided on; otherwise why it is passed over. */
export function stepOf(action: BulkActionDoc, row: BulkRow, flag: FlagDoc): Taken | Skipped {
  const step = row.step ?? action.step!
  const { version, impactFingerprint: current } = flag
  if (version !== row.version)
    return skip(row.id, problem('CTE_CHANGED_MEANWHILE', { given: `v${row.version}`, current: `v${version}` }))
  if (current !== row.seen) {
    const changes = 'a later link or rule brought other causes'
    return skip(row.id, problem('CTE_TEXT_MOVED', { id: row.id, seen: String(row.seen), current, changes }))
  }
  const outcome = judge(flag, step)
  if ('code' in outcome) return outcome
  const { actor, _id: bulk } = action
  return { flag, after: outcome.after, actor, reason: step.reason, bulk, decision: row.decision }
}

/** Puts a flag back that nobody has moved since the action that is undone. */
export function undoIn(action: BulkActionDoc, flag: FlagDoc, log: readonly FlagTransitionDoc[]): Taken | Skipped {
  const { actor, reason, _id: bulk } = action
  const since = log.at(-1)?.bulk === action.undoes ? null : 'it was moved since'
  const why = since ?? notUndoable(flag, log)
  if (why !== null) return skip(flag._id, problem('CTE_NOTHING_TO_UNDO', { id: flag._id, why }))
  return undoOf(flag, log, { actor, reason: `bulk action ${action.undoes}: ${reason}`, bulk })
}
