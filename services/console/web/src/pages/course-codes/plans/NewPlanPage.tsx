import type { Body } from '@cte-align/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { courseCodes, standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { useSession } from '../../../data/use-session.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { thisSchoolYear, yearAfter } from '../school-years.ts'
import { YearField } from '../YearField.tsx'

type NewPlan = Body<'course-codes', '/code-plans', 'post'>
const FROM_ADDRESS = { release: '', proposal: '', schoolYear: '' }

/** Opens a plan: about a release or a proposal it comes with what they suggest. */
export function NewPlanPage() {
  const { filters } = useFilters(FROM_ADDRESS)
  const { may } = useSession()
  const navigate = useNavigate()
  const releases = useAnswer(['standards', 'releases', 'for-plans'], signal =>
    standards.GET('/releases', { params: { query: { limit: 50 } }, signal }),
  )
  const proposals = useAnswer(['standards', 'proposals', 'for-plans'], signal =>
    standards.GET('/proposals', { params: { query: { limit: 50 } }, signal }),
  )
  const given = filters.release ? `release ${filters.release}` : filters.proposal ? `proposal ${filters.proposal}` : ''
  const form = useDraft(`new-code-plan:${given}`, {
    ...{ about: given, title: '', schoolYear: filters.schoolYear || yearAfter(thisSchoolYear()), reason: '' },
  })
  const [checked, setChecked] = useState(false)
  const set = (changes: Partial<typeof form.value>) => form.set(old => ({ ...old, ...changes }))
  const act = useAct((body: NewPlan) => courseCodes.POST('/code-plans', { body }), {
    touches: [['course-codes', 'plans']],
    done: ({ data }) => `The plan is open, with ${data.entries.suggested} suggestions to decide.`,
    onDone: ({ data }) => {
      form.discard()
      navigate(paths.codePlan(data.id))
    },
  })
  const { about, schoolYear, reason } = form.value
  // A plan may be called like what it answers.
  const named = [...(releases.data?.items ?? []), ...(proposals.data?.items ?? [])]
  const answered = named.find(({ id }) => id === about.split(' ')[1])
  const title = form.value.title || (answered ? `After: ${answered.title}` : '')
  const submit = () => {
    setChecked(true)
    if (!title.trim() || reason.trim().length < 3) return
    const [kind, id = ''] = about.split(' ')
    void act.run({
      ...{ title: title.trim(), schoolYear, reason: reason.trim() },
      about: kind === 'release' ? { release: id } : kind === 'proposal' ? { proposal: id } : null,
    })
  }
  const open = (proposals.data?.items ?? []).filter(({ state }) => state !== 'published' && state !== 'withdrawn')
  const options = [
    ['', 'Nothing in particular: an empty plan'] as const,
    ...(releases.data?.items ?? []).map(({ id, title: of }) => [`release ${id}`, `Release ${id}: ${of}`] as const),
    ...open.map(({ id, title: of, state }) => [`proposal ${id}`, `Proposal (${state}): ${of}`] as const),
  ]
  return (
    <CodesPage
      title="New plan"
      lead="Choose what it answers: the plan begins with a suggestion for each course code that is reached. You decide each of them."
      crumbs={[{ text: 'Plans', to: paths.codePlans() }]}
    >
      {may('plan course codes') ? (
        <form
          className="codes-form"
          onSubmit={event => {
            event.preventDefault()
            submit()
          }}
        >
          <SelectField
            label="It answers"
            value={about}
            onChange={value => set({ about: value })}
            options={options.some(([value]) => value === about) ? options : [...options, [about, about]]}
          />
          <YearField
            label="From school year"
            hint="Codes that end do so with the year before"
            value={schoolYear}
            onChange={value => set({ schoolYear: value })}
          />
          <TextField
            label="Title"
            value={title}
            onChange={value => set({ title: value })}
            error={checked && !title.trim() ? 'Say how the plan is called' : undefined}
          />
          <TextField
            label="Reason"
            hint="Goes into the record, with your name and the time"
            rows={2}
            value={reason}
            onChange={value => set({ reason: value })}
            error={checked && reason.trim().length < 3 ? 'Say why: it goes into the record' : undefined}
          />
          {act.problem && <Problem error={act.problem} title="The plan was not opened" />}
          <div className="dialog-foot">
            <button type="submit" className="usa-button" disabled={act.busy}>
              {act.busy ? 'Asking what it suggests …' : 'Open the plan'}
            </button>
          </div>
        </form>
      ) : (
        <p className="empty">
          CALPADS and CDE staff, from editor on, may open a plan. Sign in as one of them to go on.
        </p>
      )}
    </CodesPage>
  )
}
