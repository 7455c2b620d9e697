import type { Actor, CodeChangeKind, CourseCodeConsequence, Link, PlanContent } from '@cte-align/contracts'
import { type Database, modelOn } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

export const PLAN_STATES = ['draft', 'publishing', 'published', 'withdrawn'] as const
export type PlanState = (typeof PLAN_STATES)[number]
/** `suggested` until a person accepts, edits or declines it. What a person adds is accepted at once. */
export const ENTRY_STATES = ['suggested', 'accepted', 'edited', 'declined'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Why an entry was suggested, as it was then. */
export interface Suggestion {
  kind: CodeChangeKind
  /** `retired/successor-named` */
  rule: string
  places: CourseCodeConsequence['places']
  /** Codes of the same level on the items that it would go to: for a person to choose from. */
  candidates: string[]
  /** The own flag that says so; null for a proposal, which has none. */
  flag: string | null
  /** Ids of the changes of the standards that cause it; none are told for a proposal. */
  changes: string[]
}
export interface PlanEntry {
  id: string
  state: EntryState
  /** The code that it was suggested for; null for an entry that a person added. */
  courseCode: string | null
  /** Null while nobody can say what becomes of the code. */
  content: PlanContent | null
  suggestion: Suggestion | null
  decision: { by: Actor; reason: string; at: Date } | null
}
export type PlanAbout = { release: string } | { proposal: string; revision: number; digest: string } | null

export interface Publishing {
  edition: string
  title: string
  publishedOn: string | null
  reason: string
  by: Actor
  correlationId: string
  /** Of the codes that it makes, as they were asked for when it began. */
  links: Link[]
}
export interface CodePlan {
  _id: string
  title: string
  about: PlanAbout
  /** The edition that it starts from: descriptions come from it. Null: the course codes as they are here. */
  base: string | null
  /** From which school year it holds. */
  schoolYear: string
  state: PlanState
  /** Grows with every write; the ETag. */
  version: number
  entries: PlanEntry[]
  /** Course codes that are reached and that nothing need change. */
  withoutChange: number
  openedBy: Actor
  openedAt: Date
  updatedAt: Date
  /** How many steps its record has. */
  steps: number
  publishing: Publishing | null
}

export const PLAN_STEPS = [
  'opened',
  'suggested',
  'entries-added',
  'entry-edited',
  'decided',
  'publishing-begun',
  'published',
  'withdrawn',
] as const
/** One step of a plan's record: who did what, when and why. Written once, in the transaction of what it tells. */
export interface CodePlanStep {
  _id: string
  plan: string
  number: number
  step: (typeof PLAN_STEPS)[number]
  by: Actor
  reason: string
  at: Date
  /** Of the plan, after it. */
  version: number
  details: Record<string, unknown> | null
}

const { Mixed } = mongoose.Schema.Types
const planSchema = new mongoose.Schema<CodePlan>(
  {
    _id: String,
    title: String,
    about: Mixed,
    base: String,
    schoolYear: String,
    state: String,
    version: Number,
    entries: [Mixed],
    withoutChange: Number,
    openedBy: Mixed,
    openedAt: Date,
    updatedAt: Date,
    steps: Number,
    publishing: Mixed,
  },
  { collection: 'code_plans', versionKey: false, minimize: false },
)
// One at a time: two that publish at once could each make the same code.
planSchema.index({ state: 1 }, { unique: true, partialFilterExpression: { state: 'publishing' } })
const stepSchema = new mongoose.Schema<CodePlanStep>(
  {
    _id: String,
    plan: String,
    number: Number,
    step: String,
    by: Mixed,
    reason: String,
    at: Date,
    version: Number,
    details: Mixed,
  },
  { collection: 'code_plan_steps', versionKey: false, minimize: false },
)
stepSchema.index({ plan: 1, number: 1 }, { unique: true })

export const codePlanModel = ({ connection }: Database): Model<CodePlan> =>
  modelOn<CodePlan>(connection, 'CodePlan', planSchema)
export const codePlanStepModel = ({ connection }: Database): Model<CodePlanStep> =>
  modelOn<CodePlanStep>(connection, 'CodePlanStep', stepSchema)
