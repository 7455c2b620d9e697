const california = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in California at a moment, `YYYY-MM-DD`: what is due on a day is overdue from the midnight after it. */
export const californiaDay = (at: Date): string => california.format(at)

const DAY = 86_400_000
const FIRST = Date.parse('0000-01-01')
const LAST = Date.parse('9999-12-31')

/** A day so many days later, or earlier. Stays where the calendar ends: a day has four digits for its year. */
export const addDays = (day: string, days: number): string =>
  new Date(Math.min(LAST, Math.max(FIRST, Date.parse(day) + days * DAY))).toISOString().slice(0, 10)

export const dayBefore = (day: string): string => addDays(day, -1)
export const dayAfter = (day: string): string => addDays(day, 1)
