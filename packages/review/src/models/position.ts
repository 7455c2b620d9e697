import mongoose from 'mongoose'

/** The last event of a source that links, rules or releases were kept from. `_id` is the source, or `rebuilding`. */
export interface PositionDoc {
  _id: string
  sequence: number
}

const schema = new mongoose.Schema<PositionDoc>(
  { _id: String, sequence: Number },
  { collection: 'review_positions', versionKey: false },
)

export const positionModel = (connection: mongoose.Connection) =>
  connection.model<PositionDoc>('ReviewPosition', schema)
