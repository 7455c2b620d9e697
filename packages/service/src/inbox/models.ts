import type { Model } from 'mongoose'
import mongoose from 'mongoose'
import { type Database, modelOn, type Preparable } from '../database.ts'

export interface Position {
  /** The source. */
  _id: string
  sequence: number
}

/** A message put aside: no code here could make sense of it. Kept whole until a redrive succeeds. */
export interface DeadLetter {
  _id: string
  source: string
  sequence: number | null
  raw: Buffer
  error: { code: string; message: string }
  at: Date
  attempts: number
}

const positionSchema = new mongoose.Schema(
  { _id: String, sequence: Number },
  { collection: 'positions', versionKey: false },
)
const deadLetterSchema = new mongoose.Schema(
  {
    _id: String,
    source: String,
    sequence: Number,
    raw: Buffer,
    error: { code: String, message: String },
    at: Date,
    attempts: Number,
  },
  { collection: 'dead_letters', versionKey: false },
)
deadLetterSchema.index({ source: 1, sequence: 1 })

export function inboxCollections(db: Database): { positions: Model<Position>; letters: Model<DeadLetter> } {
  const { connection } = db
  return {
    positions: modelOn<Position>(connection, 'Position', positionSchema),
    letters: modelOn<DeadLetter>(connection, 'DeadLetter', deadLetterSchema),
  }
}

/** For `db.prepare`; `consumeSource` prepares them by itself. */
export function inboxModels(db: Database): readonly Preparable[] {
  const { positions, letters } = inboxCollections(db)
  return [positions, letters]
}
