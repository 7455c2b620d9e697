import { z } from 'zod'
import { ActorText } from './actor.ts'
import { Change, ChangeClass, Reach } from './change.ts'
import { CodeChange } from './code-change.ts'
import { EditionId } from './code-set.ts'
import { CrosswalkRelation, RelationAct } from './crosswalk.ts'
import { AssignmentRule, Dependent, Link } from './dependent.ts'
import { EffectiveDates, ReleaseId, ReleaseRef } from './framework.ts'
import { GrandfatheringRule } from './grandfathering.ts'
import { Severity } from './impact.ts'
import { SchoolYear } from './school-year.ts'
import { Agency, Day, fingerprint, Slug } from './words.ts'
import { StepKey } from './workflow.ts'

/** Events are at most this many bytes of JSON; a change that reaches more is sent in parts. */
export const MAX_EVENT_BYTES = 256 * 1024

/** The sources of events, one per owning service. */
export const Source = z.enum(['/cte/standards', '/cte/credentials', '/cte/course-codes'])
export type Source = z.infer<typeof Source>

/** CloudEvents 1.0, structured JSON. `sequence` numbers a source's events from 1 without a gap (the documented extension: a sortable string). */
const Envelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: Source,
  type: z.string().regex(/^cte\.[a-z]+(?:\.[a-z-]+){2}$/),
  subject: z.string().min(1).meta({ description: 'Natural key of what happened to what' }),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  sequence: z.string().regex(/^[0-9]{16}$/),
  correlationid: z.string().min(1),
  causationid: z.string().min(1).optional(),
  /** Who made the request that it follows from. Left out where nobody did: the clock, or another event (`causationid` says which). */
  actor: ActorText.optional(),
})

function event<T extends string, D extends z.ZodType>(type: T, data: D) {
  return Envelope.extend({ type: z.literal(type), data })
}

const Flagged = z.strictObject({
  flag: z.string(),
  release: ReleaseRef,
  dependent: Dependent,
  severity: Severity,
  classes: z.array(ChangeClass),
  causes: z.int(),
  state: z.string(),
  /** For a flag of an erratum: the flag of the corrected release that it takes the place of. */
  supersedes: z.string().optional(),
})
const FlagMoved = z.strictObject({
  flag: z.string(),
  release: ReleaseRef,
  dependent: Dependent,
  disposition: z.string().nullable(),
  reason: z.string(),
  /** With the disposition `superseded`: the flag that stands in its place. */
  supersededBy: z.string().optional(),
})
const Assessed = z.strictObject({
  release: ReleaseRef,
  flags: z.int(),
  bySeverity: z.strictObject({ breaking: z.int(), review: z.int(), notice: z.int() }),
  /** Of all flags with their cause ids: equal digests, equal flags. */
  digest: z.string(),
  /** The last event of each source that the assessment knew. */
  positions: z.record(z.string(), z.int()),
  manualReview: z.array(Dependent),
})

