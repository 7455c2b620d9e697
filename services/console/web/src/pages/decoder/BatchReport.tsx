import type { Answer } from '@cte-align/client'
import { DataTable } from '../../parts/DataTable.tsx'
import { VERDICTS, type Verdict } from './holder.ts'
import { RowFaults } from './RowFaults.tsx'

export type HoldersReport = Exclude<Answer<'credentials', '/holder-check/batch', 'post'>, string>

const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[]

/** What came of a file: counts by verdict and course code, and each row in error. */
export function BatchReport({ report }: { report: HoldersReport }) {
  const { dryRun, rows, profiles, holders, verdicts, errors, byCourseCode, byDoubt } = report
  return (
    <div className="card stack">
      <p>
        {rows} rows, {profiles} profiles for {holders} holders
        {dryRun ? '; only looked for errors.' : `; on ${report.censusDate}, by ${report.decoder}.`}{' '}
        {errors.count === 0
          ? 'No row is in error.'
          : `${errors.rows} rows in error, which take ${errors.profiles} profiles out.`}
      </p>
      {!dryRun && (
        <>
          <ul className="plain-list row counts">
            {VERDICT_NAMES.map(verdict => (
              <li key={verdict} className="count">
                <strong>{verdicts[verdict]}</strong> {VERDICTS[verdict].answer}
              </li>
            ))}
          </ul>
          <DataTable
            caption="Holders by course code"
            rows={byCourseCode}
            rowKey={({ key }) => key}
            columns={[
              { key: 'code', head: 'Course code', rowHead: true, cell: ({ key }) => key },
              ...VERDICT_NAMES.map(verdict => ({
                key: verdict,
                head: VERDICTS[verdict].answer,
                number: true,
                cell: (row: HoldersReport['byCourseCode'][number]) => row[verdict],
              })),
            ]}
          />
          {byDoubt.length > 0 && (
            <p className="small">
              In doubt by:{' '}
              {byDoubt.map(({ doubt, holders: many }) => `${doubt.replaceAll('-', ' ')} (${many})`).join(', ')}
            </p>
          )}
        </>
      )}
      <RowFaults faults={errors.list} total={errors.count} />
    </div>
  )
}
