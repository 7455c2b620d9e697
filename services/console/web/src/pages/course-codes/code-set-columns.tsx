import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import type { Column } from '../../parts/DataTable.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { orUnknown, ValidTag, yearsText } from './standing.tsx'

type Row = Item<'course-codes', '/code-sets/{schoolYear}', 'get'>

/** What a row of a year's code set shows. */
export const codeSetColumns = (schoolYear: string): Column<Row>[] => [
  {
    key: 'code',
    head: 'Code',
    rowHead: true,
    sortBy: row => row.code,
    cell: ({ code }) => (
      <Link to={paths.courseCode(code, { schoolYear })}>
        <Code>{code}</Code>
      </Link>
    ),
  },
  { key: 'title', head: 'Title', sortBy: row => row.title, cell: row => row.title },
  { key: 'level', head: 'Level', sortBy: row => row.level ?? '', cell: row => orUnknown(row.level) },
  {
    key: 'pathway',
    head: 'Pathway',
    sortBy: row => row.pathwayName ?? '',
    cell: ({ pathwayName, pathwayCode }) => (
      <>
        {orUnknown(pathwayName, 'No source states its pathway')} {pathwayCode !== null && <Code>{pathwayCode}</Code>}
      </>
    ),
  },
  { key: 'sector', head: 'Sector', sortBy: row => row.sectorName ?? '', cell: row => orUnknown(row.sectorName) },
  { key: 'years', head: 'Years', cell: row => yearsText(row) },
  {
    key: 'valid',
    head: `May be submitted in ${schoolYear}`,
    sortBy: row => row.valid,
    cell: ({ valid, why }) => (
      <span title={why}>
        <ValidTag valid={valid} short />
      </span>
    ),
  },
]
