import {
  Actor,
  allDates,
  Cause,
  ChangeClass,
  Day,
  Dependent,
  EffectiveDates,
  Finding,
  ItemRef,
  ReleaseId,
  ReleaseRef,
  Severity,
} from '@cte-align/contracts'
import { causeInWords } from '@cte-align/impact'
import { z } from 'zod'
import { Disposition } from './disposition.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import { dueOfFlag } from './queue-fields.ts'
import { FlagState } from './state-machine.ts'

export const FlagId = z.string().regex(/^[0-9a-f-]{36}$/)

/** Until when it wants dealing with, and why. */
export const DueView = z.object({
  state: z.enum(['dated', 'unknown', 'none']),
  day: Day.nullable().meta({ description: 'The last day that is still in time' }),
  missing: z.array(z.string()).meta({ description: 'Dates of the release that nobody has set, where it is unknown' }),
  basis: z.string(),
  reckoned: Day.nullable().meta({ description: 'What the dates of the release say, where a person set another day' }),
  setBy: z.string().nullable(),
  overdue: z.boolean(),
})

/** A cause with one line of words: what changed, and the gravest way to the dependent. */
export const CauseView = Cause.extend({ summary: z.string() })

/** A flag as lists show it: the gravest cause in a line, the others counted. */
export const FlagRow = z.object({
  id: FlagId,
  release: ReleaseRef,
  dates: EffectiveDates,
  dependent: Dependent,
  severity: Severity,
  classes: z.array(ChangeClass),
  causeCount: z.int(),
  findingCount: z.int(),
  firstCause: z.object({ class: ChangeClass, item: ItemRef, severity: Severity, summary: z.string() }),
  unverified: z.boolean(),
  undecided: z.boolean(),
  state: FlagState,
  owner: z.string().nullable(),
  disposition: Disposition.nullable(),
  due: DueView,
  sectors: z.array(z.string()).meta({ description: 'Top-level items on the way of its paths, framework:code' }),
  textFingerprint: z.string().meta({ description: 'Of all that it says: what an attestation binds to' }),
  coveredBy: z.array(FlagId),
  corrects: ReleaseId.nullable().meta({ description: 'For a flag of an erratum: the release that it corrects' }),
  supersedes: FlagId.nullable().meta({ description: 'The flag of the corrected release whose place this one takes' }),
  supersededBy: FlagId.nullable().meta({ description: 'The flag of an erratum that stands in the place of this one' }),
  version: z.int(),
  flaggedAt: z.iso.datetime(),
})

/** What an erratum makes of the flag of the release that it corrects. */
export const CorrectionView = z.object({
  release: ReleaseId,
  flag: FlagId.nullable().meta({ description: "The dependent's flag of that release, open or not" }),
  takenBack: z.array(ItemRef).meta({ description: 'Changed items that are again as they were before that release' }),
  untouched: z.array(ItemRef).meta({ description: 'Changed items of that flag that the erratum leaves as they are' }),
  note: z.string().nullable(),
})

export const FlagView = FlagRow.omit({ firstCause: true }).extend({
  dependentFingerprint: z.string(),
  /** The dependent's flag of the release before that flagged it. */
  previous: FlagId.nullable(),
  positions: z.record(z.string(), z.int()),
  correction: CorrectionView.nullable(),
  findings: z.array(Finding),
  /** The first hundred; `/flags/{id}/causes` has all. */
  causes: z.array(CauseView),
  next: z.array(FlagState).meta({ description: 'States that it can be moved to' }),
})

export const TransitionView = z.object({
  number: z.int(),
  from: FlagState,
  to: FlagState,
  actor: z.union([Actor, z.literal('system')]),
  reason: z.string(),
  disposition: Disposition.nullable(),
  owner: z.string().nullable(),
  coveredBy: z.array(FlagId),
  supersededBy: FlagId.nullable(),
  attested: z.int().meta({ description: 'How many texts were attested' }),
  due: Day.nullable().optional().meta({ description: 'Set by hand; null: taken back; left out: not spoken of' }),
  bulk: z.string().nullable().meta({ description: 'The bulk action that it was a part of' }),
  undoes: z.int().nullable().meta({ description: 'Number of the step that it takes back' }),
  at: z.iso.datetime(),
})

