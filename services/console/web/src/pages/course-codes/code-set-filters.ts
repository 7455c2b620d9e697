import type { Query } from '@cte-align/client'
import { isSchoolYear, thisSchoolYear } from './school-years.ts'

export const CODE_SET_FILTERS = {
  schoolYear: thisSchoolYear(),
  q: '',
  sector: '',
  pathway: '',
  level: '',
  status: '',
}
export type CodeSetFilterValues = typeof CODE_SET_FILTERS
type CodeSetQuery = Query<'course-codes', '/code-sets/{schoolYear}', 'get'>

export const LEVELS = ['exploratory', 'introductory', 'concentrator', 'capstone'] as const
export type Level = (typeof LEVELS)[number]
export const STATUSES = ['active', 'proposed', 'retired', 'unknown'] as const

/** What the service is asked; an address that says what cannot be asks for less, never for an error. */
export function askedOf(filters: CodeSetFilterValues): CodeSetQuery & { schoolYear: string } {
  const { q, sector, pathway } = filters
  const level = [...LEVELS, 'unknown' as const].find(each => each === filters.level)
  const status = STATUSES.find(each => each === filters.status)
  return {
    schoolYear: isSchoolYear(filters.schoolYear) ? filters.schoolYear : CODE_SET_FILTERS.schoolYear,
    ...(q.trim() && { q: q.trim() }),
    ...(sector && { sector }),
    ...(pathway && { pathway }),
    ...(level && { level }),
    ...(status && { status }),
  }
}

interface Count {
  value: string
  count: number
}
/** Options of a facet with their counts, the one that is chosen always among them. */
export function facetOptions(any: string, counts: readonly Count[] | undefined, chosen: string) {
  const all = counts ?? []
  const rest = chosen === '' || all.some(({ value }) => value === chosen) ? all : [...all, { value: chosen, count: 0 }]
  return [
    ['', any] as const,
    ...rest.map(({ value, count }) => [value, `${value === 'unknown' ? 'not stated' : value} (${count})`] as const),
  ]
}
