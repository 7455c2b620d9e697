import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { CodeLink, CodeList } from '../CodeLink.tsx'
import { HoldsTag } from './Lanes.tsx'

export interface PairRow {
  framework: string
  pathway: string
  concentrator: string
  capstone: string
  state: 'holds' | 'breaks' | 'unknown'
  by: string[]
  why: string
}

const COLUMNS: Column<PairRow>[] = [
  { key: 'state', head: 'Holds', sortBy: row => row.state, cell: row => <HoldsTag state={row.state} /> },
  {
    key: 'pathway',
    head: 'Pathway',
    rowHead: true,
    sortBy: row => row.pathway,
    cell: row => <Code>{row.pathway}</Code>,
  },
  { key: 'concentrator', head: 'Concentrator, first year', cell: row => <CodeLink code={row.concentrator} /> },
  { key: 'capstone', head: 'Capstone', cell: row => <CodeLink code={row.capstone} /> },
  { key: 'by', head: 'Completed by, year after', cell: row => <CodeList codes={row.by} none="no code" /> },
  { key: 'why', head: 'Why', cell: row => row.why },
]

/** Whether who took a concentrator in one year can complete in the next, pair by pair. */
export const PairTable = ({ caption, pairs }: { caption: string; pairs: readonly PairRow[] }) => (
  <DataTable
    caption={caption}
    columns={COLUMNS}
    rows={pairs}
    rowKey={row => `${row.framework} ${row.pathway} ${row.concentrator} ${row.capstone}`}
  />
)
