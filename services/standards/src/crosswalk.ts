import type { CrosswalkRelation } from '@cte-align/contracts'
import mongoose from 'mongoose'

export interface CrosswalkDoc {
  _id: string
  title: string
  from: string
  to: string
  createdAt: Date
}

export interface RelationDoc extends Omit<CrosswalkRelation, 'id'> {
  _id: string
  version: number
  /** The release whose `unmap` took the relation out; null while it stands. */
  removedIn: string | null
}

const crosswalkSchema = new mongoose.Schema<CrosswalkDoc>(
  { _id: String, title: String, from: String, to: String, createdAt: Date },
  { collection: 'crosswalks', versionKey: false },
)

const Mixed = mongoose.Schema.Types.Mixed
const relationSchema = new mongoose.Schema<RelationDoc>(
  {
    _id: String,
    crosswalk: String,
    from: Mixed,
    to: { type: Mixed, default: null },
    relation: String,
    state: String,
    originalWord: { type: String, default: null },
    pinned: Mixed,
    author: String,
    decision: { type: Mixed, default: null },
    provenance: Mixed,
    version: Number,
    removedIn: { type: String, default: null },
  },
  { collection: 'crosswalk_relations', versionKey: false, minimize: false },
)
relationSchema.index({ crosswalk: 1, 'from.key': 1, _id: 1 })
relationSchema.index({ 'from.id': 1 })
relationSchema.index({ 'to.id': 1 })

export const crosswalkModel = (connection: mongoose.Connection) =>
  connection.model<CrosswalkDoc>('Crosswalk', crosswalkSchema)
export const relationModel = (connection: mongoose.Connection) =>
  connection.model<RelationDoc>('CrosswalkRelation', relationSchema)
