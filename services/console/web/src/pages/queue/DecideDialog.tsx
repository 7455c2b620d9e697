import { useEffect, useState } from 'react'
import { useDraft } from '../../data/use-draft.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Conflict } from '../../parts/ReasonDialog.tsx'
import { useFaultFocus } from '../../parts/use-fault-focus.ts'
import type { FlagRow } from './flag-types.ts'
import { StepFields } from './StepFields.tsx'
import { DEEDS, type Draft, lacks, standingInWords, stepFor } from './step.ts'
import { useFlag } from './use-flag.ts'
import type { Moves } from './use-moves.ts'
import type { Queue } from './use-queue.ts'

interface DecideDialogProps {
  queue: Queue
  flag: Pick<
    FlagRow,
    'id' | 'version' | 'dependent' | 'textFingerprint' | 'state' | 'owner' | 'disposition' | 'causeCount'
  >
  /** What was asked for, with what is remembered of the last like it. */
  draft: Draft
  me: string
  moves: Moves
  /** With what was decided, where something was. */
  onClose: (decided?: Draft) => void
}

/** One step of one flag. Enter does it; what is typed is kept until it is done. */
export function DecideDialog({ queue, flag: seen, draft: asked, me, moves, onClose }: DecideDialogProps) {
  const [opened] = useState(seen)
  // A step binds to what was read when the dialog opened. Only after a refusal has said so it binds to what stands now.
  const [bound, setBound] = useState(opened)
  const fresh = useFlag(queue, opened.id).data
  const flag = fresh && fresh.version > opened.version ? fresh : opened
  // Another flag's step may still be on its way; what came of it is said over the list.
  const problem = moves.refused?.id === opened.id ? moves.problem : undefined
  const conflict = problem?.status === 412
  const [sent, setSent] = useState(false)
  useEffect(() => {
    if (conflict && flag.version > bound.version) setBound(flag)
  }, [conflict, flag, bound.version])
  const kept = useDraft<Draft>(`${queue.agency}:${flag.id}:${asked.deed}:${asked.disposition}`, asked)
  const [tried, setTried] = useState(false)
  const { form, look } = useFaultFocus()
  const draft = kept.value
  const faults = lacks(draft)
  const { verb, does } = DEEDS[draft.deed]
  const submit = () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return look()
    const whenDone = () => {
      kept.discard(asked)
      onClose(draft)
    }
    setSent(true)
    void moves.run({ flag: bound, step: stepFor(bound, draft, me), whenDone }).then(() => setSent(false))
  }
  const close = () => {
    moves.clear()
    onClose()
  }
  return (
    <Dialog title={`${verb}: ${flag.dependent.key}`} onClose={close}>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <p>
          {flag.dependent.title}
          <span className="soft"> · now {standingInWords(flag)}</span>
        </p>
        <p className="small soft">
          {does}
          {draft.deed === 'resolve' && ` (${flag.causeCount} ${flag.causeCount === 1 ? 'text' : 'texts'})`}.
        </p>
        <StepFields
          queue={queue}
          draft={draft}
          onChange={changes => kept.set(old => ({ ...old, ...changes }))}
          faults={tried ? faults : {}}
        />
        {(conflict || (flag !== opened && !sent)) && <Conflict>It is now {standingInWords(flag)}.</Conflict>}
        {problem && !conflict && <Problem error={problem} />}
        <DialogFoot verb={verb} busy={sent} onCancel={close} />
      </form>
    </Dialog>
  )
}
