import { idFrom, type RuleEdge } from '@cte-align/contracts'

/** The same in both services. A decoder row with twins is several edges, so both ends belong to the id. */
export function ruleEdgeId(edge: RuleEdge): string {
  return idFrom('rule-edge', edge.rule, edge.courseCode.key, edge.authorization?.key ?? `${edge.prefix}*`)
}
