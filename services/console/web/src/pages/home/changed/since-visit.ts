// What moved since somebody was here last, in this browser. A visit goes on until half an hour has passed without one.

export interface Seen {
  position: number
  /** ISO. */
  at: string
}
export interface Visits {
  /** Where the visit before this one ended; null on the first. */
  before: Seen | null
  last: Seen
}

const VISIT_MS = 30 * 60_000

/** The record after somebody has looked at what is newest. */
export function visitsAfter(kept: Visits | null, now: Seen): Visits {
  if (kept === null) return { before: null, last: now }
  const isNew = Date.parse(now.at) - Date.parse(kept.last.at) > VISIT_MS
  return { before: isNew ? kept.last : kept.before, last: now }
}

const PREFIX = 'cte-visits:'

export function readVisits(who: string): Visits | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + who) ?? 'null') as Visits | null
  } catch {
    return null
  }
}
export const keepVisits = (who: string, visits: Visits): void =>
  localStorage.setItem(PREFIX + who, JSON.stringify(visits))
