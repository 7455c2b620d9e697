import {
  type Cause,
  type Change,
  type CodeChangeKind,
  type CourseCodeConsequence,
  type Finding,
  fingerprint,
  type Impact,
  type ItemRef,
  type Path,
} from '@cte-align/contracts'
import { compareText } from './natural-order.ts'
import { gravest, type OwnerChanges, type Suggestion, suggestionOf } from './suggest-code-change.ts'

type Place = CourseCodeConsequence['places'][number]

/**
 * What the changes may mean for each course code that they reach: where it hangs, where it would go, which kind of code
 * change that suggests. Pure; one consequence for each impact on a course code, in the same order.
 */
export function courseCodeConsequences(
  impacts: readonly Impact[],
  changes: readonly Change[],
  { ownerChanges, schoolYear = null }: { ownerChanges: OwnerChanges; schoolYear?: string | null },
): CourseCodeConsequence[] {
  const byId = new Map(changes.map(change => [change.id, change]))
  return impacts.flatMap(({ dependent, causes }) => {
    if (dependent.kind !== 'course-code') return []
    const places = new Map<string, Place>()
    const suggestions: Suggestion[] = []
    for (const cause of causes) {
      const change = byId.get(cause.change.id)
      for (const path of cause.paths) {
        if (cause.order === 1) notePlace(places, placeOf(path, cause, change))
        suggestions.push(suggestionOf({ dependent, cause, path, change, ownerChanges }))
      }
    }
    const { kind, rule } = gravest(suggestions)
    const all = [...places.values()].sort((a, b) => compareText(a.item.key, b.item.key))
    return [{ courseCode: dependent, places: all, suggested: kind, rule, schoolYear: schoolYear ?? 'unknown' }]
  })
}

/** Each broken sequence once, by pathway. */
export function brokenSequencesIn(impacts: readonly Impact[]): Finding[] {
  const found = new Map(impacts.flatMap(({ findings }) => findings.map(each => [fingerprint(each), each] as const)))
  return [...found.values()].sort((a, b) => compareText(a.pathway.key, b.pathway.key))
}

export const countKinds = (consequences: readonly CourseCodeConsequence[]): Partial<Record<CodeChangeKind, number>> => {
  const counts: Partial<Record<CodeChangeKind, number>> = {}
  for (const { suggested } of consequences) counts[suggested] = (counts[suggested] ?? 0) + 1
  return counts
}

/** The item at the end of a path, and what the change says of where its records go. */
function placeOf({ steps }: Path, { assignment }: Cause, change: Change | undefined): Place {
  const at = steps.at(-2)!
  const item = 'item' in at ? at.item : steps.flatMap(step => ('item' in step ? [step.item] : [])).at(-1)!
  const own = steps.every(({ edge }) => edge !== 'up' && edge !== 'across')
  if (!own || change === undefined) return { item, goes: 'stays', to: [] }
  if (assignment === 'undecided') return { item, goes: 'undecided', to: [] }
  if (assignment !== null) return { item, goes: 'to', to: [assignment] }
  const { successors, aspect } = change
  if (aspect !== 'existence' || successors === null) return { item, goes: 'stays', to: [] }
  return Array.isArray(successors) ? { item, goes: 'to', to: successors } : { item, goes: successors, to: [] }
}

const RANK: Record<Place['goes'], number> = { stays: 0, to: 1, undecided: 2, unknown: 3, none: 4 }

/** One item may be reached by several changes: what takes a record away from it says more than what leaves it there. */
function notePlace(places: Map<string, Place>, place: Place): void {
  const known = places.get(place.item.id)
  if (known === undefined || RANK[place.goes] > RANK[known.goes]) places.set(place.item.id, place)
  else if (known.goes === 'to' && place.goes === 'to')
    places.set(place.item.id, { ...known, to: [...new Map([...known.to, ...place.to].map(byId)).values()] })
}

const byId = (ref: ItemRef): [string, ItemRef] => [ref.id, ref]
