import type { EventData } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** What CTC last said of an assignment rule. Its edges wait until the course code is known here, so that they bear its name. */
export interface FollowedRule {
  _id: string
  courseCode: string
  said: EventData<'cte.ctc.assignment-rule.changed'>
  sequence: number
  /** Whether its edges are made. */
  settled: boolean
}

const schema = new mongoose.Schema<FollowedRule>(
  { _id: String, courseCode: String, said: mongoose.Schema.Types.Mixed, sequence: Number, settled: Boolean },
  { collection: 'followed_rules', versionKey: false, minimize: false },
)
schema.index({ courseCode: 1 })
schema.index({ settled: 1 }, { partialFilterExpression: { settled: false } })

export const followedRuleModel = ({ connection }: Database): Model<FollowedRule> =>
  connection.models.FollowedRule ?? connection.model<FollowedRule>('FollowedRule', schema)
