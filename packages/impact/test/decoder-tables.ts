import { type AssignmentRule, RuleOperation, type RuleOperationInput } from '@cte-align/contracts'
import type { ListedAuthorization, ListedSubject, WholeDecoder } from '../src/index.ts'

const read = { source: 'made up', verified: true, note: null }

export function authorization(key: string, more: Partial<ListedAuthorization> = {}): ListedAuthorization {
  const [documentCode, authorizationCode, subjectCode] = key.split('/').map(code => (code === '_' ? null : code))
  return {
    ...{ documentCode: documentCode!, authorizationCode: authorizationCode!, subjectCode: subjectCode! },
    ...{ title: `Credential ${documentCode}`, subjectTitle: `Subject ${subjectCode}`, notes: null },
    ...{ cteRelation: documentCode === 'TC1' ? 'authorizes_cte_at_employer_discretion' : 'authorizes_cte_sector' },
    ...{ status: 'current', twinOf: null, covers: [], gaps: [], provenance: read },
    ...more,
  } as ListedAuthorization
}

export const subject = (code: string, more: Partial<ListedSubject> = {}): ListedSubject => ({
  ...{ code, title: `Subject ${code}`, spellings: [], item: { framework: 'ca-mcs-2013', key: code } },
  titles: [{ title: `Subject ${code}`, from: null, to: null, provenance: read }],
  provenance: read,
  ...more,
})

/** `7100:CTE/R4T/ANR`. */
export function rule(id: string, more: Partial<AssignmentRule> = {}): AssignmentRule {
  const [courseCode, documentCode, authorizationCode, subjectCode] = id.split(/[:/]/) as [
    string,
    string,
    string,
    string,
  ]
  const kind = subjectCode === '*' ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector'
  const codes = { courseCode, documentCode, authorizationCode, subjectCode }
  return { id, ...codes, authType: 'Full', kind, condition: null, verified: true, ...more }
}

export const table = (...ids: string[]): WholeDecoder => ({
  title: 'the table',
  subjects: ['ANR', 'FAB', 'MSS'].map(code => subject(code)),
  authorizations: [
    ...['CTE/R4T/ANR', 'CTE/R4T/FAB', 'CTE/R4T/MSS', 'TC1/R1S/AGRI'].map(key => authorization(key)),
    authorization('TC1/R1S/AGRX', { twinOf: 'TC1/R1S/AGRI' }),
  ],
  rules: ids.map(id => rule(id)),
  grandfathering: [],
})

export const operations = (...given: RuleOperationInput[]): RuleOperation[] =>
  given.map(each => RuleOperation.parse(each))
