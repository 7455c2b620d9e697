import type { ChangeClass, Dependent, Severity } from '@cte-align/contracts'
import { part, path } from './addresses.ts'
import type { Target } from './paper.ts'
import type { AgencyData, PaperData, Row } from './paper-data.ts'

export interface DependentFilter {
  severity?: Severity
  item?: string
  unverified?: true
  undecided?: true
  findings?: true
  state?: string
  disposition?: string
}

/** Where each thing that a paper says can be looked up: of a proposal in the preview as it is at that moment, of a release in its changes and flags. */
export function sourcesOf({ of }: Pick<PaperData, 'of'>) {
  const proposal = of.kind === 'proposal'
  const own = (at: string): Target => ({ service: 'standards', path: at })
  const root = proposal ? `/proposals/${part(of.id)}` : `/releases/${part(of.id)}`
  const proposalRoot = `/proposals/${part(of.kind === 'proposal' ? of.id : of.proposal)}`
  const agency = ({ agency: name }: Pick<AgencyData, 'agency'>) => name.toLowerCase()
  const kind = ({ agency: name }: Pick<AgencyData, 'agency'>) => (name === 'CTC' ? 'authorization' : 'course-code')

  return {
    subject: own(root),
    /** Its number in words that a reader can type. */
    root,
    changes: (filter: { class?: ChangeClass; item?: string } = {}): Target =>
      own(path(`${root}/${proposal ? 'diff' : 'changes'}`, filter)),
    /** The dependents of one agency, law left out: flags of a release, rows of a preview of a proposal. */
    dependents: (whose: Pick<AgencyData, 'agency' | 'service'>, filter: DependentFilter = {}): Target =>
      proposal
        ? own(path(`${root}/impacts`, { agency: agency(whose), kind: kind(whose), ...filter }))
        : { service: whose.service, path: path('/flags', { release: of.id, kind: kind(whose), ...filter }) },
    dependent: (whose: Pick<AgencyData, 'agency' | 'service'>, row: Row): Target =>
      row.flag === null
        ? own(path(`${root}/impacts`, { agency: agency(whose), dependent: row.dependent.key }))
        : { service: whose.service, path: `/flags/${row.flag.id}` },
    manualReview: (whose: Pick<AgencyData, 'agency' | 'service'>): Target =>
      proposal
        ? own(path(`${root}/impacts/manual-review`, { agency: agency(whose) }))
        : { service: whose.service, path: `/releases/${part(of.id)}/assessment` },
    /** Pairs of the decoder comparison; of a proposal only. */
    pairs: (outcome?: 'permitted' | 'refused' | 'unknown'): Target => own(path(`${root}/impacts/pairs`, { outcome })),
    withoutPair: own(`${root}/impacts/without-pair`),
    /** A number within a record: the fragment is a JSON Pointer (RFC 6901). */
    unknown: (place: number): Target => own(`${root}/impacts/unknowns#/items/${place}/count`),
    comments: (place = ''): Target => own(`${proposalRoot}/comments/summary${place === '' ? '' : `#/${place}`}`),
    docket: own(`${proposalRoot}/docket?format=html`),
    record: own(`${proposalRoot}/record`),
    approvals: own(`${proposalRoot}/approvals`),
    proposal: own(proposalRoot),
    sectors: (framework: string, release: number): Target =>
      own(path(`/frameworks/${part(framework)}/items`, { kind: 'sector', release })),
    crosswalk: (key: string): Target => own(`/crosswalks/${part(key)}`),
    release: (id: string): Target => own(`/releases/${part(id)}`),
    /** What the agency itself keeps of the dependent. */
    catalogue: ({ kind, key }: Pick<Dependent, 'kind' | 'key'>): Target => {
      switch (kind) {
        case 'authorization':
          return { service: 'credentials', path: `/authorizations/${key.split('/').map(part).join('/')}` }
        case 'legal-reference':
          return { service: 'credentials', path: `/legal-references/${part(key)}` }
        case 'course-code':
          return { service: 'course-codes', path: `/course-codes/${part(key)}` }
        default:
          return kind satisfies never
      }
    },
  }
}
export type Sources = ReturnType<typeof sourcesOf>
