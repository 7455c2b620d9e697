import { type FormEvent, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { Field, TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { publishable } from '../next-step.ts'
import { match, touchesOf, useHere } from '../use-proposal.ts'
import { instantOf } from './california.ts'

const NOTHING = { at: '', reason: '', over: '' }

/** Publishes by itself at a time, if what was signed still holds then; otherwise it is held, and says why. */
export function ScheduleForm() {
  const { proposal, params, write, approvals } = useHere()
  const draft = useDraft(`proposal:${proposal.id}:schedule`, NOTHING)
  const [tried, setTried] = useState(false)
  const { at, reason, over } = draft.value
  const set = (changes: Partial<typeof NOTHING>) => draft.set(old => ({ ...old, ...changes }))
  const instant = instantOf(at)
  const needsOver = approvals.data !== undefined && !publishable(approvals.data.signOffs)
  const act = useAct(
    (at: string) =>
      standards.POST('/proposals/{id}/schedule', {
        params: write,
        body: { at, reason: reason.trim(), ...(needsOver && { over: over.trim() }) },
      }),
    {
      touches: touchesOf(proposal.id),
      done: 'Scheduled.',
      undo: answer => () =>
        standards.POST('/proposals/{id}/unschedule', {
          params: { ...params, ...match(answer.etag) },
          body: { reason: 'Scheduled by mistake' },
        }),
    },
  )
  const short = (text: string) => text.trim().length < 3
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!instant || short(reason) || (needsOver && short(over))) return
    if (await act.run(instant)) {
      draft.discard(NOTHING)
      setTried(false)
    }
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field
        label="Publish at"
        hint="On the clock in California"
        error={tried && !instant ? 'Give a day and a time that exist' : undefined}
      >
        {bound => (
          <input
            {...bound}
            className="usa-input"
            type="datetime-local"
            value={at}
            onChange={event => set({ at: event.target.value })}
          />
        )}
      </Field>
      <TextField
        label="Reason"
        rows={2}
        value={reason}
        error={tried && short(reason) ? 'Say why: it goes into the record' : undefined}
        onChange={reason => set({ reason })}
      />
      {needsOver && (
        <TextField
          label="Why CDE goes over what stands against it"
          hint="Kept with the release, for everybody to read"
          rows={2}
          value={over}
          error={tried && short(over) ? 'Say why: it is kept with the release' : undefined}
          onChange={over => set({ over })}
        />
      )}
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not scheduled" />}
      <div className="dialog-foot">
        <button type="submit" className="usa-button" disabled={act.busy}>
          {act.busy ? 'One moment …' : proposal.schedule ? 'Schedule anew' : 'Schedule'}
        </button>
      </div>
    </form>
  )
}
