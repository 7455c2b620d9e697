import type { RuleEdge, Source } from '@cte-align/contracts'
import mongoose from 'mongoose'

/** A kept rule edge; what is said of links in link.ts holds for it too. */
export interface RuleDoc {
  _id: string
  /** Its `ruleEdgeId`. */
  id: string
  edge: RuleEdge
  source: Source
  added: number
  removed: number | null
  assessed: boolean
  revision: number
}

const schema = new mongoose.Schema<RuleDoc>(
  {
    _id: String,
    id: String,
    edge: mongoose.Schema.Types.Mixed,
    source: String,
    added: Number,
    removed: Number,
    assessed: Boolean,
    revision: Number,
  },
  { collection: 'rules', versionKey: false, minimize: false, id: false },
)
schema.index({ id: 1 })
schema.index({ 'edge.courseCode.key': 1 })
schema.index({ 'edge.authorization.key': 1 })
schema.index({ 'edge.rule': 1 })
schema.index({ 'edge.prefix': 1 }, { partialFilterExpression: { 'edge.prefix': { $type: 'string' } } })
schema.index({ assessed: 1 }, { partialFilterExpression: { assessed: false } })

export const ruleModel = (connection: mongoose.Connection) => connection.model<RuleDoc>('Rule', schema)
