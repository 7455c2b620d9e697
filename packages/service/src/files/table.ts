import type { FieldError } from '../errors.ts'
import { problem } from './errors.ts'
import type { Cell, Sheet } from './workbook.ts'

/** A column as publishers head it: `CIP Code (2020)`, `cip_2020`, `CIP2020Code` are one. */
export interface Column {
  headings: readonly string[]
  optional?: boolean
}
export interface TableRow<K extends string> {
  /** In the file, its first row being 1. */
  number: number
  cells: Record<K, Cell>
  /** A path for faults: /rows/12/CIP Code (2020) */
  at(column: K): string
  /** Cells beyond the last heading, where the file streams: a comma without quotes around it has shifted the row. */
  beyond?: number
}
export interface Table<K extends string> {
  sheet: string | null
  rows: TableRow<K>[]
  /** Rows of one cell: the headings that publishers put between their rows. */
  headings: number
  /** Cells whose text is not to be trusted: made by a formula, or one of several shown as one. */
  faults: FieldError[]
}

/** How far down a heading row is looked for. */
const DEEPEST = 20

/**
 * The first sheet that has a row heading all these columns, each once (a wide sheet repeats some, an overview has none), or the
 * one named. Throws CTE_NO_TABLE.
 */
export function readTable<K extends string>(
  sheets: Sheet[],
  columns: Record<K, Column>,
  named: string | undefined,
): Table<K> {
  for (const sheet of sheets) {
    if (named !== undefined && sheet.name !== named) continue
    for (let top = 0; top < Math.min(DEEPEST, sheet.rows.length); top++) {
      const { places, missing, twice } = columnPlaces(sheet.rows[top]!, columns)
      if (missing.length + twice.length === 0) return tableOf(sheet, top, places)
    }
  }
  const wanted = Object.values<Column>(columns).flatMap(({ headings, optional }) => (optional ? [] : [headings[0]!]))
  throw problem('CTE_NO_TABLE', {
    columns: wanted.join(', '),
    sheets: sheets.map(({ name }) => name ?? 'the file').join(', '),
    nearest: inWords(nearestHeadings(sheets, columns, named), named),
  })
}

/** The row that heads most of the columns, for whoever has to be told what is wrong with a file; null where no row heads any. */
export interface Nearest {
  sheet: string | null
  row: number
  found: number
  missing: string[]
  twice: string[]
}

export function nearestHeadings<K extends string>(
  sheets: readonly Sheet[],
  columns: Record<K, Column>,
  named?: string | undefined,
): Nearest | null {
  let best: Nearest | null = null
  for (const { name, rows } of sheets) {
    if (named !== undefined && name !== named) continue
    for (const [top, row] of rows.slice(0, DEEPEST).entries()) {
      const { places, missing, twice } = columnPlaces(row, columns)
      const found = Object.keys(places).length + twice.length
      if (found > (best?.found ?? 0)) best = { sheet: name, row: top + 1, found, missing, twice }
    }
  }
  return best
}

function inWords(nearest: Nearest | null, named: string | undefined): string {
  if (nearest === null) return named === undefined ? 'No row has any of them' : `The sheet ${named} has none of them`
  const { sheet, row, missing, twice } = nearest
  const lacks = missing.length > 0 ? ` lacks ${missing.join(', ')}` : ''
  const doubles = twice.length > 0 ? `${lacks === '' ? '' : ' and'} has ${twice.join(', ')} twice` : ''
  return `The nearest is row ${row}${sheet === null ? '' : ` of ${sheet}`}, which${lacks}${doubles}`
}

function tableOf<K extends string>(sheet: Sheet, top: number, places: Record<K, number>): Table<K> {
  const { name, rows } = sheet
  const head = rows[top]!
  const table: Table<K> = { sheet: name, rows: [], headings: 0, faults: distrusted(sheet, top, places) }
  for (const [index, cells] of rows.entries()) {
    if (index <= top) continue
    const filled = cells.map(textOf).filter(text => text !== '')
    if (filled.length === 0) continue
    // A lone code is no heading: it is a row that lacks the rest.
    if (filled.length === 1 && !/\d/.test(filled[0]!)) {
      table.headings++
      continue
    }
    const read = Object.fromEntries(
      Object.entries<number>(places).map(([column, place]) => [column, cells[place] ?? null]),
    ) as Record<K, Cell>
    const at = (column: K) => `/rows/${index + 1}/${textOf(head[places[column]] ?? column)}`
    table.rows.push({ number: index + 1, cells: read, at })
  }
  return table
}

function distrusted(sheet: Sheet, top: number, places: Record<string, number>): FieldError[] {
  const head = sheet.rows[top]!
  const used = new Set(Object.values(places))
  const at = (row: number, column: number) => `/rows/${row + 1}/${textOf(head[column] ?? null)}`
  const formulas = (sheet.formulas ?? [])
    .filter(({ row, column }) => row >= top && used.has(column))
    .map(({ row, column }) => ({ path: at(row, column), message: 'is made by a formula: paste its value' }))
  const merged = (sheet.merged ?? []).flatMap(({ from, to }) => {
    const column = [...used].find(place => place >= from.column && place <= to.column)
    if (column === undefined || to.row < top) return []
    return [{ path: at(from.row, column), message: 'is merged with other cells: write each cell by itself' }]
  })
  const errors = (sheet.errors ?? [])
    .filter(({ row, column }) => row >= top && used.has(column))
    .map(({ row, column }) => ({
      path: at(row, column),
      message: `holds the error ${textOf(sheet.rows[row]?.[column] ?? null)} instead of a value`,
    }))
  return [...formulas, ...merged, ...errors]
}

/** Where a heading row has each column; those that are not there, or twice, by their heading. An optional one may be missing. */
export function columnPlaces<K extends string>(row: readonly Cell[], columns: Record<K, Column>) {
  const heads = row.map(cell => squeezed(textOf(cell)))
  const places: Partial<Record<K, number>> = {}
  const missing: string[] = []
  const twice: string[] = []
  for (const [key, { headings, optional }] of Object.entries<Column>(columns) as [K, Column][]) {
    const names = headings.map(squeezed)
    const found = heads.flatMap((head, index) => (names.includes(head) ? [index] : []))
    if (found.length === 1) places[key] = found[0]!
    else if (found.length > 1) twice.push(headings[0]!)
    else if (!optional) missing.push(headings[0]!)
  }
  return { places: places as Record<K, number>, missing, twice }
}

const squeezed = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Most cells: codes and days. */
const PLAIN = /^(?:[A-Za-z0-9][!-~]*)?$/

/** A cell's text without blanks around it (non-breaking ones too), or the ="..." by which zeros are kept in CSV. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string' && PLAIN.test(cell)) return cell
  const text = String(cell ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  return /^="(.*)"$/.exec(text)?.[1]?.trim() ?? text
}

/** Faults by row and column, and what a row's cell was read as where it was not as it should be. */
export interface Reading {
  faults: FieldError[]
  tidied: { at: string; from: string; to: string }[]
}
