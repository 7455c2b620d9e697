import { Link } from 'react-router'
import { Alert } from '../../parts/Alert.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import type { DecisionsReport } from './flag-types.ts'
import { standingInWords } from './step.ts'
import type { Queue } from './use-queue.ts'

interface DecisionsReportViewProps {
  queue: Queue
  report: DecisionsReport
  busy: boolean
  onTake: () => void
}

/** What a file of decisions would do, or has done: row by row, the faulty ones named. */
export function DecisionsReportView({ queue, report, busy, onTake }: DecisionsReportViewProps) {
  const { dryRun, rows, passedOver, done, decided, faulty, errors, changes, action } = report
  return (
    <div className="stack" role="status">
      <p>
        <strong>{decided}</strong> {decided === 1 ? 'decision' : 'decisions'} in {rows} rows; {passedOver} without an
        entry{done > 0 && `, ${done} taken before`}
        {faulty > 0 && `, ${faulty} ${faulty === 1 ? 'fault' : 'faults'}`}. {dryRun && 'Nothing has been changed yet.'}
      </p>
      {faulty > 0 && (
        <Alert kind="warning" heading="Rows with a fault are left out">
          <ul>
            {errors.map(({ path, message }) => (
              <li key={`${path}${message}`}>
                <Code>{path}</Code> {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {changes.length > 0 && (
        <DataTable
          caption={dryRun ? 'What would be decided' : 'What was decided'}
          columns={columnsOf(queue)}
          rows={changes}
          rowKey={row => String(row.row)}
        />
      )}
      {dryRun && decided > 0 && (
        <button type="button" className="usa-button" disabled={busy} onClick={onTake}>
          {busy ? 'One moment …' : `Take ${decided} ${decided === 1 ? 'decision' : 'decisions'}`}
        </button>
      )}
      {action && (
        <p>
          Taken: <Link to={paths.bulkAction(queue.agency, action)}>what became of them, and how to take them back</Link>
        </p>
      )}
    </div>
  )
}

const columnsOf = ({ agency }: Queue): Column<DecisionsReport['changes'][number]>[] => [
  { key: 'row', head: 'Row', number: true, cell: ({ row }) => row },
  {
    key: 'flag',
    head: 'Flag',
    rowHead: true,
    cell: ({ id, dependent }) => (
      <Link to={paths.flag(agency, id)}>
        <Code>{dependent.key}</Code>
      </Link>
    ),
  },
  { key: 'before', head: 'Stands', cell: ({ before }) => standingInWords(before) },
  { key: 'after', head: 'Becomes', cell: ({ after }) => standingInWords(after) },
]
