import type { StoredCourseCode } from './course-code.ts'
import type { StoredPathway } from './pathway.ts'

const NEEDED = ['concentrator', 'capstone'] as const

export interface Sequence {
  framework: string
  item: string
  pathway: string
  code: string | null
  introductory: string[]
  concentrator: string[]
  capstone: string[]
  /** Introductory codes of the whole sector, which serve any of its pathways. */
  sectorIntroductory: string[]
  complete: boolean
  missing: (typeof NEEDED)[number][]
}

/**
 * The courses of each pathway by level. A sequence needs a concentrator and a capstone, at least two courses; an
 * introductory course may belong to the sector instead. Pure: codes are placed by their links, never by their digits.
 */
export function sequencesOf(pathways: StoredPathway[], courseCodes: StoredCourseCode[]): Sequence[] {
  return pathways.map(({ framework, item, name, code }) => {
    const at = (key: string, level: string): string[] =>
      courseCodes
        .filter(
          row => row.level === level && row.links?.some(link => link.framework === framework && link.item === key),
        )
        .map(row => row.code)
    const levels = {
      introductory: at(item, 'introductory'),
      concentrator: at(item, 'concentrator'),
      capstone: at(item, 'capstone'),
    }
    const missing = NEEDED.filter(level => levels[level].length === 0)
    const sector = item.split('.')[0]!
    return {
      framework,
      item,
      pathway: name,
      code,
      ...levels,
      sectorIntroductory: sector === item ? [] : at(sector, 'introductory'),
      complete: missing.length === 0,
      missing: [...missing],
    }
  })
}
