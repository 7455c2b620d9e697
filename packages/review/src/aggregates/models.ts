import type { Actor, DependentKind } from '@cte-align/contracts'
import { modelOn } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

export const MEASURES = ['sections', 'pupils', 'holders'] as const
export type Measure = (typeof MEASURES)[number]

/** Dependents by which people and sections are counted: nobody hangs on a statute. */
export type CountedKind = Exclude<DependentKind, 'legal-reference'>
export const isCounted = (kind: DependentKind): kind is CountedKind => kind !== 'legal-reference'

/** A file of counts that somebody has loaded. It is written after its counts: until then nothing of them shows. */
export interface AggregateLoadDoc {
  /** Computed from all that it says: the same file again is the same load. */
  _id: string
  source: string
  verified: boolean
  /** The day of which the counts are. Of several loads the newest day stands. */
  asOf: string
  rows: number
  by: Actor
  at: Date
}

export interface AggregateCountDoc {
  _id: string
  load: string
  asOf: string
  at: Date
  /** A course code, or an authorization (CTE/R4T/ANR). */
  key: string
  schoolYear: string
  measure: Measure
  /** Null: a small cell that the source suppresses. */
  count: number | null
  /** Where the count is a part: key of a sector, kind of local educational agency. Never which agency. */
  sector: string | null
  leaType: string | null
}

const Mixed = mongoose.Schema.Types.Mixed
const loadSchema = new mongoose.Schema<AggregateLoadDoc>(
  { _id: String, source: String, verified: Boolean, asOf: String, rows: Number, by: Mixed, at: Date },
  { collection: 'aggregate_loads', versionKey: false },
)
const countSchema = new mongoose.Schema<AggregateCountDoc>(
  {
    _id: String,
    load: String,
    asOf: String,
    at: Date,
    key: String,
    schoolYear: String,
    measure: String,
    count: Number,
    sector: String,
    leaType: String,
  },
  { collection: 'aggregate_counts', versionKey: false },
)
countSchema.index({ schoolYear: 1, measure: 1, key: 1 })
countSchema.index({ key: 1 })

export const aggregateLoadModel = (connection: mongoose.Connection): Model<AggregateLoadDoc> =>
  modelOn<AggregateLoadDoc>(connection, 'AggregateLoad', loadSchema)
export const aggregateCountModel = (connection: mongoose.Connection): Model<AggregateCountDoc> =>
  modelOn<AggregateCountDoc>(connection, 'AggregateCount', countSchema)
