import {
  Actor,
  Day,
  Provenance,
  RulemakingOutcome,
  Slug,
  StepAnchor,
  StepDuration,
  StepKey,
  StepState,
  WorkflowActor,
} from '@cte-align/contracts'
import { z } from 'zod'
import { TemplateContent } from '../workflows/template.ts'
import { type Leaflets, suggestedTexts } from '../workflows/texts-to-reissue.ts'
import type { WorkflowDoc, WorkflowEntryDoc, WorkflowStep } from '../workflows/workflow.ts'
import type { WorkedOut } from '../workflows/workflow-dates-of.ts'

export const WorkflowId = z.string().regex(/^[0-9a-f-]{36}$/)
const Milestones = z.object({ adoption: Day.nullable(), effective: Day.nullable(), census: Day.nullable() })
const Span = z.object({
  start: Day.nullable(),
  finish: Day.nullable(),
  exact: z.boolean().meta({ description: 'false: something of unknown length lies on the way, so it is a bound' }),
})
const OutcomeShape = z.object({
  outcome: RulemakingOutcome,
  day: Day,
  reason: z.string(),
  by: Actor,
  at: z.iso.datetime(),
})

export const WorkflowRow = z.object({
  id: WorkflowId,
  template: Slug,
  release: z.string().nullable(),
  proposal: z.string().nullable().meta({ description: 'Not checked here: CDE knows its proposals' }),
  attempt: z.int(),
  title: z.string(),
  milestones: Milestones,
  outcome: RulemakingOutcome.nullable(),
  steps: z.object({ all: z.int(), over: z.int() }),
  version: z.int().meta({ description: 'Also the ETag' }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})

const Text = z.object({ text: z.string(), because: z.string() })
export const DatesShape = z.object({
  milestones: Milestones,
  latestStart: z
    .object({ steps: z.array(StepKey), day: Day.nullable(), exact: z.boolean() })
    .meta({ description: 'The day after which what comes next can no longer be in time' }),
  criticalPath: z.object({ steps: z.array(StepKey), knownDays: z.int(), unknown: z.array(StepKey) }),
  warnings: z.array(z.object({ code: z.string(), step: StepKey.nullable(), message: z.string() })),
  notes: z.array(z.string()),
})
const StepDatesShape = z.object({
  key: StepKey,
  state: StepState,
  blocks: z.array(StepKey).meta({ description: 'The steps that wait for it' }),
  earliest: Span,
  latest: Span,
  proposed: Day.nullable().meta({ description: 'null: done already, or nobody can say' }),
})
export const WorkflowDates = DatesShape.extend({ steps: z.array(StepDatesShape) })

const StepShape = StepDatesShape.extend({
  title: z.string(),
  action: z.string(),
  actors: z.array(WorkflowActor),
  after: z.array(StepKey),
  duration: z.object({ ...StepDuration.shape, provenance: Provenance }).nullable(),
  anchor: StepAnchor.nullable(),
  stateReason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  planned: Day.nullable(),
  actual: Day.nullable(),
  owner: z.string().nullable(),
  notes: z.string().nullable(),
  texts: z.object({
    decided: z.array(z.string()).nullable(),
    suggested: z.array(Text),
    unknown: z.string().nullable().meta({ description: 'Why more may be to reissue than is suggested' }),
  }),
  provenance: Provenance,
})
export const WorkflowDetail = WorkflowRow.omit({ steps: true }).extend({
  ...DatesShape.shape,
  steps: z.array(StepShape),
  outcomes: z.array(OutcomeShape).meta({ description: 'All that were recorded; the last one stands' }),
})

export const EntryShape = z.object({
  number: z.int(),
  act: z.enum(['begun', 'dated', 'step-changed', 'step-added', 'outcome-recorded']),
  step: StepKey.nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  reason: z.string(),
  by: Actor,
  at: z.iso.datetime(),
})
export const TemplateShape = z.object({ ...TemplateContent.shape, version: z.int(), updatedAt: z.iso.datetime() })

const head = (doc: WorkflowDoc) => ({
  id: doc._id,
  template: doc.template,
  release: doc.release,
  proposal: doc.proposal,
  attempt: doc.attempt,
  title: doc.title,
  milestones: doc.milestones,
  outcome: doc.outcomes.at(-1)?.outcome ?? null,
  version: doc.version,
  createdAt: doc.createdAt.toISOString(),
  updatedAt: doc.updatedAt.toISOString(),
})

export const showRow = (doc: WorkflowDoc): z.infer<typeof WorkflowRow> => ({
  ...head(doc),
  steps: {
    all: doc.steps.length,
    over: doc.steps.filter(({ state }) => state === 'done' || state === 'skipped').length,
  },
})

export const showDetail = (
  doc: WorkflowDoc,
  { dates, leaflets }: { dates: WorkedOut; leaflets: Leaflets },
): z.infer<typeof WorkflowDetail> => ({
  ...head(doc),
  ...dates,
  steps: doc.steps.map((step, at) => ({ ...showStep(step, leaflets), ...dates.steps[at]! })),
  outcomes: doc.outcomes.map(each => ({ ...each, at: each.at.toISOString() })),
})

function showStep({ texts: _texts, leaflets: wanted, decidedTexts, ...step }: WorkflowStep, leaflets: Leaflets) {
  const unknown = wanted && !leaflets.known ? leaflets.because : null
  const suggested = suggestedTexts({ texts: _texts, leaflets: wanted }, leaflets)
  return { ...step, texts: { decided: decidedTexts, suggested, unknown } }
}

export const showEntry = ({
  number,
  act,
  step,
  changes,
  reason,
  by,
  at,
}: WorkflowEntryDoc): z.infer<typeof EntryShape> => ({
  ...{ number, act, step, reason, by },
  changes,
  at: at.toISOString(),
})
