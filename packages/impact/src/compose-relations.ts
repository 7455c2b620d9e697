import type { Relation, RelationState } from '@cte-align/contracts'

/** `from` is broader than `to`: travelled from `to`, the other way round. */
const INVERSE: Record<Relation, Relation> = {
  equivalent: 'equivalent',
  broader: 'narrower',
  narrower: 'broader',
  related: 'related',
  none: 'none',
}

/** The relation as it reads from its other end. */
export const inverse = (relation: Relation): Relation => INVERSE[relation]

/**
 * Two steps as one: what is equivalent adds nothing, broader of broader is broader, narrower of narrower is narrower. Whatever
 * is not clear is `related`: a broader thing's narrower part may have nothing in common with where we began.
 */
export function compose(first: Relation, second: Relation): Relation {
  if (first === 'none' || second === 'none') return 'none'
  if (first === 'equivalent') return second
  if (second === 'equivalent' || first === second) return first
  return 'related'
}

/** The less sure of two states: what rests on several relations is as sure as the least sure of them. */
export const weakest = (a: RelationState, b: RelationState): RelationState => (sureness(a) <= sureness(b) ? a : b)

const SURENESS: readonly RelationState[] = ['rejected', 'suspect', 'draft', 'reviewed', 'accepted']
export const sureness = (state: RelationState): number => SURENESS.indexOf(state)
