import type { AssignmentRule } from '@cte-align/contracts'
import { type Misfit, type OpOf, putRule, type RuleDraft, ruleOf, takeRule } from './rule-draft.ts'

/** Nothing: it fits, and the draft is as the operation leaves it. A misfit leaves the draft as it was. */
export type Outcome = Misfit | null

export function addRule(draft: RuleDraft, op: OpOf<'add-rule'>): Outcome {
  const { courseCode, document, authorization, subject, authType, condition, verified } = op
  const codes = { courseCode, documentCode: document, authorizationCode: authorization, subjectCode: subject }
  return add(draft, [ruleOf({ ...codes, authType, condition, verified })])
}

export function dropRule(draft: RuleDraft, { rule }: OpOf<'drop-rule'>): Outcome {
  if (!draft.rules.has(rule)) return noRule(rule)
  takeRule(draft, rule)
  return null
}

export function recodeRule(draft: RuleDraft, op: OpOf<'recode-rule'>): Outcome {
  const before = draft.rules.get(op.rule)
  if (before === undefined) return noRule(op.rule)
  const after = ruleOf({
    ...before,
    documentCode: op.document ?? before.documentCode,
    authorizationCode: op.authorization ?? before.authorizationCode,
    subjectCode: op.subject ?? before.subjectCode,
  })
  if (after.id === before.id) return { code: 'CTE_NOTHING_CHANGES', message: `${op.rule} has these codes already` }
  const misfit = add(draft, [after])
  if (misfit === null) takeRule(draft, before.id)
  return misfit
}

export function recodeCourseCode(draft: RuleDraft, { courseCode, to }: OpOf<'recode-course-code'>): Outcome {
  if (to.includes(courseCode))
    return { code: 'CTE_RECODE_INTO_ITSELF', message: `${courseCode} cannot be its own successor` }
  const old = [...draft.rules.values()].filter(rule => rule.courseCode === courseCode)
  if (old.length === 0) return { code: 'CTE_CODE_WITHOUT_RULES', message: `No rule of course code ${courseCode}` }
  // An authorization that is not listed is carried along too: the code changes, and not whom it admits.
  const successors = [...new Set(to)].flatMap(code => old.map(rule => ruleOf({ ...rule, courseCode: code })))
  for (const rule of successors) {
    const standing = draft.rules.get(rule.id)
    if (standing === undefined) putRule(draft, rule)
    else draft.findings.push(metOnItsWay(rule, { standing, courseCode, index: draft.index }))
  }
  for (const rule of old) takeRule(draft, rule.id)
  return null
}

/** The successor admits the same already: its own rule stays as it is. */
function metOnItsWay(rule: AssignmentRule, met: { standing: AssignmentRule; courseCode: string; index: number }) {
  const { standing, courseCode, index } = met
  const alike = standing.authType === rule.authType && standing.condition === rule.condition
  const message = `${standing.id} stands already and stays; the rule of ${courseCode} ${alike ? 'says the same' : 'says something else and goes'}`
  return { code: 'already-admitted' as const, key: standing.id, message, operations: [index] }
}

export function reviseRule(draft: RuleDraft, op: OpOf<'revise-rule'>): Outcome {
  const before = draft.rules.get(op.rule)
  if (before === undefined) return noRule(op.rule)
  const { authType = before.authType, condition = before.condition, verified = before.verified } = op
  const after = { ...before, authType, condition: condition === '' ? null : condition, verified }
  if (after.authType === before.authType && after.condition === before.condition && verified === before.verified)
    return { code: 'CTE_NOTHING_CHANGES', message: `${op.rule} says so already` }
  putRule(draft, after)
  return null
}

function add(draft: RuleDraft, rules: AssignmentRule[]): Outcome {
  for (const rule of rules) {
    if (draft.rules.has(rule.id)) return exists(rule)
    const key = rule.id.slice(rule.courseCode.length + 1)
    if (rule.kind !== 'wildcard' && !draft.authorizations.has(key))
      return { code: 'CTE_NO_SUCH_AUTHORIZATION', message: `No authorization ${key} for ${rule.courseCode} to admit` }
  }
  for (const rule of rules) putRule(draft, rule)
  return null
}

const noRule = (rule: string): Misfit => ({ code: 'CTE_NO_SUCH_RULE', message: `No rule ${rule}` })
const exists = ({ id }: AssignmentRule): Misfit => ({ code: 'CTE_RULE_EXISTS', message: `There is a rule ${id}` })
