import type { CodeSetRow } from '@cte-align/contracts'
import type { CatalogueModels } from '../catalogue.ts'
import type { StoredCourseCode } from '../course-code.ts'
import type { StoredPathway } from '../pathway.ts'
import { asOfYear } from './as-of.ts'

/** The course codes here as an edition would have them; of a school year by the titles that they had then. */
export async function liveRows(models: CatalogueModels, schoolYear?: string): Promise<CodeSetRow[]> {
  const [courseCodes, pathways] = await Promise.all([
    models.courseCodes.find().sort({ _id: 1 }).lean(),
    models.pathways.find().lean(),
  ])
  const pathwayOf = pathwaysByItem(pathways)
  return courseCodes.map(row => toCodeSetRow(schoolYear === undefined ? row : asOfYear(row, schoolYear), pathwayOf))
}

export type PathwaysOf = (row: Pick<StoredCourseCode, 'links'>) => StoredPathway[]

/** The pathways that a code's links lead to: by item, never by digits. */
export function pathwaysByItem(pathways: readonly StoredPathway[]): PathwaysOf {
  const byItem = new Map(pathways.map(row => [`${row.framework} ${row.item}`, row]))
  return ({ links = [] }) =>
    links.flatMap(({ framework, item }) => {
      const found = byItem.get(`${framework} ${item}`)
      return found === undefined ? [] : [found]
    })
}

function toCodeSetRow(row: StoredCourseCode, pathwaysOf: PathwaysOf): CodeSetRow {
  const { code, title, level, sectorName, pathwayName, effectiveFrom, effectiveTo } = row
  const numbers = new Set(pathwaysOf(row).map(pathway => pathway.code))
  // Of several pathways none is the one.
  const [only = null] = numbers.size === 1 ? numbers : []
  const pathwayCode = row.pathwayCode ?? only
  return { code, title, description: null, level, sectorName, pathwayName, pathwayCode, effectiveFrom, effectiveTo }
}
