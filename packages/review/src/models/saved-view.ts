import type { Agency } from '@cte-align/contracts'
import { modelOn } from '@cte-align/service'
import mongoose from 'mongoose'
import type { FlagFilter } from '../flag-filter.ts'
import type { FlagOrder } from '../flag-order.ts'
import type { GroupBy } from '../group-key.ts'

/** A way to look at the queue that somebody keeps. */
export interface SavedViewDoc {
  _id: string
  name: string
  filter: FlagFilter
  order: FlagOrder
  group: GroupBy | null
  agency: Agency
  /** Of the actor who keeps it. */
  owner: string
  shared: boolean
  version: number
  changedAt: Date
}

const schema = new mongoose.Schema(
  {
    ...{ _id: String, name: String, filter: mongoose.Schema.Types.Mixed, order: String, group: String },
    ...{ agency: String, owner: String, shared: Boolean, version: Number, changedAt: Date },
  },
  { collection: 'flag_views', versionKey: false, minimize: false },
)
schema.index({ shared: 1, owner: 1 })

export const savedViewModel = (connection: mongoose.Connection) =>
  modelOn<SavedViewDoc>(connection, 'SavedView', schema)
