// What of the impacts is shown, as the address says it and as the services are asked.
import { given } from '@cte-align/client'
import type { Cause, ImpactQuery } from './impact-types.ts'

export const FILTERS = {
  agency: '',
  severity: '',
  class: '',
  kind: '',
  sector: '',
  /** unverified, undecided, findings: what wants a second look. */
  mark: '',
}
export type Filters = typeof FILTERS

/** With how it is shown and what is chosen. `dependent` is for links from elsewhere: its key. */
export const LAYOUT = { ...FILTERS, view: 'graph', group: 'auto', node: '', dependent: '' }
export type Layout = typeof LAYOUT

export const VIEWS = ['graph', 'table', 'decoder', 'sequences', 'by-hand', 'unknown'] as const
export type View = (typeof VIEWS)[number]
export const viewOf = ({ view }: Pick<Layout, 'view'>): View => VIEWS.find(each => each === view) ?? 'graph'

/** How many filters are set. */
export const activeIn = (filters: Filters): number =>
  (Object.keys(FILTERS) as (keyof Filters)[]).filter(name => filters[name] !== '').length

const MARKS = ['unverified', 'undecided', 'findings'] as const

/** What stands in the address is asked as it stands: the service says what it does not know. */
export function toQuery({ agency, severity, class: chosen, kind, sector, mark }: Filters): ImpactQuery {
  const words = { agency, severity, class: chosen, kind, sector }
  const set = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value === '' ? undefined : value]))
  const marked = MARKS.find(each => each === mark)
  return { ...(given(set) as ImpactQuery), ...(marked && { [marked]: 'true' }) }
}

/** Of a dependent that matches, the causes that do: another class of change is another line. */
export const keeps =
  ({ class: chosen }: Pick<Filters, 'class'>) =>
  ({ change }: Pick<Cause, 'change'>): boolean =>
    chosen === '' || change.class === chosen

export const AGENCY_WORDS = { ctc: 'CTC', calpads: 'CALPADS' } as const
export const KIND_WORDS = {
  authorization: 'authorization',
  'course-code': 'course code',
  'legal-reference': 'section of law',
} as const
