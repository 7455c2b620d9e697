import type { GrandfatheringRule } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A rule of who keeps what by an early date, as it is in force here. */
export type StoredGrandfatheringRule = GrandfatheringRule & { _id: string; version: number; updatedAt: Date }

const schema = new mongoose.Schema<StoredGrandfatheringRule>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    id: String,
    title: String,
    precedent: String,
    authorization: String,
    courseCodes: [String],
    date: String,
    before: String,
    through: String,
    provenance: mongoose.Schema.Types.Mixed,
  },
  // mongoose's own virtual `id` would hide the rule's.
  { collection: 'grandfathering_rules', versionKey: false, minimize: false, id: false },
)
schema.index({ courseCodes: 1 })

export const grandfatheringModel = ({ connection }: Database): Model<StoredGrandfatheringRule> =>
  connection.models.GrandfatheringRule ?? connection.model<StoredGrandfatheringRule>('GrandfatheringRule', schema)

/** The rule in the contract's words. */
export const toGrandfatheringRule = ({
  _id,
  version,
  updatedAt,
  ...rule
}: StoredGrandfatheringRule): GrandfatheringRule => rule
