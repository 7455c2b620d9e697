import type { Change, CourseLevel, DependentKey, Finding, ItemRef, Link } from '@cte-align/contracts'
import { compareKeys } from './natural-order.ts'
import { NEEDED_LEVELS as LEVELS, type NeededLevel as Level } from './sequences/sequences.ts'

/**
 * A split pathway (or sub-cluster) whose course codes made a sequence, where a successor now gets one of the two levels
 * without the other. `links` are those on or below the split item. Nothing is broken yet where an undecided course code
 * of the missing level may still go there.
 */
export function brokenSequences(change: Change, links: readonly Link[]): Finding[] {
  const { kind } = change.item
  if (!isSplit(change) || !Array.isArray(change.successors) || (kind !== 'pathway' && kind !== 'sub-cluster')) return []
  const assignment = assignmentsOf(change)
  const found = sequenceBrokenBy({
    pathway: change.item,
    successors: change.successors,
    codes: courseCodes(links),
    goesTo: key => {
      const successor = assignment({ kind: 'course-code', key })
      return successor === 'undecided' ? [] : [successor.id]
    },
  })
  if (found === null) return []
  return [{ code: 'CTE_SEQUENCE_BROKEN', change: change.id, pathway: change.item, ...found }]
}

/**
 * What becomes of the sequence of a pathway whose course codes go to several others. `goesTo` names none where nobody has said:
 * nothing is broken yet where such a code of the missing level may still go there. Null where there was no sequence, or it holds.
 */
export function sequenceBrokenBy<S extends { id: string; key: string; title: string }>({
  pathway,
  successors,
  codes,
  goesTo,
}: {
  pathway: { key: string; title: string }
  successors: readonly S[]
  codes: readonly { key: string; level: CourseLevel }[]
  goesTo: (code: string) => readonly string[]
}): { message: string; parts: { successor: S; level: Level; courseCodes: string[] }[] } | null {
  if (LEVELS.some(level => !codes.some(code => code.level === level))) return null
  const going = codes.map(code => ({ ...code, to: goesTo(code.key) }))
  const ofLevel = (level: Level, goes: (to: readonly string[]) => boolean): string[] =>
    going.filter(({ level: has, to }) => has === level && goes(to)).map(({ key }) => key)
  const at = ({ id }: S, level: Level) => ofLevel(level, to => to.includes(id))
  const broken = successors.flatMap(successor => {
    const missing = LEVELS.filter(level => at(successor, level).length === 0)
    if (missing.length !== 1 || ofLevel(missing[0]!, to => to.length === 0).length > 0) return []
    const has = missing[0] === 'capstone' ? 'concentrator' : 'capstone'
    const plural = at(successor, has).length > 1 ? 's' : ''
    return [`${nameOf(successor)} gets the ${has}${plural} ${at(successor, has).join(', ')} but no ${missing[0]}`]
  })
  if (broken.length === 0) return null
  const parts = successors
    .flatMap(successor => LEVELS.map(level => ({ successor, level, courseCodes: at(successor, level) })))
    .filter(part => part.courseCodes.length > 0)
  const message = `The sequence of ${nameOf(pathway)} does not hold after the split: ${broken.join('; ')}.`
  return { message, parts }
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

const nameOf = ({ key, title }: { key: string; title: string }): string => `${key} "${title}"`
const nameOfKey = ({ kind, key }: DependentKey): string => `${kind} ${key}`
