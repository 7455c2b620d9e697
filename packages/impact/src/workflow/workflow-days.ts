import { addDays, type StepDuration } from '@cte-align/contracts'

/** The day on which something ends that begins on a day. Working days leave out weekends alone: holidays are not known here. */
export function endOf(start: string, { days, kind }: StepDuration): string {
  if (kind === 'calendar') return addDays(start, days)
  let day = start
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (day === addDays(day, 1)) return day
    if (isWorkingDay(day)) left--
  }
  return day
}

/** The last day on which something may begin that must be over on a day; what is counted in working days begins on one. */
export function latestStartFor(end: string, { days, kind }: StepDuration): string {
  if (kind === 'calendar') return addDays(end, -days)
  let day = end
  for (let left = days; left > 0 || (days > 0 && !isWorkingDay(day)); ) {
    if (day === addDays(day, -1)) return day
    if (isWorkingDay(day)) left--
    day = addDays(day, -1)
  }
  return day
}

export const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay())

/** Of days that may be unknown, the last that is known. */
export const lastOf = (...days: (string | null)[]): string | null => known(days).sort().at(-1) ?? null
/** Of days that may be unknown, the first that is known. */
export const firstOf = (...days: (string | null)[]): string | null => known(days).sort()[0] ?? null

const known = (days: (string | null)[]): string[] => days.filter(day => day !== null)
