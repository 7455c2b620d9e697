import type { Change, CourseLevel, DependentKey, Finding, ItemRef, Link } from '@cte-align/contracts'
import { compareKeys } from './natural-order.ts'

/** A sequence needs both: who completes it has passed the capstone after the concentrator (CERT122, CERT124). */
const LEVELS = ['concentrator', 'capstone'] as const
type Level = (typeof LEVELS)[number]

/**
 * A split pathway (or sub-cluster) whose course codes made a sequence, where a successor now gets one of the two levels
 * without the other. `links` are those on or below the split item. Nothing is broken yet where an undecided course code
 * of the missing level may still go there.
 */
export function brokenSequences(change: Change, links: readonly Link[]): Finding[] {
  const { kind } = change.item
  if (!isSplit(change) || !Array.isArray(change.successors) || (kind !== 'pathway' && kind !== 'sub-cluster')) return []
  const codes = courseCodes(links)
  if (LEVELS.some(level => !codes.some(code => code.level === level))) return []

  const assignment = assignmentsOf(change)
  const assigned = new Map(codes.map(({ key }) => [key, assignment({ kind: 'course-code', key })]))
  const at = (successor: ItemRef | 'undecided', level: Level): string[] => {
    const there = codes.filter(({ key, level: has }) => has === level && sameItem(assigned.get(key)!, successor))
    return there.map(code => code.key)
  }
  const broken = change.successors.flatMap(successor => {
    const missing = LEVELS.filter(level => at(successor, level).length === 0)
    if (missing.length !== 1 || at('undecided', missing[0]!).length > 0) return []
    const has = missing[0] === 'capstone' ? 'concentrator' : 'capstone'
    const plural = at(successor, has).length > 1 ? 's' : ''
    return [`${nameOf(successor)} gets the ${has}${plural} ${at(successor, has).join(', ')} but no ${missing[0]}`]
  })
  if (broken.length === 0) return []
  const parts = change.successors
    .flatMap(successor => LEVELS.map(level => ({ successor, level, courseCodes: at(successor, level) })))
    .filter(part => part.courseCodes.length > 0)
  const message = `The sequence of ${nameOf(change.item)} does not hold after the split: ${broken.join('; ')}.`
  return [{ code: 'CTE_SEQUENCE_BROKEN', change: change.id, pathway: change.item, message, parts }]
}

export const isSplit = (change: Change): boolean => change.class === 'split' || change.rule === 'existence/split'

/** Where each dependent of a split item goes, as the proposal says. */
export function assignmentsOf(change: Change): (dependent: DependentKey) => ItemRef | 'undecided' {
  const successors = new Map(Array.isArray(change.successors) ? change.successors.map(ref => [ref.id, ref]) : [])
  const said = new Map(change.assignments.map(({ dependent, successor }) => [nameOfKey(dependent), successor]))
  return dependent => successors.get(said.get(nameOfKey(dependent)) ?? '') ?? 'undecided'
}

/** Each once; where links disagree on a level, the first by name, so that their order does not matter. */
function courseCodes(links: readonly Link[]): { key: string; level: CourseLevel }[] {
  const levels = new Map<string, CourseLevel>()
  for (const { dependent } of links) {
    const { kind, key, level } = dependent
    const known = levels.get(key)
    if (kind === 'course-code' && level !== null && (known === undefined || level < known)) levels.set(key, level)
  }
  return Array.from(levels, ([key, level]) => ({ key, level })).sort((a, b) => compareKeys(a.key, b.key))
}

const sameItem = (a: ItemRef | 'undecided', b: ItemRef | 'undecided'): boolean =>
  a === b || (a !== 'undecided' && b !== 'undecided' && a.id === b.id)

const nameOf = ({ key, title }: ItemRef): string => `${key} "${title}"`
const nameOfKey = ({ kind, key }: DependentKey): string => `${kind} ${key}`
