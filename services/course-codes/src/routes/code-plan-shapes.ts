import {
  Actor,
  CodeChangeKind,
  CodeSuccessor,
  CourseCodeConsequence,
  CourseLevel,
  EditionId,
  PlanContent,
  PlanFinding,
  PlannableKind,
  PlannedCode,
  ReleaseId,
  SchoolYear,
  writtenText,
} from '@cte-align/contracts'
import { z } from 'zod'
import {
  type CodePlan,
  type CodePlanStep,
  ENTRY_STATES,
  PLAN_STATES,
  PLAN_STEPS,
  type PlanEntry,
} from '../plans/code-plan.ts'
import type { WhatIf } from '../plans/look-at-plan.ts'
import { ComparisonShape, showComparison } from './code-set-shapes.ts'

export const PlanId = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be the id of a plan, as lists give it')
export const PlanKey = z.strictObject({ id: PlanId })
export const EntryKey = PlanKey.extend({ entry: PlanId })
export const reason = writtenText(3, 2000)
/** For publishing and withdrawing: who may speak for the code set. */
export const CODE_SET_PUBLISHERS = { agencies: ['CALPADS', 'CDE'], roles: ['approver', 'publisher'] } as const

export const ProposalId = z.string().regex(/^[0-9a-f-]{36}$/, 'must be the id of a proposal')

const counts = z.object({ suggested: z.int(), accepted: z.int(), edited: z.int(), declined: z.int() })
export const PlanShape = z.object({
  id: PlanId,
  title: z.string(),
  about: z
    .union([
      z.object({ release: ReleaseId }),
      z.object({ proposal: z.string(), revision: z.int(), digest: z.string() }),
    ])
    .nullable()
    .meta({ description: 'A proposal as it stood when its suggestions were asked for' }),
  base: EditionId.nullable().meta({ description: 'Null: the course codes as they are here' }),
  schoolYear: SchoolYear.meta({ description: 'From which it holds' }),
  state: z.enum(PLAN_STATES),
  version: z.int(),
  entries: counts,
  withoutChange: z.int().meta({ description: 'Course codes that are reached and need not change' }),
  edition: EditionId.nullable().meta({ description: 'That it became, or is becoming' }),
  openedBy: Actor,
  openedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export const EntryShape = z.object({
  id: PlanId,
  state: z.enum(ENTRY_STATES).meta({ description: 'suggested: nobody has decided it yet' }),
  courseCode: z.string().nullable(),
  content: PlanContent.nullable().meta({ description: 'Null while nobody can say what becomes of the code' }),
  suggestion: z
    .object({
      kind: CodeChangeKind,
      rule: z.string(),
      places: CourseCodeConsequence.shape.places,
      candidates: z.array(z.string()).meta({ description: 'Codes of its level where it would go' }),
      flag: z.string().nullable(),
      changes: z.array(z.string()),
    })
    .nullable(),
  decision: z.object({ by: Actor, reason: z.string(), at: z.iso.datetime() }).nullable(),
})
export const StepShape = z.object({
  number: z.int(),
  step: z.enum(PLAN_STEPS),
  by: Actor,
  reason: z.string(),
  at: z.iso.datetime(),
  version: z.int(),
  details: z.record(z.string(), z.unknown()).nullable(),
})
export const WhatIfShape = z.object({
  schoolYear: SchoolYear,
  counts: z.object({ codes: z.int(), added: z.int(), retired: z.int(), revised: z.int() }),
  comparison: ComparisonShape.meta({
    description: 'Of the code set of its school year as it is with what it would be',
  }),
  withBase: ComparisonShape.nullable().meta({ description: 'With the edition that the plan starts from' }),
  findings: z.array(PlanFinding),
})
const OutcomeShape = z.object({
  kind: PlannableKind,
  to: z.array(z.string()),
  title: z.string().nullable(),
  level: CourseLevel.nullable(),
  successor: CodeSuccessor,
  made: PlannedCode.nullable(),
})
const one = { code: z.string() }
export const PlansComparedShape = z.object({
  counts: z.object({ onlyA: z.int(), onlyB: z.int(), differing: z.int(), same: z.int() }),
  onlyA: z.array(z.object({ ...one, a: OutcomeShape })),
  onlyB: z.array(z.object({ ...one, b: OutcomeShape })),
  differing: z.array(z.object({ ...one, a: OutcomeShape, b: OutcomeShape })),
  same: z.array(z.string()),
  schoolYears: z.object({ a: SchoolYear, b: SchoolYear }),
})

export function showPlan(plan: CodePlan): z.infer<typeof PlanShape> {
  const { _id, title, about, base, schoolYear, state, version, entries, withoutChange, publishing, openedBy } = plan
  const standing = { suggested: 0, accepted: 0, edited: 0, declined: 0 }
  for (const entry of entries) standing[entry.state]++
  return {
    ...{ id: _id, title, about, base, schoolYear, state, version, entries: standing, withoutChange },
    ...{ edition: publishing?.edition ?? null, openedBy, openedAt: plan.openedAt.toISOString() },
    updatedAt: plan.updatedAt.toISOString(),
  }
}

export const showEntry = ({ decision, ...entry }: PlanEntry): z.infer<typeof EntryShape> => ({
  ...entry,
  decision: decision && { ...decision, at: decision.at.toISOString() },
})

export const showStep = ({ _id, plan, at, ...step }: CodePlanStep): z.infer<typeof StepShape> => ({
  ...step,
  at: at.toISOString(),
})

export const showWhatIf = (schoolYear: string, look: WhatIf): z.infer<typeof WhatIfShape> => {
  const { planned, findings, comparison, withBase } = look
  const { rows, added, retired, revised } = planned
  return {
    schoolYear,
    counts: { codes: rows.length, added: added.length, retired: retired.length, revised: revised.length },
    comparison: showComparison(comparison),
    withBase: withBase === null ? null : showComparison(withBase),
    findings,
  }
}
