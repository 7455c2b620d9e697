import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import type { FlagRow } from './flag-types.ts'
import { standingInWords } from './step.ts'
import { useUndo } from './use-moves.ts'
import type { Queue } from './use-queue.ts'

type Undoable = Pick<FlagRow, 'id' | 'version' | 'dependent' | 'textFingerprint' | 'state' | 'owner' | 'disposition'>

/** Takes one's own last step on a flag back. */
export function UndoDialog({ queue, flag, onClose }: { queue: Queue; flag: Undoable; onClose: () => void }) {
  const undo = useUndo(queue)
  return (
    <ReasonDialog
      title={`Undo your last step: ${flag.dependent.key}`}
      verb="Undo"
      draft={`${queue.agency}:${flag.id}:undo`}
      act={{ ...undo, run: reason => undo.run({ flag, reason }) }}
      onClose={onClose}
    >
      <p>
        It is {standingInWords(flag)}, and goes back to where it stood before your last step. That is a new step in its
        log, and final: to have it as it was, take the step again.
      </p>
    </ReasonDialog>
  )
}
