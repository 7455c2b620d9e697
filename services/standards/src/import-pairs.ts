import { findItem, type Tree } from '@cte-align/impact'
import {
  type Column,
  type FieldError,
  type Reading,
  readTable,
  type Sheet,
  type Table,
  type TableRow,
  textOf,
} from '@cte-align/service'
import type { RelationDoc } from './crosswalk.ts'
import type { Ends } from './import-crosswalk.ts'
import { planRelations, type RelationRow, type RelationsPlan } from './plan-relations.ts'
import { endIn } from './relation-ends.ts'
import { readCode, SCHEMES, type Scheme, type SchemeName } from './schemes.ts'

/** The publishers' tables of pairs: which scheme stands at which end. Advance CTE names clusters by their titles. */
export const LAYOUTS = {
  'cluster-cip': { from: 'cluster', to: 'cip' },
  'cluster-soc': { from: 'cluster', to: 'soc' },
  'cip-soc': { from: 'cip', to: 'soc' },
  'top-cip': { from: 'top', to: 'cip' },
} as const satisfies Record<string, { from: SchemeName | 'cluster'; to: SchemeName }>
export type LayoutName = keyof typeof LAYOUTS

export interface PairsFile {
  layout: LayoutName
  crosswalk: string
  source: string
  verified: boolean
  sheet?: string | undefined
  /** Rows that name an item we do not have are left out and reported, instead of refusing the file. */
  leaveOutUnknown: boolean
}

export interface PairsReport {
  sheet: string | null
  headings: number
  repeated: number
  /** Explicit nones, from the publishers' codes for "no match". */
  none: number
  tidied: Reading['tidied']
  leftOut: { at: string; message: string }[]
}

type Columns = 'from' | 'to' | 'cluster' | 'subCluster'
type Row = TableRow<Columns>
/** An item; or the publisher's word that there is none; or nothing that could be found. */
type Found = { id: string } | 'nothing' | undefined

/** A publisher's table of pairs as drafts, `related`: the tables do not say how the two stand to each other. */
export function planPairs(
  sheets: Sheet[],
  asked: PairsFile,
  ends: Ends,
  known: RelationDoc[],
  author: string,
): RelationsPlan & { report: PairsReport } {
  const layout = LAYOUTS[asked.layout]
  const table: Table<Columns> = readTable(sheets, columnsOf(layout), asked.sheet)
  const reading: Reading = { faults: [...table.faults], tidied: [] }
  const unknown: FieldError[] = []
  const clusters = layout.from === 'cluster' ? titlesOf(ends.from) : new Map()
  const read = table.rows.flatMap(row => {
    const from =
      layout.from === 'cluster'
        ? clusterOf(row, clusters, reading, unknown)
        : itemOf(SCHEMES[layout.from], row, 'from', ends.from, reading, unknown)
    const to = itemOf(SCHEMES[layout.to], row, 'to', ends.to, reading, unknown)
    return from === undefined || to === undefined || (from === 'nothing' && to === 'nothing') ? [] : [{ row, from, to }]
  })

  const report: PairsReport = {
    ...{ sheet: table.sheet, headings: table.headings, repeated: 0, none: 0, tidied: reading.tidied },
    leftOut: asked.leaveOutUnknown ? unknown.map(({ path, message }) => ({ at: path, message })) : [],
  }
  const mapped = new Set<string>()
  for (const { from, to } of read)
    if (from !== 'nothing' && to !== 'nothing') {
      mapped.add(from.id)
      mapped.add(to.id)
    }
  const provenance = { source: asked.source, verified: asked.verified, note: null }
  const seen = new Set<string>()
  const rows = read.flatMap(({ row, from, to }): RelationRow[] => {
    const path = `/rows/${row.number}`
    const name = JSON.stringify([from, to])
    if (seen.has(name)) {
      report.repeated++
      return []
    }
    seen.add(name)
    if (from !== 'nothing' && to !== 'nothing') {
      const pair = { from: endIn(ends.from, ends.fromHead, from.id), to: endIn(ends.to, ends.toHead, to.id) }
      return [{ path, ...pair, relation: 'related', provenance }]
    }
    const [single, tree, head] = from === 'nothing' ? [to, ends.to, ends.toHead] : [from, ends.from, ends.fromHead]
    const end = endIn(tree, head, (single as { id: string }).id)
    if (mapped.has(end.ref.id)) {
      report.leftOut.push({ at: path, message: `${end.ref.key} has no match here, and one in another row` })
      return []
    }
    report.none++
    return [{ path, from: end, to: null, relation: 'none', provenance }]
  })
  const plan = planRelations(asked.crosswalk, rows, known, author)
  const faults = [...reading.faults, ...(asked.leaveOutUnknown ? [] : unknown), ...plan.faults]
  return { ...plan, faults: faults.sort(byRow), report }
}

function columnsOf({ from, to }: (typeof LAYOUTS)[LayoutName]): Record<Columns, Column> {
  const absent = { headings: [], optional: true }
  const clusters = from === 'cluster'
  return {
    from: clusters ? absent : { headings: SCHEMES[from].codes },
    to: { headings: SCHEMES[to].codes },
    cluster: clusters ? { headings: ['Career Cluster', 'Cluster Name'] } : absent,
    subCluster: clusters ? { headings: ['Sub-Cluster', 'Sub-Cluster Name'] } : absent,
  }
}

function itemOf(
  scheme: Scheme,
  row: Row,
  column: 'from' | 'to',
  tree: Tree,
  reading: Reading,
  unknown: FieldError[],
): Found {
  const code = readCode(scheme, row, column, reading)
  if (code === undefined) return undefined
  if (scheme.nothing.test(code)) return 'nothing'
  const item = findItem(tree, code)
  if (item !== undefined) return { id: item.id }
  unknown.push({ path: row.at(column), message: `No item ${code} in ${tree.framework}` })
  return undefined
}

/** A row's sub-cluster, or its cluster where it names no sub-cluster, by title: "water systems" is Water Systems. */
function clusterOf(row: Row, titles: Map<string, TitledItem>, reading: Reading, unknown: FieldError[]): Found {
  const [cluster, subCluster] = [textOf(row.cells.cluster), textOf(row.cells.subCluster)]
  const [column, given, name]: [Columns, string, string] =
    subCluster === ''
      ? ['cluster', cluster, plain(cluster)]
      : ['subCluster', subCluster, `${plain(cluster)} > ${plain(subCluster)}`]
  const found = titles.get(name)
  if (found === undefined) {
    const culprit = titles.has(plain(cluster)) ? column : 'cluster'
    const message = culprit === 'cluster' ? `No cluster "${cluster}"` : `No sub-cluster "${given}" in "${cluster}"`
    unknown.push({ path: row.at(culprit), message })
    return undefined
  }
  if (found.title !== given) reading.tidied.push({ at: row.at(column), from: given, to: found.title })
  return { id: found.id }
}

type TitledItem = { id: string; title: string }

function titlesOf(tree: Tree): Map<string, TitledItem> {
  const titles = new Map<string, TitledItem>()
  for (const { id, kind, title, parent, status } of tree.items.values()) {
    if (status !== 'active') continue
    if (kind === 'cluster') titles.set(plain(title), { id, title })
    if (kind === 'sub-cluster') titles.set(`${plain(tree.items.get(parent!)!.title)} > ${plain(title)}`, { id, title })
  }
  return titles
}

/** Words alone: capitals, signs and "and" for "&" make no difference. */
const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const byRow = (a: FieldError, b: FieldError): number => rowOf(a) - rowOf(b)
const rowOf = ({ path }: FieldError): number => Number(path.split('/')[2] ?? 0)
