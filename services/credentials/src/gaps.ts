import type { Provenance } from '@cte-align/contracts'
import type { Gap } from '@cte-align/service'
import { admittedKey, isInForce, type RuleContent, type RuleEnd } from './assignment-rule.ts'
import { type AuthorizationContent, keyOf } from './authorization.ts'
import type { CatalogueModels } from './catalogue.ts'
import type { DocumentContent } from './document.ts'
import type { SubjectContent } from './subject.ts'

export interface Catalogue {
  subjects: SubjectContent[]
  documents: DocumentContent[]
  authorizations: AuthorizationContent[]
  rules: (RuleContent & { ended?: RuleEnd | null })[]
}

/** What the catalogue does not say, each gap with the key of its row. Pure; the import and GET /gaps both use it. */
export function gapsOf({ subjects, documents, authorizations, rules: all }: Catalogue): Gap[] {
  const rules = all.filter(isInForce)
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
    ...unverified(subjects, row => `subject ${row.code}`),
    ...unverified(documents, row => `document ${row.code}`),
    ...unverified(authorizations, keyOf),
    ...unverified(rules, rule => rule.id),
  ]
}

/** What the catalogue does not say of these authorizations alone. */
export async function gapsOfAuthorizations(
  models: Pick<CatalogueModels, 'authorizations'>,
  keys: readonly string[],
): Promise<Gap[]> {
  const authorizations = await models.authorizations.find({ _id: { $in: [...keys] } }).lean()
  return gapsOf({ subjects: [], documents: [], rules: [], authorizations })
}

const gap = (code: string, key: string, message: string): Gap => ({ code, key, message })

const unverified = <T extends { provenance: Provenance }>(rows: T[], key: (row: T) => string): Gap[] =>
  rows
    .filter(row => !row.provenance.verified)
    .map(row => gap('unverified', key(row), row.provenance.note ?? 'Nobody has checked it at its source'))
