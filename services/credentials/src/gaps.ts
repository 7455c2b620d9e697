import type { Provenance } from '@cte-align/contracts'
import type { Gap } from '@cte-align/service'
import { admittedKey, isInForce, type RuleContent, type RuleEnd } from './assignment-rule.ts'
import { type AuthorizationContent, keyOf } from './authorization.ts'
import { type AuthorizationCodeContent, LONGEST_CODE } from './authorization-code.ts'
import type { CatalogueModels } from './catalogue.ts'
import type { DocumentContent } from './document.ts'
import type { LegalReferenceContent } from './legal-reference.ts'
import type { SubjectContent } from './subject.ts'
import { type VocationalSubjectContent, vocationalKey } from './vocational-subject.ts'

export interface Catalogue {
  subjects: SubjectContent[]
  documents: DocumentContent[]
  authorizations: AuthorizationContent[]
  rules: (RuleContent & { ended?: RuleEnd | null })[]
  legalReferences?: LegalReferenceContent[]
  authorizationCodes?: AuthorizationCodeContent[]
  vocationalSubjects?: VocationalSubjectContent[]
}

/** What the catalogue does not say, each gap with the key of its row. Pure; the import and GET /gaps both use it. */
export function gapsOf(catalogue: Catalogue): Gap[] {
  const { subjects, documents, authorizations } = catalogue
  const { legalReferences = [], authorizationCodes = [], vocationalSubjects = [] } = catalogue
  const rules = catalogue.rules.filter(isInForce)
  const known = new Set(authorizations.map(keyOf))
  const homeless = rules.filter(rule => rule.kind !== 'wildcard' && !known.has(admittedKey(rule)))
  return [
    ...authorizations
      .filter(row => row.authorizationCode === null)
      .map(row => gap('authorization-code-blank', keyOf(row), 'The source gives no authorization code')),
    ...authorizations
      .filter(row => row.gaps.includes('no-subject'))
      .map(row => gap('no-subject', keyOf(row), 'No subject leads to a sector: for manual review')),
    ...homeless.map(rule =>
      gap('rule-without-authorization', rule.id, `No authorization ${admittedKey(rule)} is listed`),
    ),
    ...authorizations
      .filter(row => (row.authorizationCode?.length ?? 0) > LONGEST_CODE)
      .map(row =>
        gap(
          'authorization-code-long',
          keyOf(row),
          `CTC's record of a document has room for ${LONGEST_CODE} characters`,
        ),
      ),
    ...documents
      .filter(row => row.status === null)
      .map(row =>
        gap('status-unknown', `document ${row.code}`, `Neither current, closed nor legacy: ${row.statusBasis}`),
      ),
    ...subjects
      .filter(({ titles }) => titles.length > 1 && titles.some(({ from, to }) => from === null && to === null))
      .map(row => gap('title-dates-unknown', `subject ${row.code}`, 'Nobody says on which day its title changed')),
    ...authorizationCodes
      .filter(row => row.statement === null)
      .map(row => gap('statement-not-carried', `code ${row.code}`, 'The statement is not carried here: import it')),
    ...authorizationCodes
      .filter(row => row.truncated)
      .map(row => gap('statement-truncated', `code ${row.code}`, 'The source lost words at the ends of its lines')),
    ...vocationalSubjects
      .filter(row => row.sectorSubject === null)
      .map(row => gap('sector-unknown', vocationalKey(row), `Nobody says which sector ${row.title} belongs to`)),
    ...unverified(subjects, row => `subject ${row.code}`),
    ...unverified(documents, row => `document ${row.code}`),
    ...unverified(authorizations, keyOf),
    ...unverified(rules, rule => rule.id),
    ...unverified(legalReferences, row => row.citation),
    ...legalReferences.flatMap(({ citation, dependsOn }) =>
      dependsOn.filter(({ verified }) => !verified).map(({ basis }) => gap('unverified-list', citation, basis)),
    ),
    ...unverified(authorizationCodes, row => `code ${row.code}`),
    ...unverified(vocationalSubjects, vocationalKey),
  ]
}

/** What the catalogue does not say of these dependents alone. That a link to a list is inferred, the paths say. */
export async function gapsOfDependents(
  models: Pick<CatalogueModels, 'authorizations' | 'legalReferences'>,
  keys: readonly string[],
): Promise<Gap[]> {
  const these = { _id: { $in: [...keys] } }
  const authorizations = await models.authorizations.find(these).lean()
  const law = await models.legalReferences.find(these).lean()
  const legalReferences = law.map(row => ({ ...row, dependsOn: [] }))
  return gapsOf({ subjects: [], documents: [], rules: [], authorizations, legalReferences })
}

const gap = (code: string, key: string, message: string): Gap => ({ code, key, message })

const unverified = <T extends { provenance: Provenance }>(rows: T[], key: (row: T) => string): Gap[] =>
  rows
    .filter(row => !row.provenance.verified)
    .map(row => gap('unverified', key(row), row.provenance.note ?? 'Nobody has checked it at its source'))
