import { compareKeys } from '../natural-order.ts'
import {
  type Certainty,
  type CodePlace,
  type SequencePathway,
  type StandingCode,
  samePlace,
  type YearWorld,
} from './sequences.ts'
import type { CodeChangeGiven } from './what-if-year.ts'

/** A concentrator taken in one school year and the capstone of the next. */
export interface SequencePair {
  pathway: SequencePathway
  concentrator: string
  capstone: string
  state: 'holds' | 'breaks' | 'unknown'
  /** The codes under which the capstone can be taken: itself, or what has followed it. */
  by: string[]
  why: string
}

/**
 * Whether pupils in the middle of a sequence can end it: for each concentrator that may be taken in the first year, each capstone
 * of its pathway. The pathway of the completion year must fit both codes (CERT122, CERT124); what was taken in a year in which it
 * was in force still counts. A pair breaks only where that is certain.
 */
export function sequencePairs(
  before: YearWorld,
  after: YearWorld,
  codeChanges: readonly CodeChangeGiven[] = [],
): SequencePair[] {
  const later = new Map(after.codes.map(code => [code.code, code]))
  const ask = { after, later, codeChanges }
  return before.pathways.flatMap(pathway => {
    const at = (level: string) =>
      before.codes
        .filter(
          code => code.level === level && code.inForce !== 'no' && code.places.some(place => samePlace(place, pathway)),
        )
        .sort((a, b) => compareKeys(a.code, b.code))
    return at('concentrator').flatMap(concentrator =>
      at('capstone').map(capstone => pairOf(pathway, concentrator, capstone, ask)),
    )
  })
}

interface Ask {
  after: YearWorld
  later: ReadonlyMap<string, StandingCode>
  codeChanges: readonly CodeChangeGiven[]
}

function pairOf(pathway: SequencePathway, concentrator: StandingCode, capstone: StandingCode, ask: Ask): SequencePair {
  const about = { pathway, concentrator: concentrator.code, capstone: capstone.code }
  const taken = followers(concentrator.code, ask)
  const open = followers(capstone.code, ask)
  const fitting = open.codes.map(code => ({
    code: code.code,
    fits: least(code.inForce, share(taken.codes, code, ask.after)),
  }))
  const by = fitting.flatMap(({ code, fits }) => (fits === 'no' ? [] : [code]))
  const sure = fitting.some(({ fits }) => fits === 'yes')
  if (sure && concentrator.inForce === 'yes')
    return { ...about, state: 'holds', by, why: `${by.join(' or ')} follows ${about.concentrator} on one pathway` }
  if (by.length > 0) return { ...about, state: 'unknown', by, why: doubtOf(concentrator, taken.codes, open.codes) }
  if (open.unknown || taken.unknown)
    return {
      ...about,
      state: 'unknown',
      by,
      why: `Nobody says what follows ${open.unknown ? about.capstone : about.concentrator}`,
    }
  return { ...about, state: 'breaks', by, why: breakOf(about, taken.codes, open.codes, ask.after) }
}

/** A code and, step by step, what follows it by the second year; `unknown` where a step has no successor and nobody said none. */
function followers(start: string, { later, codeChanges, after }: Ask): { codes: StandingCode[]; unknown: boolean } {
  const seen = new Set([start])
  let unknown = false
  for (const code of seen)
    for (const { from, to, schoolYear, successor } of codeChanges) {
      if (!from.includes(code) || (schoolYear !== null && schoolYear > after.schoolYear!)) continue
      if (to.length === 0 && successor !== 'none') unknown = true
      for (const next of to) seen.add(next)
    }
  return { codes: [...seen].flatMap(code => later.get(code) ?? []), unknown }
}

/** Whether a capstone is on a pathway of the second year that one of these codes is on too. */
function share(taken: StandingCode[], capstone: StandingCode, { pathways }: YearWorld): Certainty {
  const stands = (place: CodePlace) => pathways.some(pathway => samePlace(pathway, place))
  const certain = capstone.places.filter(stands)
  const possible = [...certain, ...capstone.undecided]
  const on = (places: CodePlace[], place: CodePlace) => places.some(each => samePlace(each, place))
  if (certain.some(place => taken.some(({ places }) => on(places, place)))) return 'yes'
  return possible.some(place => taken.some(({ places, undecided }) => on([...places, ...undecided], place)))
    ? 'unknown'
    : 'no'
}

const least = (a: Certainty, b: Certainty): Certainty =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown'

function doubtOf(concentrator: StandingCode, taken: StandingCode[], open: StandingCode[]): string {
  const undecided = [...taken, ...open].filter(each => each.undecided.length > 0).map(({ code }) => code)
  if (undecided.length > 0) return `Nobody has said to which pathway ${undecided.join(', ')} goes`
  const dateless = [concentrator, ...open].filter(({ inForce }) => inForce === 'unknown').map(({ code }) => code)
  return `No source gives the school years of ${dateless.join(', ')}`
}

function breakOf(
  { pathway, capstone, concentrator }: Pick<SequencePair, 'pathway' | 'capstone' | 'concentrator'>,
  taken: StandingCode[],
  open: StandingCode[],
  { schoolYear, pathways }: YearWorld,
): string {
  if (open.every(({ inForce }) => inForce === 'no'))
    return `${capstone} is not in force in ${schoolYear}, and no code follows it`
  const standing = (codes: StandingCode[]) =>
    [
      ...new Set(
        codes.flatMap(({ places }) =>
          places.filter(place => pathways.some(each => samePlace(each, place))).map(({ item }) => item),
        ),
      ),
    ].join(', ') || 'no pathway'
  const ends = pathways.some(each => samePlace(each, pathway)) ? '' : `${pathway.item} ends; `
  return `${ends}${concentrator} is under ${standing(taken)}, ${capstone} under ${standing(open)}, and the pathway of the completion year must fit both (CERT122, CERT124)`
}
