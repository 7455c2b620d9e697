import { type AuthorizationGap, coversOf } from '@cte-align/impact'
import { type FieldError, rowFaults } from '@cte-align/service'
import { admittedKey, type RuleContent, WILDCARD } from './assignment-rule.ts'
import { type AuthorizationContent, keyOf, needsManualReview } from './authorization.ts'
import type { AuthorizationCodeContent } from './authorization-code.ts'
import type { DocumentContent } from './document.ts'
import { readStatus } from './document-status.ts'
import type { AuthorizationRow, CredentialsFile, LegalReferenceRow, RuleRow } from './import-file.ts'
import type { LegalReferenceContent } from './legal-reference.ts'
import { provenanceOf } from './provenance-of.ts'
import { type KnownCode, toAuthorizationCode, toVocationalSubject, vocationalFaults } from './read-codes.ts'
import { type KnownSubject, titleFaults, toSubject } from './read-subjects.ts'
import type { SubjectContent } from './subject.ts'
import { type VocationalSubjectContent, vocationalKey } from './vocational-subject.ts'

export interface CredentialRows {
  subjects: Map<string, SubjectContent>
  documents: Map<string, DocumentContent>
  authorizations: Map<string, AuthorizationContent>
  rules: Map<string, RuleContent>
  legalReferences: Map<string, LegalReferenceContent>
  authorizationCodes: Map<string, AuthorizationCodeContent>
  vocationalSubjects: Map<string, VocationalSubjectContent>
}

/** What is in the catalogue already: a file need not repeat it. */
export interface Known {
  subjects: KnownSubject[]
  documents: string[]
  authorizations: string[]
  authorizationCodes?: KnownCode[]
}

/** The file's rows as the catalogue keeps them, by key, and every fault that the schema cannot see. Pure. */
export function readRows(file: CredentialsFile, known: Known): { rows: CredentialRows; faults: FieldError[] } {
  const knownSubjects = new Map(known.subjects.map(subject => [subject.code, subject]))
  const subjects = new Map(file.subjects.map(row => [row.code, toSubject(row, file, knownSubjects.get(row.code))]))
  const documents = new Map(file.documents.map(row => [row.code, toDocument(row, file)]))
  const allSubjects = new Map<string, SubjectContent>([...knownSubjects, ...subjects])
  const allDocuments = new Set([...known.documents, ...documents.keys()])
  const allAuthorizations = new Set([...known.authorizations, ...file.authorizations.map(keyOf)])
  const faults: FieldError[] = [
    ...rowFaults(
      'subjects',
      keyed(file.subjects, row => row.code),
      file.sources,
    ),
    ...rowFaults(
      'documents',
      keyed(file.documents, row => row.code),
      file.sources,
    ),
    ...rowFaults('authorizations', keyed(file.authorizations, keyOf), file.sources),
    ...rowFaults('assignmentRules', keyed(file.assignmentRules, ruleId), file.sources),
    ...rowFaults(
      'legalReferences',
      keyed(file.legalReferences, row => row.citation),
      file.sources,
    ),
    ...file.legalReferences.flatMap(listedTwice),
    ...rowFaults(
      'authorizationCodes',
      keyed(file.authorizationCodes, row => row.code),
      file.sources,
    ),
    ...rowFaults('vocationalSubjects', keyed(file.vocationalSubjects, vocationalKey), file.sources),
    ...titleFaults(file),
    ...vocationalFaults(file.vocationalSubjects, { documents: allDocuments, subjects: allSubjects }),
  ]
  const authorizations = new Map<string, AuthorizationContent>()
  file.authorizations.forEach((row, index) => {
    const fault = (field: string, message: string) =>
      faults.push({ path: `/authorizations/${index}/${field}`, message })
    if (!allDocuments.has(row.documentCode)) fault('documentCode', `No document ${row.documentCode}`)
    if (row.twinOf !== null && (row.twinOf === keyOf(row) || !allAuthorizations.has(row.twinOf)))
      fault('twinOf', `No other authorization ${row.twinOf}`)
    const covered = coversOf(row, allSubjects)
    if ('fault' in covered) fault(covered.fault.field, covered.fault.message)
    else authorizations.set(keyOf(row), { ...toAuthorization(row, file), covers: covered.covers })
  })
  const rules = new Map<string, RuleContent>()
  file.assignmentRules.forEach((row, index) => {
    if ((row.kind === 'wildcard') !== (row.subjectCode === WILDCARD))
      faults.push({ path: `/assignmentRules/${index}/kind`, message: 'wildcard and the subject * go together' })
    rules.set(ruleId(row), toRuleContent(row, file))
  })
  const legalReferences = new Map(file.legalReferences.map(row => [row.citation, toLegalReference(row, file)]))
  const knownCodes = new Map(known.authorizationCodes?.map(row => [row.code, row]))
  const authorizationCodes = new Map(
    file.authorizationCodes.map(row => [row.code, toAuthorizationCode(row, file, knownCodes.get(row.code))]),
  )
  const vocationalSubjects = new Map(
    file.vocationalSubjects.map(row => [vocationalKey(row), toVocationalSubject(row, file)]),
  )
  const codes = { authorizationCodes, vocationalSubjects }
  return { rows: { subjects, documents, authorizations, rules, legalReferences, ...codes }, faults }
}

