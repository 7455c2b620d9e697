import type { Actor, Milestone, RulemakingOutcome } from '@cte-align/contracts'
import { type Database, modelOn } from '@cte-align/service'
import mongoose from 'mongoose'
import type { TemplateContent, TemplateStep } from './template.ts'

/** What a person says of a step; `open` is waiting or ready, as the others stand. */
export type SetState = 'open' | 'in-progress' | 'done' | 'skipped' | 'blocked'

/** A step of a checklist: the template's, and what has become of it. */
export interface WorkflowStep extends TemplateStep {
  state: SetState
  /** Why it is skipped, blocked or done; of the last change of state. */
  stateReason: string | null
  /** Why it was done before what it waits for. */
  overrideReason: string | null
  planned: string | null
  actual: string | null
  owner: string | null
  notes: string | null
  /** The texts that somebody decided to reissue; null: nobody has, there are suggestions. */
  decidedTexts: string[] | null
}

export interface Outcome {
  outcome: RulemakingOutcome
  day: string
  reason: string
  by: Actor
  at: Date
}

/** The checklist of one change of sectors: of a release that is known here, or of a proposal. */
export interface WorkflowDoc {
  _id: string
  template: string
  release: string | null
  proposal: string | null
  /** From 1: a rulemaking that was withdrawn may be begun again. */
  attempt: number
  title: string
  milestones: Record<Milestone, string | null>
  usualDays: TemplateContent['usualDays']
  precedent: TemplateContent['precedent']
  steps: WorkflowStep[]
  /** All that were recorded; the last one stands. */
  outcomes: Outcome[]
  version: number
  createdAt: Date
  updatedAt: Date
}

/** Who did what to a workflow, when and why. Never changed. */
export interface WorkflowEntryDoc {
  /** workflow#number */
  _id: string
  workflow: string
  /** The version of the workflow that it made. */
  number: number
  act: 'begun' | 'dated' | 'step-changed' | 'step-added' | 'outcome-recorded'
  step: string | null
  changes: { field: string; from: unknown; to: unknown }[]
  reason: string
  by: Actor
  at: Date
}

const { Mixed } = mongoose.Schema.Types
const workflowSchema = new mongoose.Schema(
  {
    _id: String,
    template: String,
    release: String,
    proposal: String,
    attempt: Number,
    title: String,
    milestones: Mixed,
    usualDays: Mixed,
    precedent: Mixed,
    steps: [Mixed],
    outcomes: [Mixed],
    version: Number,
    createdAt: Date,
    updatedAt: Date,
  },
  { collection: 'workflows', versionKey: false, minimize: false },
)
workflowSchema.index({ release: 1 })
workflowSchema.index({ proposal: 1 })

const entrySchema = new mongoose.Schema(
  {
    _id: String,
    workflow: String,
    number: Number,
    act: String,
    step: String,
    changes: [Mixed],
    reason: String,
    by: Mixed,
    at: Date,
  },
  { collection: 'workflow_entries', versionKey: false, minimize: false },
)
entrySchema.index({ workflow: 1, number: 1 }, { unique: true })

export const workflowModel = ({ connection }: Database) => modelOn<WorkflowDoc>(connection, 'Workflow', workflowSchema)
export const workflowEntryModel = ({ connection }: Database) =>
  modelOn<WorkflowEntryDoc>(connection, 'WorkflowEntry', entrySchema)
