import type { Session } from '../../data/session.ts'
import { may } from '../../data/session.ts'
import type { Relation } from './words.ts'

export type RelationActName = 'review' | 'accept' | 'review-and-accept' | 'reject' | 'revise' | 'remove'

/** What may be done to a relation as it stands, and by whom. The service judges again. */
const RULES: Record<
  RelationActName,
  { verb: string; act: Parameters<typeof may>[1]; who: string; when: (relation: Relation) => boolean }
> = {
  review: {
    verb: 'Review',
    act: 'review crosswalk',
    who: 'Editors and above of CDE, CTC and CALPADS review',
    when: ({ state }) => state === 'draft' || state === 'suspect',
  },
  accept: {
    verb: 'Accept',
    act: 'decide crosswalk',
    who: 'CDE approvers and above accept',
    when: ({ state }) => state === 'reviewed',
  },
  'review-and-accept': {
    verb: 'Review and accept',
    act: 'decide crosswalk',
    who: 'CDE approvers and above accept',
    when: ({ state }) => state === 'draft' || state === 'suspect',
  },
  reject: {
    verb: 'Reject',
    act: 'decide crosswalk',
    who: 'CDE approvers and above reject',
    when: ({ state }) => state !== 'rejected',
  },
  revise: { verb: 'Revise', act: 'draft crosswalk', who: 'CDE editors and above revise', when: () => true },
  remove: {
    verb: 'Take out',
    act: 'draft crosswalk',
    who: 'CDE editors and above take relations out',
    when: () => true,
  },
}
const NAMES = Object.keys(RULES) as RelationActName[]

export const verbOf = (act: RelationActName): string => RULES[act].verb

/** What somebody may do to it now; empty for a relation that was taken out. */
export function actsFor(relation: Relation, session: Session | undefined): RelationActName[] {
  if (relation.removedIn !== null) return []
  return NAMES.filter(name => RULES[name].when(relation) && mayDo(name, relation, session))
}

function mayDo(name: RelationActName, relation: Relation, session: Session | undefined): boolean {
  const judges = name !== 'revise' && name !== 'remove'
  if (judges && session?.actor?.id === relation.author) return false
  const decides = name === 'remove' && (relation.state === 'accepted' || relation.state === 'rejected')
  return may(session, decides ? 'decide crosswalk' : RULES[name].act)
}

/** Why the rest is not offered, in sentences: who may, instead of buttons that do nothing. */
export function othersMay(relation: Relation, session: Session | undefined): string[] {
  if (relation.removedIn !== null) return []
  const offered = actsFor(relation, session)
  const missing = NAMES.filter(
    name => name !== 'review-and-accept' && RULES[name].when(relation) && !offered.includes(name),
  )
  if (missing.length === 0) return []
  const wroteIt = session?.actor?.id === relation.author
  const judged = missing.some(name => name !== 'revise' && name !== 'remove')
  return [
    ...(wroteIt && judged ? ['You wrote this relation: somebody else reviews it and decides on it.'] : []),
    ...new Set(
      missing.filter(name => !wroteIt || name === 'revise' || name === 'remove').map(name => `${RULES[name].who}.`),
    ),
  ]
}
