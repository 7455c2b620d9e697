import type { Framework } from '@cte-align/contracts'
import mongoose from 'mongoose'

export interface FrameworkDoc extends Omit<Framework, 'key'> {
  _id: string
  /** Number of the newest published release; 0 before the first. */
  head: number
  /** The release that is being published, if any. Until it is, the crosswalks that touch the framework stand still. */
  publishing: string | null
  createdAt: Date
}

const schema = new mongoose.Schema<FrameworkDoc>(
  {
    _id: String,
    title: String,
    owner: String,
    description: { type: String, default: null },
    provenance: mongoose.Schema.Types.Mixed,
    head: Number,
    publishing: { type: String, default: null },
    createdAt: Date,
  },
  { collection: 'frameworks', versionKey: false },
)

export const frameworkModel = (connection: mongoose.Connection) => connection.model<FrameworkDoc>('Framework', schema)
