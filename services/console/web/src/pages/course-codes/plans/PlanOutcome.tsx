import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Comparison } from '../editions/Comparison.tsx'
import { FindingTable } from '../sequences/FindingTable.tsx'
import { Lanes } from '../sequences/Lanes.tsx'
import { laneOf } from '../sequences/lanes.ts'
import { PairTable } from '../sequences/PairTable.tsx'
import { useTitles } from '../sequences/use-titles.ts'
import { newTitles } from './entry-form.ts'
import type { Plan } from './PlanPage.tsx'
import { effectKey, useEntries } from './plan-data.ts'

/** All that a draft would do: sequences before and after, every finding, and the code set row by row. */
export function PlanOutcome({ plan }: { plan: Plan }) {
  const { id, version, schoolYear } = plan
  const params = { path: { id } }
  const sequences = useAnswer(
    effectKey({ id, version }, 'sequences'),
    signal => courseCodes.GET('/code-plans/{id}/sequences', { params, signal }),
    { keep: true },
  )
  const whatIf = useAnswer(
    effectKey({ id, version }, 'what-if'),
    signal => courseCodes.GET('/code-plans/{id}/what-if', { params, signal }),
    { keep: true },
  )
  const entries = useEntries(id)
  const titles = useTitles(schoolYear)
  const made = newTitles(entries.data ?? [])
  const all = new Map([...titles, ...made])
  return (
    <>
      <h2>Sequences it touches</h2>
      <Shown of={sequences} what="its sequences" lines={8}>
        {({ before, after, from, to, findings, pairs, note }) => (
          <div className="stack">
            {after.length === 0 && <p className="empty">What is decided so far touches no sequence.</p>}
            {after.length > 0 && (
              <div className="columns">
                <div>
                  <h3>As it stands, {to}</h3>
                  <Lanes lanes={before.map(each => laneOf(each))} titles={all} schoolYear={to} />
                </div>
                <div>
                  <h3>With the plan, {to}</h3>
                  <Lanes
                    lanes={after.map(each =>
                      laneOf(
                        each,
                        findings.filter(({ schoolYear: year }) => year === to),
                      ),
                    )}
                    titles={all}
                    schoolYear={to}
                    marked={new Set(made.keys())}
                  />
                </div>
              </div>
            )}
            {findings.length > 0 && (
              <FindingTable
                caption={`What is found from ${from} to ${to}, what the plan brings first`}
                findings={findings.toSorted((a, b) => Number(a.already) - Number(b.already))}
              />
            )}
            {pairs.length > 0 && <PairTable caption={`Concentrator in ${from}, capstone in ${to}`} pairs={pairs} />}
            <p className="small soft">{note}.</p>
          </div>
        )}
      </Shown>
      <h2>The code set of {schoolYear}</h2>
      <Shown of={whatIf} what="the code set" lines={6}>
        {({ comparison, withBase }) => (
          <>
            <Comparison of={comparison} caption="As it stands, and with the plan" />
            {withBase && (
              <>
                <h3>With the edition that it starts from, {plan.base}</h3>
                <Comparison of={withBase} caption={`Edition ${plan.base}, and with the plan`} />
              </>
            )}
          </>
        )}
      </Shown>
    </>
  )
}
