import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { HoldsTag } from '../sequences/Lanes.tsx'
import { laneOf } from '../sequences/lanes.ts'
import { PlanChecks } from './PlanChecks.tsx'
import type { Plan } from './PlanPage.tsx'
import { effectKey } from './plan-data.ts'

const breakWords = (breaks: number): string =>
  breaks === 0
    ? 'It brings no certain break'
    : breaks === 1
      ? 'It brings a certain break'
      : `It brings ${breaks} certain breaks`

/** Beside the entries, as they are now: what the plan would do, what breaks, what speaks against it. */
export function PlanEffect({ plan }: { plan: Plan }) {
  const { id, version } = plan
  const path = { params: { path: { id } } }
  const whatIf = useAnswer(
    effectKey({ id, version }, 'what-if'),
    signal => courseCodes.GET('/code-plans/{id}/what-if', { ...path, signal }),
    { keep: true },
  )
  const sequences = useAnswer(
    effectKey({ id, version }, 'sequences'),
    signal => courseCodes.GET('/code-plans/{id}/sequences', { ...path, signal }),
    { keep: true },
  )
  return (
    <aside className="card plan-effect" aria-label="What it would do">
      <h2>What it would do</h2>
      <Shown of={whatIf} what="what it would do" lines={2}>
        {({ counts }) => (
          <p className="row" role="status">
            <span>
              <strong className="codes-number">{counts.added}</strong> new
            </span>
            <span>
              <strong className="codes-number">{counts.retired}</strong> retired
            </span>
            <span>
              <strong className="codes-number">{counts.revised}</strong> revised
            </span>
            <span className="soft">of {counts.codes} codes</span>
          </p>
        )}
      </Shown>
      <h3>Sequences</h3>
      <Shown of={sequences} what="its sequences" lines={3}>
        {({ after, findings, counts, unplaced }) => (
          <div className="stack">
            <p role="status">
              {after.length === 0 ? (
                'It touches no sequence.'
              ) : (
                <>
                  <strong>{breakWords(counts.breaks)}</strong>; of its pairs {counts.pairs.holds} hold,{' '}
                  {counts.pairs.breaks} break, {counts.pairs.unknown} nobody knows.
                </>
              )}
            </p>
            <ul className="plain-list">
              {after.map(sequence => {
                const lane = laneOf(
                  sequence,
                  findings.filter(({ schoolYear }) => schoolYear === plan.schoolYear),
                )
                return (
                  <li key={lane.key} className="row">
                    <HoldsTag state={lane.state} /> {sequence.pathway} <Code>{sequence.item}</Code>
                  </li>
                )
              })}
            </ul>
            {unplaced.map(({ path: where, message }) => (
              <p key={where}>{message}: a new code of this plan would stand on no pathway.</p>
            ))}
            {after.length > 0 && (
              <Link to={paths.codePlan(id, 'outcome')}>Lanes before and after, and every finding</Link>
            )}
          </div>
        )}
      </Shown>
      <PlanChecks plan={plan} />
    </aside>
  )
}
