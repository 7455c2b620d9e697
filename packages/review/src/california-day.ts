const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in California: what is due on a day is overdue from the midnight after it. */
export const californiaDay = (at: Date): string => day.format(at)
