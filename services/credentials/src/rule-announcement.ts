import { type EventData, fingerprint } from '@cte-align/contracts'
import { ruleEdgesOf } from '@cte-align/review'
import { admittedKey, isInForce, type RuleContent, type StoredRule, toRule } from './assignment-rule.ts'
import { type AuthorizationContent, dependentOf, keyOf } from './authorization.ts'

type Said = EventData<'cte.ctc.assignment-rule.changed'>

/** What is to be said of a rule, and the edges that follow. */
export interface RuleAnnouncement {
  id: string
  said: Said
  print: string
  edges: ReturnType<typeof ruleEdgesOf>
}

/**
 * The rules of which something else is to be said than was said last: they changed or went themselves, or their authorization or
 * an examination twin came, went or has another title. Pure.
 */
export function rulesToAnnounce(
  rules: (RuleContent & Pick<StoredRule, 'announced' | 'ended'>)[],
  authorizations: AuthorizationContent[],
): RuleAnnouncement[] {
  const byKey = new Map(authorizations.map(row => [keyOf(row), row]))
  const twins = Map.groupBy(authorizations, row => row.twinOf)
  return rules.flatMap(rule => {
    const key = admittedKey(rule)
    const admitted = byKey.get(key)
    const said: Said = {
      rule: toRule(rule),
      authorization: admitted === undefined ? null : dependentOf(admitted),
      twins: (twins.get(key) ?? []).map(dependentOf).sort((a, b) => (a.key < b.key ? -1 : 1)),
      removed: !isInForce(rule),
    }
    // Of a rule that is gone nothing is news any more, not even another title of whom it admitted.
    const print = fingerprint(said.removed ? { removed: rule.id } : said)
    if (print === rule.announced) return []
    // The course code's own title is the other service's business; a path names it by its code.
    const edges = ruleEdgesOf(said, { kind: 'course-code', key: rule.courseCode, title: rule.courseCode, level: null })
    return [{ id: rule.id, said, print, edges }]
  })
}
