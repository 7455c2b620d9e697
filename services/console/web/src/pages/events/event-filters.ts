import type { LoggedEvent } from '../../data/logged-event.ts'

export const NO_FILTERS = { agency: '', type: '', person: '', subject: '', q: '' }
export type EventFilters = typeof NO_FILTERS

/** Which service speaks for which agency. */
export const SOURCES: Record<string, LoggedEvent['source']> = {
  CDE: '/cte/standards',
  CTC: '/cte/credentials',
  CALPADS: '/cte/course-codes',
}
export const agencyOf = (source: string): string =>
  Object.entries(SOURCES).find(([, known]) => known === source)?.[0] ?? source

/** As the gateway is asked. */
export const queryOf = ({ agency, type, person, subject, q }: EventFilters): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ source: SOURCES[agency] ?? '', type, actor: person, subject, q }).filter(
      ([, value]) => value !== '',
    ),
  )

/** Whether a new event belongs to what is shown; the gateway says the same of those it lists. */
export function fits(event: LoggedEvent, { agency, type, person, subject, q }: EventFilters): boolean {
  const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
  return (
    (agency === '' || event.source === SOURCES[agency]) &&
    (type === '' || (type.endsWith('*') ? event.type.startsWith(type.slice(0, -1)) : event.type === type)) &&
    (person === '' || event.actor?.id === person) &&
    (subject === '' || holds(event.subject, subject)) &&
    (q === '' || holds(JSON.stringify(event), q))
  )
}

/** What one may filter by, in words; each stands for the types that begin so. */
export const TYPES: [value: string, text: string][] = [
  ['', 'Everything'],
  ['cte.cde.release.*', 'Releases'],
  ['cte.cde.item.*', 'Changed items'],
  ['cte.cde.proposal.*', 'Proposals'],
  ['cte.cde.comment.*', 'Comments'],
  ['cte.cde.crosswalk.*', 'Crosswalk'],
  ['cte.ctc.authorization.flagged', 'Flags on authorizations'],
  ['cte.calpads.course-code.flagged', 'Flags on course codes'],
  ['cte.ctc.flag.*', "CTC's decisions on flags"],
  ['cte.calpads.flag.*', "CALPADS's decisions on flags"],
  ['cte.ctc.release.*', 'CTC has worked through a release'],
  ['cte.calpads.release.*', 'CALPADS has worked through a release'],
  ['cte.ctc.authorization.changed', 'Authorizations'],
  ['cte.ctc.assignment-rule.*', 'Assignment rules'],
  ['cte.ctc.rule-edition.*', 'Rule editions'],
  ['cte.calpads.course-code.changed', 'Course codes'],
  ['cte.calpads.code-change.*', 'What becomes of course codes'],
  ['cte.calpads.code-set.*', 'Code sets'],
]
