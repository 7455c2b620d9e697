import { useEffect, useRef, useState } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { keepFocus } from '../keep-focus.ts'
import { EntryFields } from './EntryFields.tsx'
import { contentOf, EMPTY_FORM, type Entry, type EntryForm, formOf, waysOf } from './entry-form.ts'
import type { Content } from './kinds.ts'
import type { Plan } from './PlanPage.tsx'
import { planKey } from './plan-data.ts'

interface EntryEditorProps {
  plan: Plan
  etag: string | null
  /** Null: a new one. */
  entry: Entry | null
  entries: readonly Entry[]
  onClose: () => void
}

/** Edits an entry where it stands. What is typed outlives a conflict, an expired session and a reload. */
export function EntryEditor({ plan, etag, entry, entries, onClose }: EntryEditorProps) {
  const [initial] = useState<EntryForm>(() => (entry === null ? EMPTY_FORM : formOf(entry)))
  const form = useDraft(`code-plan:${plan.id}:entry:${entry?.id ?? 'new'}`, initial)
  const [checked, setChecked] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  const params = { path: { id: plan.id }, header: { 'if-match': etag ?? '' } }
  const act = useAct(
    (content: Content) =>
      entry === null
        ? courseCodes.POST('/code-plans/{id}/entries', { params, body: { entries: [content], reason: content.reason } })
        : courseCodes.PUT('/code-plans/{id}/entries/{entry}', {
            params: { ...params, path: { id: plan.id, entry: entry.id } },
            body: content,
          }),
    { touches: [planKey(plan.id), ['course-codes', 'plans']] },
  )
  const leave = () => {
    onClose()
    keepFocus(entry === null ? 'add-entry' : `edit-${entry.id}`, 'plan-entries')
  }
  const made = contentOf(form.value)
  const submit = async () => {
    setChecked(true)
    if (!('content' in made)) {
      setTimeout(() => box.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), 50)
      return
    }
    if (await act.run(made.content)) {
      form.discard()
      leave()
    }
  }
  return (
    <form
      ref={box}
      className="entry-form"
      aria-label={entry === null ? 'New entry' : `What becomes of ${entry.courseCode ?? form.value.from}`}
      noValidate
      onKeyDown={event => {
        if (event.key === 'Escape') leave()
      }}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <EntryFields
        form={form.value}
        set={form.set}
        faults={checked && 'faults' in made ? made.faults : []}
        entry={entry}
        ways={waysOf(entry, entries)}
        schoolYear={plan.schoolYear}
      />
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="The entry was not taken" />}
      <div className="dialog-foot">
        <button type="submit" className="usa-button" disabled={act.busy}>
          {act.busy ? 'One moment …' : 'Save the entry'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={leave}>
          Close
        </button>
        {form.kept && (
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => form.discard()}>
            Discard what I typed
          </button>
        )}
      </div>
    </form>
  )
}
