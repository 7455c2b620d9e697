import type { TableRow } from '@cte-align/service'
import type { EditionGap, EditionRule } from '../decoder/kept-edition.ts'
import { readCredentialsCell } from './credentials-cell.ts'
import type { createJoinByTitle } from './join-by-title.ts'
import type { TitlesColumn } from './layouts.ts'
import { readCourseCode } from './read-codes.ts'
import { kindOf, type RowReading, textIn } from './row-reading.ts'

/** A row of the layout with titles alone as rules: one for each credential that it names, or one that names none. */
export function readTitlesRow(
  row: TableRow<TitlesColumn>,
  reading: RowReading,
  join: ReturnType<typeof createJoinByTitle>,
): EditionRule[] {
  const text = (column: TitlesColumn) => textIn(row, column, reading)
  const said = {
    row: row.number,
    courseCode: readCourseCode(row, reading) ?? '',
    condition: text('condition'),
    courseTitle: text('courseTitle'),
    broadSubject: text('broadSubject'),
    setting: text('setting'),
  }
  const named = readCredentialsCell(text('credentials') ?? '')
  if (named.length === 0) {
    const none = {
      authType: null,
      documentCode: null,
      authorizationCode: null,
      subjectCode: null,
      kind: 'other',
    } as const
    const gaps: EditionGap[] = ['no-credential']
    return [{ ...said, ...none, authorizationTitle: null, subjectTitle: null, joinedByTitle: false, gaps }]
  }
  return named.map(credential => {
    const { joined, ...codes } = join(credential)
    const gaps: EditionGap[] = joined ? [] : ['not-joined']
    if (credential.authType === null) gaps.unshift('auth-type-blank')
    return {
      ...said,
      ...codes,
      authType: credential.authType,
      kind: kindOf(said.courseCode, codes.documentCode, codes.subjectCode),
      authorizationTitle: credential.label,
      subjectTitle: credential.subjectTitle,
      joinedByTitle: joined,
      gaps,
    }
  })
}
