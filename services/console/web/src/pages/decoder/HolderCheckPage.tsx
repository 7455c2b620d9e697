import { useState } from 'react'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { Alert } from '../../parts/Alert.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { ListField } from '../../parts/ListField.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { todayInCalifornia } from '../../parts/times.ts'
import { BatchCheck } from './BatchCheck.tsx'
import { DecoderPage } from './DecoderPage.tsx'
import { DocumentFields } from './DocumentFields.tsx'
import { HolderAnswerView } from './HolderAnswerView.tsx'
import {
  type HolderAnswer,
  type HolderCodes,
  holderFaults,
  NO_CODES,
  NO_DAYS,
  questionOf,
  schoolYearOf,
  schoolYears,
} from './holder.ts'
import { SidePicker } from './SidePicker.tsx'
import { useCodes } from './use-codes.ts'

const TODAY = todayInCalifornia()
const EMPTY: HolderCodes = {
  courseCode: '',
  schoolYear: schoolYearOf(TODAY),
  side: 'current',
  documents: [NO_CODES],
}

/** May this holder teach this course? Codes in, an answer with its reasons out; nobody is named, nothing is kept. */
export function HolderCheckPage() {
  const { value, set, discard } = useDraft<HolderCodes>('holder-check', EMPTY)
  const [days, setDays] = useState([NO_DAYS])
  const [tried, setTried] = useState(false)
  const [answer, setAnswer] = useState<HolderAnswer>()
  const codes = useCodes()
  const faults = holderFaults(value)
  const shown = tried ? faults : {}
  const act = useAct(() => credentials.POST('/holder-check', { body: questionOf(value, days, codes.authorizations) }), {
    touches: [],
    onDone: ({ data }) => setAnswer(data),
  })
  const put = (part: Partial<HolderCodes>) => {
    set(old => ({ ...old, ...part }))
    setAnswer(undefined)
  }
  const daysOf = (index: number) => days[index] ?? NO_DAYS
  return (
    <DecoderPage
      title="Decoder: holder check"
      lead="May a holder of these documents teach this course? Answered for the census day of a school year, with every step."
    >
      <Alert kind="info">
        Codes, days and printed titles only: no names, no SEID, no document numbers. What looks like a person is
        refused, and nothing that is asked here is kept or logged.
      </Alert>
      <form
        className="holder-form"
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (Object.keys(faults).length === 0) void act.run(undefined)
        }}
      >
        <div className="holder-row">
          <ListField
            label="Course code"
            error={shown.courseCode}
            value={value.courseCode}
            onChange={courseCode => put({ courseCode })}
            options={codes.courseCodes}
          />
          <SelectField
            label="School year"
            value={value.schoolYear}
            onChange={schoolYear => put({ schoolYear })}
            options={schoolYears(TODAY).map(year => [year, year])}
          />
          <SidePicker label="By which decoder" value={value.side} onChange={side => put({ side })} />
        </div>
        {value.documents.map((document, index) => (
          <DocumentFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a document is nothing but its place in the list
            key={index}
            number={index + 1}
            codes={document}
            days={daysOf(index)}
            known={codes}
            error={shown[`document ${index}`]}
            onCodes={next => put({ documents: value.documents.map((each, at) => (at === index ? next : each)) })}
            onDays={next => {
              setDays(value.documents.map((_, at) => (at === index ? next : daysOf(at))))
              setAnswer(undefined)
            }}
            onRemove={
              value.documents.length > 1
                ? () => {
                    put({ documents: value.documents.filter((_, at) => at !== index) })
                    setDays(days.filter((_, at) => at !== index))
                  }
                : undefined
            }
          />
        ))}
        {act.problem && <Problem error={act.problem} />}
        <div className="dialog-foot no-print">
          <button type="submit" className="usa-button" disabled={act.busy}>
            {act.busy ? 'One moment …' : 'Check'}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => put({ documents: [...value.documents, NO_CODES] })}
          >
            Add a document
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              discard()
              setDays([NO_DAYS])
              setAnswer(undefined)
              setTried(false)
            }}
          >
            Begin anew
          </button>
        </div>
      </form>
      <div aria-live="polite">{answer && <HolderAnswerView answer={answer} />}</div>
      <BatchCheck schoolYear={value.schoolYear} side={value.side} />
    </DecoderPage>
  )
}