export const AssessmentView = z.object({
  release: z.string(),
  state: z.enum(['waiting', 'assessing', 'assessed']),
  pieces: z.int(),
  /** Null until the release itself has been announced. */
  of: z.int().nullable(),
  corrects: ReleaseId.nullable().meta({ description: 'For an erratum: the release that it corrects' }),
  note: z.string().nullable().meta({ description: 'What was odd about the release' }),
  assessment: z
    .object({
      flags: z.int(),
      bySeverity: z.object({ breaking: z.int(), review: z.int(), notice: z.int() }),
      digest: z.string(),
      positions: z.record(z.string(), z.int()),
      manualReview: z.array(Dependent),
    })
    .nullable(),
})

export const toCauseView = (cause: Cause): z.infer<typeof CauseView> => ({ ...cause, summary: causeInWords(cause) })

export function toDueView(
  flag: Pick<FlagDoc, 'dependent' | 'severity' | 'dates' | 'state'> & Partial<Pick<FlagDoc, 'due' | 'dueSet'>>,
  today: string,
): z.infer<typeof DueView> {
  const due = flag.due ?? dueOfFlag(flag)
  const set = flag.dueSet ?? null
  const day = set?.day ?? due.day
  const overdue = day !== null && day < today && flag.state !== 'resolved'
  if (set === null) return { ...due, reckoned: due.day, setBy: null, overdue }
  const basis = `Set by ${set.by}: ${set.reason}`
  return { state: 'dated', day, missing: [], basis, reckoned: due.day, setBy: set.by, overdue }
}

/** Flags written before there were errata or due dates lack the fields of the last lines. */
function common(flag: FlagDoc, today: string) {
  const { _id, release, dates, dependent, severity, classes, unverified, undecided } = flag
  const { state, owner, disposition, coveredBy, causeCount, version, flaggedAt } = flag
  const { corrects = null, supersedes = null, supersededBy = null } = flag
  return {
    ...{ id: _id, release, dates: allDates(dates), dependent, severity, classes, unverified, undecided },
    ...{ causeCount, findingCount: flag.findings.length },
    ...{ state, owner, disposition, coveredBy, version, flaggedAt: flaggedAt.toISOString() },
    ...{ corrects, supersedes, supersededBy },
    ...{ due: toDueView(flag, today), sectors: flag.sectors ?? [], textFingerprint: flag.impactFingerprint },
  }
}

export function toFlagRow(flag: FlagDoc, today: string): z.infer<typeof FlagRow> {
  const [first] = flag.causes
  const { change, severity } = first!
  const firstCause = { class: change.class, item: change.item, severity, summary: causeInWords(first!) }
  return { ...common(flag, today), firstCause }
}

export function toFlagInFull(flag: FlagDoc, today: string) {
  return { ...common(flag, today), findings: flag.findings, causes: flag.causes.map(toCauseView) }
}

export function toFlagView(
  flag: FlagDoc,
  around: Pick<z.infer<typeof FlagView>, 'previous' | 'next' | 'correction'>,
  today: string,
): z.infer<typeof FlagView> {
  const { dependentFingerprint, positions } = flag
  return { ...toFlagInFull(flag, today), dependentFingerprint, positions, ...around }
}

export function toTransitionView(step: FlagTransitionDoc): z.infer<typeof TransitionView> {
  const { number, from, to, actor, reason, disposition, owner, coveredBy, supersededBy = null, attested, at } = step
  return {
    ...{ number, from, to, actor, reason, disposition, owner, coveredBy, supersededBy },
    ...{ attested: attested.length, at: at.toISOString(), bulk: step.bulk ?? null, undoes: step.undoes ?? null },
    ...(step.due !== undefined && { due: step.due }),
  }
}
