import type { StepDuration } from '@cte-align/contracts'

const DAY = 86_400_000
const FIRST = Date.parse('0000-01-01')
const LAST = Date.parse('9999-12-31')

/** The day on which something ends that begins on a day. Working days leave out weekends alone: holidays are not known here. */
export function endOf(start: string, { days, kind }: StepDuration): string {
  if (kind === 'calendar') return moved(start, days)
  let day = start
  for (let left = days; left > 0; ) {
    day = moved(day, 1)
    if (day === moved(day, 1)) return day
    if (isWorkingDay(day)) left--
  }
  return day
}

/** The last day on which something may begin that must be over on a day; what is counted in working days begins on one. */
export function latestStartFor(end: string, { days, kind }: StepDuration): string {
  if (kind === 'calendar') return moved(end, -days)
  let day = end
  for (let left = days; left > 0 || (days > 0 && !isWorkingDay(day)); ) {
    if (day === moved(day, -1)) return day
    if (isWorkingDay(day)) left--
    day = moved(day, -1)
  }
  return day
}

export const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay())

export const dayAfter = (day: string): string => moved(day, 1)
export const dayBefore = (day: string): string => moved(day, -1)

/** Of days that may be unknown, the last that is known. */
export const lastOf = (...days: (string | null)[]): string | null => known(days).sort().at(-1) ?? null
/** Of days that may be unknown, the first that is known. */
export const firstOf = (...days: (string | null)[]): string | null => known(days).sort()[0] ?? null

const known = (days: (string | null)[]): string[] => days.filter(day => day !== null)

/** Stays where the calendar ends: a day has four digits for its year. */
function moved(day: string, days: number): string {
  const at = Math.min(LAST, Math.max(FIRST, Date.parse(day) + days * DAY))
  return new Date(at).toISOString().slice(0, 10)
}
