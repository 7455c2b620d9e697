import type { Answer } from '@cte-align/client'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SeverityTag, StateTag } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { CodeLink } from '../CodeLink.tsx'
import { CountText } from './CountText.tsx'

type Flag = Answer<'course-codes', '/impact-weights', 'get'>['flags'][number]

/** The flags of a release, the heaviest first. */
export function WeightTable({ flags, measure }: { flags: readonly Flag[]; measure: string }) {
  const columns: Column<Flag>[] = [
    {
      key: 'code',
      head: 'Code',
      rowHead: true,
      sortBy: row => row.key,
      cell: ({ key, title }) => (
        <>
          <CodeLink code={key} /> {title}
        </>
      ),
    },
    {
      key: 'severity',
      head: 'Severity',
      sortBy: row => row.severity,
      cell: row => <SeverityTag severity={row.severity} />,
    },
    {
      key: 'state',
      head: 'Flag',
      cell: ({ flag, state }) => (
        <Link to={paths.flag('calpads', flag)}>
          <StateTag state={state} />
        </Link>
      ),
    },
    { key: 'sectors', head: 'Sectors', cell: row => row.sectors.join(', ') },
    {
      key: 'count',
      head: measure,
      number: true,
      sortBy: row => row.count ?? -1,
      cell: row => <CountText {...row} />,
    },
  ]
  return <DataTable caption={`Flags by ${measure}`} columns={columns} rows={flags} rowKey={({ flag }) => flag} />
}
