import { AssignmentRule, Day, HolderCode, type HolderDocument } from '@cte-align/contracts'
import { type Cell, type Column, type FieldError, findPersonal, isPersonalHeading, textOf } from '@cte-align/service'
import { problem } from './errors.ts'

/** Columns by the names that people and CTC's document record give them. */
export const HOLDER_COLUMNS = {
  profile: { headings: ['profile'], optional: true },
  document: { headings: ['document', 'document code', 'CRED-TITLE'] },
  authorization: { headings: ['authorization', 'authorization code', 'AUTH-CODE', 'AUTH-CODES'] },
  subject: { headings: ['subject', 'subject code', 'MAJ-CODE'] },
  printedTitle: { headings: ['printed title', 'MAJ-TITLE'], optional: true },
  issued: { headings: ['issued', 'DATE-OF-ISSUE', 'DATE-ORIG-ISSUE'] },
  added: { headings: ['added', 'MAJ-ADD-DATE'], optional: true },
  expires: { headings: ['expires', 'DATE-EXPIRE'] },
  courseCode: { headings: ['course code'] },
  count: { headings: ['count'], optional: true },
} satisfies Record<string, Column>
export type HolderColumn = keyof typeof HOLDER_COLUMNS

/** One row, read: a document of a profile, or what is wrong with it. */
export interface HolderRow {
  number: number
  profile: string | null
  document: HolderDocument
  courseCode: string | null
  count: number | null
  faults: FieldError[]
}

const squeezed = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')
const KNOWN = new Set(Object.values<Column>(HOLDER_COLUMNS).flatMap(({ headings }) => headings.map(squeezed)))

/**
 * Refuses a file by its headings: one that names persons, or any that is not ours, whose cells nobody would look at. Says which by
 * number: a file without headings has a row there.
 */
export function checkHeadings(headings: readonly string[]): void {
  const personal = headings.findIndex(isPersonalHeading)
  if (personal >= 0) {
    const [place, what] = [`/header/${personal + 1}`, 'heads a column of persons']
    throw problem('CTE_PERSONAL_DATA', { place, what }, faultAt(place, what))
  }
  const unknown = headings.findIndex(heading => heading !== '' && !KNOWN.has(squeezed(heading)))
  if (unknown < 0) return
  const known = Object.values<Column>(HOLDER_COLUMNS).map(({ headings: [first] }) => first)
  const detail = `column ${unknown + 1} is none of ${known.join(', ')}: leave it out`
  throw problem('CTE_BAD_CSV', { detail }, faultAt(`/header/${unknown + 1}`, detail))
}

const faultAt = (path: string, message: string) => ({ errors: [{ path, message }] })

/** Few letters, some digits: no name fits, nor does an identifier of nine digits or more. */
const LABEL = /^[A-Za-z]{0,4}[-_]?[0-9]{1,8}$/
const AMERICAN = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/
const MOST_HOLDERS = 1_000_000
const SHIFTED = 'has more cells than there are columns: put texts with commas in quotes'

/** Reads a row without ever saying what stood in a cell. Throws CTE_PERSONAL_DATA where a cell looks like a person. */
export function readHolderRow(row: {
  number: number
  cells: Record<HolderColumn, Cell>
  at(column: HolderColumn): string
  beyond?: number
}): HolderRow {
  const faults: FieldError[] = []
  const fault = (column: HolderColumn, message: string) => {
    faults.push({ path: row.at(column), message })
    return null
  }
  const text = (column: HolderColumn) => textOf(row.cells[column] ?? null)
  /** What is as it should be; else null, with a fault, where it does not even look like a person. */
  function cell<T>(column: HolderColumn, read: (text: string) => T | undefined, wanted: string): T | null {
    const given = text(column)
    if (given === '') return null
    const value = read(given)
    if (value !== undefined) return value
    refusePersonal(given, row.at(column))
    return fault(column, wanted)
  }
  const code = (column: HolderColumn) => cell(column, codeOf, 'must be a code of 1 to 8 capital letters and digits')
  const day = (column: HolderColumn) => cell(column, dayOf, 'must be a day that exists, YYYY-MM-DD or MM/DD/YYYY')
  const profile = cell(
    'profile',
    text => (LABEL.test(text) ? text : undefined),
    'must be a label that names nobody: up to four letters, then one to eight digits, as in P12',
  )
  const document = code('document')
  if (document === null && text('document') === '') fault('document', 'is blank')
  const courseCode = cell('courseCode', courseCodeOf, 'must be a course code of four digits, as in 7100')
  const printedTitle = cell('printedTitle', titleOf, 'must be UTF-8 text of at most 200 characters')
  if (printedTitle !== null) refusePersonal(printedTitle, row.at('printedTitle'))
  const shifted = { path: `/rows/${row.number}`, message: SHIFTED }
  return {
    ...{ number: row.number, profile, courseCode },
    // What its cells seem to say follows from the one comma too many.
    faults: (row.beyond ?? 0) > 0 ? [shifted] : faults,
    count: cell('count', countOf, `must be a whole number from 1 to ${MOST_HOLDERS}`),
    document: {
      ...{ documentCode: document ?? '', authorizationCode: code('authorization'), subjectCode: code('subject') },
      ...{ printedTitle, issued: day('issued'), added: day('added') },
      expires: text('expires').toLowerCase() === 'never' ? 'never' : day('expires'),
    },
  }
}

function refusePersonal(text: string, path: string): void {
  const found = findPersonal(text)
  if (found === null) return
  const what = `looks like ${found.what}`
  throw problem('CTE_PERSONAL_DATA', { place: path, what }, faultAt(path, what))
}

/** `_` is how a code that is not given is written in keys; here it is a blank. */
const codeOf = (text: string): string | null | undefined =>
  text === '_' ? null : HolderCode.safeParse(text).success ? text : undefined
const courseCodeOf = (text: string): string | undefined =>
  text.length <= 20 && AssignmentRule.shape.courseCode.safeParse(text).success ? text : undefined
const titleOf = (text: string): string | undefined =>
  text.length <= 200 && !text.includes('\ufffd') ? text : undefined
const countOf = (text: string): number | undefined => {
  const count = /^[0-9]{1,7}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= MOST_HOLDERS ? count : undefined
}

function dayOf(text: string): string | undefined {
  const [, month, date, year] = AMERICAN.exec(text) ?? []
  const iso = year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return Day.safeParse(iso).success ? iso : undefined
}
