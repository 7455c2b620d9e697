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
  /** What is not known or not verified. */
  gaps: (query: { service?: string; code?: string } = {}) => to('/gaps', query),
  framework: (key: string, query: { release?: string; asOf?: string; q?: string; kind?: string; item?: string } = {}) =>
    to(`/standards/${part(key)}`, query),
  /** `id` is the item's GUID. */
  item: (framework: string, id: string, query: { asOf?: string; release?: string; dependents?: string } = {}) =>
    to(`/standards/${part(framework)}/items/${part(id)}`, query),
  standards: () => '/standards',
  search: (query: { q?: string; framework?: string; kind?: string; status?: string; verified?: string } = {}) =>
    to('/standards/search', query),
  /** `key` as `CTE/R4T/ANR`. */
  authorization: (key: string) => `/standards/authorizations/${key.split('/').map(part).join('/')}`,
  releases: (framework?: string) => to('/releases', { framework }),
  release: (id: string, query: { view?: string; class?: string; kind?: string } = {}) =>
    to(`/releases/${part(id)}`, query),
  /** A paper to print, at the address the service gives. */
  paper: (address: string) => `/api/standards${address}`,
  proposals: (query: { framework?: string; state?: string } = {}) => to('/proposals', query),
  newProposal: (framework?: string) => to('/proposals/new', { framework }),
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
  codePlans: (query: { state?: string } = {}) => to('/course-codes/plans', query),
  newCodePlan: (query: { release?: string; proposal?: string; schoolYear?: string } = {}) =>
    to('/course-codes/plans/new', query),
  codePlan: (id: string, tab?: CodePlanTab) => `/course-codes/plans/${part(id)}${tab ? `/${tab}` : ''}`,
  compareCodePlans: (query: { a?: string; b?: string } = {}) => to('/course-codes/plans/compare', query),
  codeSetEditions: (query: { from?: string; to?: string } = {}) => to('/course-codes/editions', query),
  sequences: (query: { schoolYear?: string; pathway?: string; sector?: string; q?: string } = {}) =>
    to('/course-codes/sequences', query),
  continuity: (query: { schoolYear?: string; sector?: string } = {}) => to('/course-codes/sequences/continuity', query),
  sequencesWhatIf: (query: { proposal?: string; schoolYear?: string } = {}) =>
    to('/course-codes/sequences/what-if', query),
  perkins: (query: { schoolYear?: string } = {}) => to('/course-codes/perkins', query),
  districtList: (query: { schoolYear?: string; plan?: string } = {}) => to('/course-codes/district-list', query),
  codeCounts: (query: { schoolYear?: string; release?: string } = {}) => to('/course-codes/counts', query),
  codeFiles: (query: { schoolYear?: string } = {}) => to('/course-codes/files', query),
  crosswalks: () => '/crosswalk',
  crosswalk: (key: string, view?: CrosswalkView, query: Record<string, string | undefined> = {}) =>
    to(`/crosswalk/${part(key)}${view ? `/${view}` : ''}`, query),
  draftRelation: (key: string, query: { from?: string; to?: string; end?: 'from' | 'to' } = {}) =>
    to(`/crosswalk/${part(key)}/draft`, query),
  relation: (key: string, id: string) => `/crosswalk/${part(key)}/relations/${part(id)}`,
  decoder: (query: { from?: string; to?: string; courseCode?: string } = {}) => to('/decoder', query),
  ruleEditions: (query: { state?: string } = {}) => to('/decoder/editions', query),
  ruleEdition: (id: string) => `/decoder/editions/${part(id)}`,
  courseTable: () => '/decoder/course-table',
  workflows: () => '/decoder/workflows',
  workflow: (id: string) => `/decoder/workflows/${part(id)}`,
  holderCheck: () => '/decoder/holder-check',
  events: (query: { correlation?: string; type?: string; subject?: string; person?: string } = {}) =>
    to('/events', query),
  signIn: () => '/sign-in',
}
export type CrosswalkView = 'matrix' | 'flow' | 'relations' | 'suggestions' | 'coverage'
export type CodePlanTab = 'outcome' | 'record'
export type ProposalTab =
  | 'changes'
  | 'impact'
  | 'conflicts'
  | 'comments'
  | 'sign-off'
  | 'dates'
  | 'papers'
  | 'about'
  | 'record'
