import type { AssignmentRule } from '@cte-align/contracts'
import { type DecoderTable, ruleKey, type UnreadRow } from '@cte-align/impact'
import type { EditionHead, EditionRule } from './kept-edition.ts'

/** A rule by its codes alone, of a row that says all of them. */
type WholeRow = EditionRule & Pick<AssignmentRule, 'authType' | 'documentCode' | 'authorizationCode' | 'subjectCode'>

/** What an edition admits: its rows as rules where they say who is authorized, and those that do not. Pure. */
export function editionDecoder(
  edition: Pick<EditionHead, 'title' | 'verified'>,
  rows: readonly EditionRule[],
): Pick<DecoderTable, 'title' | 'unread'> & { rules: AssignmentRule[] } {
  const whole = rows.filter(isWhole)
  return {
    title: `the edition “${edition.title}”`,
    rules: whole.map(row => toRule(row, edition.verified)),
    unread: rows.filter(row => !isWhole(row)).map(unreadOf),
  }
}

const isWhole = (row: EditionRule): row is WholeRow =>
  row.authType !== null && row.documentCode !== null && row.authorizationCode !== null && row.subjectCode !== null

const toRule = (row: WholeRow, verified: boolean): AssignmentRule => ({
  id: `${row.courseCode}:${ruleKey(row)}`,
  courseCode: row.courseCode,
  authType: row.authType,
  documentCode: row.documentCode,
  authorizationCode: row.authorizationCode,
  subjectCode: row.subjectCode,
  kind: row.kind,
  condition: row.condition,
  verified: verified && !row.joinedByTitle,
})

const unreadOf = ({ row, courseCode, documentCode, authorizationCode, subjectCode, gaps }: EditionRule): UnreadRow => ({
  ...{ row, courseCode, documentCode, authorizationCode, subjectCode, gaps },
})
