import type { EventData } from '@cte-align/contracts'
import mongoose from 'mongoose'

/** One `item.changed` message of a release, as it came. */
export interface PieceDoc {
  _id: string
  release: string
  number: number
  data: EventData<'cte.cde.item.changed'>
}

const schema = new mongoose.Schema<PieceDoc>(
  { _id: String, release: String, number: Number, data: mongoose.Schema.Types.Mixed },
  { collection: 'release_pieces', versionKey: false, minimize: false },
)
schema.index({ release: 1, number: 1 }, { unique: true })
schema.index({ release: 1, 'data.reach.item.id': 1 })
schema.index({ release: 1, 'data.change.item.id': 1 })

export const pieceModel = (connection: mongoose.Connection) => connection.model<PieceDoc>('ReleasePiece', schema)
