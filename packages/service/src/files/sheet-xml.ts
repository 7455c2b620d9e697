import { problem } from './errors.ts'
import type { Cell, Place } from './workbook.ts'
import { decoded, malformed, walkXml } from './xml.ts'

/** What cells refer to: texts kept apart from the sheets, and which styles are those of dates. */
export interface Surroundings {
  texts: readonly string[]
  isDate: (style: string | undefined) => boolean
  is1904: boolean
}
export interface SheetContent {
  rows: Cell[][]
  formulas: Place[]
  merged: { from: Place; to: Place }[]
  errors: Place[]
}

/** Cells that a sheet may have room for: a single cell at XFD1048576 would ask for seventeen thousand million. */
const MOST_CELLS = 5_000_000
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const NO_CELLS: Cell[] = []

/** The cells of a sheet where they stand, blank ones at the end of a row left out. Throws CTE_BAD_WORKBOOK. */
export function readSheetXml(xml: string, surroundings: Surroundings): SheetContent {
  const found: SheetContent = { rows: [], formulas: [], merged: [], errors: [] }
  let room = MOST_CELLS
  let row = -1
  let column = -1
  let cells: Cell[] = []
  let cell: { type: string; style: string | undefined; text: string; at: Place } | null = null
  let reading = false
  let phonetic = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') startRow(attributes().r)
      else if (name === 'c') startCell(attributes())
      else if (name === 'mergeCell') found.merged.push(rangeOf(attributes().ref ?? ''))
      else if (cell === null) return
      else if (name === 'f') found.formulas.push(cell.at)
      else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') reading = !phonetic
    },
    close(name) {
      if (name === 'row') endRow()
      else if (name === 'c') endCell()
      else if (name === 'rPh') phonetic = false
      else if (name === 'v' || name === 't') reading = false
    },
    text(raw, isCdata) {
      if (reading && cell !== null) cell.text += isCdata ? raw : decoded(raw)
    },
  })
  return found

  function startRow(number: string | undefined): void {
    const next = number === undefined ? row + 1 : Number(number) - 1
    if (!Number.isInteger(next) || next <= row || next >= MOST_ROWS) throw malformed()
    row = next
    column = -1
    cells = []
  }

  function startCell({ r, t = 'n', s }: Record<string, string>): void {
    const at = r === undefined ? { row, column: column + 1 } : placeOf(r)
    if (row < 0 || at.row !== row || at.column <= column || at.column >= MOST_COLUMNS) throw malformed()
    column = at.column
    cell = { type: t, style: s, text: '', at }
  }

  function endCell(): void {
    if (cell === null) throw malformed()
    const value = cellValue(cell.type, cell.text, cell.style, surroundings)
    if (cell.type === 'e') found.errors.push(cell.at)
    if (value !== null && value !== '') {
      take(cell.at.column + 1 - cells.length)
      while (cells.length < cell.at.column) cells.push(null)
      cells.push(value)
    }
    cell = null
  }

  function endRow(): void {
    if (cells.length === 0) return
    take(row + 1 - found.rows.length)
    while (found.rows.length < row) found.rows.push(NO_CELLS)
    found.rows.push(cells)
  }

  function take(count: number): void {
    room -= count
    if (room < 0) throw problem('CTE_BAD_WORKBOOK', { detail: `a sheet reaches over more than ${MOST_CELLS} cells` })
  }
}

function cellValue(
  type: string,
  text: string,
  style: string | undefined,
  { texts, isDate, is1904 }: Surroundings,
): Cell {
  if (type === 'inlineStr' || type === 'str') return unescaped(text)
  if (text === '') return null
  switch (type) {
    case 's': {
      const shared = texts[Number(text)]
      if (shared === undefined) throw problem('CTE_BAD_WORKBOOK', { detail: 'a cell names a text that is not there' })
      return shared
    }
    case 'b':
      return text === '0' ? 'FALSE' : 'TRUE'
    case 'e':
      return text
    case 'd':
      return text.slice(0, 10)
    case 'n': {
      const number = Number(text)
      if (!Number.isFinite(number)) throw problem('CTE_BAD_WORKBOOK', { detail: 'a cell holds a number that is none' })
      return isDate(style) ? dayOf(number, is1904) : number
    }
    default:
      throw problem('CTE_BAD_WORKBOOK', { detail: 'a cell is of a kind that is not known' })
  }
}

/** Days are counted from 1900 with a 29 February that there was not, or from 1904. A number that is no day stays one. */
function dayOf(serial: number, is1904: boolean): Cell {
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const time = new Date((days - 25_569) * 86_400_000)
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || serial < 0
    ? serial
    : time.toISOString().slice(0, 10)
}

/** `_x000D_` is how a workbook writes a character that XML does not allow. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function rangeOf(ref: string): { from: Place; to: Place } {
  const [from = '', to = from] = ref.split(':')
  return { from: placeOf(from), to: placeOf(to) }
}

/** `B12` is row 11, column 1. */
function placeOf(at: string): Place {
  const [, letters, row] = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(at.replaceAll('$', '')) ?? []
  if (letters === undefined || row === undefined) throw malformed()
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(row) - 1, column }
}
