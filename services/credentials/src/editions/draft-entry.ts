import type { Actor } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'
import type { DraftState } from './rule-draft.ts'

export const DRAFT_STEPS = ['opened', 'edited', 'described', 'publishing-begun', 'published', 'withdrawn'] as const
export type DraftStep = (typeof DRAFT_STEPS)[number]

/** One entry of a draft's record: who did what, when and why. Written once, with what it tells; never changed. `_id` is draft#number. */
export interface DraftEntryDoc {
  _id: string
  draft: string
  number: number
  step: DraftStep
  from: DraftState | null
  to: DraftState
  by: Actor
  reason: string | null
  at: Date
  revision: number
  details: Record<string, unknown> | null
  correlationId: string
}

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<DraftEntryDoc>(
  {
    _id: String,
    draft: String,
    number: Number,
    step: String,
    from: { type: String, default: null },
    to: String,
    by: Mixed,
    reason: { type: String, default: null },
    at: Date,
    revision: Number,
    details: { type: Mixed, default: null },
    correlationId: String,
  },
  { collection: 'rule_draft_entries', versionKey: false, minimize: false },
)
schema.index({ draft: 1, number: 1 }, { unique: true })

export const draftEntryModel = ({ connection }: Database): Model<DraftEntryDoc> =>
  connection.models.RuleDraftEntry ?? connection.model<DraftEntryDoc>('RuleDraftEntry', schema)
