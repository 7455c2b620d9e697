import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { SelectField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { isSchoolYear, thisSchoolYear, yearAfter } from '../school-years.ts'
import { YearField } from '../YearField.tsx'
import { FindingTable } from './FindingTable.tsx'
import { PairTable } from './PairTable.tsx'
import { useSectors } from './use-sectors.ts'

const DEFAULTS = { schoolYear: thisSchoolYear(), sector: '', certainty: '' }

/** Whether sequences hold from one school year to the next. */
export function ContinuityPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const { sector } = filters
  const from = isSchoolYear(filters.schoolYear) ? filters.schoolYear : DEFAULTS.schoolYear
  const to = yearAfter(from)
  const certainty = (['certain', 'unknown'] as const).find(each => each === filters.certainty)
  const sectors = useSectors()
  const answer = useAnswer(
    ['course-codes', 'continuity', from, to, sector, certainty],
    signal =>
      courseCodes.GET('/sequences/continuity', {
        params: { query: { from, to, ...(sector && { sector }), ...(certainty && { certainty }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <CodesPage
      title="From year to year"
      lead="Who took a concentrator in one year completes with a capstone of the next. What the sources do not say is unknown, never a certain break."
      crumbs={[{ text: 'Sequences', to: paths.sequences() }]}
    >
      <search className="filters codes-filters">
        <YearField label="First year" value={from} onChange={schoolYear => set({ schoolYear })} />
        <SelectField label="Sector" value={sector} onChange={sector => set({ sector })} options={sectors} />
        <SelectField
          label="Show"
          value={filters.certainty}
          onChange={certainty => set({ certainty })}
          options={[
            ['', 'All findings'],
            ['certain', 'Certain ones'],
            ['unknown', 'What nobody knows'],
          ]}
        />
      </search>
      <Shown of={answer} what="continuity" lines={12}>
        {({ counts, findings, pairs, note }) => (
          <div className="stack">
            <p role="status" className="small">
              From {from} to {to}: of {pairs.length} pairs of concentrator and capstone {counts.pairs.holds} hold,{' '}
              <strong>{counts.pairs.breaks} break</strong>, {counts.pairs.unknown} nobody knows.
            </p>
            {findings.length === 0 ? (
              <p className="empty">Nothing is found.</p>
            ) : (
              <FindingTable caption={`${findings.length} findings`} findings={findings} />
            )}
            {pairs.length > 0 && <PairTable caption={`${pairs.length} pairs`} pairs={pairs} />}
            <p className="small soft">{note}.</p>
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
