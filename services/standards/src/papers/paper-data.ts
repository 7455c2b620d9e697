import type {
  Agency,
  Change,
  ChangeClass,
  CodeChangeKind,
  Dependent,
  EffectiveDates,
  Finding,
  ImpactBrief,
  ItemRef,
  PairChange,
  ReleaseRef,
  Severity,
  Unknown,
} from '@cte-align/contracts'
import type { DateWarning } from '../date-warnings.ts'
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
  dates: EffectiveDates
  /** What in the dates somebody should look at. */
  warnings: DateWarning[]
  corrects: string | null
  equity: string | null
  ties: Ties
  changes: Changes
  agencies: { ctc: AgencyData; calpads: AgencyData }
  signOffs: SignOffWord[]
  /** The agencies CDE went over, or says that it will, and why. */
  over: { reason: string; agencies: Agency[] } | null
  /** Active sectors of the release that it is based on (0: there is none) and of what would be, or is. */
  sectors: { framework: string; release: number; before: number; after: number }
  /** Crosswalks on the way whose relations nobody has accepted. */
  crosswalks: string[]
  /** Which pairs of course code and authorization would come or go. Null of a release: it is worked out before publishing only. */
  decoder: DecoderData | null
  /** Which code change the preview suggests, by course code. Null of a release, whose flags say what was decided. */
  suggested: ReadonlyMap<string, CodeChangeKind> | null
  unknowns: UnknownData[]
  comments: CommentCounts
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

export type Clock = keyof EffectiveDates

export interface DecoderData {
  permitted: number
  refused: number
  unknown: number
  /** Refused ones first; the first of them. */
  pairs: PairChange[]
  withoutPair: number
}

/** `place`: in the list of all that the preview cannot know. */
export type UnknownData = Unknown & { place: number }

export interface CommentCounts {
  total: number
  threads: number
  people: number
  unanswered: number
  /** Of threads. */
  byDisposition: Record<'accepted' | 'partly' | 'declined' | 'out-of-scope' | 'none' | 'lapsed', number>
  sessions: string[]
}

export interface Changes {
  total: number
  byClass: Partial<Record<ChangeClass, number>>
  /** Those that somebody made, gravest first, without what merely goes along with a retired container; the first of them. */
  shown: ChangeForPeople[]
  /** How many there are of those. */
  own: number
  /** Sectors that come, go or get another title. */
  ofSectors: Change[]
  /** Those that touch a list of sectors or clusters as a statute speaks of it. */
  ofLists: Change[]
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
  /** Sections of law. They are in none of the other counts and rows. */
  law: Row[]
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
