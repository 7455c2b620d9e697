import { KIND_EFFECTS, type Link } from '@cte-align/contracts'
import {
  applyCodePlan,
  type CodeChangeGiven,
  type Continuity,
  type ContinuityFinding,
  continuityOf,
  type DecidedEntry,
  type PlacedCode,
  type Sequence,
  samePlace,
  sequencesOf,
  worldAfter,
  yearBefore,
} from '@cte-align/impact'
import { byPlace, containerOf, type SequenceCatalogue, unlisted } from '../sequences/sequence-catalogue.ts'

interface Planned {
  schoolYear: string
  entries: readonly DecidedEntry[]
  /** Where the codes that it makes hang. */
  links: readonly Link[]
}
export interface PlanSequences extends Omit<Continuity, 'findings'> {
  /** The year before, which the plan leaves as it is, and its own. */
  years: { from: string; to: string }
  /** `already`: so without the plan too. */
  findings: (ContinuityFinding & { already: boolean })[]
  /** Of the pathways that it touches, in its year: as things stand, and as it would make them. */
  before: Sequence[]
  after: Sequence[]
}

/** Whether the sequences that a plan touches hold if it is published. Pure: the codes as publishing would write them. */
export function planSequences(known: SequenceCatalogue, plan: Planned): PlanSequences {
  const years = { from: yearBefore(plan.schoolYear), to: plan.schoolYear }
  const planned = applyCodePlan([], plan).changes.map(
    ({ from, to, successor }): CodeChangeGiven => ({ from, to, successor, schoolYear: plan.schoolYear }),
  )
  const codes = codesAfter(known.codesIn(years.to), plan)
  const containers = plan.links.flatMap(link => containerOf(link) ?? [])
  const every = [...known.pathways, ...unlisted(known.pathways, containers)].sort(byPlace)
  const changed = new Set(planned.flatMap(({ from, to }) => [...from, ...to]))
  const touched = [...known.codes, ...codes].filter(({ code }) => changed.has(code)).flatMap(({ places }) => places)
  const pathways = every.filter(pathway => touched.some(place => samePlace(place, pathway)))

  const world = (year: string, codes: PlacedCode[], codeChanges: CodeChangeGiven[]) =>
    worldAfter({ pathways, codes }, { schoolYear: year, codeChanges })
  const asWas = world(years.from, known.codesIn(years.from), known.codeChanges)
  const asIs = world(years.to, known.codesIn(years.to), known.codeChanges)
  const codeChanges = [...known.codeChanges, ...planned]
  const asPlanned = world(years.to, codes, codeChanges)
  const keyOf = ({ code, message }: ContinuityFinding) => `${code} ${message}`
  const told = new Set(continuityOf(asWas, asIs, known).findings.map(keyOf))
  const { findings, pairs } = continuityOf(asWas, asPlanned, { codeChanges })
  return {
    ...{ years, pairs, before: sequencesOf(asIs), after: sequencesOf(asPlanned) },
    findings: findings.map(each => ({ ...each, already: told.has(keyOf(each)) })),
  }
}

/**
 * The certain breaks that a plan brings. A pathway that no code is on any more has none: all its codes have gone, and whether who
 * took one can complete elsewhere, the pairs say.
 */
export function breaksOf({ findings, after }: Pick<PlanSequences, 'findings' | 'after'>): ContinuityFinding[] {
  const left = after.filter(({ introductory, concentrator, capstone }) =>
    [introductory, concentrator, capstone].every(codes => codes.length === 0),
  )
  return findings.filter(
    ({ code, certainty, already, pathway }) =>
      certainty === 'certain' &&
      !already &&
      code !== 'CTE_INTRODUCTORY_SHARED' &&
      !(code === 'CTE_LEVEL_MISSING' && pathway !== null && left.some(each => samePlace(each, pathway))),
  )
}

/** What stands there with the levels that the plan gives, and the codes that it makes. */
function codesAfter(codes: readonly PlacedCode[], { schoolYear, entries, links }: Planned): PlacedCode[] {
  const levels = new Map(
    entries.flatMap(({ content: { kind, from, level } }) =>
      level === null || KIND_EFFECTS[kind].retires ? [] : from.map(code => [code, level] as const),
    ),
  )
  const made = entries.flatMap(({ content }) => content.newCodes)
  const known = new Set(codes.map(({ code }) => code))
  return [
    ...codes.map(code => ({ ...code, level: levels.get(code.code) ?? code.level })),
    ...made
      .filter(({ code }) => !known.has(code))
      .map(({ code, title, level, item, effectiveTo }): PlacedCode => {
        const containers = links
          .filter(({ dependent }) => dependent.key === code)
          .flatMap(each => containerOf(each) ?? [])
        return {
          ...{ code, title, level, effectiveFrom: schoolYear, effectiveTo, spansStrands: false },
          places: containers.map(({ framework, key }) => ({ framework, item: key, verified: true })),
          formerly: item === null ? [] : [item],
        }
      }),
  ]
}
