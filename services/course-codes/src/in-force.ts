import { codeInForce, daysOf } from '@cte-align/impact'
import type { CourseCodeContent } from './course-code.ts'

export type InForce = 'yes' | 'unknown'

type Years = Pick<CourseCodeContent, 'effectiveFrom' | 'effectiveTo'>

/** Whether a code is in force in a school year that no known date rules out: GERR0007's rule, by days. */
export const inForce = (years: Years, schoolYear: string): InForce =>
  codeInForce(years, daysOf(schoolYear)).valid === 'yes' ? 'yes' : 'unknown'

/** Leaves out the codes that are certainly not in force in the year; those whose years nobody knows stay in. */
export const notRuledOut = (year: string): Record<string, unknown> => ({
  $and: [
    { $or: [{ effectiveFrom: null }, { effectiveFrom: { $lte: year } }] },
    { $or: [{ effectiveTo: null }, { effectiveTo: { $gte: year } }] },
  ],
})
