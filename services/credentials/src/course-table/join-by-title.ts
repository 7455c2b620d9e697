import type { AuthorizationContent } from '../authorization.ts'
import type { SubjectContent } from '../subject.ts'
import type { NamedCredential } from './credentials-cell.ts'

export interface JoinedCodes {
  documentCode: string | null
  authorizationCode: string | null
  subjectCode: string | null
  joined: boolean
}

/** The authorization titles that the published labels stand for; `CTE` is the document's own code. No label means more than these. */
const TITLES: Record<string, string> = { 'single subject': 'single subject teaching credential' }

/**
 * Codes for a credential that a table names by titles: taken only where exactly one authorization of the catalogue bears that very
 * label and subject title, blanks and capitals aside. Otherwise a code is null unless the label itself says it. Nothing is guessed.
 */
export function createJoinByTitle(
  authorizations: readonly AuthorizationContent[],
  subjects: readonly Pick<SubjectContent, 'code'>[],
): (named: NamedCredential) => JoinedCodes {
  const sectors = new Set(subjects.map(subject => subject.code))
  const byLabel = (label: string): AuthorizationContent[] =>
    label === 'cte'
      ? authorizations.filter(row => row.documentCode === 'CTE')
      : authorizations.filter(row => plain(row.title) === TITLES[label])
  const known = new Map(['cte', ...Object.keys(TITLES)].map(label => [label, byLabel(label)]))

  return ({ label, subjectTitle, any }) => {
    const rows = label === null ? [] : (known.get(plain(label)) ?? [])
    const fitting = any
      ? rows.filter(row => row.subjectCode !== null && sectors.has(row.subjectCode))
      : rows.filter(row => plain(row.subjectTitle ?? '') === plain(subjectTitle ?? ''))
    const kinds = new Set(fitting.map(row => `${row.documentCode}/${row.authorizationCode}`))
    const [row] = fitting
    const one = any ? kinds.size === 1 : fitting.length === 1
    if (one && row!.authorizationCode !== null && (any || row!.subjectCode !== null))
      return {
        documentCode: row!.documentCode,
        authorizationCode: row!.authorizationCode,
        subjectCode: any ? '*' : row!.subjectCode,
        joined: true,
      }
    return {
      documentCode: same(rows.map(each => each.documentCode)),
      authorizationCode: null,
      subjectCode: null,
      joined: false,
    }
  }
}

const same = (codes: readonly string[]): string | null => (new Set(codes).size === 1 ? codes[0]! : null)

/** Without its note mark (`Single Subject*`), capitals and doubled blanks. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\*$/, '')
    .trim()
    .toLowerCase()
