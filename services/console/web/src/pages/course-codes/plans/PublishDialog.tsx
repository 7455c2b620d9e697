import type { Body } from '@cte-align/client'
import { useState } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { Dialog } from '../../../parts/Dialog.tsx'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import type { Plan } from './PlanPage.tsx'
import { planKey } from './plan-data.ts'

type Publishing = Body<'course-codes', '/code-plans/{id}/publish', 'post'>

/** Names the edition that the plan becomes, says why, and publishes the version that was read. */
export function PublishDialog({ plan, etag, onClose }: { plan: Plan; etag: string | null; onClose: () => void }) {
  const { id, schoolYear } = plan
  const form = useDraft(`code-plan:${id}:publish`, {
    ...{ edition: schoolYear, title: `Code set ${schoolYear}`, publishedOn: '', reason: '' },
  })
  const [checked, setChecked] = useState(false)
  const set = (changes: Partial<typeof form.value>) => form.set(old => ({ ...old, ...changes }))
  const act = useAct(
    (body: Publishing) =>
      courseCodes.POST('/code-plans/{id}/publish', {
        params: { path: { id }, header: { 'if-match': etag ?? '' } },
        body,
      }),
    {
      // What else the edition changes is read again when the event of it comes.
      touches: [planKey(id), ['course-codes', 'plans']],
      done: ({ data }) => `Published: edition ${data.edition} of the code set is kept, and its codes are live.`,
    },
  )
  const { edition, title, publishedOn, reason } = form.value
  const missing = (text: string, says: string) => (checked && text.trim().length < 1 ? says : undefined)
  const submit = async () => {
    setChecked(true)
    if (!edition.trim() || !title.trim() || reason.trim().length < 3) return
    const body = {
      edition: edition.trim(),
      title: title.trim(),
      publishedOn: publishedOn || null,
      reason: reason.trim(),
    }
    if (await act.run(body)) {
      form.discard()
      onClose()
    }
  }
  return (
    <Dialog title="Publish the plan" onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>
          Its codes become live from {schoolYear}; codes that end do so with the year before. Published, it cannot be
          taken back: a later plan can change it.
        </p>
        {plan.entries.suggested > 0 && (
          <p>
            <strong>{plan.entries.suggested} suggestions are undecided</strong>; it cannot be published until each is
            accepted, edited or declined.
          </p>
        )}
        <TextField
          label="Edition"
          hint="Small letters, digits, single dots or hyphens, as in v17.0 or 2027-28"
          value={edition}
          onChange={value => set({ edition: value })}
          error={missing(edition, 'Name the edition')}
        />
        <TextField
          label="Title of the edition"
          value={title}
          onChange={value => set({ title: value })}
          error={missing(title, 'Say how it is called')}
        />
        <TextField
          label="Published on (where it differs from today)"
          type="date"
          value={publishedOn}
          onChange={value => set({ publishedOn: value })}
        />
        <TextField
          label="Reason"
          hint="Goes into the record, with your name and the time"
          rows={2}
          value={reason}
          onChange={value => set({ reason: value })}
          error={missing(reason, 'Say why: it goes into the record')}
        />
        {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} />}
        <div className="dialog-foot">
          <button type="submit" className="usa-button" disabled={act.busy}>
            {act.busy ? 'Publishing …' : 'Publish'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  )
}
