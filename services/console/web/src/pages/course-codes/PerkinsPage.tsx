import type { Answer } from '@cte-align/client'
import { courseCodes } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code, Tag, Unverified } from '../../parts/Tags.tsx'
import { CodeLink } from './CodeLink.tsx'
import { CodesPage } from './CodesPage.tsx'
import { files } from './file-links.ts'
import { ValidTag } from './standing.tsx'
import { useYear } from './use-year.ts'
import { YearField } from './YearField.tsx'

type View = Answer<'course-codes', '/perkins/view', 'get'>
type Group = View['bySector'][number]
type Row = View['rows'][number]

const count = ({ count: sum, counted }: Group['sections']) =>
  sum === null ? <span className="soft">not loaded</span> : `${sum.toLocaleString('en-US')} (of ${counted} codes)`
const groupColumns = (what: string): Column<Group>[] => [
  {
    key: 'key',
    head: what,
    rowHead: true,
    cell: ({ key, title }) =>
      key === null ? (
        <span className="soft">of none, or of several</span>
      ) : (
        <>
          {title} <Code>{key}</Code>
        </>
      ),
  },
  { key: 'codes', head: 'Codes', number: true, sortBy: row => row.codes, cell: row => row.codes },
  {
    key: 'unverified',
    head: 'By drafts',
    number: true,
    cell: ({ unverified }) =>
      unverified === 0 ? (
        0
      ) : (
        <>
          {unverified} <Unverified />
        </>
      ),
  },
  {
    key: 'pathways',
    head: 'Pathways complete / incomplete / unknown',
    cell: ({ pathways }) => `${pathways.complete} / ${pathways.incomplete} / ${pathways.unknown}`,
  },
  { key: 'sections', head: 'Sections', number: true, cell: row => count(row.sections) },
  { key: 'pupils', head: 'Pupils', number: true, cell: row => count(row.pupils) },
]
const ROWS: Column<Row>[] = [
  {
    key: 'code',
    head: 'Code',
    rowHead: true,
    sortBy: row => row.code,
    cell: ({ code, title }) => (
      <>
        <CodeLink code={code} /> {title}
      </>
    ),
  },
  { key: 'inForce', head: 'In force', sortBy: row => row.inForce, cell: row => <ValidTag valid={row.inForce} short /> },
  {
    key: 'sector',
    head: 'Sector',
    sortBy: row => row.sector ?? '',
    cell: ({ sector, alsoSectors }) => [sector ?? 'none', ...alsoSectors].join(', '),
  },
  { key: 'pathways', head: 'Pathways', cell: ({ pathways }) => pathways.join(', ') },
  { key: 'cluster', head: 'Cluster', sortBy: row => row.cluster, cell: row => row.cluster },
]

/** What Perkins reports count: by the sectors of 2013 and by clusters, side by side. */
export function PerkinsPage() {
  const { year, setYear } = useYear()
  const answer = useAnswer(
    ['course-codes', 'perkins', year],
    signal => courseCodes.GET('/perkins/view', { params: { query: { schoolYear: year } }, signal }),
    { keep: true },
  )
  return (
    <CodesPage
      title="Perkins"
      lead="Course codes by sector and by cluster side by side, with totals that reconcile."
      actions={
        <>
          <a
            className="usa-button usa-button--outline"
            href={files.perkins({ schoolYear: year, format: 'csv' })}
            download
          >
            CSV
          </a>
          <a
            className="usa-button usa-button--outline"
            href={files.perkins({ schoolYear: year, format: 'xlsx' })}
            download
          >
            xlsx
          </a>
        </>
      }
    >
      <div className="filters codes-filters">
        <YearField value={year} onChange={setYear} />
      </div>
      <Shown of={answer} what="the Perkins view" lines={14}>
        {({ reportsBy, because, rows, bySector, byCluster, reconciled, notes }) => (
          <div className="stack">
            <p role="status">
              Reports of {year} go by{' '}
              {reportsBy === 'unknown' ? <Tag kind="unsure">unknown</Tag> : <strong>{reportsBy}</strong>}.{' '}
              <span className="small soft">{because.join('. ')}.</span>
            </p>
            <p>
              {reconciled.codes} codes: {reconciled.bySector} by sector, each once; {reconciled.byCluster} by cluster,
              as {reconciled.inSeveral} lie in several. {reconciled.none} have none, {reconciled.unmapped} nobody has
              mapped.
            </p>
            <DataTable
              caption="By sector"
              columns={groupColumns('Sector')}
              rows={bySector}
              rowKey={({ key }) => key ?? ''}
            />
            <DataTable
              caption="By cluster"
              columns={groupColumns('Cluster')}
              rows={byCluster}
              rowKey={({ key }) => key ?? ''}
            />
            <DataTable caption="Code by code" columns={ROWS} rows={rows} rowKey={({ code }) => code} />
            <ul className="small soft">
              {notes.map(note => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
