import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ActState } from '../../../data/use-act.ts'
import { Alert } from '../../../parts/Alert.tsx'
import { DialogFoot } from '../../../parts/DialogFoot.tsx'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { CLASS_OPTIONS, isClass } from '../words.ts'
import type { Draft, Operation, OpName } from './draft.ts'
import { type FormProps, isOp, OPERATIONS } from './forms/form.ts'
import { RestoreForm, RetireForm } from './forms/LeaveForm.tsx'
import { MapForm, UnmapForm } from './forms/MapForm.tsx'
import { MergeForm } from './forms/MergeForm.tsx'
import { AddForm, MoveForm } from './forms/PlaceForm.tsx'
import { RecodeForm, RetitleForm, ReviseForm } from './forms/RewordForm.tsx'
import { SplitForm } from './forms/SplitForm.tsx'
import { operationOf } from './operation.ts'
import { SplitAssignments } from './SplitAssignments.tsx'

const FORMS: Record<OpName, (props: FormProps) => ReactNode> = {
  retitle: RetitleForm,
  revise: ReviseForm,
  recode: RecodeForm,
  add: AddForm,
  move: MoveForm,
  split: SplitForm,
  merge: MergeForm,
  retire: RetireForm,
  restore: RestoreForm,
  map: MapForm,
  unmap: UnmapForm,
}

interface OperationFormProps {
  draft: Draft
  /** Changes it as it is then: a choice that comes late must not undo what was typed meanwhile. */
  onChange: (change: (draft: Draft) => Draft) => void
  /** The place of the saved operation that is edited; none for a new one. */
  editing: number | undefined
  lost: boolean
  /** All operations with this one, once it is complete. */
  operations: Operation[] | undefined
  act: Pick<ActState<never, unknown>, 'busy' | 'problem' | 'conflict'>
  onSave: () => void
  onClose: () => void
}

/** One operation, with the fields it takes. What is typed is previewed at the side at once, and saved when somebody says so. */
export function OperationForm(props: OperationFormProps) {
  const { draft, onChange, editing, lost, operations, act, onSave, onClose } = props
  const [tried, setTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const set: FormProps['set'] = changes =>
    onChange(old => ({ ...old, ...(typeof changes === 'function' ? changes(old) : changes) }))
  const { missing = {} } = operationOf(draft)
  const Fields = FORMS[draft.op]
  const shown = tried ? missing : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missing).length === 0) onSave()
  }
  return (
    <form className="card operation-form" onSubmit={submit} noValidate aria-label="Operation">
      <h3 ref={heading} tabIndex={-1}>
        {editing === undefined ? 'New operation' : `Operation ${editing + 1}`}
      </h3>
      {lost && (
        <Alert kind="warning" role="status">
          Somebody else has changed or removed the operation that you opened. Saving adds yours at the end.
        </Alert>
      )}
      <SelectField
        label="What is to happen"
        value={draft.op}
        options={Object.entries(OPERATIONS)}
        onChange={op => isOp(op) && set({ op })}
      />
      <Fields draft={draft} set={set} missing={shown} />
      {draft.op === 'split' && <SplitAssignments draft={draft} set={set} operations={operations} />}
      {draft.op !== 'map' && draft.op !== 'unmap' && (
        <details open={draft.overrideClass !== ''}>
          <summary>Class of the change: {draft.overrideClass || 'as the rules say'}</summary>
          <SelectField
            label="Class"
            value={draft.overrideClass}
            options={[['', 'As the rules say (see What changes)'], ...CLASS_OPTIONS]}
            onChange={word => set({ overrideClass: isClass(word) ? word : '' })}
          />
          {draft.overrideClass !== '' && (
            <TextField
              label="Why the rule is wrong here"
              hint="Kept with the change, with your name"
              rows={2}
              value={draft.overrideReason}
              error={shown.overrideReason}
              onChange={overrideReason => set({ overrideReason })}
            />
          )}
        </details>
      )}
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not saved" />}
      <DialogFoot verb="Save the operation" busy={act.busy} onCancel={onClose} />
    </form>
  )
}
