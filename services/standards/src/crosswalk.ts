import type { CrosswalkPurpose, CrosswalkRelation } from '@cte-align/contracts'
import mongoose from 'mongoose'

export interface CrosswalkDoc {
  _id: string
  title: string
  from: string
  to: string
  /** Set once: impact travels over an alignment, and must not begin or cease to by a stroke of the pen. */
  purpose: CrosswalkPurpose
  createdAt: Date
}

export interface RelationDoc extends Required<Omit<CrosswalkRelation, 'id'>> {
  _id: string
  version: number
  /** Everybody who wrote what stands here: none of them reviews or accepts it. */
  authors: string[]
  /** The release whose `unmap` took the relation out, or the one that stood when a person did; null while it stands. */
  removedIn: string | null
}

const crosswalkSchema = new mongoose.Schema<CrosswalkDoc>(
  {
    _id: String,
    title: String,
    from: String,
    to: String,
    purpose: { type: String, default: 'alignment' },
    createdAt: Date,
  },
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
    fingerprints: Mixed,
    combination: { type: String, default: null },
    approximate: { type: Boolean, default: false },
    author: String,
    authors: [String],
    review: { type: Mixed, default: null },
    decision: { type: Mixed, default: null },
    suspicion: { type: Mixed, default: null },
    provenance: Mixed,
    version: Number,
    removedIn: { type: String, default: null },
  },
  { collection: 'crosswalk_relations', versionKey: false, minimize: false },
)
relationSchema.index({ crosswalk: 1, 'from.key': 1, _id: 1 })
relationSchema.index({ 'from.id': 1 })
relationSchema.index({ 'to.id': 1 })

/** What stands: neither removed nor rejected. */
export const STANDING = { removedIn: null, state: { $ne: 'rejected' } } as const

export const crosswalkModel = (connection: mongoose.Connection) =>
  connection.model<CrosswalkDoc>('Crosswalk', crosswalkSchema)
export const relationModel = (connection: mongoose.Connection) =>
  connection.model<RelationDoc>('CrosswalkRelation', relationSchema)
