import type { Answer } from '@cte-align/client'
import { useAnswer } from '../../data/use-answer.ts'
import { Field, TextField } from '../../parts/Field.tsx'
import { plainWord } from '../../parts/Tags.tsx'
import type { Disposition } from './flag-types.ts'
import type { Draft } from './step.ts'
import type { Queue } from './use-queue.ts'

interface StepFieldsProps {
  queue: Queue
  draft: Draft
  onChange: (changes: Partial<Draft>) => void
  faults: Partial<Record<keyof Draft, string>>
}

type DispositionWords = Answer<'credentials', '/dispositions', 'get'>['items'][number]

/** Marks what gets the focus when the dialog around it opens: the browser looks for the attribute, which React keeps to itself. */
const first = (element: HTMLElement | null) => element?.setAttribute('autofocus', '')

/** What a step asks for, whether it is of one flag or of many. */
export function StepFields({ queue, draft, onChange, faults }: StepFieldsProps) {
  const { deed, disposition, owner, due, reason } = draft
  return (
    <>
      {deed === 'resolve' && (
        <DispositionField
          queue={queue}
          value={disposition}
          onChange={chosen => onChange({ disposition: chosen })}
          error={faults.disposition}
        />
      )}
      {deed === 'hand-over' && (
        <TextField
          label="To whom"
          hint="Their id, as in kchan"
          value={owner}
          onChange={value => onChange({ owner: value })}
          error={faults.owner}
        />
      )}
      {deed === 'due' && <TextField label="Due" type="date" value={due} onChange={value => onChange({ due: value })} />}
      <Field label="Reason" hint="Goes into the record, with your name and the time" error={faults.reason}>
        {bound => (
          <input
            {...bound}
            ref={first}
            className="usa-input"
            type="text"
            autoComplete="off"
            maxLength={2000}
            value={reason}
            onFocus={event => event.target.select()}
            onChange={event => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface DispositionFieldProps {
  queue: Queue
  value: Disposition | ''
  onChange: (disposition: Disposition | '') => void
  error: string | undefined
}

/** With what each means, and where the field has done so before. */
function DispositionField({ queue, value, onChange, error }: DispositionFieldProps) {
  const { data } = useAnswer(queue.key('dispositions'), signal => queue.client.GET('/dispositions', { signal }), {
    staleTime: Number.POSITIVE_INFINITY,
  })
  const choosable = data?.items.filter(({ choosable }) => choosable) ?? []
  const chosen = choosable.find(each => each.disposition === value)
  return (
    <>
      <Field label="What was decided" error={error}>
        {bound => (
          <select
            {...bound}
            ref={value === '' ? first : undefined}
            className="usa-select"
            value={value}
            onChange={({ target }) =>
              onChange(choosable.find(each => each.disposition === target.value)?.disposition ?? '')
            }
          >
            <option value="">Choose</option>
            {choosable.map(({ disposition }) => (
              <option key={disposition} value={disposition}>
                {plainWord(disposition)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Meaning of={chosen} />
    </>
  )
}

/** As tall without a choice as with one, so that nothing jumps. */
const Meaning = ({ of }: { of: DispositionWords | undefined }) => (
  <p className="small soft meaning">
    {of && (
      <>
        {of.meaning} Precedent: {of.precedent}
        {!of.verified && ' (Not verified.)'}
      </>
    )}
  </p>
)
