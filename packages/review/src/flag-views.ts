import {
  Actor,
  allDates,
  Cause,
  ChangeClass,
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
  causeCount: z.int(),
  findingCount: z.int(),
  firstCause: z.object({ class: ChangeClass, item: ItemRef, severity: Severity, summary: z.string() }),
  unverified: z.boolean(),
  undecided: z.boolean(),
  state: FlagState,
  owner: z.string().nullable(),
  disposition: Disposition.nullable(),
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

/** Flags written before there were errata lack the fields of the last line. */
function common(flag: FlagDoc) {
  const { _id, release, dates, dependent, severity, classes, unverified, undecided } = flag
  const { state, owner, disposition, coveredBy, causeCount, version, flaggedAt } = flag
  const { corrects = null, supersedes = null, supersededBy = null } = flag
  return {
    ...{ id: _id, release, dates: allDates(dates), dependent, severity, classes, unverified, undecided },
    ...{ causeCount, findingCount: flag.findings.length },
    ...{ state, owner, disposition, coveredBy, version, flaggedAt: flaggedAt.toISOString() },
    ...{ corrects, supersedes, supersededBy },
  }
}

export function toFlagRow(flag: FlagDoc): z.infer<typeof FlagRow> {
  const [first] = flag.causes
  const { change, severity } = first!
  const firstCause = { class: change.class, item: change.item, severity, summary: causeInWords(first!) }
  return { ...common(flag), firstCause }
}

export function toFlagView(
  flag: FlagDoc,
  { previous, next, correction }: Pick<z.infer<typeof FlagView>, 'previous' | 'next' | 'correction'>,
): z.infer<typeof FlagView> {
  const { dependentFingerprint, positions, findings } = flag
  const causes = flag.causes.map(toCauseView)
  return { ...common(flag), dependentFingerprint, positions, findings, causes, previous, correction, next }
}

export function toTransitionView(step: FlagTransitionDoc): z.infer<typeof TransitionView> {
  const { number, from, to, actor, reason, disposition, owner, coveredBy, supersededBy = null, attested, at } = step
  return {
    ...{ number, from, to, actor, reason, disposition, owner, coveredBy, supersededBy },
    ...{ attested: attested.length, at: at.toISOString() },
  }
}
