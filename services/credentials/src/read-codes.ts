import type { FieldError } from '@cte-align/service'
import type { AuthorizationCodeContent, StoredAuthorizationCode } from './authorization-code.ts'
import type { AuthorizationCodeRow, CredentialsFile, VocationalSubjectRow } from './import-file.ts'
import { provenanceOf } from './provenance-of.ts'
import type { VocationalSubjectContent } from './vocational-subject.ts'

/** A code as the last import had it. */
export type KnownCode = AuthorizationCodeContent & Partial<Pick<StoredAuthorizationCode, 'imported'>>

/** A row of the file as a code. One without a statement says nothing new of a code whose statement was imported: all of it stays. */
export function toAuthorizationCode(
  row: AuthorizationCodeRow,
  file: CredentialsFile,
  known: KnownCode | undefined,
): AuthorizationCodeContent {
  const before = known?.imported ?? known
  const statement = row.statement === '' ? null : row.statement
  if (statement === null && before && before.statement !== null) {
    const { code, statement, truncated, family, provenance } = before
    return { code, statement, truncated, family, provenance }
  }
  return {
    code: row.code,
    statement,
    truncated: row.truncated,
    family: row.family === '' ? null : row.family,
    provenance: provenanceOf(row, file),
  }
}

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
