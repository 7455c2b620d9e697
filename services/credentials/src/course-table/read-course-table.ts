import { fingerprint } from '@cte-align/contracts'
import { type Column, nearestHeadings, readTable, type Sheet, type TableRow } from '@cte-align/service'
import { admittedKey } from '../assignment-rule.ts'
import type { EditionLayout, EditionRule } from '../decoder/kept-edition.ts'
import { problem } from '../errors.ts'
import type { createJoinByTitle } from './join-by-title.ts'
import { CODES, OTHER_TABLES, TITLES } from './layouts.ts'
import { readCodesRow } from './read-codes.ts'
import { readTitlesRow } from './read-titles.ts'
import { newReading, type RowReading } from './row-reading.ts'

export interface CourseTable {
  layout: EditionLayout
  sheet: string | null
  rules: EditionRule[]
  reading: RowReading
  /** Rows of the file below its headings, blank ones and headings between them left out. */
  rows: number
  /** Rows that say what another has said: taken once. */
  duplicates: { row: number; of: number }[]
  /** Rows that say of one course code and authorization something else than another: both are kept. */
  variants: { row: number; of: number; rule: string }[]
}

/**
 * Reads CTC's table of course codes and who may teach them, in either published layout. Throws CTE_NOT_A_COURSE_TABLE, saying what
 * is missing; faults of rows and cells are in the reading. Pure.
 */
export function readCourseTable(
  sheets: Sheet[],
  { sheet, join }: { sheet?: string | undefined; join: ReturnType<typeof createJoinByTitle> },
): CourseTable {
  const layout = layoutOf(sheets, sheet)
  const reading = newReading()
  if (layout === 'codes')
    return taken(layout, readTable(sheets, CODES, sheet), reading, row => readCodesRow(row, reading))
  return taken(layout, readTable(sheets, TITLES, sheet), reading, row => readTitlesRow(row, reading, join))
}

function taken<K extends string>(
  layout: EditionLayout,
  table: ReturnType<typeof readTable<K>>,
  reading: RowReading,
  read: (row: TableRow<K>) => EditionRule[],
): CourseTable {
  reading.faults.push(...table.faults)
  const found: CourseTable = {
    ...{ layout, sheet: table.sheet, rules: [], reading, rows: table.rows.length, duplicates: [], variants: [] },
  }
  const seen = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const rule of table.rows.flatMap(read)) {
    const { row, ...said } = rule
    const print = fingerprint(said)
    const first = seen.get(print)
    if (first !== undefined) {
      found.duplicates.push({ row, of: first })
      continue
    }
    seen.set(print, row)
    found.rules.push(rule)
    const pair = pairOf(rule)
    if (pair === null) continue
    const of = pairs.get(pair)
    if (of === undefined) pairs.set(pair, row)
    else found.variants.push({ row, of, rule: pair })
  }
  return found
}

function pairOf({ courseCode, documentCode, authorizationCode, subjectCode }: EditionRule): string | null {
  if (documentCode === null || authorizationCode === null || subjectCode === null) return null
  return `${courseCode}:${admittedKey({ documentCode, authorizationCode, subjectCode })}`
}

function layoutOf(sheets: Sheet[], named: string | undefined): EditionLayout {
  if (named !== undefined && !sheets.some(({ name }) => name === named))
    throw refusal(sheets, `It has no sheet ${named}`)
  const [codes, titles] = [nearestHeadings(sheets, CODES, named), nearestHeadings(sheets, TITLES, named)]
  for (const [layout, columns, nearest] of [['codes', CODES, codes] as const, ['titles', TITLES, titles] as const])
    if (nearest !== null && isWhole(sheets, columns, named)) return layout
  const nearest = (codes?.found ?? 0) >= (titles?.found ?? 0) ? codes : titles
  const other = OTHER_TABLES.find(({ headings }) => isWhole(sheets, asColumns(headings), named))
  // One heading short it is this table, whatever else it looks like.
  const isNearly = nearest !== null && nearest.missing.length + nearest.twice.length === 1
  if (other !== undefined && !isNearly) throw refusal(sheets, `It looks like ${other.what}`)
  if (nearest === null) throw refusal(sheets, hintOf(sheets))
  const where = `row ${nearest.row}${nearest.sheet === null ? '' : ` of ${nearest.sheet}`}`
  const lacks = [
    ...nearest.missing.map(name => `${name} is missing`),
    ...nearest.twice.map(name => `${name} is there twice`),
  ]
  throw refusal(sheets, `In ${where}, the nearest to it, ${lacks.join(', ')}`)
}

const isWhole = (sheets: Sheet[], columns: Record<string, Column>, named: string | undefined): boolean => {
  try {
    readTable(sheets, columns, named)
    return true
  } catch {
    return false
  }
}

const asColumns = (headings: readonly string[]): Record<string, Column> =>
  Object.fromEntries(headings.map(heading => [heading, { headings: [heading] }]))

/** Why no row has any of the headings. */
function hintOf(sheets: Sheet[]): string {
  const first = sheets.flatMap(({ rows }) => rows).find(row => row.some(cell => cell !== null && cell !== ''))
  if (first === undefined) return 'It holds nothing'
  const [cell] = first
  if (first.length === 1 && typeof cell === 'string' && /;|\t/.test(cell))
    return `Its fields are parted by ${cell.includes(';') ? 'semicolons' : 'tabs'}: save it with commas`
  return 'No row has any of its headings'
}

const refusal = (sheets: Sheet[], detail: string) =>
  problem('CTE_NOT_A_COURSE_TABLE', { detail, sheets: sheets.map(({ name }) => name ?? 'the file').join(', ') })
