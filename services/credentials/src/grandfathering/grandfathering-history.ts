import type { GrandfatheringRule } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** One step in the life of a grandfathering rule. Written once, never changed. */
export interface GrandfatheringStep {
  /** `<rule>@<version>`. */
  _id: string
  rule: string
  version: number
  act: 'made' | 'changed' | 'ended'
  /** The rule as it was from then on. */
  content: GrandfatheringRule
  actor: string
  reason: string
  at: Date
}

const schema = new mongoose.Schema<GrandfatheringStep>(
  {
    ...{ _id: String, rule: String, version: Number, act: String, actor: String, reason: String, at: Date },
    content: mongoose.Schema.Types.Mixed,
  },
  { collection: 'grandfathering_history', versionKey: false, minimize: false },
)
schema.index({ rule: 1, version: 1 }, { unique: true })

export const grandfatheringHistoryModel = ({ connection }: Database): Model<GrandfatheringStep> =>
  connection.models.GrandfatheringStep ?? connection.model<GrandfatheringStep>('GrandfatheringStep', schema)
