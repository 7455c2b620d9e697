// Where things stand on the line, and how much room there is for their words.
import type { Coming, Lane } from './coming.ts'

export interface Span {
  /** First days of months. */
  from: string
  to: string
}

/** From last month to a year and a half ahead. */
export const spanAround = (today: string): Span => ({ from: monthAfter(today, -1), to: monthAfter(today, 18) })

export function monthAfter(day: string, months: number): string {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
  return at.toISOString().slice(0, 10)
}

/** The months of a span, by their first days. */
export function monthsOf({ from, to }: Span): string[] {
  const months: string[] = []
  for (let month = from; month < to; month = monthAfter(month, 1)) months.push(month)
  return months
}

/** A month without a day stands in its middle. */
const dayOf = (when: string): string => (when.length > 7 ? when : `${when}-15`)
const inTime = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** From 0 to 1. */
export const placeOf = (when: string, { from, to }: Span): number =>
  (inTime(dayOf(when)) - inTime(from)) / (inTime(to) - inTime(from))

export interface Sorted {
  /** Before the day, with an outcome that nobody has recorded, or still to be done. */
  open: Coming[]
  ahead: Coming[]
  later: Coming[]
}

/** What is past and settled is left out; it is history, and told elsewhere. */
export function sortComing(entries: readonly Coming[], today: string, { to }: Span): Sorted {
  const order = (a: Coming, b: Coming) => (dayOf(a.when) < dayOf(b.when) ? -1 : dayOf(a.when) > dayOf(b.when) ? 1 : 0)
  const all = [...new Map(entries.map(entry => [entry.key, entry])).values()].sort(order)
  const isPast = ({ when }: Coming) => when < today.slice(0, when.length)
  return {
    open: all.filter(entry => isPast(entry) && (entry.lane === 'flags' || entry.lane === 'workflow' || entry.unsure)),
    ahead: all.filter(entry => !isPast(entry) && dayOf(entry.when) < to),
    later: all.filter(entry => dayOf(entry.when) >= to),
  }
}

export interface Mark {
  lane: Lane
  entries: Coming[]
  /** In percent of the line. */
  left: number
  /** To the next mark of its lane, or the end. */
  room: number
}

/** Marks of a lane; what is closer together than `apart` percent is one mark. */
export function marksOf(entries: readonly Coming[], lane: Lane, span: Span, apart = 3): Mark[] {
  const marks: Mark[] = []
  for (const entry of entries) {
    if (entry.lane !== lane) continue
    const left = Math.min(100, Math.max(0, placeOf(entry.when, span) * 100))
    const last = marks.at(-1)
    if (last && left - last.left < apart) last.entries.push(entry)
    else marks.push({ lane, entries: [entry], left, room: 100 - left })
  }
  return marks.map((mark, index) => ({ ...mark, room: (marks[index + 1]?.left ?? 100) - mark.left }))
}

/** Entries by month, for the list. */
export const byMonth = (entries: readonly Coming[]): [month: string, entries: Coming[]][] => [
  ...Map.groupBy(entries, ({ when }) => when.slice(0, 7)),
]
