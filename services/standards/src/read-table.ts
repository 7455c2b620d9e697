import type { FieldError } from '@cte-align/service'
import { problem } from './errors.ts'
import type { Cell, Sheet } from './read-workbook.ts'

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
}
export interface Table<K extends string> {
  sheet: string | null
  rows: TableRow<K>[]
  /** Rows of one cell: the headings that publishers put between their rows. */
  headings: number
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
      const places = placesOf(sheet.rows[top]!, columns)
      if (places !== undefined) return tableOf(sheet, top, places)
    }
  }
  const wanted = Object.values<Column>(columns).flatMap(({ headings, optional }) => (optional ? [] : [headings[0]!]))
  throw problem('CTE_NO_TABLE', {
    columns: wanted.join(', '),
    sheets: sheets.map(({ name }) => name ?? 'the file').join(', '),
  })
}

function tableOf<K extends string>({ name, rows }: Sheet, top: number, places: Record<K, number>): Table<K> {
  const table: Table<K> = { sheet: name, rows: [], headings: 0 }
  const head = rows[top]!
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

function placesOf<K extends string>(row: Cell[], columns: Record<K, Column>): Record<K, number> | undefined {
  const heads = row.map(cell => squeezed(textOf(cell)))
  const places: Partial<Record<K, number>> = {}
  for (const [key, { headings, optional }] of Object.entries<Column>(columns) as [K, Column][]) {
    const names = headings.map(squeezed)
    const found = heads.flatMap((head, index) => (names.includes(head) ? [index] : []))
    if (found.length === 1) places[key] = found[0]!
    else if (!optional || found.length > 1) return undefined
  }
  return places as Record<K, number>
}

const squeezed = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A cell's text without blanks around it (non-breaking ones too), or the ="..." by which zeros are kept in CSV. */
export function textOf(cell: Cell): string {
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
