import { useEffect, useState } from 'react'
import { onEvent } from '../../data/live.ts'
import type { LoggedEvent } from '../../data/logged-event.ts'
import { callConsole } from '../../data/session.ts'
import { usePages } from '../../data/use-answer.ts'
import { type EventFilters, fits, queryOf } from './event-filters.ts'

export interface EventPage {
  items: LoggedEvent[]
  next: string | null
  /** The oldest that the gateway keeps; unless it is the `first` of all, there are older ones. */
  oldest: { position: number; time: string; first: boolean } | null
}

const readEvents = (query: Record<string, string>, before: string | undefined, signal: AbortSignal) =>
  callConsole<EventPage>(
    `/events?${new URLSearchParams({ ...query, ...(before && { before }) })}`,
    'GET',
    undefined,
    signal,
  )

/** The log under the filters, and how many have come since it was read. */
export function useEvents(filters: EventFilters) {
  const query = queryOf(filters)
  const pages = usePages(
    ['console', 'events', query],
    (before, signal) => readEvents({ ...query, limit: '50' }, before, signal),
    { keep: true, staleTime: Number.POSITIVE_INFINITY },
  )
  const newest = pages.data?.[0]?.position ?? 0
  const [waiting, setWaiting] = useState<LoggedEvent[]>([])
  useEffect(
    () =>
      onEvent(event => {
        if (fits(event, filters)) setWaiting(all => [...all.slice(-999), event])
      }),
    [filters],
  )
  const fresh = waiting.filter(({ position }) => position > newest).length
  return {
    ...pages,
    /** Matching events that have come and are not shown yet: nothing moves under who reads. */
    fresh,
    show: () => {
      setWaiting([])
      pages.again()
    },
  }
}

/** All events of one correlation, up to what a page can say. */
export function useChain(correlation: string) {
  return usePages(['console', 'events', { correlation }], (before, signal) =>
    readEvents({ correlation, limit: '200' }, before, signal),
  )
}
