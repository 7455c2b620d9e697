import { type ReactNode, useState } from 'react'
import type { ActState } from '../data/use-act.ts'
import { useDraft } from '../data/use-draft.ts'
import { Alert } from './Alert.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { TextField } from './Field.tsx'
import { Problem } from './Problem.tsx'

interface ReasonDialogProps {
  title: string
  /** What will happen, before it does. */
  children?: ReactNode
  /** The button: "Publish", "Return". */
  verb: string
  /** Whatever is typed is kept under this key until it is done. */
  draft: string
  act: Pick<ActState<string, unknown>, 'run' | 'busy' | 'problem' | 'conflict'>
  onClose: () => void
  danger?: boolean
}

/** Asks for the reason that goes into the record, then acts. */
export function ReasonDialog({ title, children, verb, draft, act, onClose, danger = false }: ReasonDialogProps) {
  const reason = useDraft(draft, '')
  const [missing, setMissing] = useState(false)
  const submit = async () => {
    if (!reason.value.trim()) return setMissing(true)
    if (await act.run(reason.value.trim())) {
      reason.discard('')
      onClose()
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <TextField
          label="Reason"
          hint="Goes into the record, with your name and the time"
          error={missing && !reason.value.trim() ? 'Say why: it goes into the record' : undefined}
          rows={3}
          value={reason.value}
          onChange={reason.set}
        />
        {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} />}
        <DialogFoot verb={verb} busy={act.busy} onCancel={onClose} danger={danger} />
      </form>
    </Dialog>
  )
}

/** Somebody else was quicker. What is behind it has been read anew; what was typed is still here. */
export const Conflict = ({ children }: { children?: ReactNode }) => (
  <Alert kind="warning" role="alert">
    Somebody else changed this while you were working. The page now shows their version, and what you typed is still
    here: look again, then repeat it if it still holds. {children}
  </Alert>
)
