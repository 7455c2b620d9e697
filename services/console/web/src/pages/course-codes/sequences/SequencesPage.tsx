import { useEffect } from 'react'
import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer, usePages } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { isSchoolYear, thisSchoolYear } from '../school-years.ts'
import { HoldsTag, Lanes } from './Lanes.tsx'
import { brokenFirst, countLanes, LANE_STATES, laneOf } from './lanes.ts'
import { SequenceFilters } from './SequenceFilters.tsx'
import { SequenceTable } from './SequenceTable.tsx'
import { useTitles } from './use-titles.ts'

export const SEQUENCE_FILTERS = {
  schoolYear: thisSchoolYear(),
  q: '',
  sector: '',
  pathway: '',
  state: '',
  view: 'lanes',
}

/** Every pathway's sequence in a school year: as lanes, or as a table of the same rows. */
export function SequencesPage() {
  const { filters, set, active, clear } = useFilters(SEQUENCE_FILTERS)
  const { q, sector, pathway } = useLate(filters)
  const year = isSchoolYear(filters.schoolYear) ? filters.schoolYear : SEQUENCE_FILTERS.schoolYear
  const asked = { ...(q.trim() && { q: q.trim() }), ...(sector && { sector }), ...(pathway && { pathway }) }
  const sequences = usePages(
    ['course-codes', 'sequences', year, asked],
    (cursor, signal) =>
      courseCodes.GET('/sequences', {
        params: { query: { ...asked, schoolYear: year, limit: 200, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const { more, loadingMore, loadMore } = sequences
  useEffect(() => {
    if (more && !loadingMore) loadMore()
  }, [more, loadingMore, loadMore])
  const within = useAnswer(
    ['course-codes', 'continuity', year, year, sector],
    signal =>
      courseCodes.GET('/sequences/continuity', {
        params: { query: { from: year, to: year, ...(sector && { sector }) } },
        signal,
      }),
    { keep: true },
  )
  const titles = useTitles(year)

  return (
    <CodesPage
      title="Sequences"
      lead="A pathway's codes from introductory to capstone. A sequence holds when it has a concentrator and a capstone; breaks are marked."
      actions={
        <>
          <Link className="usa-button usa-button--outline" to={paths.continuity({ schoolYear: year })}>
            From year to year
          </Link>
          <Link className="usa-button usa-button--outline" to={paths.sequencesWhatIf({ schoolYear: year })}>
            What if …
          </Link>
        </>
      }
    >
      <SequenceFilters filters={filters} set={set} active={active} clear={clear} />
      {within.error && (
        <Problem
          error={within.error}
          title="Could not read what breaks; lanes show what is missing alone"
          again={within.again}
        />
      )}
      <Shown of={sequences} what="the sequences" lines={14} empty="No pathway is so. Clear a filter to see more.">
        {rows => {
          const all = rows.map(row => laneOf(row, within.data?.findings))
          const lanes = brokenFirst(all.filter(({ state }) => filters.state === '' || state === filters.state))
          const counts = countLanes(all)
          return (
            <div className="stack">
              <p className="row small" role="status">
                <strong className="codes-number">{rows.length}</strong> sequences in {year}:
                {LANE_STATES.map(state => (
                  <span key={state} className="row">
                    {counts[state]} <HoldsTag state={state} />
                  </span>
                ))}
              </p>
              <h2 className="hidden-visually">By pathway</h2>
              {lanes.length === 0 && <p className="empty">None of them is so.</p>}
              {filters.view === 'table' ? (
                <SequenceTable lanes={lanes} schoolYear={year} />
              ) : (
                <Lanes lanes={lanes} titles={titles} schoolYear={year} />
              )}
              <p className="small soft">{sequences.first?.note}.</p>
            </div>
          )
        }}
      </Shown>
    </CodesPage>
  )
}
