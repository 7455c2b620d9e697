import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CODES_HEADINGS = [
  'Course Code',
  'Auth Type',
  'Document Title',
  'Authorization Title',
  'Authorization Code',
  'Subject Code',
  'Subject',
  'Notes or Restrictions',
]
export const TITLES_HEADINGS = [
  'Course Code',
  'Course Title',
  'Broad Subject',
  'Setting',
  'Credentials Authorizing Course',
  'Notes',
]

export type FileCell = string | number | null | CellObject
export type FileRow = FileCell[]

/** A file as CTC makes it: one sheet `Sheet1`, its headings in the first row. Four digits are a number, as in its export. */
export async function asXlsx(rows: FileRow[], sheet = 'Sheet1'): Promise<Buffer> {
  const cells = rows.map(row => row.map(toCell))
  return writeExcelFile(cells, { sheet }).toBuffer()
}

function toCell(cell: FileCell): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'object') return cell
  if (typeof cell === 'number' || /^[0-9]{4}$/.test(cell)) return { value: Number(cell), type: Number }
  return { value: cell, type: String }
}

export const asCsv = (rows: FileRow[]): Buffer =>
  Buffer.from(rows.map(row => row.map(cell => quoted(String(cell ?? ''))).join(',')).join('\r\n'))

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The starter data, which has CTC's rules of 2026 by their codes. */
export const STARTER = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../infra/seed/credentials.json'), 'utf8'),
) as { assignmentRules: StarterRule[]; authorizations: { title: string; subjectTitle: string }[] }

export interface StarterRule {
  courseCode: string
  authType: 'Full' | 'Limited'
  documentCode: string
  authorizationCode: string
  subjectCode: string
}

/** A row of the table with codes; of `*` the wildcard in CTC's words. */
export function codesRow({ courseCode, authType, documentCode, authorizationCode, subjectCode }: StarterRule): FileRow {
  const subject = subjectCode === '*' ? 'Any of the currently-issued industry sectors' : subjectCode
  return [courseCode, authType, documentCode, null, authorizationCode, subject, null, null]
}
