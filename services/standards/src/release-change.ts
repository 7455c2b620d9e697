import type { Change, Reach } from '@cte-align/contracts'
import mongoose from 'mongoose'

/** A change of a release with all that it reached, as it was told to the others. `_id` is release#number. */
export interface ReleaseChangeDoc {
  _id: string
  release: string
  framework: string
  releaseNumber: number
  number: number
  change: Change
  reach: Reach[]
}

const schema = new mongoose.Schema<ReleaseChangeDoc>(
  {
    _id: String,
    release: String,
    framework: String,
    releaseNumber: Number,
    number: Number,
    change: mongoose.Schema.Types.Mixed,
    reach: [mongoose.Schema.Types.Mixed],
  },
  { collection: 'release_changes', versionKey: false, minimize: false },
)
schema.index({ release: 1, number: 1 }, { unique: true })
schema.index({ framework: 1, 'change.item.id': 1, releaseNumber: 1 })

export const releaseChangeModel = (connection: mongoose.Connection) =>
  connection.model<ReleaseChangeDoc>('ReleaseChange', schema)
