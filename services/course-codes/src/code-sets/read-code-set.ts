import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import type { CodeSetRow } from '@cte-align/contracts'
import {
  type Column,
  type FieldError,
  isWorkbook,
  type Reading,
  readTable,
  readWorkbook,
  streamCsv,
  type TableRow,
  textOf,
} from '@cte-align/service'
import { problem } from '../errors.ts'
import { readCodeSetRow } from './read-code-set-row.ts'

/**
 * The columns of the Code Sets document, and after them those that only our own export has. Its exact headings were never seen, so
 * those that texts about it use are all taken.
 */
export const COLUMNS = {
  codeSet: { headings: ['Code Set Name', 'Code Set'], optional: true },
  code: { headings: ['Coded Value', 'Valid Code Value', 'Code Value', 'State Course Code', 'Course Code', 'Code'] },
  title: { headings: ['Name', 'Value Name', 'Course Title', 'Title'] },
  description: { headings: ['Description', 'Definition'], optional: true },
  effectiveFrom: {
    headings: [
      'Effective Start',
      'Effective Start Date',
      'Start Date',
      'Begin Date',
      'Effective Begin Date',
      'Effective From',
    ],
    optional: true,
  },
  effectiveTo: {
    headings: ['Effective End', 'Effective End Date', 'End Date', 'Effective To'],
    optional: true,
  },
  level: { headings: ['Level', 'Course Level'], optional: true },
  sectorName: { headings: ['Industry Sector', 'Sector'], optional: true },
  pathwayName: { headings: ['Pathway Name', 'Pathway'], optional: true },
  pathwayCode: { headings: ['CTE Pathway Code', 'Pathway Code'], optional: true },
} satisfies Record<string, Column>
export type CodeSetColumn = keyof typeof COLUMNS
/** With the optional columns as far as the file has them. */
export type CodeSetTableRow = TableRow<CodeSetColumn>

/** The code set that holds the state course codes (field 9.07). */
export const COURSE_GROUP_STATE = 'Course Group State'
const MOST_ROWS = 100_000

export interface CodeSetRead {
  rows: CodeSetRow[]
  sheet: string | null
  /** Rows of other code sets, by the name of theirs: passed over. */
  otherCodeSets: Record<string, number>
  /** Rows that say again what one before them says. */
  repeated: { at: string; message: string }[]
  tidied: Reading['tidied']
  faults: FieldError[]
}

/** A file as sent, CSV or xlsx, in the Code Sets layout or our own. Throws CTE_NOT_A_CODE_SET, CTE_NO_TABLE, CTE_BAD_CSV or CTE_BAD_WORKBOOK. */
export async function readCodeSet(file: Uint8Array, sheet: string | undefined): Promise<CodeSetRead> {
  const reading: Reading = { faults: [], tidied: [] }
  const read: CodeSetRead = { rows: [], sheet: null, otherCodeSets: {}, repeated: [], ...reading }
  const seen = new Map<string, { number: number; print: string }>()
  let ofOurs = 0
  for await (const row of rowsOf(file, sheet, read)) {
    const codeSet = textOf(row.cells.codeSet ?? null)
    if (codeSet !== '' && squeezed(codeSet) !== squeezed(COURSE_GROUP_STATE)) {
      read.otherCodeSets[codeSet] = (read.otherCodeSets[codeSet] ?? 0) + 1
      continue
    }
    if (++ofOurs > MOST_ROWS) throw problem('CTE_NOT_A_CODE_SET', { detail: `more than ${MOST_ROWS} course codes` })
    const content = readCodeSetRow(row, reading)
    if (content === undefined) continue
    const known = seen.get(content.code)
    const print = JSON.stringify(content)
    if (known === undefined) {
      seen.set(content.code, { number: row.number, print })
      read.rows.push(content)
    } else if (known.print === print)
      read.repeated.push({ at: row.at('code'), message: `${content.code} as in row ${known.number}` })
    else
      reading.faults.push({
        path: row.at('code'),
        message: `${content.code} is in row ${known.number} with other content`,
      })
  }
  if (ofOurs === 0) throw problem('CTE_NOT_A_CODE_SET', { detail: nothingIn(Object.keys(read.otherCodeSets)) })
  return read
}

/** CSV row by row; a workbook, which cannot be read in pieces, as a whole. */
async function* rowsOf(
  file: Uint8Array,
  sheet: string | undefined,
  read: CodeSetRead,
): AsyncGenerator<CodeSetTableRow> {
  if (isWorkbook(file)) {
    const table = readTable(await readWorkbook(file), COLUMNS, sheet)
    read.sheet = table.sheet
    read.faults.push(...table.faults)
    yield* table.rows
    return
  }
  if (!isUtf8(file)) throw problem('CTE_NOT_A_CODE_SET', { detail: 'it is neither an xlsx file nor UTF-8 text' })
  yield* streamCsv(Readable.from([file]), COLUMNS)
}

const nothingIn = (others: string[]): string =>
  others.length === 0
    ? 'it has no row'
    : `it has no row of the code set ${COURSE_GROUP_STATE}; its code sets are ${others.slice(0, 10).join(', ')}`

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
