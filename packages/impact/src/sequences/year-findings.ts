import { compareKeys } from '../natural-order.ts'
import type { ContinuityFinding } from './continuity.ts'
import {
  type CodePlace,
  hasLevel,
  NEEDED_LEVELS,
  type SequencePathway,
  samePlace,
  sectorOf,
  type YearWorld,
} from './sequences.ts'

/** Pathways without a concentrator or a capstone in a year: certain where no code could be one, unknown where one might. */
export function missingLevels(world: YearWorld): ContinuityFinding[] {
  const year = world.schoolYear === null ? '' : ` in ${world.schoolYear}`
  return world.pathways.flatMap(pathway => {
    const has = NEEDED_LEVELS.map(level => [level, hasLevel(world, pathway, level)] as const)
    return (['no', 'unknown'] as const).flatMap(answer => {
      const levels = has.flatMap(([level, known]) => (known === answer ? [level] : []))
      if (levels.length === 0) return []
      const what = levels.join(' and no ')
      const message =
        answer === 'no'
          ? `${pathway.item} "${pathway.name}" has no ${what}${year}`
          : `Nobody knows whether ${pathway.item} "${pathway.name}" has a ${levels.join(' and a ')}${year}`
      const courseCodes = world.codes
        .filter(
          ({ level, inForce, places }) =>
            levels.some(each => each === level) && inForce !== 'no' && places.some(place => samePlace(place, pathway)),
        )
        .map(({ code }) => code)
        .sort(compareKeys)
      return [
        {
          code: 'CTE_LEVEL_MISSING' as const,
          certainty: answer === 'no' ? ('certain' as const) : ('unknown' as const),
          schoolYear: world.schoolYear,
          pathway: named(pathway),
          courseCodes,
          message,
        },
      ]
    })
  })
}

/** Told once for each code: it is no break. CALPADS reports such a code under 999, which no student's record may have. */
export function sharedIntroductory({ codes, pathways, schoolYear }: YearWorld): ContinuityFinding[] {
  return codes
    .filter(({ level, inForce }) => level === 'introductory' && inForce !== 'no')
    .sort((a, b) => compareKeys(a.code, b.code))
    .flatMap(({ code, places, spansStrands }) => {
      const serves = pathways.filter(pathway =>
        places.some(place => samePlace(place, pathway) || isSectorOf(place, pathway)),
      )
      if (serves.length < 2) return []
      const message = spansStrands
        ? `${code} may serve any of ${serves.length} pathways (${keysOf(serves)}): its title spans strands, and no source states its pathway`
        : `${code} serves any of ${serves.length} pathways (${keysOf(serves)}): reported under 999, which is never assigned to a student`
      return [
        {
          code: 'CTE_INTRODUCTORY_SHARED' as const,
          certainty: spansStrands ? ('unknown' as const) : ('certain' as const),
          schoolYear,
          pathway: null,
          courseCodes: [code],
          message,
        },
      ]
    })
}

const isSectorOf = (place: CodePlace, pathway: SequencePathway): boolean => samePlace(place, sectorOf(pathway))
const keysOf = (pathways: SequencePathway[]): string => pathways.map(({ item }) => item).join(', ')

export const named = ({ framework, item, name }: SequencePathway) => ({ framework, item, name })
