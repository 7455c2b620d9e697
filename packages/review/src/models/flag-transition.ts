import type { Actor } from '@cte-align/contracts'
import mongoose from 'mongoose'
import type { Disposition } from '../disposition.ts'
import type { FlagState } from '../state-machine.ts'

/** A step of a flag's review: the log that outlives the flag and is folded back in when flags are made again. */
export interface FlagTransitionDoc {
  /** flag:n, n from 1. */
  _id: string
  flag: string
  number: number
  from: FlagState
  to: FlagState
  /** `system` where no person acted: born resolved, or opened again by a new cause. */
  actor: Actor | 'system'
  reason: string
  disposition: Disposition | null
  owner: string | null
  at: Date
  /** On resolving: what was looked at, as `attestedText` of each cause. */
  attested: string[]
  coveredBy: string[]
  /** On being superseded, by the system alone: the flag that stands in its place from here on. */
  supersededBy?: string | null
}

const Mixed = mongoose.Schema.Types.Mixed
const schema = new mongoose.Schema<FlagTransitionDoc>(
  {
    _id: String,
    flag: String,
    number: Number,
    from: String,
    to: String,
    actor: Mixed,
    reason: String,
    disposition: String,
    owner: String,
    at: Date,
    attested: [String],
    coveredBy: [String],
    supersededBy: String,
  },
  { collection: 'flag_transitions', versionKey: false, minimize: false },
)
schema.index({ flag: 1, number: 1 }, { unique: true })

export const flagTransitionModel = (connection: mongoose.Connection) =>
  connection.model<FlagTransitionDoc>('FlagTransition', schema)
