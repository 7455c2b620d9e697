// Times as somebody in Sacramento types them, as instants.
const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** `2027-06-01T08:00` on a clock in California, as an instant; undefined where it is none (nonsense, or skipped in spring). */
export function instantOf(local: string): string | undefined {
  const asUtc = Date.parse(`${local}:00Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asUtc)) return undefined
  // California is seven or eight hours behind; whichever gives back what was typed is right.
  for (const hours of [7, 8]) {
    const at = new Date(asUtc + hours * 3_600_000)
    if (clockOf(at) === local) return at.toISOString()
  }
  return undefined
}

/** What a clock in California shows at an instant. */
export function clockOf(at: Date): string {
  const parts = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}
