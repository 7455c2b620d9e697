// The queue's filters as the address of the page says them, as the API asks for them, and in words.
import type { FlagFilterBody, FlagQuery, GroupBy, Order, SavedView } from './flag-types.ts'

/** Every filter with what stands for "left out". `state` left out is what waits: whatever is not resolved. */
export const FILTERS = {
  state: '',
  severity: '',
  q: '',
  sector: '',
  owner: '',
  due: '',
  class: '',
  kind: '',
  document: '',
  subject: '',
  release: '',
  framework: '',
  change: '',
  item: '',
  dependent: '',
  disposition: '',
  dueFrom: '',
  dueTo: '',
  unowned: '',
  overdue: '',
  unverified: '',
  undecided: '',
  findings: '',
} as const satisfies Record<string, string>
export type FilterName = keyof typeof FILTERS
export type Filters = Record<FilterName, string>

/** With how the list is laid out; `group: none` shows no groups. */
export const LAYOUT = { ...FILTERS, order: 'gravest', group: 'change', view: '' }
export type Layout = Record<keyof typeof LAYOUT, string>

/** Whatever is resolved or not. */
export const ANY_STATE = 'any'
const YES_NO = ['unowned', 'overdue', 'unverified', 'undecided', 'findings'] as const
const FILTER_NAMES = Object.keys(FILTERS) as FilterName[]

/** What the API is asked. What stands in the address is asked as it stands: the service says what it does not know. */
export function toQuery(filters: Filters): FlagQuery {
  const asked: Record<string, string> = {}
  for (const name of FILTER_NAMES) if (filters[name] !== '') asked[name] = filters[name]
  if (asked.state === undefined) asked.unresolved = 'true'
  if (asked.state === ANY_STATE) delete asked.state
  return asked as FlagQuery
}

/** The same for a body, where yes and no are no words. */
export function toBody(filters: Filters): FlagFilterBody {
  const { unresolved, unowned, overdue, unverified, undecided, findings, ...words } = toQuery(filters)
  const yesNo = { unresolved, unowned, overdue, unverified, undecided, findings }
  const said = Object.entries(yesNo).flatMap(([name, word]) => (word === undefined ? [] : [[name, word === 'true']]))
  return { ...words, ...Object.fromEntries(said) }
}

/** The filter of a group or a view as the address says it; what it does not speak of is left out. */
export function fromBody(filter: FlagFilterBody): Filters {
  const { unresolved, ...rest } = filter
  const said = Object.entries(rest).map(([name, value]) => [name, String(value)])
  const state = filter.state ?? (unresolved === true ? '' : unresolved === false ? 'resolved' : ANY_STATE)
  return { ...FILTERS, ...Object.fromEntries(said), state }
}

/** A view as the address says it. */
export const fromView = ({ id, filter, order, group }: SavedView): Layout => ({
  ...fromBody(filter),
  order,
  group: group ?? 'none',
  view: id,
})

export const GROUP_WORDS: Record<GroupBy, string> = {
  change: 'what changed',
  sector: 'sector',
  document: 'document',
  subject: 'subject',
  release: 'release',
  owner: 'who sees to it',
  severity: 'severity',
  class: 'kind of change',
  due: 'month in which it is due',
}
const GROUPS = Object.keys(GROUP_WORDS) as GroupBy[]
export const groupOf = (layout: Pick<Layout, 'group'>): GroupBy | undefined =>
  GROUPS.find(group => group === layout.group)
export const orderOf = (layout: Pick<Layout, 'order'>): Order => (layout.order === 'due' ? 'due' : 'gravest')

const NAMES: Record<FilterName, string> = {
  state: 'state',
  severity: 'severity',
  q: 'words',
  sector: 'sector',
  owner: 'seen to by',
  due: 'due date',
  class: 'kind of change',
  kind: 'kind',
  document: 'document',
  subject: 'subject',
  release: 'release',
  framework: 'framework',
  change: 'change',
  item: 'changed item',
  dependent: 'flag of',
  disposition: 'disposition',
  dueFrom: 'due from',
  dueTo: 'due until',
  unowned: 'nobody sees to it',
  overdue: 'overdue',
  unverified: 'every cause is unverified',
  undecided: 'undecided after a split',
  findings: 'has findings',
}

/** The filters that are set, in words, each of which can be taken away. */
export function inWords(filters: Filters): { name: FilterName; text: string }[] {
  return FILTER_NAMES.filter(name => filters[name] !== '').map(name => {
    const value = filters[name]
    if (YES_NO.some(each => each === name)) return { name, text: `${value === 'true' ? '' : 'not: '}${NAMES[name]}` }
    // A change is known by its class and the id of its item; the group says the item's name.
    return { name, text: `${NAMES[name]}: ${name === 'change' ? value.split(':')[0] : value}` }
  })
}