export const ItemChanged = event(
  'cte.cde.item.changed',
  z.strictObject({
    release: ReleaseRef,
    /** Numbered from 1 within the release; `release.published` says how many there are. */
    number: z.int().min(1),
    change: Change,
    reach: z.array(Reach),
    /** Which part of the change's reach this is, where it is too long for one message. */
    part: z.strictObject({ number: z.int().min(1), of: z.int().min(1) }),
  }),
)
export const ReleasePublished = event(
  'cte.cde.release.published',
  z.strictObject({
    release: ReleaseRef,
    title: z.string(),
    dates: EffectiveDates,
    changes: z.int(),
    /** Number of `item.changed` messages that belong to the release, and their `releaseDigest`. */
    messages: z.int(),
    digest: z.string(),
    /** For an erratum: the release that it corrects. Left out for an ordinary release. */
    corrects: ReleaseId.optional(),
  }),
)
export const ProposalOpened = event(
  'cte.cde.proposal.opened',
  z.strictObject({ proposal: z.string(), framework: Slug, title: z.string() }),
)
const ProposalMoved = z.strictObject({
  proposal: z.string(),
  framework: Slug,
  title: z.string(),
  /** Grows with every edit; what a sign-off binds to, together with the impact digest. */
  revision: z.int().optional(),
  reason: z.string(),
})
export const ProposalSubmitted = event('cte.cde.proposal.submitted', ProposalMoved)
export const ProposalReturned = event('cte.cde.proposal.returned', ProposalMoved)
export const ProposalApproved = event('cte.cde.proposal.approved', ProposalMoved.extend({ digest: z.string() }))
/** CTC or CALPADS says that it has seen what the proposal would do to its records. */
export const ProposalSignedOff = event(
  'cte.cde.proposal.signed-off',
  ProposalMoved.extend({ agency: Agency, decision: z.enum(['acknowledge', 'object']), digest: z.string() }),
)
export const ProposalScheduled = event(
  'cte.cde.proposal.scheduled',
  ProposalMoved.extend({ at: z.iso.datetime().nullable().meta({ description: 'null: taken off the schedule' }) }),
)
/** The time had come and the proposal was not published: what had been signed no longer holds. */
export const ProposalHeld = event('cte.cde.proposal.held', ProposalMoved)
export const ProposalWithdrawn = event('cte.cde.proposal.withdrawn', ProposalMoved)
export const CrosswalkChanged = event(
  'cte.cde.crosswalk.changed',
  z.strictObject({
    crosswalk: Slug,
    relation: CrosswalkRelation,
    removed: z.boolean(),
    act: RelationAct.optional(),
    reason: z.string().optional(),
  }),
)
/** What a comment is about: enough to tell the owners of an item, and never the text, which may be redacted later. */
const CommentTold = z.strictObject({
  proposal: z.string(),
  framework: Slug,
  comment: z.string(),
  /** Within the proposal, from 1. */
  number: z.int().min(1),
  about: z.strictObject({
    on: z.enum(['proposal', 'item', 'operation']),
    /** Natural key of the item, or of the one that the operation works on. */
    item: z.string().nullable(),
  }),
})
export const CommentReceived = event('cte.cde.comment.received', CommentTold.extend({ replyTo: z.string().nullable() }))
/** Comes again whenever the disposition is changed; the last one stands. */
export const CommentAnswered = event(
  'cte.cde.comment.answered',
  CommentTold.extend({
    disposition: z.enum(['accepted', 'partly', 'declined', 'out-of-scope']),
    /** How many operations of the proposal it led to. */
    operations: z.int(),
  }),
)
/** A link that came or went. What a service keeps of another's links, it keeps by their ids. */
const LinkChanges = z.strictObject({ dependent: Dependent, added: z.array(Link), removed: z.array(z.string()) })

