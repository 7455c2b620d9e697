import type { FormEvent } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Conflict } from '../../../parts/ReasonDialog.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { dayText } from '../../../parts/times.ts'
import { useLate } from '../../../parts/use-late.ts'
import { match, touchesOf, useHere } from '../use-proposal.ts'
import { CLOCKS, type Clock, CONSUMERS, type Dates, datesFrom, typedFrom, yearProblem } from './clocks.ts'

type Typed = Partial<Record<Clock, string>>
const NOTHING: Typed = {}

/** The planned dates, with what they would mean said while one types. */
export function DatesForm() {
  const { proposal, params, write } = useHere()
  const draft = useDraft<Typed>(`proposal:${proposal.id}:dates`, NOTHING)
  const typed = { ...typedFrom(proposal.dates), ...draft.value }
  const touched = Object.keys(draft.value).length > 0
  const faulty = CLOCKS.some(([clock, , kind]) => kind === 'year' && yearProblem(typed[clock]) !== undefined)
  const before = proposal.dates
  const act = useAct((dates: Dates) => standards.PATCH('/proposals/{id}', { params: write, body: { dates } }), {
    touches: touchesOf(proposal.id),
    done: 'The dates are saved.',
    undo: answer => () =>
      standards.PATCH('/proposals/{id}', { params: { ...params, ...match(answer.etag) }, body: { dates: before } }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (touched && !faulty && (await act.run(datesFrom(typed)))) draft.discard(NOTHING)
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="fields">
        {CLOCKS.map(([clock, name, kind]) => (
          <TextField
            key={clock}
            label={name}
            type={kind === 'day' ? 'date' : 'text'}
            error={kind === 'year' ? yearProblem(typed[clock]) : undefined}
            {...(kind === 'year' && { hint: 'As in 2026-27' })}
            value={typed[clock]}
            onChange={text => draft.set(old => ({ ...old, [clock]: text }))}
          />
        ))}
      </div>
      <p className="soft small">What is left empty is unknown, and shown so.</p>
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} title="Not saved" />}
      <div className="dialog-foot">
        <button type="submit" className="usa-button" disabled={act.busy || !touched || faulty}>
          {act.busy ? 'One moment …' : 'Save the dates'}
        </button>
        {touched && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => draft.discard(NOTHING)}>
            Discard what I typed
          </button>
        )}
      </div>
      <Checked dates={datesFrom(typed)} faulty={faulty} />
    </form>
  )
}

/** What the dates as typed warn of, and from when each consumer would go by them. */
function Checked({ dates, faulty }: { dates: Dates; faulty: boolean }) {
  const { proposal } = useHere()
  const body = useLate({ dates, framework: proposal.framework }, 300)
  const asked = JSON.stringify(body)
  const checked = useAnswer(['standards', 'dates', asked], signal => standards.POST('/dates/check', { body, signal }), {
    keep: true,
    enabled: !faulty,
  })
  return (
    <Shown of={checked} what="what the dates mean" lines={5}>
      {({ warnings, inForceFrom }) => (
        <div className={checked.old ? 'being-renewed' : undefined}>
          <h3>From when it is in force for whom</h3>
          <div role="status">
            {warnings.length === 0 && <p>Nothing to look at.</p>}
            <ul>
              {warnings.map(({ code, message }) => (
                <li key={`${code} ${message}`}>
                  {message} <Code>{code}</Code>
                </li>
              ))}
            </ul>
          </div>
          <dl className="facts">
            {inForceFrom.map(({ consumer, day }) => (
              <div key={consumer} className="fact">
                <dt>{CONSUMERS[consumer]}</dt>
                <dd>{day === 'unknown' ? 'unknown' : dayText(day)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Shown>
  )
}
