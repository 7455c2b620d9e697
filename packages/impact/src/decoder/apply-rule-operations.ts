import type { RuleOperation } from '@cte-align/contracts'
import {
  addAuthorization,
  dropAuthorization,
  recodeAuthorization,
  reviseAuthorization,
} from './operate-on-authorizations.ts'
import { addRule, dropRule, type Outcome, recodeCourseCode, recodeRule, reviseRule } from './operate-on-rules.ts'
import { addGrandfathering, addSubject, endGrandfathering, endSubject, retitleSubject } from './operate-on-subjects.ts'
import { type Misfit, type RowKind, type RuleDraft, type RuleFinding, ruleDraftOf, tableOf } from './rule-draft.ts'
import { ruleFindings } from './rule-findings.ts'
import type { WholeDecoder } from './whole-decoder.ts'

/** A row that operations had a hand in, with their indexes. */
export type TouchedRow = { of: RowKind; key: string; operations: number[] }
export type RuleFault = Misfit & { index: number }
export type RulesApplied<T extends WholeDecoder> =
  | { ok: true; table: T; touched: TouchedRow[]; findings: RuleFinding[] }
  | { ok: false; fault: RuleFault }

/**
 * Works through the operations of a draft rule edition in order and gives the decoder that they lead to, or the first one
 * that does not fit. Pure and total; the table given is untouched. `source` is what the rows that are added name as theirs.
 */
export function applyRuleOperations<T extends WholeDecoder>(
  table: T,
  operations: readonly RuleOperation[],
  { source }: { source: string },
): RulesApplied<T> {
  const draft = ruleDraftOf(table, source)
  for (const [index, operation] of operations.entries()) {
    draft.index = index
    const misfit = apply(draft, operation)
    if (misfit !== null) return { ok: false, fault: { index, ...misfit } }
  }
  const after = { ...table, ...tableOf(draft, table) }
  const touched = [...draft.touched.values()]
  const findings = [...draft.findings, ...ruleFindings(table, after, touched)]
  return { ok: true, table: after, touched, findings }
}

function apply(draft: RuleDraft, operation: RuleOperation): Outcome {
  switch (operation.op) {
    case 'add-rule':
      return addRule(draft, operation)
    case 'drop-rule':
      return dropRule(draft, operation)
    case 'recode-rule':
      return recodeRule(draft, operation)
    case 'recode-course-code':
      return recodeCourseCode(draft, operation)
    case 'revise-rule':
      return reviseRule(draft, operation)
    case 'add-authorization':
      return addAuthorization(draft, operation)
    case 'revise-authorization':
      return reviseAuthorization(draft, operation)
    case 'recode-authorization':
      return recodeAuthorization(draft, operation)
    case 'drop-authorization':
      return dropAuthorization(draft, operation)
    case 'add-subject':
      return addSubject(draft, operation)
    case 'retitle-subject':
      return retitleSubject(draft, operation)
    case 'end-subject':
      return endSubject(draft, operation)
    case 'add-grandfathering':
      return addGrandfathering(draft, operation)
    case 'end-grandfathering':
      return endGrandfathering(draft, operation)
    default:
      return operation satisfies never
  }
}
