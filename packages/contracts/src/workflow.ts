import { z } from 'zod'
import { writtenText } from './words.ts'

/** Who takes a step of a change of sectors: the agencies, those who comment and review, and those who work by it afterwards. */
export const WorkflowActor = z.enum(['CDE', 'CTC', 'Commission', 'public', 'OAL', 'CALPADS', 'LEA', 'MA'])
export type WorkflowActor = z.infer<typeof WorkflowActor>

export const StepKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens, as in oal-approval')
  .max(64)

/** How long a step takes. Working days leave out weekends; holidays are not known. */
export const StepDuration = z.strictObject({
  days: z.int().min(0).max(1000),
  kind: z.enum(['calendar', 'working']),
})
export type StepDuration = z.infer<typeof StepDuration>

/** The days of a change that steps hang on. */
export const Milestone = z.enum(['adoption', 'effective', 'census'])
export type Milestone = z.infer<typeof Milestone>

/** `on`: the step is that day. `by`: it must be over by then. */
export const StepAnchor = z.strictObject({ date: Milestone, how: z.enum(['on', 'by']) })
export type StepAnchor = z.infer<typeof StepAnchor>

/** `waiting`: for what comes before it. `ready`: nothing is in its way. Both follow from the other steps; a person says the rest. */
export const StepState = z.enum(['waiting', 'ready', 'in-progress', 'done', 'skipped', 'blocked'])
export type StepState = z.infer<typeof StepState>

/** What a rulemaking can come to; all four have happened. */
export const RulemakingOutcome = z.enum(['approved', 'approved-in-part', 'withdrawn', 'emergency'])
export type RulemakingOutcome = z.infer<typeof RulemakingOutcome>

/** A text that a change makes old: a leaflet, a table, a notice. */
export const TextToReissue = writtenText(1, 300)
