import type { Actor, RelationAct } from '@cte-align/contracts'
import mongoose from 'mongoose'
import type { RelationDoc } from './crosswalk.ts'

type Content = Pick<
  RelationDoc,
  'relation' | 'state' | 'pinned' | 'fingerprints' | 'combination' | 'approximate' | 'provenance' | 'suspicion'
>

/** One step in the life of a relation, never changed. `_id` is relation#version, so a step is written once. */
export interface RelationStepDoc {
  _id: string
  relation: string
  crosswalk: string
  version: number
  act: RelationAct
  by: Actor
  at: Date
  reason: string
  /** What the relation said after the step. */
  after: Content
}

const Mixed = mongoose.Schema.Types.Mixed
const schema = new mongoose.Schema<RelationStepDoc>(
  {
    _id: String,
    relation: String,
    crosswalk: String,
    version: Number,
    act: String,
    by: Mixed,
    at: Date,
    reason: String,
    after: Mixed,
  },
  { collection: 'crosswalk_relation_steps', versionKey: false, minimize: false },
)
schema.index({ relation: 1, version: 1 }, { unique: true })

export const relationStepModel = (connection: mongoose.Connection) =>
  connection.model<RelationStepDoc>('RelationStep', schema)

export const contentOf = (doc: RelationDoc): Content => ({
  relation: doc.relation,
  state: doc.state,
  pinned: doc.pinned,
  fingerprints: doc.fingerprints,
  combination: doc.combination,
  approximate: doc.approximate,
  provenance: doc.provenance,
  suspicion: doc.suspicion,
})
