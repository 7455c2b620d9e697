// Days and times as California's agencies write them. A day (`2027-07-01`) has no time zone and is never shifted.
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' })
const TIME = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', minute: '2-digit' })
const MOMENT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})
const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

/** `2027-07-01` as "Jul 1, 2027"; null as "unknown". */
export const dayText = (day: string | null): string =>
  day === null ? 'unknown' : DAY.format(new Date(`${day}T00:00:00Z`))
export const timeText = (time: Date): string => TIME.format(time)
/** An instant as a day and time in California. */
export const momentText = (iso: string): string => MOMENT.format(new Date(iso))
/** The day it is in California. */
export const todayInCalifornia = (now = new Date()): string => TODAY.format(now)

/** Whole days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** "in 12 days", "today", "3 days ago". */
export function awayText(from: string, to: string): string {
  const days = daysBetween(from, to)
  if (days === 0) return 'today'
  const many = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`
  return days > 0 ? `in ${many}` : `${many} ago`
}
