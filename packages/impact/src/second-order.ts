import type { Dependent, DependentKey, Doubt, RuleEdge, Step } from '@cte-align/contracts'

/** Assignment rules by either end; wildcard rules by the prefix that they admit. */
export type RuleIndex = {
  byCourseCode: ReadonlyMap<string, readonly RuleEdge[]>
  byAuthorization: ReadonlyMap<string, readonly RuleEdge[]>
  wildcards: readonly RuleEdge[]
}

export function ruleIndex(rules: Iterable<RuleEdge>): RuleIndex {
  const byCourseCode = new Map<string, RuleEdge[]>()
  const byAuthorization = new Map<string, RuleEdge[]>()
  const wildcards: RuleEdge[] = []
  for (const rule of rules) {
    if (rule.prefix !== null) wildcards.push(rule)
    if (rule.authorization === null) continue
    push(byCourseCode, rule.courseCode.key, rule)
    push(byAuthorization, rule.authorization.key, rule)
  }
  return { byCourseCode, byAuthorization, wildcards }
}

/**
 * Who is at risk when this dependent breaks (docs/decisions.md, "a second order"): the authorizations of a course code's
 * rules, the course codes of an authorization's rules. A wildcard rule (course code 7000 and `CTE/R4T/*`) leads from each
 * authorization that it admits to its course code, but from the course code to no single authorization. No rule names a statute.
 */
export function rulesFrom({ kind, key }: DependentKey, index: RuleIndex): { rule: RuleEdge; to: Dependent }[] {
  if (kind === 'legal-reference') return []
  if (kind === 'course-code')
    return (index.byCourseCode.get(key) ?? []).map(rule => ({ rule, to: rule.authorization! }))
  const admitting = index.wildcards.filter(rule => key.startsWith(rule.prefix!))
  return [...(index.byAuthorization.get(key) ?? []), ...admitting].map(rule => ({ rule, to: rule.courseCode }))
}

export const ruleStep = ({ rule, courseCode, authorization, prefix }: RuleEdge, to: Dependent): Step => ({
  edge: 'rule',
  rule,
  dependent: { kind: to.kind, key: to.key },
  basis: `${courseCode.key} admits ${authorization?.key ?? `${prefix}*`}`,
})

export function doubtsOf(rule: RuleEdge): Doubt[] {
  const doubts: Doubt[] = []
  if (rule.inferred) doubts.push('inferred-twin')
  if (!rule.verified) doubts.push('unverified-rule')
  return doubts
}

function push(index: Map<string, RuleEdge[]>, key: string, rule: RuleEdge): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [rule])
  else known.push(rule)
}