export const AuthorizationChanged = event(
  'cte.ctc.authorization.changed',
  LinkChanges.extend({ twinOf: z.string().nullable() }),
)
/** A section of law that speaks of the list of sectors: its subject, or its links. */
export const LegalReferenceChanged = event('cte.ctc.legal-reference.changed', LinkChanges)
export const LegalReferenceFlagged = event('cte.ctc.legal-reference.flagged', Flagged)
export const AssignmentRuleChanged = event(
  'cte.ctc.assignment-rule.changed',
  z.strictObject({
    rule: AssignmentRule,
    authorization: Dependent.nullable(),
    twins: z.array(Dependent),
    removed: z.boolean(),
  }),
)
/** A draft rule edition is in force. What it changed has been told before, row by row, under the same correlation id. */
export const RuleEditionPublished = event(
  'cte.ctc.rule-edition.published',
  z.strictObject({
    edition: z.string(),
    title: z.string(),
    effective: Day.nullable(),
    firstSchoolYear: SchoolYear.nullable(),
    /** CTC's flags that it answers. */
    flags: z.array(z.string()),
    /** Operations by their kind. */
    operations: z.record(z.string(), z.int()),
    /** Rows that were written. */
    rows: z.strictObject({ rules: z.int(), authorizations: z.int(), subjects: z.int(), grandfathering: z.int() }),
    /** Of what was written: equal digests, equal changes. */
    digest: z.string(),
  }),
)
/** A rule of who keeps what by an early date was made, changed or given an end. It is never removed. */
export const GrandfatheringRuleChanged = event(
  'cte.ctc.grandfathering-rule.changed',
  z.strictObject({
    rule: GrandfatheringRule,
    act: z.enum(['made', 'changed', 'ended']),
    reason: z.string(),
    version: z.int().min(1),
  }),
)
export const CourseCodeChanged = event('cte.calpads.course-code.changed', LinkChanges)
/** Staff have decided what becomes of these course codes. Comes before the `code-set.published` of its edition. */
export const CodeChangePublished = event('cte.calpads.code-change.published', z.strictObject({ change: CodeChange }))
/** A code-change plan has become an edition of the code set; its `code-change.published` came before. */
export const CodeSetPublished = event(
  'cte.calpads.code-set.published',
  z.strictObject({
    edition: EditionId,
    title: z.string(),
    schoolYear: SchoolYear,
    plan: z.string(),
    counts: z.strictObject({ codes: z.int(), added: z.int(), retired: z.int(), revised: z.int(), changes: z.int() }),
    digest: z.string().meta({ description: 'Of its rows: equal digests, equal editions' }),
  }),
)
export const AuthorizationFlagged = event('cte.ctc.authorization.flagged', Flagged)
export const CourseCodeFlagged = event('cte.calpads.course-code.flagged', Flagged)
export const CtcFlagResolved = event('cte.ctc.flag.resolved', FlagMoved)
export const CalpadsFlagResolved = event('cte.calpads.flag.resolved', FlagMoved)
export const CtcFlagReopened = event('cte.ctc.flag.reopened', FlagMoved)
export const CalpadsFlagReopened = event('cte.calpads.flag.reopened', FlagMoved)
export const CtcReleaseAssessed = event('cte.ctc.release.assessed', Assessed)
export const CalpadsReleaseAssessed = event('cte.calpads.release.assessed', Assessed)

/** A step of a sector change's checklist is done. Exactly one of `release` and `proposal` says of which change. */
export const WorkflowStepCompleted = event(
  'cte.ctc.workflow-step.completed',
  z.strictObject({
    workflow: z.string(),
    template: Slug,
    release: ReleaseId.nullable(),
    proposal: z.string().nullable(),
    step: z.strictObject({ key: StepKey, title: z.string() }),
    /** The day on which it was done. */
    actual: Day,
  }),
)

/** Every event there is. End a switch over `type` with a `never` check. */
export const CteEvent = z.discriminatedUnion('type', [
  ItemChanged,
  ReleasePublished,
  ProposalOpened,
  ProposalSubmitted,
  ProposalReturned,
  ProposalApproved,
  ProposalSignedOff,
  ProposalScheduled,
  ProposalHeld,
  ProposalWithdrawn,
  CrosswalkChanged,
  CommentReceived,
  CommentAnswered,
  AuthorizationChanged,
  LegalReferenceChanged,
  AssignmentRuleChanged,
  RuleEditionPublished,
  GrandfatheringRuleChanged,
  CourseCodeChanged,
  CodeChangePublished,
  CodeSetPublished,
  AuthorizationFlagged,
  LegalReferenceFlagged,
  CourseCodeFlagged,
  CtcFlagResolved,
  CalpadsFlagResolved,
  CtcFlagReopened,
  CalpadsFlagReopened,
  CtcReleaseAssessed,
  CalpadsReleaseAssessed,
  WorkflowStepCompleted,
])
export type CteEvent = z.infer<typeof CteEvent>
export type EventType = CteEvent['type']
export type EventOf<T extends EventType> = Extract<CteEvent, { type: T }>
export type EventData<T extends EventType> = EventOf<T>['data']

export const sequenceOf = (event: { sequence: string }): number => Number(event.sequence)
export const toSequence = (n: number): string => String(n).padStart(16, '0')

/** What `release.published` says of its messages; a consumer that holds them all computes the same. */
export function releaseDigest(messages: EventData<'cte.cde.item.changed'>[]): string {
  return fingerprint([...messages].sort((a, b) => a.number - b.number).map(message => fingerprint(message)))
}
