import { Link } from 'react-router'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Code, SEVERITY_ORDER, SeverityTag, StateTag, Unverified } from '../../parts/Tags.tsx'
import { type ImpactOf, paths } from '../../paths.ts'
import { DOUBTS, HAPPENED, itemInWords, pathInWords, plainText, type Told } from '../../why/why-in-words.ts'
import { ExportRows } from './ExportRows.tsx'
import { AGENCY_WORDS, KIND_WORDS } from './impact-filters.ts'
import { dependentId, type ImpactModel, type Row } from './impact-model.ts'

interface TableViewProps {
  model: ImpactModel
  told: Told
  of: ImpactOf
  /** Of the dependents that match. */
  total: number | undefined
  onChoose: (node: string) => void
}

/** The graph's rows, one for each change as it touches one dependent. */
export function TableView({ model: { rows }, told, of, total, onChoose }: TableViewProps) {
  const dependents = new Set(rows.map(({ hit }) => dependentId(hit.dependent))).size
  const many = `${rows.length} causes of ${dependents}${total !== undefined && total > dependents ? ` of ${total}` : ''} dependents`
  return (
    <>
      <DataTable
        caption={`${many}: the same as in the graph. Enter on a row shows all of it.`}
        columns={columnsOf(told, 'release' in of)}
        rows={rows}
        rowKey={({ key }) => key}
        onOpen={({ hit }) => onChoose(dependentId(hit.dependent))}
      />
      <ExportRows rows={rows} told={told} of={of} />
    </>
  )
}

/** Without links but for the flag's: whoever walks the rows by keyboard is not held up by each; Enter shows the rest. */
const columnsOf = (told: Told, flagged: boolean): Column<Row>[] => [
  {
    key: 'dependent',
    head: 'Dependent',
    rowHead: true,
    width: '14rem',
    sortBy: ({ hit }) => hit.dependent.key,
    cell: ({ hit: { dependent } }) => (
      <>
        <Code>{dependent.key}</Code> <span className="small soft">{KIND_WORDS[dependent.kind]}</span>
        <div className="impact-title">{dependent.title}</div>
      </>
    ),
  },
  {
    key: 'severity',
    head: 'Severity',
    sortBy: ({ hit }) => SEVERITY_ORDER.indexOf(hit.severity),
    cell: ({ hit, cause }) => (
      <>
        <SeverityTag severity={hit.severity} />
        {cause.severity !== hit.severity && <div className="small soft">this cause: {cause.severity}</div>}
      </>
    ),
  },
  {
    key: 'change',
    head: 'What happened',
    sortBy: ({ cause: { change } }) => `${change.class} ${change.item.key}`,
    cell: ({ cause: { change } }) => `${HAPPENED[change.class]}: ${itemInWords(change.item)}`,
  },
  {
    key: 'why',
    head: 'Why it is hit',
    width: '24rem',
    cell: ({ cause: { change, paths: ways, doubts } }) => (
      <>
        {plainText(pathInWords(ways[0]!, change, told))}
        {ways.length > 1 && <span className="soft"> And {ways.length - 1} more ways.</span>}{' '}
        {doubts.length > 0 && <Unverified why={doubts.map(doubt => DOUBTS[doubt]).join('; ')} />}
      </>
    ),
  },
  {
    key: 'agency',
    head: 'Agency',
    sortBy: ({ hit }) => AGENCY_WORDS[hit.agency],
    cell: ({ hit }) => AGENCY_WORDS[hit.agency],
  },
  {
    key: 'sectors',
    head: 'Sectors on the way',
    sortBy: ({ hit }) => hit.sectors.join(),
    cell: ({ hit: { sectors } }) => sectors.map(sector => sector.split(':')[1]).join(', '),
  },
  ...(flagged ? [flagColumn] : []),
]

const flagColumn: Column<Row> = {
  key: 'flag',
  head: 'Flag',
  sortBy: ({ hit }) => hit.flag?.state ?? '',
  cell: ({ hit }) =>
    hit.flag && (
      <Link to={paths.flag(hit.agency, hit.flag.id)} aria-label={`Flag of ${hit.dependent.key}, ${hit.flag.state}`}>
        <StateTag state={hit.flag.state} />
      </Link>
    ),
}
