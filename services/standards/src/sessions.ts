import type { CommentSession } from './comment.ts'

/** The ten statewide convenings, as the page about the California State Plan for CTE lists them. */
const CONVENINGS: [string, string][] = [
  ['Visalia', '2023-09-20'],
  ['Eureka', '2023-09-26'],
  ['San Rafael', '2023-09-28'],
  ['Santa Clara', '2023-09-29'],
  ['San Bernardino', '2023-10-02'],
  ['Anaheim', '2023-10-03'],
  ['San Diego (El Cajon)', '2023-10-04'],
  ['Bakersfield', '2023-10-10'],
  ['Santa Clarita', '2023-10-12'],
  ['Sacramento (Mather)', '2023-10-16'],
]

export const SESSIONS_SOURCE =
  'California State Plan for Career Technical Education, page about the plan: Statewide Convenings'

/** Sessions that are known by place and day, to choose from. Comments may name others. */
export const knownSessions: CommentSession[] = CONVENINGS.map(([place, day]) => ({
  kind: 'convening',
  name: 'Statewide convening',
  day,
  place,
}))
