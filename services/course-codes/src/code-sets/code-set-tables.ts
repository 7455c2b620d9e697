import type { CodeSetRow } from '@cte-align/contracts'
import { leavesItsCodes } from '@cte-align/impact'
import type { CodeChange } from '../code-change.ts'
import type { StoredCourseCode } from '../course-code.ts'
import type { StoredPathway } from '../pathway.ts'
import type { PathwaysOf } from './live-rows.ts'
import { COURSE_GROUP_STATE } from './read-code-set.ts'
import { UNKNOWN } from './read-code-set-row.ts'

/** Columns by what they are headed. What no source says stands as `unknown` in its cell: an empty one could be an oversight. */
export interface TableLayout {
  columns: Record<string, string>
  rows: Iterable<Record<string, unknown>>
}
const or = (value: string | null | undefined): string => value ?? UNKNOWN

/** The Code Sets document, tab Course Group State. */
const CODE_SET_COLUMNS = {
  codeSet: 'Code Set Name',
  code: 'Coded Value',
  title: 'Name',
  description: 'Description',
  effectiveFrom: 'Effective Start',
  effectiveTo: 'Effective End',
}

export const codeSetsTable = (rows: readonly CodeSetRow[]): TableLayout => ({
  columns: CODE_SET_COLUMNS,
  rows: rows.map(cellsOf),
})

/** Code Sets with what is kept here beside them: what `POST /imports/code-set` reads back as it was. */
export const editionTable = (rows: readonly CodeSetRow[]): TableLayout => ({
  columns: {
    ...CODE_SET_COLUMNS,
    level: 'Level',
    sectorName: 'Industry Sector',
    pathwayName: 'Pathway Name',
    pathwayCode: 'CTE Pathway Code',
  },
  rows: rows.map(cellsOf),
})

const cellsOf = (row: CodeSetRow): Record<string, unknown> => ({
  codeSet: COURSE_GROUP_STATE,
  ...Object.fromEntries(Object.entries(row).map(([field, value]) => [field, or(value)])),
})

/**
 * Valid Code Combinations, tab Course Group Master Combos, a row for each code; of several pathways none is named. Concentrator and capstone are the level as
 * stored. What that tab carries and nothing here does (content area, non-traditional gender) is unknown.
 */
export const combinationsTable = (rows: readonly CodeSetRow[]): TableLayout => ({
  columns: {
    code: 'State Course Code',
    title: 'Name',
    pathwayCode: 'CTE Pathway Code',
    pathwayName: 'CTE Pathway',
    concentrator: 'CTE Concentrator Course Indicator',
    capstone: 'CTE Capstone Course Indicator',
    contentArea: 'Content Area Category Assignment Code',
    gender: 'CTE Non-Traditional Gender',
  },
  rows: rows.map(({ code, title, level, pathwayName, pathwayCode }) => ({
    ...{ code, title, pathwayCode: or(pathwayCode), pathwayName: or(pathwayName) },
    ...{ concentrator: yesNo(level, 'concentrator'), capstone: yesNo(level, 'capstone') },
    ...{ contentArea: UNKNOWN, gender: UNKNOWN },
  })),
})

const yesNo = (level: string | null, wanted: string): string =>
  level === null ? UNKNOWN : level === wanted ? 'Y' : 'N'

/** Tab Pathway-Industry Sector: the sector of a pathway in a completion year, in the words of the course codes that lead to it. */
export function pathwaySectorsTable(
  { pathways, courseCodes }: { pathways: readonly StoredPathway[]; courseCodes: readonly StoredCourseCode[] },
  pathwaysOf: PathwaysOf,
  schoolYear: string,
): TableLayout {
  const sectors = new Map<string, Set<string>>()
  for (const row of courseCodes)
    for (const { _id } of pathwaysOf(row)) {
      const known = sectors.get(_id) ?? new Set()
      if (row.sectorName !== null) known.add(row.sectorName)
      sectors.set(_id, known)
    }
  return {
    columns: {
      code: 'CTE Pathway Code',
      name: 'CTE Pathway',
      year: 'Completion Academic Year',
      sector: 'Industry Sector',
      item: 'Standards Item',
      verified: 'Verified',
    },
    rows: pathways.map(({ _id, code, name, item, provenance }) => ({
      ...{ code: or(code), name, year: schoolYear, item, verified: provenance.verified },
      sector: [...(sectors.get(_id) ?? [])].join(' / ') || UNKNOWN,
    })),
  }
}

/** Retired to current, as CDE's Map of Course Codes has it: a row for each pair, and one for a code that nobody is known to follow. */
export const mapTable = (changes: readonly CodeChange[]): TableLayout => ({
  columns: {
    from: 'Retired Code',
    to: 'Current Code',
    successor: 'Successor',
    kind: 'Kind of Change',
    schoolYear: 'From School Year',
    edition: 'Edition',
    reason: 'Reason',
  },
  rows: changes.filter(leavesItsCodes).flatMap(({ from, to, successor, kind, schoolYear, edition, reason }) =>
    from.flatMap(code =>
      (to.length === 0 ? [successor as string] : to).map(heir => ({
        ...{ from: code, to: heir, successor, kind, schoolYear: or(schoolYear), edition, reason },
      })),
    ),
  ),
})
