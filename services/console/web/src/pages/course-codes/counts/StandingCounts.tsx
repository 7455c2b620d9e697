import type { Item } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SelectField } from '../../../parts/Field.tsx'
import { More, Shown } from '../../../parts/Shown.tsx'
import { dayText } from '../../../parts/times.ts'
import { CodeLink } from '../CodeLink.tsx'
import { isSchoolYear, thisSchoolYear, yearsToChoose } from '../school-years.ts'
import { CountText } from './CountText.tsx'

type Count = Item<'course-codes', '/aggregates', 'get'>
interface Values {
  schoolYear: string
  measure: string
}
const MEASURES = ['sections', 'pupils'] as const
const COLUMNS: Column<Count>[] = [
  { key: 'code', head: 'Code', rowHead: true, cell: ({ key }) => <CodeLink code={key} /> },
  { key: 'year', head: 'School year', cell: ({ schoolYear }) => schoolYear },
  { key: 'measure', head: 'Counted', cell: ({ measure }) => measure },
  { key: 'count', head: 'Count', number: true, cell: row => <CountText {...row} /> },
  { key: 'asOf', head: 'As of', cell: ({ asOf }) => dayText(asOf) },
]

/** The counts that stand: of each code, year and measure the newest. */
export function StandingCounts({ filters, set }: { filters: Values; set: (changes: Partial<Values>) => void }) {
  const schoolYear = isSchoolYear(filters.schoolYear) ? filters.schoolYear : undefined
  const measure = MEASURES.find(each => each === filters.measure)
  const counts = usePages(
    ['course-codes', 'aggregates', schoolYear, measure],
    (cursor, signal) =>
      courseCodes.GET('/aggregates', {
        params: {
          query: {
            limit: 200,
            ...(schoolYear && { schoolYear }),
            ...(measure && { measure }),
            ...(cursor && { cursor }),
          },
        },
        signal,
      }),
    { keep: true },
  )
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">Counts that stand</h2>
      <div className="filters codes-filters">
        <SelectField
          label="School year"
          value={filters.schoolYear}
          onChange={value => set({ schoolYear: value })}
          options={[
            ['', 'Any year'],
            ...yearsToChoose(filters.schoolYear || thisSchoolYear()).map(year => [year, year] as const),
          ]}
        />
        <SelectField
          label="Counted"
          value={filters.measure}
          onChange={value => set({ measure: value })}
          options={[['', 'Anything'], ...MEASURES.map(each => [each, each] as const)]}
        />
      </div>
      <Shown
        of={counts}
        what="the counts"
        lines={4}
        empty="Nobody has loaded such counts: how much hangs on a code is unknown."
      >
        {rows => (
          <div className="stack">
            <DataTable
              caption="The newest of each code, year and measure"
              columns={COLUMNS}
              rows={rows}
              rowKey={({ key, schoolYear: year, measure: of }) => `${key} ${year} ${of}`}
            />
            <More {...counts} shown={rows.length} what="counts" />
          </div>
        )}
      </Shown>
    </section>
  )
}
