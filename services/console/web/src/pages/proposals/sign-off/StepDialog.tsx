import { type FormEvent, type ReactNode, useState } from 'react'
import type { ActState } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { Dialog } from '../../../parts/Dialog.tsx'
import { DialogFoot } from '../../../parts/DialogFoot.tsx'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'

export interface Said {
  reason: string
  /** Why it is done against something: an objection, unanswered comments. */
  second: string
}
const NOTHING: Said = { reason: '', second: '' }

interface StepDialogProps {
  title: string
  verb: string
  draft: string
  act: Pick<ActState<Said, unknown>, 'run' | 'busy' | 'problem' | 'conflict'>
  onClose: () => void
  /** The second reason, where there is something to go over; asked for when it is needed. */
  second?: { label: string; hint: string; needed: boolean } | undefined
  danger?: boolean
  children?: ReactNode
}

/** As ReasonDialog, for steps that may need a second reason: why CDE goes over somebody. */
export function StepDialog({ title, verb, draft, act, onClose, second, danger = false, children }: StepDialogProps) {
  const said = useDraft(draft, NOTHING)
  const [tried, setTried] = useState(false)
  const { reason, second: other } = said.value
  const short = (text: string) => tried && text.trim().length < 3
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim().length < 3 || (second?.needed && other.trim().length < 3)) return
    if (await act.run({ reason: reason.trim(), second: other.trim() })) {
      said.discard(NOTHING)
      onClose()
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        <TextField
          label="Reason"
          hint="Goes into the record, with your name and the time"
          error={short(reason) ? 'Say why: it goes into the record' : undefined}
          rows={3}
          value={reason}
          onChange={text => said.set(old => ({ ...old, reason: text }))}
        />
        {second && (
          <TextField
            label={second.label}
            hint={second.hint}
            error={second.needed && short(other) ? 'Say why: it is kept with the release' : undefined}
            rows={3}
            value={other}
            onChange={text => said.set(old => ({ ...old, second: text }))}
          />
        )}
        {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} />}
        <DialogFoot verb={verb} busy={act.busy} onCancel={onClose} danger={danger} />
      </form>
    </Dialog>
  )
}
