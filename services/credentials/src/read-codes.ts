import type { FieldError } from '@cte-align/service'
import type { AuthorizationCodeContent } from './authorization-code.ts'
import type { AuthorizationCodeRow, CredentialsFile, VocationalSubjectRow } from './import-file.ts'
import { provenanceOf } from './provenance-of.ts'
import type { VocationalSubjectContent } from './vocational-subject.ts'

export const toAuthorizationCode = (row: AuthorizationCodeRow, file: CredentialsFile): AuthorizationCodeContent => ({
  code: row.code,
  statement: row.statement === '' ? null : row.statement,
  truncated: row.truncated,
  family: row.family === '' ? null : row.family,
  provenance: provenanceOf(row, file),
})

export const toVocationalSubject = (row: VocationalSubjectRow, file: CredentialsFile): VocationalSubjectContent => ({
  document: row.document,
  code: row.code,
  title: row.title,
  sectorSubject: row.sectorSubject,
  provenance: provenanceOf(row, file),
})

/** An occupation on a document, or of a sector, that nobody has listed. */
export function vocationalFaults(
  rows: readonly VocationalSubjectRow[],
  known: { documents: ReadonlySet<string>; subjects: { has(code: string): boolean } },
): FieldError[] {
  return rows.flatMap(({ document, sectorSubject }, index) => {
    const fault = (field: string, message: string) => ({ path: `/vocationalSubjects/${index}/${field}`, message })
    return [
      ...(known.documents.has(document) ? [] : [fault('document', `No document ${document}`)]),
      ...(sectorSubject === null || known.subjects.has(sectorSubject)
        ? []
        : [fault('sectorSubject', `No subject ${sectorSubject}`)]),
    ]
  })
}
