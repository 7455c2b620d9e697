import type { AssignmentRule, DecoderComparison } from '@cte-align/contracts'
import { type DecoderTable, ruleKey } from './decoder-table.ts'

/**
 * Rules as they would stand after a comparison's moves: a pair newly permitted becomes a rule like the one it follows from, a
 * refused one takes its rule away, and what nobody can say stays as it is, marked as in doubt. Pure.
 */
export function followComparison(
  rules: readonly AssignmentRule[],
  { pairs }: Pick<DecoderComparison, 'pairs'>,
): Required<Pick<DecoderTable, 'doubts'>> & { rules: AssignmentRule[] } {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const ids = (outcome: 'permitted' | 'refused') =>
    pairs.filter(pair => pair.outcome === outcome).map(pair => `${pair.courseCode.key}:${pair.authorization.key}`)
  const gone = new Set(ids('refused'))
  const stay = rules.filter(rule => !gone.has(`${rule.courseCode}:${ruleKey(rule)}`))
  const come = pairs.flatMap(({ outcome, courseCode, authorization, rule }) => {
    const model = byId.get(rule)
    if (outcome !== 'permitted' || model === undefined) return []
    const [documentCode, authorizationCode, subjectCode] = authorization.key.split('/')
    const id = `${courseCode.key}:${authorization.key}`
    if (byId.has(id) && !gone.has(id)) return []
    return [{ ...model, id, documentCode, authorizationCode, subjectCode } as AssignmentRule]
  })
  return {
    rules: [...stay, ...come],
    doubts: pairs.flatMap(({ outcome, courseCode, authorization, doubt }) =>
      outcome === 'unknown'
        ? [{ courseCode: courseCode.key, authorization: authorization.key, doubt: doubt ?? 'unknown' }]
        : [],
    ),
  }
}
