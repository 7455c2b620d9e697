import type { Actor } from '@cte-align/contracts'
import { modelOn } from '@cte-align/service'
import mongoose from 'mongoose'
import type { Step } from '../step.ts'

/** One flag of a bulk action: just as it was when the action was decided on. An undo goes by the flag's log instead. */
export interface BulkRow {
  id: string
  version?: number
  /** Its `impactFingerprint`. */
  seen?: string
  /** For a file of decisions, each row has its own step. */
  step?: Step
  decision?: string
}

export interface Skipped {
  flag: string
  code: string
  reason: string
}

/** One step over many flags. `_id` is computed from what was shown, so that a repeat finds what there is. */
export interface BulkActionDoc {
  _id: string
  kind: 'bulk' | 'decisions' | 'undo'
  actor: Actor
  /** The step of all rows; null where each has its own, and for an undo. */
  step: Step | null
  reason: string
  /** What was asked for: a filter, ids, a file. In words. */
  of: string
  /** For an undo: the action that it takes back. */
  undoes: string | null
  flags: number
  batches: number
  state: 'applying' | 'done'
  moved: number
  skipped: number
  correlation: string
  begunAt: Date
  endedAt: Date | null
}

/** Some of its flags, moved in one transaction that also says what came of them here. */
export interface BulkBatchDoc {
  /** action:n */
  _id: string
  action: string
  number: number
  rows: BulkRow[]
  done: boolean
  moved: string[]
  skipped: Skipped[]
}

/** What a dry run showed, kept for a day: so that whoever applies it is told what has moved since. */
export interface BulkShownDoc {
  /** The digest. */
  _id: string
  rows: { id: string; version: number; key: string }[]
  at: Date
}

const Mixed = mongoose.Schema.Types.Mixed
const plain = { versionKey: false, minimize: false } as const
const actionSchema = new mongoose.Schema(
  {
    ...{ _id: String, kind: String, actor: Mixed, step: Mixed, reason: String, of: String, undoes: String },
    ...{ flags: Number, batches: Number, state: String, moved: Number, skipped: Number, correlation: String },
    ...{ begunAt: Date, endedAt: Date },
  },
  { collection: 'bulk_actions', ...plain },
)
actionSchema.index({ begunAt: -1, _id: 1 })
actionSchema.index({ state: 1 }, { partialFilterExpression: { state: 'applying' } })
actionSchema.index({ undoes: 1 })
const batchSchema = new mongoose.Schema(
  { _id: String, action: String, number: Number, rows: [Mixed], done: Boolean, moved: [String], skipped: [Mixed] },
  { collection: 'bulk_batches', ...plain },
)
batchSchema.index({ action: 1, number: 1 }, { unique: true })
const shownSchema = new mongoose.Schema(
  { _id: String, rows: [Mixed], at: Date },
  { collection: 'bulk_shown', ...plain },
)
shownSchema.index({ at: 1 })

export const bulkActionModel = (connection: mongoose.Connection) =>
  modelOn<BulkActionDoc>(connection, 'BulkAction', actionSchema)
export const bulkBatchModel = (connection: mongoose.Connection) =>
  modelOn<BulkBatchDoc>(connection, 'BulkBatch', batchSchema)
export const bulkShownModel = (connection: mongoose.Connection) =>
  modelOn<BulkShownDoc>(connection, 'BulkShown', shownSchema)
