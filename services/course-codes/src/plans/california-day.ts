const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in California at a moment, `YYYY-MM-DD`. */
export const californiaDay = (at: Date): string => day.format(at)
