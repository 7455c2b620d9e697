import type { EditionRule } from '../decoder/kept-edition.ts'
import { BASIS } from './layouts.ts'

/** CTC's own headings, in its order; the last four say what an edition with titles alone has beside them. */
export const EXPORT_COLUMNS = {
  courseCode: 'Course Code',
  authType: 'Auth Type',
  documentCode: 'Document Title',
  authorizationTitle: 'Authorization Title',
  authorizationCode: 'Authorization Code',
  subjectCode: 'Subject Code',
  subjectTitle: 'Subject',
  condition: 'Notes or Restrictions',
}
export const TITLES_COLUMNS = {
  ...EXPORT_COLUMNS,
  courseTitle: 'Course Title',
  broadSubject: 'Broad Subject',
  setting: 'Setting',
  basis: 'Basis',
}

/** A rule as a row of the export: importing it again gives the same rule. */
export const exportedRow = (rule: EditionRule) => ({ ...rule, basis: basisOf(rule) })

function basisOf({ joinedByTitle, gaps }: EditionRule): string | null {
  if (joinedByTitle) return BASIS.joined
  if (gaps.includes('not-joined')) return BASIS.notJoined
  return gaps.includes('no-credential') ? BASIS.noCredential : null
}
