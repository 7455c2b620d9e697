import type {
  Agency,
  Cause,
  Change,
  ChangeClass,
  CteEvent,
  DecoderComparison,
  DecoderQuestion,
  Dependent,
  DependentKind,
  FlagsReply,
  FlagsRequest,
  ItemRef,
  Link,
  PreviewReply,
  PreviewRequest,
  Role,
  RuleEdge,
  Severity,
  SomeDates,
  Source,
  SourceGap,
} from '@cte-align/contracts'
import type { ClientSession, Database, Outbox, Preparable, Service } from '@cte-align/service'
import type { AggregateStore } from './aggregates/aggregates.ts'
import type { ReleaseConsequences } from './consequences.ts'
import type { createFlagsOn } from './flags-on.ts'

/** What this package needs of a logger; pino's has it. */
export interface Log {
  info(values: object, message: string): void
  warn(values: object, message: string): void
  error(values: object, message: string): void
}

/** The kinds of dependents that one service owns; all are one agency's. */
export type Kinds = readonly [DependentKind, ...DependentKind[]]

export interface ReviewOptions {
  db: Database
  outbox: Outbox
  /** Whose flags these are. Impacts on other kinds are the other service's. No key is of two kinds. */
  kinds: Kinds
  /** Clears the flags. */
  agency: Agency
  source: Source
  now: () => Date
  log: Log
  /** Dependents that no link or rule leads to and that a person must look at whenever a sector is reached. */
  manualReview?: () => Promise<Dependent[]>
  /** What the sources do not say of these own dependents. */
  gapsOf?: (keys: string[]) => Promise<SourceGap[]>
}

/** The event by which something came to be known: its source and number there. */
export interface At {
  source: Source
  sequence: number
}

export interface Difference<T> {
  added: T[]
  /** Ids. */
  removed: string[]
}

export interface LinkStore {
  /**
   * Keeps links, own and the other service's, by their ids. A repeat changes nothing. What is removed stays, marked: a
   * release that was assessed while it was there still counts it.
   */
  put(session: ClientSession, change: Difference<Link>, at: At): Promise<void>
  /** Active links of one dependent, as they stand after the moves of all assessed releases. */
  of(dependent: { kind: DependentKind; key: string }): Promise<Link[]>
  /** The top-level item above each active link of a course code. */
  courseCodeOwners(): Promise<{ courseCode: string; owner: ItemRef }[]>
  /** All active links of the own kinds, as they stand after the moves of all assessed releases. */
  own(): Promise<Link[]>
  /** How many own active links hang on each framework's items; that law speaks of a list of them is none. */
  countByFramework(): Promise<Record<string, number>>
}

export interface RuleStore {
  /** As with links. An edge is removed by its `ruleEdgeId`; the id of a decoder row removes all its edges (twins). */
  put(session: ClientSession, change: Difference<RuleEdge>, at: At): Promise<void>
  /** Edges bear the name of their course code. It is no word of the rules' owner, so it has no number: it is changed in place. */
  rename(session: ClientSession, courseCode: Dependent): Promise<void>
  of(dependent: { kind: DependentKind; key: string }): Promise<RuleEdge[]>
}

/** A flag as an answer to it names it. */
export interface NamedFlag {
  id: string
  release: string
  dependent: Dependent
  severity: Severity
  state: string
  disposition: string | null
  classes: ChangeClass[]
  /** Of the first hundred causes. */
  changes: Cause['change'][]
}

export interface NamedFlags {
  /** Those there are of the ones named. */
  byIds(ids: readonly string[]): Promise<NamedFlag[]>
  /** Those of these dependents that are not resolved. */
  openOf(dependents: readonly string[]): Promise<NamedFlag[]>
}

export interface RebuildInput {
  /** The whole log of a source, in order, from the first event. Read for every source, the own one included. */
  readLog(source: Source): AsyncIterable<CteEvent>
  /** Writes one event of the other service: its calls to `links.put` and `rules.put` and nothing else of this package. */
  writeOther(event: CteEvent, session: ClientSession): Promise<void>
}

/** A release as it was heard of here. */
export interface HeardRelease {
  id: string
  framework: string
  title: string
  dates: SomeDates
}
/** A change of what a sector or cluster is, is called or is coded. */
export interface TopLevelChange {
  item: ItemRef
  aspect: Change['aspect']
  class: Change['class']
  before: string | null
  after: string | null
}

export interface Review {
  /** For `db.prepare`. */
  models: readonly Preparable[]
  links: LinkStore
  rules: RuleStore
  /** Keeps what an event of /cte/standards says. A repeat changes nothing; the order does not matter. */
  writeStandards(event: CteEvent, session: ClientSession): Promise<void>
  /**
   * Assesses what waits: complete releases in order, then new links and rules against releases assessed before; and
   * finishes bulk actions that a crash left half done. Call
   * it at start, after every commit of an inbox and after a change of links or rules. Calls within a process take
   * turns; several processes may call it at once, and any may be killed at any line: the next call finishes.
   */
  assessPending(): Promise<void>
  /** What a release would do, by the same functions as its assessment. Writes nothing; given up once the signal is aborted. */
  preview(request: PreviewRequest, signal?: AbortSignal): AsyncIterable<PreviewReply>
  /**
   * Which pairs the decoder would newly admit or no longer admit if it followed these moves, as links and rules stand now; with a
   * release, as they stood before it. Writes nothing.
   */
  compareDecoder(question: DecoderQuestion, before?: { release?: string }): Promise<DecoderComparison>
  /** The flags of a release as they stand, gravest first. Writes nothing. */
  flagsInBrief(request: FlagsRequest): AsyncIterable<FlagsReply>
  /** A release that was heard of here; null for any other. */
  release(id: string): Promise<HeardRelease | null>
  /** Releases, newest first, that change the existence, code or title of a sector or cluster; never the first of a framework. */
  topLevelReleases(options: {
    limit: number
    except: readonly string[]
  }): Promise<(HeardRelease & { changes: TopLevelChange[] })[]>
  namedFlags: NamedFlags
  /** What the flags of a release suggest for their course codes. Writes nothing. */
  consequences(release: string): Promise<ReleaseConsequences>
  /** Open flags on these dependents, for whoever uses them. Writes nothing. */
  flagsOn: ReturnType<typeof createFlagsOn>
  /** How many flags of a dependent are not resolved. */
  openFlags(dependent: string): Promise<number>
  /** The last event of each source that links, rules and releases were kept from. */
  positions(): Promise<Record<string, number>>
  /** Makes the flags again from the owners' logs. Emits no events. The caller stops its inbox meanwhile. */
  rebuild(io: RebuildInput): Promise<{ flags: number; digest: string }>
  /** Of all flags: release, severity, causes with their paths, findings, state, owner, disposition. */
  flagsDigest(): Promise<string>
  /** Counts of sections, pupils or holders that weigh impacts. */
  aggregates: AggregateStore
  /** Adds `/imports/aggregates`, `/aggregates` and `/impact-weights`. */
  aggregateRoutes(app: Service, may: { agencies: readonly Agency[]; roles: readonly Role[] }): void
  /** Adds `/flags`, `/bulk-actions`, `/views`, `/flag-states`, `/dispositions`, `/releases/{id}/assessment` and `/links`. */
  routes(app: Service): void
}
