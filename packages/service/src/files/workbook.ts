import { readCells } from './cells.ts'
import { problem } from './errors.ts'
import { readSheetXml } from './sheet-xml.ts'
import { whatElse } from './signatures.ts'
import { unpack } from './unpack.ts'
import { type PartText, sheetsIn, surroundingsIn } from './workbook-parts.ts'

export type Cell = string | number | null
export interface Sheet {
  /** Null for a CSV file. */
  name: string | null
  rows: Cell[][]
  /** Places (row and column from 0) of cells that a formula fills: what stands there is what a program last made of it. */
  formulas?: readonly Place[]
  /** Ranges of cells shown as one, by their first and last place. */
  merged?: readonly { from: Place; to: Place }[]
  /** Cells that hold an error (#REF!) instead of a value. */
  errors?: readonly Place[]
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
export async function readSheets(file: Uint8Array, { maxRows }: { maxRows: number }): Promise<Sheet[]> {
  if (isWorkbook(file)) return readWorkbook(file)
  const other = whatElse(file)
  if (other !== null) throw problem('CTE_BAD_WORKBOOK', { detail: `it is ${other}` })
  return [{ name: null, rows: readCells(file, { maxRows }) }]
}

/** Every sheet of an xlsx file, cells as they stand: what was stored as a number is a number. Throws CTE_BAD_WORKBOOK. */
export async function readWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const parts = await unpack(buffer, { mostBytes: MOST_BYTES, wanted: name => /\.(?:xml|rels)$/.test(name) })
  const text: PartText = name => parts.get(name)?.toString('utf8') ?? null
  if (!parts.has('xl/workbook.xml')) throw problem('CTE_BAD_WORKBOOK', { detail: 'it is a zip file, but no workbook' })
  const surroundings = surroundingsIn(text)
  return sheetsIn(text).map(({ name, part }) => {
    const xml = text(part)
    if (xml === null) throw problem('CTE_BAD_WORKBOOK', { detail: `its sheet ${name} is not there` })
    return { name, ...readSheetXml(xml, surroundings) }
  })
}
