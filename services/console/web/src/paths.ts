// The address of every page: the only place that spells one.
const to = (path: string, query: Record<string, string | undefined> = {}) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return search ? `${path}?${search}` : path
}
const part = encodeURIComponent

export type FlagAgency = 'ctc' | 'calpads'
export type ImpactView = 'graph' | 'table' | 'decoder' | 'sequences' | 'by-hand' | 'unknown'
/** What impacts are of: a draft (computed now) or a release (as flagged). */
export type ImpactOf = { proposal: string } | { release: string }

export const paths = {
  home: () => '/',
  framework: (key: string, query: { release?: string; asOf?: string; q?: string; kind?: string; item?: string } = {}) =>
    to(`/standards/${part(key)}`, query),
  /** `id` is the item's GUID. */
  item: (framework: string, id: string, query: { asOf?: string; release?: string } = {}) =>
    to(`/standards/${part(framework)}/items/${part(id)}`, query),
  standards: () => '/standards',
  releases: (framework?: string) => to('/releases', { framework }),
  release: (id: string, query: { view?: string } = {}) => to(`/releases/${part(id)}`, query),
  proposals: (query: { framework?: string; state?: string } = {}) => to('/proposals', query),
  newProposal: () => '/proposals/new',
  proposal: (id: string, tab?: ProposalTab) => `/proposals/${part(id)}${tab ? `/${tab}` : ''}`,
  compareProposals: (id: string, other: string) => `/proposals/${part(id)}/compare/${part(other)}`,
  /** `dependent` is its key; the filters are those of pages/impact. */
  impact: (
    of?: ImpactOf,
    query: { view?: ImpactView; dependent?: string; [filter: string]: string | undefined } = {},
  ) => to('/impact', { ...of, ...query }),
  queue: (agency: FlagAgency, query: Record<string, string | undefined> = {}) => to(`/queue/${agency}`, query),
  flag: (agency: FlagAgency, id: string) => `/queue/${agency}/flags/${part(id)}`,
  bulkActions: (agency: FlagAgency) => `/queue/${agency}/bulk-actions`,
  bulkAction: (agency: FlagAgency, id: string) => `/queue/${agency}/bulk-actions/${part(id)}`,
  /** Decisions made in a spreadsheet. */
  decisions: (agency: FlagAgency) => `/queue/${agency}/decisions`,
  courseCodes: (query: { schoolYear?: string; q?: string } = {}) => to('/course-codes', query),
  courseCode: (code: string, query: { schoolYear?: string } = {}) => to(`/course-codes/codes/${part(code)}`, query),
  codePlans: () => '/course-codes/plans',
  codePlan: (id: string) => `/course-codes/plans/${part(id)}`,
  sequences: (query: { schoolYear?: string; pathway?: string } = {}) => to('/course-codes/sequences', query),
  crosswalks: () => '/crosswalk',
  crosswalk: (key: string, view?: 'matrix' | 'flow' | 'relations' | 'suggestions' | 'coverage') =>
    `/crosswalk/${part(key)}${view ? `/${view}` : ''}`,
  relation: (key: string, id: string) => `/crosswalk/${part(key)}/relations/${part(id)}`,
  decoder: (query: { from?: string; to?: string } = {}) => to('/decoder', query),
  holderCheck: () => '/decoder/holder-check',
  events: (query: { correlation?: string; type?: string; subject?: string } = {}) => to('/events', query),
  signIn: () => '/sign-in',
}
export type ProposalTab = 'changes' | 'impact' | 'conflicts' | 'comments' | 'sign-off' | 'dates' | 'papers'
