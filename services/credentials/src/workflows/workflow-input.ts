import {
  Actor,
  Day,
  ReleaseId,
  RulemakingOutcome,
  Slug,
  StepAnchor,
  StepDuration,
  StepKey,
  TextToReissue,
  WorkflowActor,
  writtenText,
} from '@cte-align/contracts'
import { z } from 'zod'

const reason = writtenText(3, 2000).meta({ description: 'Why; kept in the history' })
const day = Day.nullable()
export const MilestonesInput = z.strictObject({
  adoption: day.optional().meta({ description: 'Adoption by the State Board' }),
  effective: day.optional().meta({ description: "Effective date of CTC's rules" }),
  census: day
    .optional()
    .meta({ description: 'Census day by which it must hold; default: the first from the effective date on' }),
})
export type MilestonesInput = z.infer<typeof MilestonesInput>

export const NewWorkflow = z
  .strictObject({
    release: ReleaseId.max(80).optional().meta({ description: 'A release that has been heard of here' }),
    proposal: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,80}$/)
      .optional()
      .meta({ description: 'A proposal: its id is not checked here, and its dates must be given' }),
    template: Slug.default('ctc-sector-change'),
    title: writtenText(1, 300).optional(),
    milestones: MilestonesInput.optional(),
    reason,
  })
  .meta({ description: 'Exactly one of release and proposal' })
export type NewWorkflow = z.infer<typeof NewWorkflow>

export const WorkflowRevision = z
  .strictObject({ title: writtenText(1, 300).optional(), milestones: MilestonesInput.optional(), reason })
  .refine(body => Object.keys(body).length > 1, 'must change something')
  .meta({ minProperties: 2 })
export type WorkflowRevision = z.infer<typeof WorkflowRevision>

const fields = {
  planned: day.optional().meta({ description: 'The day by which it is meant to be over' }),
  owner: Actor.shape.id.nullable().optional(),
  notes: writtenText(0, 4000).nullable().optional(),
  after: z.array(StepKey).max(50).optional().meta({ description: 'The steps it waits for' }),
  duration: StepDuration.nullable().optional().meta({ description: 'null: nobody knows' }),
  anchor: StepAnchor.nullable().optional(),
}
export const StepChange = z
  .strictObject({
    ...fields,
    state: z
      .enum(['open', 'in-progress', 'done', 'skipped', 'blocked'])
      .optional()
      .meta({ description: 'open: waiting or ready, as the steps before it stand' }),
    actual: Day.optional().meta({ description: 'The day on which it was done; with done alone, default today' }),
    decidedTexts: z
      .array(TextToReissue)
      .max(100)
      .nullable()
      .optional()
      .meta({ description: 'The texts that will be reissued; null: go by the suggestions' }),
    overrideReason: writtenText(3, 2000)
      .optional()
      .meta({ description: 'Why it is done although a step that it waits for is not' }),
    reason,
  })
  .refine(body => Object.keys(body).length > 1, 'must change something')
  .meta({ minProperties: 2 })
export type StepChange = z.infer<typeof StepChange>

export const NewStep = z.strictObject({
  ...fields,
  key: StepKey,
  title: writtenText(1, 300),
  action: writtenText(0, 2000).default(''),
  actors: z.array(WorkflowActor).min(1).max(8),
  before: z.array(StepKey).max(50).default([]).meta({ description: 'The steps that wait for it' }),
  texts: z.array(TextToReissue).max(20).default([]),
  reason,
})
export type NewStep = z.infer<typeof NewStep>

export const NewOutcome = z.strictObject({
  outcome: RulemakingOutcome,
  day: Day.meta({ description: 'The day of the decision, not after today' }),
  reason,
})
export type NewOutcome = z.infer<typeof NewOutcome>
