import {
  Actor,
  allDates,
  Cause,
  ChangeClass,
  Dependent,
  EffectiveDates,
  Finding,
  ItemRef,
  ReleaseRef,
  Severity,
} from '@cte-align/contracts'
import { causeInWords } from '@cte-align/impact'
import { z } from 'zod'
import { Disposition } from './disposition.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import { FlagState } from './state-machine.ts'

export const FlagId = z.string().regex(/^[0-9a-f-]{36}$/)

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
  causes: z.int(),
  findings: z.int(),
  firstCause: z.object({ class: ChangeClass, item: ItemRef, severity: Severity, summary: z.string() }),
  unverified: z.boolean(),
  undecided: z.boolean(),
  state: FlagState,
  owner: z.string().nullable(),
  disposition: Disposition.nullable(),
  coveredBy: z.array(FlagId),
  version: z.int(),
  flaggedAt: z.iso.datetime(),
})

export const FlagView = FlagRow.omit({ firstCause: true }).extend({
  dependentFingerprint: z.string(),
  /** The dependent's flag of the release before that flagged it. */
  previous: FlagId.nullable(),
  positions: z.record(z.string(), z.int()),
  findings: z.array(Finding),
  causeCount: z.int(),
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
  attested: z.int().meta({ description: 'How many texts were attested' }),
  at: z.iso.datetime(),
})

export const AssessmentView = z.object({
  release: z.string(),
  state: z.enum(['waiting', 'assessing', 'assessed']),
  pieces: z.int(),
  /** Null until the release itself has been announced. */
  of: z.int().nullable(),
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

function common(flag: FlagDoc) {
  const { _id, release, dates, dependent, severity, classes, unverified, undecided } = flag
  const { state, owner, disposition, coveredBy, version, flaggedAt } = flag
  return {
    ...{ id: _id, release, dates: allDates(dates), dependent, severity, classes, unverified, undecided },
    ...{ state, owner, disposition, coveredBy, version, flaggedAt: flaggedAt.toISOString() },
  }
}

export function toFlagRow(flag: FlagDoc): z.infer<typeof FlagRow> {
  const [first] = flag.causes
  const { change, severity } = first!
  const firstCause = { class: change.class, item: change.item, severity, summary: causeInWords(first!) }
  return { ...common(flag), causes: flag.causeCount, findings: flag.findings.length, firstCause }
}

export function toFlagView(
  flag: FlagDoc,
  { previous, next }: { previous: string | null; next: readonly FlagState[] },
): z.infer<typeof FlagView> {
  const { dependentFingerprint, positions, findings, causeCount } = flag
  const causes = flag.causes.map(toCauseView)
  return { ...common(flag), dependentFingerprint, positions, findings, causeCount, causes, previous, next: [...next] }
}

export function toTransitionView(step: FlagTransitionDoc): z.infer<typeof TransitionView> {
  const { number, from, to, actor, reason, disposition, owner, coveredBy, attested, at } = step
  return {
    ...{ number, from, to, actor, reason, disposition, owner, coveredBy },
    ...{ attested: attested.length, at: at.toISOString() },
  }
}
