import { type CourseLevel, firstDayOf, schoolYearOf } from '@cte-align/contracts'
import { codeInForce, daysOf } from '../code-sets/code-in-force.ts'
import { compareKeys } from '../natural-order.ts'

/** Known, known not to be, or not known: no source gives the school years of a code, or nobody has said where it goes. */
export type Certainty = 'yes' | 'no' | 'unknown'

/** A sequence needs both: who completes it has passed the capstone after the concentrator (CERT122, CERT124). */
export const NEEDED_LEVELS = ['concentrator', 'capstone'] as const
export type NeededLevel = (typeof NEEDED_LEVELS)[number]

/** Said with every answer about sequences. */
export const STRANDS =
  'Sequences are pathway x level: strands within a pathway are not published, so two strands of a pathway look like one sequence.'

export interface SequencePathway {
  framework: string
  item: string
  name: string
  /** CALPADS's number; null where no source gives it. */
  code: string | null
}
export interface CodePlace {
  framework: string
  /** A pathway (BCT.A), or a sector (BCT) where no pathway is stated. */
  item: string
  verified: boolean
}
export interface PlacedCode {
  code: string
  title: string
  level: CourseLevel
  effectiveFrom: string | null
  effectiveTo: string | null
  /** Where its links lead to. */
  places: CodePlace[]
  /** Where the data that it came with put it. A pathway that both had once and neither has now is a former one. */
  formerly: Omit<CodePlace, 'verified'>[]
  /** A source says that its title spans several strands and that its pathway is not stated. */
  spansStrands: boolean
}

/** A code in one school year. */
export interface StandingCode extends PlacedCode {
  inForce: Certainty
  /** Pathways of a split that it may go to: nobody has said which. */
  undecided: CodePlace[]
}
/** Pathways and codes of one school year, or, where none is named, whatever the years. */
export interface YearWorld {
  schoolYear: string | null
  pathways: SequencePathway[]
  codes: StandingCode[]
}

export interface Sequence extends SequencePathway {
  introductory: string[]
  concentrator: string[]
  capstone: string[]
  /** Introductory codes of the whole sector, which serve any of its pathways: reported under 999. */
  sectorIntroductory: string[]
  state: 'complete' | 'incomplete' | 'unknown'
  /** Levels that certainly no code has. */
  missing: NeededLevel[]
  /** Levels of which nobody knows whether a code has them. */
  unsure: NeededLevel[]
  notes: string[]
}

/** Whether a code may be submitted with a school year (GERR0007). */
export const standsIn = (code: Pick<PlacedCode, 'effectiveFrom' | 'effectiveTo'>, year: string): Certainty =>
  codeInForce(code, daysOf(year)).valid

/** The school year after another. */
export const yearAfter = (year: string): string =>
  schoolYearOf(firstDayOf(year).replace(/^\d{4}/, first => String(Number(first) + 1)))

/** Pathways and codes as they stand, in a year or (null) whatever the years. */
export const worldOf = (pathways: SequencePathway[], codes: PlacedCode[], schoolYear: string | null): YearWorld => ({
  schoolYear,
  pathways,
  codes: codes.map(code => ({
    ...code,
    inForce: schoolYear === null ? 'yes' : standsIn(code, schoolYear),
    undecided: [],
  })),
})

export const samePlace = (a: Omit<CodePlace, 'verified'>, b: Omit<CodePlace, 'verified'>): boolean =>
  a.framework === b.framework && a.item === b.item

/** The sector that a pathway belongs to, by its natural key. */
export const sectorOf = ({ framework, item }: Omit<CodePlace, 'verified'>) => ({ framework, item: item.split('.')[0]! })

/**
 * Whether a pathway has a code of a level. Unknown where the only such codes have unknown years, may still be assigned to it, or
 * hang on its sector with no pathway stated.
 */
export function hasLevel(world: YearWorld, pathway: SequencePathway, level: NeededLevel): Certainty {
  const codes = world.codes.filter(code => code.level === level && code.inForce !== 'no')
  const here = codes.filter(({ places }) => places.some(place => samePlace(place, pathway)))
  if (here.some(({ inForce }) => inForce === 'yes')) return 'yes'
  const sector = sectorOf(pathway)
  const may = codes.some(
    ({ places, undecided }) =>
      undecided.some(place => samePlace(place, pathway)) || places.some(place => samePlace(place, sector)),
  )
  return here.length > 0 || may ? 'unknown' : 'no'
}

/**
 * The courses of each pathway by level; a code that is certainly not in force in the year is left out. Strands within a pathway are
 * not published, so a sequence is pathway x level. Codes are placed by their links, never by their digits.
 */
export function sequencesOf(world: YearWorld): Sequence[] {
  const codes = [...world.codes].filter(({ inForce }) => inForce !== 'no').sort((a, b) => compareKeys(a.code, b.code))
  const at = (where: Omit<CodePlace, 'verified'>, level: CourseLevel) =>
    codes.filter(code => code.level === level && code.places.some(place => samePlace(place, where)))
  return world.pathways.map(pathway => {
    const [introductory, concentrator, capstone] = (['introductory', ...NEEDED_LEVELS] as const).map(level =>
      at(pathway, level),
    ) as [StandingCode[], StandingCode[], StandingCode[]]
    const sector = sectorOf(pathway)
    const ofSector = sector.item === pathway.item ? [] : at(sector, 'introductory')
    const has = NEEDED_LEVELS.map(level => [level, hasLevel(world, pathway, level)] as const)
    const missing = has.flatMap(([level, known]) => (known === 'no' ? [level] : []))
    const unsure = has.flatMap(([level, known]) => (known === 'unknown' ? [level] : []))
    return {
      ...pathway,
      introductory: introductory.map(({ code }) => code),
      concentrator: concentrator.map(({ code }) => code),
      capstone: capstone.map(({ code }) => code),
      sectorIntroductory: ofSector.map(({ code }) => code),
      state: missing.length > 0 ? 'incomplete' : unsure.length > 0 ? 'unknown' : 'complete',
      ...{ missing, unsure },
      notes: notesOn(pathway, [...introductory, ...concentrator, ...capstone], ofSector),
    }
  })
}

function notesOn(pathway: SequencePathway, own: StandingCode[], ofSector: StandingCode[]): string[] {
  const named = (codes: StandingCode[]) => codes.map(({ code }) => code).join(', ')
  const doubtful = own.filter(({ places }) => places.some(place => samePlace(place, pathway) && !place.verified))
  const spanning = ofSector.filter(({ spansStrands }) => spansStrands)
  const dateless = own.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom === null || effectiveTo === null)
  return [
    ...(pathway.code === null ? ['No source gives its CALPADS pathway code'] : []),
    ...(dateless.length > 0 ? [`No source gives the school years of ${named(dateless)}`] : []),
    ...(doubtful.length > 0 ? [`Nobody has verified that it has ${named(doubtful)}`] : []),
    ...(spanning.length > 0 ? [`${named(spanning)} may serve it: titles span strands, and no pathway is stated`] : []),
  ]
}
