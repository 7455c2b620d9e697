import { z } from 'zod'
import type { LoggedEvent } from './logged-event.ts'

export interface EventFilter {
  source?: string | undefined
  type?: string | undefined
  correlation?: string | undefined
  subject?: string | undefined
  /** Their id. */
  actor?: string | undefined
  q?: string | undefined
}

export const EventCount = z.object({
  type: z.string(),
  events: z.int(),
  severities: z.record(z.string(), z.int()).meta({ description: 'How many of them have which severity' }),
})
export type EventCount = z.infer<typeof EventCount>

const Severe = z.looseObject({ severity: z.string() })

/** The newest events of the stream, in its order. Holds at most `most`; what is older is on the stream and in the owners' logs. */
export function createEventLog({ most }: { most: number }) {
  let events: LoggedEvent[] = []
  let isWhole = true
  let last = 0
  let generation = 1
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const listener of listeners) listener()
  }

  return {
    add(event: LoggedEvent): void {
      events.push(event)
      last = event.position
      // Cut rarely and by a good piece: to take one from the front moves all the others.
      if (events.length >= most * 1.25) {
        events = events.slice(-most)
        isWhole = false
      }
      tell()
    },
    /** There was something that is no event: the position passes, and nothing is shown. */
    pass(position: number): void {
      last = position
    },
    /** The stream begins after this position for us. */
    beginAfter(position: number): void {
      isWhole = position === 0
      last = position
    },
    /** The stream was made anew: what was read is no longer on it. */
    clear(): void {
      events = []
      isWhole = true
      last = 0
      generation++
      tell()
    },
    /** Newest first, from before a position. `next` is where to go on, null where there is no more here. */
    list(filter: EventFilter, { before, limit }: { before?: number | undefined; limit: number }) {
      const fits = matcher(filter)
      const items: LoggedEvent[] = []
      let at = before === undefined ? events.length : firstAfter(events, before - 1)
      while (at > 0 && items.length < limit) {
        const event = events[--at]!
        if (fits(event)) items.push(event)
      }
      return { items, next: at > 0 ? String(events[at]!.position) : null }
    },
    /** What has come after a position, by type, those with most first. `whole`: none of it is too old to be kept here. */
    countsAfter(position: number): { counts: EventCount[]; newest: number; whole: boolean } {
      const byType = Map.groupBy(events.slice(firstAfter(events, position)), ({ type }) => type)
      const counts = [...byType].map(([type, same]) => ({ type, events: same.length, severities: severitiesOf(same) }))
      const [oldest] = events
      return {
        counts: counts.sort((a, b) => b.events - a.events),
        newest: last,
        whole: isWhole || (oldest !== undefined && oldest.position <= position + 1),
      }
    },
    after(position: number, limit: number): LoggedEvent[] {
      const from = firstAfter(events, position)
      return events.slice(from, from + limit)
    },
    /** The oldest event that is kept; `first`: there was none before it. */
    oldest(): { position: number; time: string; first: boolean } | null {
      const [event] = events
      return event === undefined ? null : { position: event.position, time: event.time, first: isWhole }
    },
    /** The position of the last message that was read. */
    last: () => last,
    /** Another one whenever the stream was made anew: positions of one mean nothing in another. */
    generation: () => generation,
    listen(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type EventLog = ReturnType<typeof createEventLog>

/** Of events that have one, as flags have. */
function severitiesOf(events: readonly LoggedEvent[]): Record<string, number> {
  const found = events
    .map(({ data }) => Severe.safeParse(data).data?.severity)
    .filter(severity => severity !== undefined)
  return Object.fromEntries(
    [...Map.groupBy(found, severity => severity)].map(([severity, all]) => [severity, all.length]),
  )
}

/** Index of the first event after the position. */
function firstAfter(events: readonly LoggedEvent[], position: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (events[middle]!.position > position) high = middle
    else low = middle + 1
  }
  return low
}

function matcher({ source, type, correlation, subject, actor, q }: EventFilter): (event: LoggedEvent) => boolean {
  const isType = type?.endsWith('*')
    ? (found: string) => found.startsWith(type.slice(0, -1))
    : (found: string) => found === type
  const about = subject?.toLowerCase()
  const text = q?.toLowerCase()
  return event =>
    (source === undefined || event.source === source) &&
    (type === undefined || isType(event.type)) &&
    (correlation === undefined || event.correlationid === correlation) &&
    (actor === undefined || event.actor?.id === actor) &&
    (about === undefined || event.subject.toLowerCase().includes(about)) &&
    (text === undefined || textOf(event).includes(text))
}

const texts = new WeakMap<LoggedEvent, string>()

/** All that an event says, in small letters. Made when somebody searches for the first time: of twenty thousand events it takes a while. */
function textOf(event: LoggedEvent): string {
  const known = texts.get(event)
  if (known !== undefined) return known
  const text = JSON.stringify(event).toLowerCase()
  texts.set(event, text)
  return text
}
