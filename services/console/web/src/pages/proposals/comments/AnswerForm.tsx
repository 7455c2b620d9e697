import { type FormEvent, useEffect, useRef, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { DialogFoot } from '../../../parts/DialogFoot.tsx'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { proposalKey, touchesOf, useHere } from '../use-proposal.ts'
import { among, type Comment, DISPOSITIONS, type Disposition } from './comment.ts'

interface Typed {
  disposition: Disposition
  reason: string
  operations: number[]
  noOperation: string
}
const NOTHING: Typed = { disposition: 'accepted', reason: '', operations: [], noOperation: '' }

/** Answers a comment, and so its thread. What was accepted names the operations it led to, or why it led to none. */
export function AnswerForm({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { proposal, params } = useHere()
  const draft = useDraft<Typed>(`comment:${comment.id}:answer`, NOTHING)
  const [tried, setTried] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { disposition, reason, operations, noOperation } = draft.value
  const set = (changes: Partial<Typed>) => draft.set(old => ({ ...old, ...changes }))
  const saved = useAnswer(proposalKey(proposal.id, 'operations'), signal =>
    standards.GET('/proposals/{id}/operations', { params, signal }),
  )
  const leads = disposition === 'accepted' || disposition === 'partly'
  const missing = {
    reason: reason.trim().length < 3 ? 'Say why: whoever commented will read it' : undefined,
    noOperation:
      leads && operations.length === 0 && noOperation.trim().length < 3
        ? 'Choose the operations it led to, or say why it led to none'
        : undefined,
  }
  const act = useAct(
    () =>
      standards.POST('/proposals/{id}/comments/{comment}/disposition', {
        params: {
          path: { ...params.path, comment: comment.id },
          header: { 'if-match': `"v${comment.version}"` },
        },
        body: {
          disposition,
          reason: reason.trim(),
          operations: leads ? operations : [],
          noOperation: leads && operations.length === 0 ? noOperation.trim() : null,
        },
      }),
    { touches: touchesOf(proposal.id), done: `Comment ${comment.number} is answered.` },
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing.reason || missing.noOperation || !(await act.run(undefined))) return
    draft.discard(NOTHING)
    onClose()
  }
  return (
    <form onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        Answer to comment {comment.number}
      </h2>
      <SelectField
        label="Answer"
        value={disposition}
        options={DISPOSITIONS}
        onChange={word => set({ disposition: among(DISPOSITIONS, word) ?? 'accepted' })}
      />
      <TextField
        label="Reason"
        rows={3}
        value={reason}
        error={tried ? missing.reason : undefined}
        onChange={reason => set({ reason })}
      />
      {leads && (
        <fieldset className="card">
          <legend>Operations that it led to</legend>
          {(saved.data?.words ?? []).slice(0, 100).map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an operation is named by its place
            <label className="check" key={index}>
              <input
                type="checkbox"
                checked={operations.includes(index)}
                onChange={event =>
                  set({
                    operations: event.target.checked
                      ? [...operations, index]
                      : operations.filter(each => each !== index),
                  })
                }
              />
              <span>
                {index + 1}. {words}
              </span>
            </label>
          ))}
          {operations.length === 0 && (
            <TextField
              label="Or why it led to none"
              value={noOperation}
              error={tried ? missing.noOperation : undefined}
              onChange={noOperation => set({ noOperation })}
            />
          )}
        </fieldset>
      )}
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not answered" />}
      <DialogFoot verb="Answer" busy={act.busy} onCancel={onClose} />
    </form>
  )
}
