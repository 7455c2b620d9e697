import { holding } from '@cte-align/service'
import { notRuledOut } from './in-force.ts'

export interface CourseCodeFilter {
  q?: string | undefined
  level?: string | undefined
  /** Key of a sector (`AGR`) or its name as the source spells it. */
  sector?: string | undefined
  /** Key of a pathway (`AGR.A`) or its name. */
  pathway?: string | undefined
  item?: string | undefined
  schoolYear?: string | undefined
}
/** A sector's codes are those linked to it or below it, the wildcard among them: 7000 belongs to every sector. */
export function queryOf({ q, level, sector, pathway, item, schoolYear }: CourseCodeFilter): Record<string, unknown> {
  const filters: Record<string, unknown>[] = []
  if (q !== undefined) filters.push(holding(q, ['_id', 'title', 'sectorName', 'pathwayName']))
  if (level !== undefined) filters.push({ level })
  if (sector !== undefined) {
    const below = { $regex: `^${sector.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.` }
    filters.push({
      $or: [{ 'links.item': sector }, { 'links.item': below }, { 'links.any': 'sector' }, { sectorName: sector }],
    })
  }
  if (pathway !== undefined) filters.push({ $or: [{ 'links.item': pathway }, { pathwayName: pathway }] })
  if (item !== undefined) filters.push({ 'links.item': item })
  if (schoolYear !== undefined) filters.push(notRuledOut(schoolYear))
  return filters.length === 0 ? {} : { $and: filters }
}
