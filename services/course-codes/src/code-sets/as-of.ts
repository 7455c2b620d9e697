import type { CourseLevel } from '@cte-align/contracts'
import type { EarlierName, StoredCourseCode } from '../course-code.ts'

type Named = Pick<StoredCourseCode, 'title' | 'level' | 'earlier'>

/** The code by the title and level that it had in a school year. Pure. */
export function asOfYear<Row extends Named>(row: Row, schoolYear: string): Row {
  const then = row.earlier?.find(({ before }) => before > schoolYear)
  return then === undefined ? row : { ...row, title: then.title, level: then.level }
}

/**
 * Title, level and what was before, once a plan gives the code other words from a school year on. Earlier years read as they did; a
 * later year that has words of its own keeps them. Pure; the same again changes nothing.
 */
export function revisedFrom(
  row: Named,
  { schoolYear, edition }: { schoolYear: string; edition: string },
  words: { title: string; level: CourseLevel },
): Required<Named> {
  const { title, level } = asOfYear(row, schoolYear)
  const known = row.earlier ?? []
  const until = known.find(({ before }) => before > schoolYear)
  const mark: EarlierName[] = known.some(({ before }) => before === schoolYear)
    ? []
    : [{ before: schoolYear, title, level, edition }]
  const kept = known.map(each => (each === until ? { ...each, ...words } : each))
  const earlier = [...kept, ...mark].sort((a, b) => (a.before < b.before ? -1 : 1))
  return { ...(until === undefined ? words : { title: row.title, level: row.level }), earlier }
}
