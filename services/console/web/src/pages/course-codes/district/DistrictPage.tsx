import { useState } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { CodesPage } from '../CodesPage.tsx'
import { FileField } from '../FileField.tsx'
import { isSchoolYear, thisSchoolYear, yearAfter } from '../school-years.ts'
import { YearField } from '../YearField.tsx'
import { askAboutList } from './ask-about-list.ts'
import { DistrictAnswer } from './DistrictAnswer.tsx'
import { type DistrictList, listOf } from './district-list.ts'

const DEFAULTS = { schoolYear: yearAfter(thisSchoolYear()), plan: '' }

/** The codes that a district uses in, what changes for it out. Nothing is kept, and nobody need sign in. */
export function DistrictPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const schoolYear = isSchoolYear(filters.schoolYear) ? filters.schoolYear : DEFAULTS.schoolYear
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ list: DistrictList; number: number }>()
  const [missing, setMissing] = useState(false)
  const plans = useAnswer(['course-codes', 'plans', 'for-lists'], signal =>
    courseCodes.GET('/code-plans', { params: { query: { limit: 200 } }, signal }),
  )
  const question = { schoolYear, ...(filters.plan && { plan: filters.plan }) }
  const answer = useAnswer(
    ['course-codes', 'district-list', asked?.number, question],
    signal => askAboutList(asked!.list, { ...question, format: 'json' }, signal),
    { enabled: asked !== undefined, keep: true },
  )
  const submit = () => {
    const list = listOf(file, text)
    setMissing(list === null)
    if (list) setAsked({ list, number: (asked?.number ?? 0) + 1 })
  }
  return (
    <CodesPage
      title="A district's list"
      lead="Hand over the codes that you use and read what changes for you. The list is answered and forgotten: nothing of it is kept."
    >
      <form
        className="codes-form"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <YearField label="For school year" value={schoolYear} onChange={value => set({ schoolYear: value })} />
        <SelectField
          label="With a plan"
          hint="Shows what a plan would do, draft or published"
          value={filters.plan}
          onChange={plan => set({ plan })}
          options={[
            ['', 'None: as things stand'],
            ...(plans.data?.items ?? [])
              .filter(({ state }) => state !== 'withdrawn')
              .map(({ id, title, state }) => [id, `${title} (${state})`] as const),
          ]}
        />
        <FileField
          label="Your list as a file"
          hint="CSV or xlsx with a column State Course Code, and where you like Local Course ID and Course Name; nothing about persons"
          error={missing ? 'Choose a file, or write codes below' : undefined}
          onChange={setFile}
        />
        <TextField
          label="Or the codes themselves"
          hint="With spaces, commas or lines between them"
          rows={3}
          value={text}
          onChange={setText}
        />
        <div className="dialog-foot">
          <button type="submit" className="usa-button">
            See what changes
          </button>
        </div>
      </form>
      {asked && (
        <Shown of={answer} what="the answer" lines={8}>
          {found =>
            // A text comes only where a file was asked for.
            typeof found === 'string' ? null : <DistrictAnswer answer={found} list={asked.list} question={question} />
          }
        </Shown>
      )}
    </CodesPage>
  )
}
