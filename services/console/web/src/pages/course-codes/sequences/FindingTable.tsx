import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Code, Tag } from '../../../parts/Tags.tsx'
import { CodeList } from '../CodeLink.tsx'

export interface FindingRow {
  code: string
  certainty: 'certain' | 'unknown'
  schoolYear: string | null
  pathway: { framework: string; item: string; name: string } | null
  courseCodes: string[]
  message: string
  already?: boolean
}

/** What the service's codes say, in words. */
const WORDS: Record<string, string> = {
  CTE_SEQUENCE_BROKEN: 'Concentrator and capstone part ways',
  CTE_LEVEL_MISSING: 'A level is missing',
  CTE_MID_SEQUENCE_BROKEN: 'Pupils in the middle cannot complete',
  CTE_SUCCESSOR_UNKNOWN: 'Nobody says what follows',
  CTE_INTRODUCTORY_SHARED: 'One introductory code serves several pathways',
}
export const findingWords = (code: string): string => WORDS[code] ?? code

/** A certain break, or something that nobody knows; a shared introductory code is neither. */
export function FindingTag({ finding: { code, certainty } }: { finding: Pick<FindingRow, 'code' | 'certainty'> }) {
  if (code === 'CTE_INTRODUCTORY_SHARED') return <Tag kind="notice">no break</Tag>
  return certainty === 'certain' ? (
    <Tag kind="breaking">
      <span aria-hidden="true">✕</span> certain
    </Tag>
  ) : (
    <Tag kind="unsure">
      <span aria-hidden="true">?</span> unknown
    </Tag>
  )
}

const COLUMNS: Column<FindingRow>[] = [
  { key: 'certainty', head: 'Certain?', sortBy: row => row.certainty, cell: row => <FindingTag finding={row} /> },
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    sortBy: row => row.code,
    cell: ({ code, already }) => (
      <>
        {findingWords(code)} {already && <span className="soft">(so already)</span>}
        <div className="small soft">
          <Code>{code}</Code>
        </div>
      </>
    ),
  },
  {
    key: 'pathway',
    head: 'Pathway',
    sortBy: row => row.pathway?.item ?? '',
    cell: ({ pathway }) =>
      pathway === null ? (
        <span className="soft">no one pathway</span>
      ) : (
        <>
          {pathway.name} <Code>{pathway.item}</Code>
        </>
      ),
  },
  { key: 'year', head: 'Year', sortBy: row => row.schoolYear ?? '', cell: row => row.schoolYear ?? 'unknown' },
  { key: 'codes', head: 'Codes', cell: row => <CodeList codes={row.courseCodes} /> },
  { key: 'message', head: 'In words', cell: row => row.message },
]

export const FindingTable = ({ caption, findings }: { caption: string; findings: readonly FindingRow[] }) => (
  <DataTable
    caption={caption}
    columns={COLUMNS}
    rows={findings}
    rowKey={row => `${row.code} ${row.schoolYear} ${row.pathway?.item} ${row.message}`}
  />
)
