import type { Answer } from '@cte-align/client'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { DataTable } from '../../parts/DataTable.tsx'
import { paths } from '../../paths.ts'
import { placeOf } from './row-faults.ts'

export type CourseTableReport = Answer<'credentials', '/imports/course-table', 'post'>

/** What a file says, and what in it needs a look: nothing is guessed and nothing removed. */
export function CourseTableReportView({ report, children }: { report: CourseTableReport; children: ReactNode }) {
  const { dryRun, edition, gaps, tidied, duplicates, variants, notListed, unknown } = report
  return (
    <section className="card stack" aria-labelledby="table-report">
      <h2 id="table-report">{dryRun ? 'What it would do' : 'Kept'}</h2>
      <p>
        {report.rows} rows by {report.layout}, {report.rules} rules for {report.courseCodes} course codes.{' '}
        {report.added} rules {dryRun ? 'would be' : 'are'} kept anew
        {report.unchanged > 0 && `, ${report.unchanged} were kept before from the same file`}.
        {report.joinedByTitle > 0 &&
          ` The codes of ${report.joinedByTitle} rules were found by titles alone: unverified.`}
        {report.storedAsNumbers > 0 && ` ${report.storedAsNumbers} course codes stand as numbers in the file.`}
      </p>
      <ul>
        <li>{duplicates.count} rows say what another says: taken once</li>
        <li>{variants.count} rows admit what another admits in other words: both are kept</li>
        <li>
          Not in the catalogue: {unknown.documents.count} documents, {unknown.authorizations.count} authorizations,{' '}
          {unknown.subjects.count} subjects
        </li>
        <li>
          In {notListed.against} and not here: {notListed.courseCodes.count} course codes, {notListed.rules.count} rules
          {notListed.unknown > 0 && `; of ${notListed.unknown} rules the file does not say`}. Nothing is removed
          anywhere.
          {notListed.rules.items.length > 0 && (
            <details>
              <summary>Which rules</summary>
              <p className="code">{notListed.rules.items.join(', ')}</p>
            </details>
          )}
        </li>
      </ul>
      {gaps.count > 0 && (
        <DataTable
          caption={`${gaps.count} gaps, kept as they are${gaps.items.length < gaps.count ? `; the first ${gaps.items.length}` : ''}`}
          rows={gaps.items}
          rowKey={({ at, gap }) => `${at} ${gap}`}
          columns={[
            { key: 'row', head: 'Row', rowHead: true, cell: ({ at }) => placeOf(at).row },
            { key: 'column', head: 'Column', cell: ({ at }) => placeOf(at).column },
            { key: 'gap', head: 'What is not said', cell: ({ gap }) => gap.replaceAll('-', ' ') },
            { key: 'code', head: 'Course code', cell: ({ courseCode }) => courseCode },
          ]}
        />
      )}
      {tidied.count > 0 && (
        <DataTable
          caption={`${tidied.count} cells read as something tidier${tidied.items.length < tidied.count ? `; the first ${tidied.items.length}` : ''}`}
          rows={tidied.items}
          rowKey={({ at }) => at}
          columns={[
            { key: 'row', head: 'Row', rowHead: true, cell: ({ at }) => placeOf(at).row },
            { key: 'column', head: 'Column', cell: ({ at }) => placeOf(at).column },
            { key: 'from', head: 'Stands there', cell: ({ from }) => JSON.stringify(from) },
            { key: 'to', head: 'Read as', cell: ({ to }) => JSON.stringify(to) },
          ]}
        />
      )}
      {dryRun ? (
        children
      ) : (
        <p className="row">
          <Link to={paths.ruleEdition(edition)}>Edition {edition}</Link>
          <Link to={paths.decoder({ from: 'current', to: `edition:${edition}` })}>
            Compare it with the decoder in force
          </Link>
        </p>
      )}
    </section>
  )
}
