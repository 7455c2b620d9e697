import type { Bus } from '@cte-align/bus'
import { fingerprint, type Link } from '@cte-align/contracts'
import { findItems, linkIdOf, makeLinks, type WantedLink } from '@cte-align/review'
import { type PlannedRow, refuseFaults } from '@cte-align/service'
import { type Alignment, type CourseCodeContent, dependentOf } from './course-code.ts'
import type { CourseCodesFile } from './import-file.ts'
import { type PathwayContent, pathwayKey } from './pathway.ts'

export type PlannedCourseCode = PlannedRow<CourseCodeContent>
/** What becomes of a course code's links, by its code. */
export type LinksByCode = Map<string, { added: Link[]; removed: string[] }>

/**
 * The links of alignments that are new, asked from standards; those of alignments that are gone, by their ids. What the
 * last import named already is not asked for again. Throws CTE_IMPORT_REFUSED for an item that nobody has published,
 * in pathways too.
 */
export async function linksForAlignments(
  bus: Pick<Bus, 'request'>,
  file: CourseCodesFile,
  plan: { pathways: PlannedRow<PathwayContent>[]; courseCodes: PlannedCourseCode[] },
  correlationId: string,
): Promise<LinksByCode> {
  const places = new Map(file.courseCodes.map((row, index) => [row.code, index]))
  const wishes = plan.courseCodes.flatMap(row => {
    const before = new Set(row.before?.imported.alignments.map(fingerprint))
    return row.content.alignments.flatMap((alignment, number) => {
      const path = `/courseCodes/${places.get(row.key)}/alignments/${number}`
      return before.has(fingerprint(alignment)) ? [] : [wish(row, alignment, path)]
    })
  })
  const named = new Map(file.pathways.map((row, index) => [pathwayKey(row), index]))
  const pathways = plan.pathways
    .filter(row => row.before === null)
    .map(row => ({ ...row.content, path: `/pathways/${named.get(row.key)}/item` }))
  const [made, found] = await Promise.all([
    makeLinks(bus, wishes, { correlationId }),
    findItems(bus, pathways, { correlationId }),
  ])
  refuseFaults([...found.faults, ...made.faults])
  const added = Map.groupBy(
    made.links.filter(link => link !== null),
    link => link.dependent.key,
  )
  return new Map(plan.courseCodes.map(row => [row.key, { added: added.get(row.key) ?? [], removed: gone(row) }]))
}

function gone(row: PlannedCourseCode): string[] {
  const kept = new Set(row.content.alignments.map(alignment => linkIdOf(wish(row, alignment, ''))))
  const before = row.before?.imported.alignments.map(alignment => linkIdOf(wish(row, alignment, ''))) ?? []
  return before.filter(id => !kept.has(id))
}

const wish = (row: PlannedCourseCode, alignment: Alignment, path: string): WantedLink => ({
  dependent: dependentOf(row.content),
  ...alignment,
  path,
})
