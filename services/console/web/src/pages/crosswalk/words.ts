import type { Answer, Item } from '@cte-align/client'

export type Relation = Item<'standards', '/crosswalks/{key}/relations', 'get'>
export type RelationWord = Relation['relation']
export type RelationState = Relation['state']
export type EndItem = Relation['from']
export type CoveredItem = Item<'standards', '/crosswalks/{key}/coverage/items', 'get'>
export type Coverage = Answer<'standards', '/crosswalks/{key}/coverage', 'get'>

export const COVERAGE_ANSWERS: Record<CoveredItem['answer'], string> = {
  unmapped: 'nobody has said anything',
  none: 'no counterpart, somebody says',
  mapped: 'has a counterpart',
}
export const COVERAGE_ANSWER_NAMES = Object.keys(COVERAGE_ANSWERS) as CoveredItem['answer'][]

/** Letter and shape say the same as the colour does. */
export const RELATIONS: Record<RelationWord, { letter: string; shape: string; says: string }> = {
  equivalent: { letter: 'E', shape: '=', says: 'is equivalent to' },
  broader: { letter: 'B', shape: '⊃', says: 'is broader than' },
  narrower: { letter: 'N', shape: '⊂', says: 'is narrower than' },
  related: { letter: 'R', shape: '~', says: 'is related to' },
  none: { letter: '0', shape: '∅', says: 'has no counterpart' },
}
export const RELATION_WORDS = Object.keys(RELATIONS) as RelationWord[]

/** What a state means for a change that comes by. */
export const STATES: Record<RelationState, { says: string; carries: string }> = {
  draft: {
    says: 'nobody has verified this',
    carries: 'A change at one end is felt at the other for review at most.',
  },
  reviewed: {
    says: 'somebody other than its author has looked; not decided yet',
    carries: 'A change at one end is felt at the other for review at most.',
  },
  suspect: {
    says: 'an end has changed since it was looked at; nobody has verified it since',
    carries: 'A change at one end is felt at the other for review at most.',
  },
  accepted: {
    says: 'CDE has accepted it',
    carries: 'A change at one end is felt at the other in full: breaking where it breaks something.',
  },
  rejected: {
    says: 'CDE has rejected it',
    carries: 'A change at one end is not felt at the other.',
  },
}
export const RELATION_STATES = Object.keys(STATES) as RelationState[]

/** Nothing may rest on it without somebody having looked. */
export const isUnverified = (state: RelationState): boolean => state === 'draft' || state === 'suspect'

/** `AGR "Agriculture and Natural Resources" is related to agriculture "Agriculture"`. */
export const relationSentence = ({ from, relation, to }: Pick<Relation, 'from' | 'relation' | 'to'>): string =>
  [named(from), RELATIONS[relation].says, to && named(to)].filter(Boolean).join(' ')

/** The same with what has become of it: for those who hear one cell of many. */
export const relationAloud = (relation: Pick<Relation, 'from' | 'relation' | 'to' | 'state' | 'moved'>): string =>
  `${relationSentence(relation)}: ${relation.state}, ${STATES[relation.state].says}${relation.moved ? '; an end has changed' : ''}`

const named = ({ key, title }: EndItem): string => `${key} "${title}"`
