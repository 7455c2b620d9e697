import { compareKeys } from '../natural-order.ts'
import { sequenceBrokenBy } from '../sequence.ts'
import { type SequencePair, sequencePairs } from './mid-sequence.ts'
import { NEEDED_LEVELS, type SequencePathway, type StandingCode, samePlace, type YearWorld } from './sequences.ts'
import type { CodeChangeGiven, PathwaySplit } from './what-if-year.ts'
import { missingLevels, named, sharedIntroductory } from './year-findings.ts'

/** `unknown` findings are for looking into: what the sources do not say never becomes a certain break. */
export interface ContinuityFinding {
  code:
    | 'CTE_SEQUENCE_BROKEN'
    | 'CTE_LEVEL_MISSING'
    | 'CTE_MID_SEQUENCE_BROKEN'
    | 'CTE_SUCCESSOR_UNKNOWN'
    | 'CTE_INTRODUCTORY_SHARED'
  certainty: 'certain' | 'unknown'
  schoolYear: string | null
  /** Null where it concerns a code and no one pathway. */
  pathway: Pick<SequencePathway, 'framework' | 'item' | 'name'> | null
  courseCodes: string[]
  message: string
}
export interface Continuity {
  findings: ContinuityFinding[]
  pairs: SequencePair[]
}

/** Whether sequences hold over two consecutive school years, or within one. */
export function continuityOf(
  before: YearWorld,
  after: YearWorld,
  {
    splits = [],
    codeChanges = [],
  }: { splits?: readonly PathwaySplit[]; codeChanges?: readonly CodeChangeGiven[] } = {},
): Continuity {
  const oneYear = before.schoolYear === after.schoolYear
  const pairs = oneYear ? [] : sequencePairs(before, after, codeChanges)
  const years = oneYear ? [after] : [before, after]
  return {
    pairs,
    findings: [
      ...splits.flatMap(split => brokenBySplit(split, before, after.schoolYear)),
      ...torn(after, splits),
      ...years.flatMap(missingLevels),
      ...pairs.flatMap(brokenPair(after.schoolYear)),
      ...withoutSuccessor(codeChanges, after.schoolYear),
      ...sharedIntroductory(after),
    ],
  }
}

/** In the words of the flag that the release would raise. */
function brokenBySplit(
  split: PathwaySplit,
  { codes, pathways }: YearWorld,
  schoolYear: string | null,
): ContinuityFinding[] {
  const { framework, pathway: item, title, successors, assignments } = split
  const there = codes.filter(code => code.places.some(place => samePlace(place, { framework, item })))
  const goes = new Map(assignments.map(({ code, successor }) => [code, [successor]]))
  const found = sequenceBrokenBy({
    pathway: { key: item, title },
    successors: successors.map(successor => ({ ...successor, id: successor.key })),
    codes: levelled(there),
    goesTo: code => goes.get(code) ?? [],
  })
  if (found === null) return []
  const known = pathways.find(each => samePlace(each, { framework, item }))
  const pathway = { framework, item, name: known?.name ?? title }
  const courseCodes = found.parts.flatMap(part => part.courseCodes).sort(compareKeys)
  return [
    { code: 'CTE_SEQUENCE_BROKEN', certainty: 'certain', schoolYear, pathway, courseCodes, message: found.message },
  ]
}

const levelled = (codes: StandingCode[]) =>
  codes.map(({ code: key, level }) => ({ key, level })).sort((a, b) => compareKeys(a.key, b.key))

/** Concentrators and capstones that came with one pathway, each on some pathway now and no two of them on one. */
function torn({ codes, pathways, schoolYear }: YearWorld, splits: readonly PathwaySplit[]): ContinuityFinding[] {
  const former = new Map(
    codes.flatMap(code => code.formerly.map(place => [`${place.framework}:${place.item}`, place] as const)),
  )
  return [...former.values()].flatMap(place => {
    if (splits.some(({ framework, pathway }) => samePlace(place, { framework, item: pathway }))) return []
    const once = codes.filter(({ formerly }) => formerly.some(each => samePlace(each, place)))
    const on = (code: StandingCode) => pathways.filter(pathway => code.places.some(each => samePlace(each, pathway)))
    const [first, last] = NEEDED_LEVELS.map(level => once.filter(code => code.level === level).map(on))
    const together = first!.some(here => last!.some(there => here.some(pathway => there.includes(pathway))))
    if (together || [...first!, ...last!].some(here => here.length === 0)) return []
    const now = pathways.filter(pathway => [...first!, ...last!].flat().includes(pathway))
    const ids = (code: string) =>
      (once.find(each => each.code === code)?.places ?? []).map(({ framework, item }) => `${framework}:${item}`)
    const successors = now.map(({ framework, item, name }) => ({ id: `${framework}:${item}`, key: item, title: name }))
    const title = pathways.find(each => samePlace(each, place))?.name ?? place.item
    const found = sequenceBrokenBy({
      pathway: { key: place.item, title },
      successors,
      codes: levelled(once),
      goesTo: ids,
    })
    if (found === null) return []
    const courseCodes = found.parts.flatMap(part => part.courseCodes).sort(compareKeys)
    const pathway = { framework: place.framework, item: place.item, name: title }
    return [
      {
        code: 'CTE_SEQUENCE_BROKEN' as const,
        certainty: 'certain' as const,
        schoolYear,
        pathway,
        courseCodes,
        message: found.message,
      },
    ]
  })
}

const brokenPair =
  (schoolYear: string | null) =>
  ({ state, pathway, concentrator, capstone, why }: SequencePair): ContinuityFinding[] =>
    state !== 'breaks'
      ? []
      : [
          {
            ...{ code: 'CTE_MID_SEQUENCE_BROKEN', certainty: 'certain', schoolYear, pathway: named(pathway) },
            courseCodes: [concentrator, capstone],
            message: `Who took ${concentrator} the year before cannot complete with ${capstone}: ${why}`,
          },
        ]

function withoutSuccessor(changes: readonly CodeChangeGiven[], year: string | null): ContinuityFinding[] {
  return changes
    .filter(
      ({ from, to, successor, schoolYear }) =>
        from.length > 0 &&
        to.length === 0 &&
        successor !== 'none' &&
        (schoolYear === null || year === null || schoolYear <= year),
    )
    .map(({ from, schoolYear }) => ({
      ...{ code: 'CTE_SUCCESSOR_UNKNOWN', certainty: 'unknown', schoolYear, pathway: null, courseCodes: [...from] },
      message: `Nobody says what follows ${from.join(', ')}`,
    }))
}
