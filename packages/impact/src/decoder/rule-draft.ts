import type { AssignmentRule, GrandfatheringRule, Provenance, RuleOperation } from '@cte-align/contracts'
import { compareText } from '../natural-order.ts'
import { authorizationKey, ruleKey } from './decoder-table.ts'
import type { ListedAuthorization, ListedSubject, WholeDecoder } from './whole-decoder.ts'

export type RuleFaultCode =
  | 'CTE_NO_SUCH_RULE'
  | 'CTE_RULE_EXISTS'
  | 'CTE_CODE_WITHOUT_RULES'
  | 'CTE_RECODE_INTO_ITSELF'
  | 'CTE_NO_SUCH_AUTHORIZATION'
  | 'CTE_AUTHORIZATION_EXISTS'
  | 'CTE_RULES_ONLY'
  | 'CTE_NO_SUCH_SUBJECT'
  | 'CTE_SUBJECT_EXISTS'
  | 'CTE_SUBJECT_ENDED'
  | 'CTE_TITLE_TOO_EARLY'
  | 'CTE_NO_SUCH_GRANDFATHERING'
  | 'CTE_GRANDFATHERING_EXISTS'
  | 'CTE_NOTHING_CHANGES'

/** Why an operation does not fit, in words. */
export type Misfit = { code: RuleFaultCode; message: string }
export type RowKind = 'rule' | 'authorization' | 'subject' | 'grandfathering'

export type RuleFindingCode =
  /** Nothing of the catalogue satisfies the rule: nobody is admitted by it. */
  | 'grown-empty'
  /** All that satisfy it are closed: those who hold one keep it, and nobody new will. */
  | 'only-closed'
  | 'code-without-rules'
  | 'wildcard-covers-rule'
  | 'already-admitted'
  | 'ended-subject-in-use'
/** Something to look at before the draft is published. It refuses nothing. */
export type RuleFinding = { code: RuleFindingCode; key: string; message: string; operations: number[] }

/** The table as the operations so far have left it. */
export interface RuleDraft {
  rules: Map<string, AssignmentRule>
  authorizations: Map<string, ListedAuthorization>
  subjects: Map<string, ListedSubject>
  grandfathering: Map<string, GrandfatheringRule>
  /** `rule 7100:CTE/R4T/ANR` to the operations that had a hand in it. */
  touched: Map<string, { of: RowKind; key: string; operations: number[] }>
  findings: RuleFinding[]
  index: number
  /** Of what the operations add. */
  provenance: (said: { verified: boolean; reason: string | null }) => Provenance
}

export type OpOf<K extends RuleOperation['op']> = Extract<RuleOperation, { op: K }>

export const ruleDraftOf = (table: WholeDecoder, source: string): RuleDraft => ({
  rules: new Map(table.rules.map(rule => [rule.id, rule])),
  authorizations: new Map(table.authorizations.map(row => [authorizationKey(row), row])),
  subjects: new Map(table.subjects.map(subject => [subject.code, subject])),
  grandfathering: new Map(table.grandfathering.map(rule => [rule.id, rule])),
  touched: new Map(),
  findings: [],
  index: 0,
  provenance: ({ verified, reason }) => ({ source, verified, note: reason }),
})

/** Rows in the order of their keys. A kept edition may say one rule in several rows: what no operation touches stays as it was. */
export function tableOf(draft: RuleDraft, base: WholeDecoder): Omit<WholeDecoder, 'title'> {
  const untouched = base.rules.filter(rule => !draft.touched.has(`rule ${rule.id}`))
  const touched = [...draft.rules.values()].filter(rule => draft.touched.has(`rule ${rule.id}`))
  return {
    rules: [...untouched, ...touched].sort((a, b) => compareText(a.id, b.id)),
    authorizations: inOrder(draft.authorizations),
    subjects: inOrder(draft.subjects),
    grandfathering: inOrder(draft.grandfathering),
  }
}

/** Puts a row, or takes it away (null), and notes which operation did. */
export function putRule(draft: RuleDraft, rule: AssignmentRule): void {
  touch(draft, 'rule', rule.id)
  draft.rules.set(rule.id, rule)
}
export function takeRule(draft: RuleDraft, id: string): void {
  touch(draft, 'rule', id)
  draft.rules.delete(id)
}
export function putAuthorization(draft: RuleDraft, row: ListedAuthorization): void {
  touch(draft, 'authorization', authorizationKey(row))
  draft.authorizations.set(authorizationKey(row), row)
}
export function putSubject(draft: RuleDraft, subject: ListedSubject): void {
  touch(draft, 'subject', subject.code)
  draft.subjects.set(subject.code, subject)
}
export function putGrandfathering(draft: RuleDraft, rule: GrandfatheringRule): void {
  touch(draft, 'grandfathering', rule.id)
  draft.grandfathering.set(rule.id, rule)
}

/** Of which course code a rule is, and whom it admits, decide what kind of rule it is. */
export function ruleOf(said: Omit<AssignmentRule, 'id' | 'kind'>): AssignmentRule {
  const kind = kindOf(said)
  const { courseCode, authType, documentCode, authorizationCode, subjectCode, condition, verified } = said
  const codes = { courseCode, authType, documentCode, authorizationCode, subjectCode }
  return {
    id: `${courseCode}:${ruleKey(said)}`,
    ...codes,
    kind,
    condition: condition === '' ? null : condition,
    verified,
  }
}

/** CTE courses are 7000 to 8999; single subjects (TC1) are reached through rules alone. */
function kindOf({
  courseCode,
  documentCode,
  subjectCode,
}: Omit<AssignmentRule, 'id' | 'kind'>): AssignmentRule['kind'] {
  if (subjectCode === '*') return 'wildcard'
  if (!/^[78]/.test(courseCode)) return 'other'
  return documentCode === 'TC1' ? 'single-subject' : 'sector'
}

function touch({ touched, index }: RuleDraft, of: RowKind, key: string): void {
  const name = `${of} ${key}`
  const known = touched.get(name)
  if (known === undefined) touched.set(name, { of, key, operations: [index] })
  else if (known.operations.at(-1) !== index) known.operations.push(index)
}

const inOrder = <T>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row)