const keyed = <T extends { source: string }>(rows: T[], key: (row: T) => string) =>
  rows.map(row => ({ key: key(row), source: row.source }))

const ruleId = (row: RuleRow): string => `${row.courseCode}:${admittedKey(row)}`

/** The file may say nothing by null or by an empty text; here it is null. */
const orNull = (text: string | null): string | null => (text === '' ? null : text)

const toDocument = (row: CredentialsFile['documents'][number], file: CredentialsFile): DocumentContent => ({
  code: row.code,
  title: row.title,
  family: orNull(row.family),
  ...readStatus(orNull(row.status)),
  leaflet: orNull(row.leaflet),
  legalReference: orNull(row.legalReference),
  cteRelevance: orNull(row.cteRelevance),
  provenance: provenanceOf(row, file),
})

const toAuthorization = (row: AuthorizationRow, file: CredentialsFile): Omit<AuthorizationContent, 'covers'> => ({
  documentCode: row.documentCode,
  authorizationCode: row.authorizationCode,
  subjectCode: row.subjectCode,
  title: row.title,
  subjectTitle: orNull(row.subjectTitle),
  notes: orNull(row.notes),
  cteRelation: row.cteRelation,
  status: row.status,
  twinOf: row.twinOf,
  gaps: gapsIn(row),
  provenance: provenanceOf(row, file),
})

function gapsIn(row: AuthorizationRow): AuthorizationGap[] {
  const gaps: AuthorizationGap[] = []
  if (row.authorizationCode === null) gaps.push('authorization-code-blank')
  if (needsManualReview(row)) gaps.push('no-subject')
  if (!row.verified) gaps.push('unverified')
  return gaps
}

const toRuleContent = (row: RuleRow, file: CredentialsFile): RuleContent => ({
  id: ruleId(row),
  courseCode: row.courseCode,
  authType: row.authType,
  documentCode: row.documentCode,
  authorizationCode: row.authorizationCode,
  subjectCode: row.subjectCode,
  kind: row.kind,
  condition: orNull(row.condition),
  provenance: provenanceOf(row, file),
})

const toLegalReference = (row: LegalReferenceRow, file: CredentialsFile): LegalReferenceContent => ({
  citation: row.citation,
  subject: row.subject,
  dependsOn: row.dependsOn.map(({ framework, list, basis, verified }) => ({
    ...{ framework, list, basis },
    verified: verified && row.verified,
  })),
  provenance: provenanceOf(row, file),
})

/** A section says one thing of a list, with one basis. */
function listedTwice({ dependsOn }: LegalReferenceRow, index: number): FieldError[] {
  const known = new Set<string>()
  return dependsOn.flatMap(({ framework, list }, place) => {
    const twice = known.has(`${framework} ${list}`)
    known.add(`${framework} ${list}`)
    const path = `/legalReferences/${index}/dependsOn/${place}`
    return twice ? [{ path, message: `${list} of ${framework} is named before` }] : []
  })
}
