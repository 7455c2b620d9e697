import readExcelFile from 'read-excel-file/node'
import { readCells } from './cells.ts'
import { problem } from './errors.ts'
import { unpack } from './unpack.ts'

export type Cell = string | number | null
export interface Sheet {
  /** Null for a CSV file. */
  name: string | null
  rows: Cell[][]
  /** Places (row and column from 0) of cells that a formula fills: what stands there is what a program last made of it. */
  formulas?: readonly Place[]
  /** Ranges of cells shown as one, by their first and last place. */
  merged?: readonly { from: Place; to: Place }[]
}
export interface Place {
  row: number
  column: number
}

/** What a workbook may unpack to: the publishers' largest are 30 MB. */
const MOST_BYTES = 64 * 1024 * 1024

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An xlsx file is a zip file, whatever its sender calls it. */
export const isWorkbook = (file: Uint8Array): boolean => file[0] === 0x50 && file[1] === 0x4b

/** The sheets of a file as sent, a workbook or CSV; CSV is one sheet without a name. Throws CTE_BAD_WORKBOOK or CTE_BAD_CSV. */
export const readSheets = async (file: Uint8Array, { maxRows }: { maxRows: number }): Promise<Sheet[]> =>
  isWorkbook(file) ? readWorkbook(file) : [{ name: null, rows: readCells(file, { maxRows }) }]

/** Every sheet of an xlsx file, cells as they stand: what was stored as a number is a number. Throws CTE_BAD_WORKBOOK. */
export async function readWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const parts = await unpack(buffer, { mostBytes: MOST_BYTES })
  const marks = marksOf(parts)
  try {
    const sheets = await readExcelFile(Buffer.from(buffer))
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map(row => row.map(cellOf)),
      ...marks.get(sheet),
    }))
  } catch (cause) {
    throw problem('CTE_BAD_WORKBOOK', { detail: 'it cannot be read as an xlsx file' }, { cause })
  }
}

function cellOf(cell: unknown): Cell {
  if (cell === null || cell === undefined || typeof cell === 'number') return cell ?? null
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

type Marks = Required<Pick<Sheet, 'formulas' | 'merged'>>

/** Formulas and merged cells by sheet: the library that reads the cells passes both over. */
function marksOf(parts: ReadonlyMap<string, Buffer>): Map<string, Marks> {
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map(each => [each.Id, each.Target ?? '']),
  )
  return new Map(
    tags(text('xl/workbook.xml'), 'sheet').map(({ name = '', 'r:id': id }) => {
      const target = targets.get(id) ?? ''
      const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      const formulas = [...xml.matchAll(/<c\s[^>]*?r="([A-Z]+[0-9]+)"[^>]*>\s*<f[\s>/]/g)].map(([, at]) => placeOf(at!))
      const merged = tags(xml, 'mergeCell').map(({ ref = 'A1' }) => {
        const [from, to = from] = ref.split(':')
        return { from: placeOf(from!), to: placeOf(to!) }
      })
      return [unescaped(name), { formulas, merged }]
    }),
  )
}

/** The attributes of all tags of a name. Enough for what programs write: no attribute of these holds a `>`. */
function tags(xml: string, name: string): Record<string, string>[] {
  const found = xml.matchAll(new RegExp(`<(?:[a-z0-9]+:)?${name}\\s([^>]*)>`, 'gi'))
  return Array.from(found, ([, inside]) =>
    Object.fromEntries(Array.from(inside!.matchAll(/([\w:]+)="([^"]*)"/g), ([, key, value]) => [key!, value!])),
  )
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)

/** `B12` is row 11, column 1. */
function placeOf(at: string): Place {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)([0-9]+)$/.exec(at) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(row) - 1, column }
}
