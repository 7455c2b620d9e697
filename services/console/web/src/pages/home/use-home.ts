// What several parts of Home look at, each asked for once.
import type { Item } from '@cte-align/client'
import { courseCodes, credentials, flags, standards } from '../../data/api.ts'
import { useAnswer, usePages } from '../../data/use-answer.ts'
import type { FlagAgency } from '../../paths.ts'

export type Proposal = Item<'standards', '/proposals', 'get'>
export type Release = Item<'standards', '/releases', 'get'>
export type FlagRow = Item<'credentials', '/flags', 'get'>

/** Neither published nor withdrawn, newest first; the first hundred. */
export const useUnderWay = () =>
  usePages(['standards', 'home', 'under-way'], (cursor, signal) =>
    standards.GET('/proposals', {
      params: { query: { underWay: 'true', limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )

/** The newest first. */
export const useNewReleases = () =>
  usePages(['standards', 'home', 'releases'], (cursor, signal) =>
    standards.GET('/releases', { params: { query: { limit: 50, ...(cursor && { cursor }) } }, signal }),
  )

const SERVICES = { ctc: 'credentials', calpads: 'course-codes' } as const

/** How many flags wait at an agency, by severity and state; overdue ones apart. */
export function useFlagCounts(agency: FlagAgency) {
  const read = (more: { overdue?: 'true' }) => (signal: AbortSignal) =>
    flags[agency].GET('/flags/summary', { params: { query: { unresolved: 'true', ...more } }, signal })
  return {
    all: useAnswer([SERVICES[agency], 'home', 'flag-counts'], read({})),
    overdue: useAnswer([SERVICES[agency], 'home', 'overdue'], read({ overdue: 'true' })),
  }
}

/** The gravest that wait. */
export const useGravest = (agency: FlagAgency) =>
  usePages([SERVICES[agency], 'home', 'gravest'], (cursor, signal) =>
    flags[agency].GET('/flags', {
      params: { query: { unresolved: 'true', order: 'gravest', limit: 5, ...(cursor && { cursor }) } },
      signal,
    }),
  )

/** Flags that wait, by the month in which they are due. */
export const useDueMonths = (agency: FlagAgency) =>
  useAnswer([SERVICES[agency], 'home', 'due-months'], signal =>
    flags[agency].GET('/flags/groups', { params: { query: { unresolved: 'true', by: 'due', limit: 50 } }, signal }),
  )

export const usePhases = () =>
  useAnswer(['standards', 'adoption-phases'], signal => standards.GET('/adoption-phases', { signal }))

export const useCrosswalks = () =>
  useAnswer(['standards', 'crosswalk'], signal => standards.GET('/crosswalks', { signal }))

export const useUnanswered = (enabled = true) =>
  useAnswer(['standards', 'home', 'unanswered'], signal => standards.GET('/comments/unanswered', { signal }), {
    enabled,
  })

export const useWorkflowList = () =>
  useAnswer(['credentials', 'home', 'workflows'], signal =>
    credentials.GET('/workflows', { params: { query: { limit: 50 } }, signal }),
  )

export const useDraftPlans = () =>
  useAnswer(['course-codes', 'home', 'plans'], signal =>
    courseCodes.GET('/code-plans', { params: { query: { state: 'draft', limit: 50 } }, signal }),
  )

export const useDraftEditions = () =>
  useAnswer(['credentials', 'home', 'editions'], signal =>
    credentials.GET('/rule-editions', { params: { query: { state: 'draft', limit: 50 } }, signal }),
  )
