import { DataTable } from '../../parts/DataTable.tsx'
import { placeOf } from './row-faults.ts'

interface RowFaultsProps {
  faults: readonly { path: string; message: string }[]
  total: number
}

/** What is wrong in a file, by row and column. */
export function RowFaults({ faults, total }: RowFaultsProps) {
  if (faults.length === 0) return null
  return (
    <DataTable
      caption={total > faults.length ? `The first ${faults.length} of ${total} faults` : 'Faults'}
      rows={faults}
      rowKey={({ path, message }) => `${path} ${message}`}
      columns={[
        { key: 'row', head: 'Row', rowHead: true, cell: ({ path }) => placeOf(path).row },
        { key: 'column', head: 'Column', cell: ({ path }) => placeOf(path).column },
        { key: 'message', head: 'What is wrong', cell: ({ message }) => message },
      ]}
    />
  )
}
