import readExcelFile from 'read-excel-file/node'
import { problem } from './errors.ts'

export type Cell = string | number | null
export interface Sheet {
  /** Null for a CSV file. */
  name: string | null
  rows: Cell[][]
}

/** What a workbook may unpack to: the publishers' largest are 30 MB. */
const MOST_BYTES = 200 * 1024 * 1024

/** Every sheet of an xlsx file, cells as they stand: what was stored as a number is a number. Throws CTE_BAD_WORKBOOK. */
export async function readWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const bytes = unpackedBytes(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  if (bytes > MOST_BYTES) throw problem('CTE_BAD_WORKBOOK', { detail: `it unpacks to ${bytes} bytes` })
  try {
    const sheets = await readExcelFile(Buffer.from(file))
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellOf)) }))
  } catch (cause) {
    throw problem('CTE_BAD_WORKBOOK', { detail: 'it cannot be read as an xlsx file' }, { cause })
  }
}

const cellOf = (cell: unknown): Cell =>
  cell === null || cell === undefined || typeof cell === 'number' ? (cell ?? null) : String(cell)

/** The sum of what the entries of a zip file say they unpack to (its central directory). */
function unpackedBytes(file: Buffer): number {
  const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  let sum = 0
  for (let at = file.indexOf(ENTRY); at >= 0 && at + 28 <= file.length; at = file.indexOf(ENTRY, at + 4))
    sum += file.readUInt32LE(at + 24)
  return sum
}
