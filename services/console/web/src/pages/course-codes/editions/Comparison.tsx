import type { Answer } from '@cte-align/client'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { CodeLink } from '../CodeLink.tsx'

type Compared = Answer<'course-codes', '/code-set-editions/compare', 'get'>
interface Row {
  key: string
  code: string
  what: string
  from: string | null
  to: string | null
}

const FIELDS: Record<string, string> = {
  title: 'Title',
  description: 'Description',
  level: 'Level',
  sectorName: 'Sector',
  pathwayName: 'Pathway',
  pathwayCode: 'Pathway number',
  effectiveFrom: 'First year',
  effectiveTo: 'Last year',
}
const cell = (text: string | null) => text ?? <span className="soft">unknown</span>

const COLUMNS: Column<Row>[] = [
  { key: 'code', head: 'Code', rowHead: true, sortBy: row => row.code, cell: ({ code }) => <CodeLink code={code} /> },
  { key: 'what', head: 'What', sortBy: row => row.what, cell: ({ what }) => what },
  { key: 'from', head: 'Before', cell: ({ from }) => cell(from) },
  { key: 'to', head: 'After', cell: ({ to }) => cell(to) },
]

/** What differs between two code sets, a row for each field of each code. */
export function Comparison({
  of: { counts, added, gone, changed, shown },
  caption,
}: {
  of: Compared
  caption: string
}) {
  const rows: Row[] = [
    ...added.map(({ code, title }) => ({ key: `${code} added`, code, what: 'Added', from: '', to: title })),
    ...gone.map(({ code, title }) => ({ key: `${code} gone`, code, what: 'Not listed any more', from: title, to: '' })),
    ...changed.map(({ code, field, from, to }) => ({
      ...{ key: `${code} ${field}`, code, what: FIELDS[field] ?? field, from, to },
    })),
  ]
  const fields = Object.entries(FIELDS).flatMap(([field, name]) => {
    const count = Reflect.get(counts, field)
    return typeof count === 'number' && count > 0 ? [`${name.toLowerCase()} ${count}`] : []
  })
  return (
    <div className="stack">
      <p role="status">
        {counts.added} added, {counts.gone} not listed any more, {counts.unchanged} unchanged
        {fields.length > 0 && `; changed: ${fields.join(', ')}`}.
      </p>
      {rows.length === 0 ? (
        <p className="empty">They are alike.</p>
      ) : (
        <DataTable caption={caption} columns={COLUMNS} rows={rows} rowKey={({ key }) => key} />
      )}
      {Math.max(added.length, gone.length, changed.length) >= shown && (
        <p className="small soft">The first {shown} of each list are shown; the counts are of all.</p>
      )}
    </div>
  )
}
