import { flags } from '../../data/api.ts'
import type { AnswerKey } from '../../data/use-answer.ts'
import { useSession } from '../../data/use-session.ts'
import type { FlagAgency } from '../../paths.ts'
import type { FlagQuery } from './flag-types.ts'

const QUEUES = {
  ctc: {
    name: 'CTC',
    service: 'credentials',
    review: 'review CTC flags',
    views: 'keep CTC views',
    who: 'CTC editors, approvers and administrators',
    dependents: 'authorizations and sections of law',
  },
  calpads: {
    name: 'CALPADS',
    service: 'course-codes',
    review: 'review CALPADS flags',
    views: 'keep CALPADS views',
    who: 'editors, approvers and administrators of CALPADS and CDE',
    dependents: 'course codes',
  },
} as const

/** The queue of one agency: its client, the keys of its answers, and what who is signed in may do there. */
export function useQueue(agency: FlagAgency) {
  const { actor, may } = useSession()
  const { review, views, service, ...words } = QUEUES[agency]
  return {
    ...{ agency, service, ...words },
    client: flags[agency],
    key: (...rest: unknown[]): AnswerKey => [service, 'review', ...rest],
    /** Whoever may clear flags here, by id. */
    reviewer: actor && may(review) ? actor.id : undefined,
    mayKeepViews: may(views),
    me: actor?.id,
  }
}
export type Queue = ReturnType<typeof useQueue>

/** For If-Match on a row of a list, whose version stands in it. */
export const matchOf = ({ version }: { version: number }): string => `"v${version}"`

/** The queue as a file: fetched by the browser itself. */
export function exportAddress(
  { service }: Pick<Queue, 'service'>,
  filter: FlagQuery,
  how: { rows: 'causes' | 'decisions'; format: 'csv' | 'xlsx' },
): string {
  return `/api/${service}/flags/export?${new URLSearchParams({ ...filter, ...how })}`
}
