import { AssignmentRule } from '@cte-align/contracts'
import type { Cell, TableRow } from '@cte-align/service'
import type { EditionGap, EditionRule } from '../decoder/kept-edition.ts'
import { Code } from '../import-file.ts'
import { BASIS, type CodesColumn } from './layouts.ts'
import { kindOf, type RowReading, textIn } from './row-reading.ts'

/** "any of the currently-issued industry sectors", and how it may be shortened. */
const ANY_SECTOR = /\bany\b[^.]{0,60}\bsectors?\b/i
/** Several codes in one cell: `FAB or MSS`, `TC1, TC2`. */
const BETWEEN = /\s*(?:[,;/&]|\s(?:or|and)\s)\s*/i
const MOST_IN_A_CELL = 10

/** A row of the layout with codes as rules: one, or one for each code where a cell holds several. Faults go to the reading. */
export function readCodesRow(row: TableRow<CodesColumn>, reading: RowReading): EditionRule[] {
  const text = (column: CodesColumn) => textIn(row, column, reading)
  const courseCode = readCourseCode(row, reading)
  const authType = readAuthType(row, reading)
  const [subjectText, subjectTitle] = [text('subject'), text('subjectTitle')]
  const documents = readCodes(row, 'document', reading)
  const codes = readCodes(row, 'authorization', reading)
  const isAny = [subjectText, ...(subjectText === null ? [subjectTitle, text('authorizationTitle')] : [])].some(
    said => said !== null && (said === '*' || ANY_SECTOR.test(said)),
  )
  if (isAny && subjectText !== '*') reading.tidy(row.at('subject'), subjectText ?? '', '*')
  const subjects = isAny ? ['*'] : readCodes(row, 'subject', reading)
  const basis = text('basis')?.toLowerCase()
  const said = {
    row: row.number,
    courseCode: courseCode ?? '',
    authType,
    authorizationTitle: text('authorizationTitle'),
    subjectTitle,
    condition: text('condition'),
    courseTitle: text('courseTitle'),
    broadSubject: text('broadSubject'),
    setting: text('setting'),
    joinedByTitle: basis === BASIS.joined,
  }
  return documents.flatMap(documentCode =>
    codes.flatMap(authorizationCode =>
      subjects.map(subjectCode => {
        const codes = { documentCode, authorizationCode, subjectCode }
        const kind = kindOf(said.courseCode, documentCode, subjectCode)
        return { ...said, ...codes, kind, gaps: gapsOf({ authType, ...codes }, basis) }
      }),
    ),
  )
}

type Said = Pick<EditionRule, 'authType' | 'documentCode' | 'authorizationCode' | 'subjectCode'>

/** What a row leaves blank; where our own export says why, that. */
function gapsOf({ authType, documentCode, authorizationCode, subjectCode }: Said, basis?: string): EditionGap[] {
  if (basis === BASIS.noCredential) return ['no-credential']
  const gaps: EditionGap[] = authType === null ? ['auth-type-blank'] : []
  if (basis === BASIS.notJoined) return [...gaps, 'not-joined']
  if (documentCode === null) gaps.push('document-blank')
  if (authorizationCode === null) gaps.push('authorization-blank')
  if (subjectCode === null) gaps.push('subject-blank')
  return gaps
}

/** A number in a workbook is meant as its digits. */
export function readCourseCode(row: TableRow<'courseCode'>, reading: RowReading): string | null {
  const cell: Cell = row.cells.courseCode
  const code = textIn(row, 'courseCode', reading)
  if (code === null)
    return reading.fault(row.at('courseCode'), 'is blank: a row needs the course code that it is about')
  if (typeof cell === 'number') reading.numbers++
  if (code.length <= 20 && AssignmentRule.shape.courseCode.safeParse(code).success) return code
  return reading.fault(
    row.at('courseCode'),
    `is no course code (four digits, perhaps -01 or -NA): ${code.slice(0, 60)}`,
  )
}

function readAuthType(row: TableRow<CodesColumn>, reading: RowReading): 'Full' | 'Limited' | null {
  const text = textIn(row, 'authType', reading)
  const word = text?.toLowerCase()
  const read = word === 'full' ? 'Full' : word === 'limited' ? 'Limited' : null
  if (text !== null && read === null)
    reading.fault(row.at('authType'), `is neither Full nor Limited: ${text.slice(0, 60)}`)
  if (read !== null && read !== text) reading.tidy(row.at('authType'), text!, read)
  return read
}

/** The codes in a cell; `[null]` where it is blank, or says NULL. */
function readCodes(row: TableRow<CodesColumn>, column: 'document' | 'authorization' | 'subject', reading: RowReading) {
  const text = textIn(row, column, reading)
  if (text === null) return [null]
  const codes = text.split(BETWEEN)
  const bad = codes.find(code => !Code.safeParse(code).success)
  if (bad !== undefined || codes.length > MOST_IN_A_CELL) {
    reading.fault(row.at(column), `is no code of 1 to 10 letters or digits: ${text.slice(0, 60)}`)
    return [null]
  }
  if (codes.length > 1) reading.tidy(row.at(column), text, codes.join(' + '))
  return [...new Set(codes)]
}
