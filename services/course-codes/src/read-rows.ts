import type { Provenance } from '@cte-align/contracts'
import { type FieldError, rowFaults } from '@cte-align/service'
import type { CourseCodeContent } from './course-code.ts'
import type { CourseCodeRow, CourseCodesFile, PathwayRow } from './import-file.ts'
import { type PathwayContent, pathwayKey } from './pathway.ts'

export interface CourseCodeRows {
  pathways: Map<string, PathwayContent>
  courseCodes: Map<string, CourseCodeContent>
}

/** The file's rows as the catalogue keeps them, by key, and every fault that the schema cannot see. Pure. */
export function readRows(file: CourseCodesFile): { rows: CourseCodeRows; faults: FieldError[] } {
  const faults: FieldError[] = [
    ...rowFaults('pathways', keyed(file.pathways, pathwayKey), file.sources),
    ...rowFaults(
      'courseCodes',
      keyed(file.courseCodes, row => row.code),
      file.sources,
    ),
    ...file.courseCodes.flatMap(alignmentFaults),
  ]
  file.courseCodes.forEach(({ effectiveFrom: from, effectiveTo: to }, index) => {
    if (from !== null && to !== null && from > to)
      faults.push({ path: `/courseCodes/${index}/effectiveTo`, message: `${to} is before ${from}` })
  })
  return {
    rows: {
      pathways: new Map(file.pathways.map(row => [pathwayKey(row), toPathway(row, file)])),
      courseCodes: new Map(file.courseCodes.map(row => [row.code, toCourseCode(row, file)])),
    },
    faults,
  }
}

function alignmentFaults({ alignments }: CourseCodeRow, index: number): FieldError[] {
  const seen = new Set<string>()
  return alignments.flatMap(({ framework, item, any }, number) => {
    const name = `${framework} ${item ?? `any ${any}`}`
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ path: `/courseCodes/${index}/alignments/${number}`, message: `${name} is listed before` }]
  })
}

const keyed = <T extends { source: string }>(rows: T[], key: (row: T) => string) =>
  rows.map(row => ({ key: key(row), source: row.source }))

type Sourced = { source: string; verified: boolean; note: string | null }
const provenanceOf = ({ source, verified, note }: Sourced, { sources }: CourseCodesFile): Provenance => ({
  source: sources[source] ?? source,
  verified,
  note,
})
/** The file may say nothing by null or by an empty text; here it is null. */
const orNull = (text: string | null): string | null => (text === '' ? null : text)

const toPathway = (row: PathwayRow, file: CourseCodesFile): PathwayContent => ({
  code: row.code,
  name: row.name,
  framework: row.framework,
  item: row.item,
  blocks: row.blocks,
  provenance: provenanceOf(row, file),
})

const toCourseCode = (row: CourseCodeRow, file: CourseCodesFile): CourseCodeContent => ({
  code: row.code,
  title: row.title,
  level: row.level,
  levelBasis: orNull(row.levelBasis),
  sectorName: orNull(row.sectorName),
  pathwayName: orNull(row.pathwayName),
  pathwayBasis: orNull(row.pathwayBasis),
  elective: row.sectorName === 'Elective',
  effectiveFrom: row.effectiveFrom,
  effectiveTo: row.effectiveTo,
  alignments: row.alignments.map(({ framework, item, any, verified, basis }) => ({
    framework,
    item: item ?? null,
    any: any ?? null,
    verified: verified && row.verified,
    basis,
  })),
  provenance: provenanceOf(row, file),
})
