import type {
  Agency,
  Change,
  ChangeClass,
  Dependent,
  Finding,
  ImpactBrief,
  ItemRef,
  ReleaseRef,
  Severity,
} from '@cte-align/contracts'
import type { ChangeForPeople } from '../diff-for-people.ts'
import type { ProposalState } from '../proposal.ts'
import type { Ties } from '../ties.ts'

/** Everything that a paper may say, gathered before a word is written. Of a proposal it is what would be, of a release what is. */
export interface PaperData {
  of: Subject
  title: string
  description: string | null
  framework: { key: string; title: string }
  /** What the proposal would make, or the release itself. */
  release: ReleaseRef
  dates: Dates
  corrects: string | null
  equity: string | null
  ties: Ties
  changes: Changes
  agencies: { ctc: AgencyData; calpads: AgencyData }
  signOffs: SignOffWord[]
  /** The agencies CDE went over, or says that it will, and why. */
  over: { reason: string; agencies: Agency[] } | null
  /** Active sectors of the base, where the framework has any. */
  sectors: number
  /** Crosswalks on the way whose relations nobody has accepted. */
  crosswalks: string[]
  madeAt: Date
  /** Last event of standards when the paper was made. */
  position: number
}

export type Subject =
  | {
      kind: 'proposal'
      id: string
      revision: number
      state: ProposalState
      base: number
      digest: string
      became: string | null
      withdrawn: string | null
    }
  | { kind: 'release'; id: string; proposal: string; publishedOn: string; reason: string; digest: string }

/** Whose clock it is, and the day or year that somebody set. Clocks that the system does not keep yet read as not set. */
export type Clock = 'adoption' | 'effective' | 'calpadsSchoolYear' | 'regulation' | 'perkinsYear' | 'collegeProgram'
export type Dates = Partial<Record<Clock, string | null>>

export interface Changes {
  total: number
  byClass: Partial<Record<ChangeClass, number>>
  /** Those that somebody made, gravest first, without what merely goes along with a retired container; the first of them. */
  shown: ChangeForPeople[]
  /** How many there are of those. */
  own: number
  /** Sectors that come, go or get another title. */
  ofSectors: Change[]
  /** What follows a changed item, by change id. */
  successors: ReadonlyMap<string, NonNullable<Change['successors']>>
}

/** A dependent as a paper lists it; `flag` is null as long as nothing is published. */
export interface Row extends ImpactBrief {
  flag: { id: string; state: string; disposition: string | null } | null
}

export interface AgencyData {
  agency: 'CTC' | 'CALPADS'
  service: 'credentials' | 'course-codes'
  /** `preview`: worked out, not written. The others: how far the agency's service is with the release. */
  state: 'preview' | 'unheard' | 'waiting' | 'assessing' | 'assessed'
  total: number
  bySeverity: Record<Severity, number>
  unverified: number
  undecided: number
  withFindings: number
  /** Gravest first; the first of them. */
  rows: Row[]
  /** Dependents by changed item, for the changes that are shown. */
  byItem: ReadonlyMap<string, number>
  /** Subject codes in the keys of authorizations that hang on an item themselves, by changed item. */
  subjectsByItem: ReadonlyMap<string, readonly string[]>
  findings: Finding[]
  manualReview: Dependent[]
  byState: Readonly<Record<string, number>>
  /** What was decided, how often, and what it means. */
  dispositions: { disposition: string; meaning: string; count: number }[]
  positions: Record<string, number>
}

export interface SignOffWord {
  agency: Agency
  /** `approves`, `acknowledges`, `objects`, `has not signed`, `has nothing to sign`. */
  word: string
  /** Why it no longer holds; null where it does. */
  lapsed: string | null
  reason: string | null
  on: string | null
}

export type { ItemRef }
