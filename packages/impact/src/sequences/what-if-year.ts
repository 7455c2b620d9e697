import { compareText } from '../natural-order.ts'
import {
  type Certainty,
  type CodePlace,
  type PlacedCode,
  type SequencePathway,
  samePlace,
  standsIn,
  type YearWorld,
} from './sequences.ts'

/** What becomes of course codes from a school year on. A code that stays (`from` and `to`) keeps its years. */
export interface CodeChangeGiven {
  from: readonly string[]
  to: readonly string[]
  /** Null where nobody says. */
  schoolYear: string | null
  /** Where `to` is empty: whether that was said expressly. */
  successor: 'named' | 'none' | 'unknown'
}
/** A pathway that ends in favour of others, or (no successors) of none. */
export interface PathwaySplit {
  framework: string
  pathway: string
  /** As messages name it. */
  title: string
  successors: readonly { key: string; title: string }[]
  assignments: readonly { code: string; successor: string }[]
}

/**
 * Pathways and codes of a school year in which splits hold and code changes have been made. Only a change whose year is known ends
 * a code for certain; one of an unknown year leaves it unknown. A new code takes level and pathways of those that it follows.
 */
export function worldAfter(
  { pathways, codes }: { pathways: readonly SequencePathway[]; codes: readonly PlacedCode[] },
  {
    schoolYear,
    splits = [],
    codeChanges = [],
  }: { schoolYear: string; splits?: readonly PathwaySplit[]; codeChanges?: readonly CodeChangeGiven[] },
): YearWorld {
  const known = new Map<string, PlacedCode>(codes.map(code => [code.code, code]))
  const existing = new Set(known.keys())
  for (const change of inOrder(codeChanges))
    for (const code of change.to) if (!existing.has(code)) noteNewCode(known, code, change)
  return {
    schoolYear,
    pathways: splits.reduce(pathwaysAfter, [...pathways]),
    codes: [...known.values()].map(code => {
      const { places, undecided } = splits.reduce(placesAfter(code.code), { places: code.places, undecided: [] })
      return { ...code, places, undecided, inForce: standsAfter(code, schoolYear, codeChanges) }
    }),
  }
}

/** Of several that become one code the first by number gives the level; it goes to the pathways of all. */
function noteNewCode(known: Map<string, PlacedCode>, code: string, { from, schoolYear }: CodeChangeGiven): void {
  const before = [code, ...from].flatMap(each => known.get(each) ?? [])
  const [first] = before
  if (first === undefined) return
  const places = before.flatMap(each => each.places)
  known.set(code, {
    ...first,
    ...{ code, formerly: before.flatMap(({ formerly }) => formerly) },
    places: places.filter((place, n) => places.findIndex(each => samePlace(each, place)) === n),
    effectiveFrom: known.get(code)?.effectiveFrom ?? schoolYear,
    effectiveTo: null,
  })
}

/** By year; those of which nobody knows it last. */
const inOrder = (changes: readonly CodeChangeGiven[]): CodeChangeGiven[] =>
  [...changes].sort((a, b) => compareText(a.schoolYear ?? '~', b.schoolYear ?? '~'))

/** A code that takes over stands from then on; one that is taken over no longer does. */
function standsAfter(code: PlacedCode, year: string, changes: readonly CodeChangeGiven[]): Certainty {
  const mine = inOrder(changes).filter(({ from, to }) => from.includes(code.code) !== to.includes(code.code))
  const last = mine.findLast(({ schoolYear }) => schoolYear !== null && schoolYear <= year)
  if (last !== undefined) return last.from.includes(code.code) ? 'no' : 'yes'
  const mayEnd = mine.some(({ from, schoolYear }) => schoolYear === null && from.includes(code.code))
  const stands = standsIn(code, year)
  return stands === 'yes' && mayEnd ? 'unknown' : stands
}

const pathwaysAfter = (
  pathways: SequencePathway[],
  { framework, pathway, successors }: PathwaySplit,
): SequencePathway[] => [
  ...pathways.filter(each => !samePlace(each, { framework, item: pathway })),
  ...successors
    .filter(({ key }) => !pathways.some(each => samePlace(each, { framework, item: key })))
    .map(({ key, title }) => ({ framework, item: key, name: title, code: null })),
]

type Placed = { places: CodePlace[]; undecided: CodePlace[] }
const placesAfter =
  (code: string) =>
  (before: Placed, { framework, pathway, successors, assignments }: PathwaySplit): Placed => {
    const there = before.places.find(place => samePlace(place, { framework, item: pathway }))
    if (there === undefined) return before
    const others = before.places.filter(place => place !== there)
    const named = assignments.find(each => each.code === code)?.successor
    const goes = successors.filter(({ key }) => named === undefined || key === named)
    const to = goes.map(({ key }) => ({ framework, item: key, verified: there.verified }))
    return named === undefined
      ? { places: others, undecided: [...before.undecided, ...to] }
      : { ...before, places: [...others, ...to] }
  }
