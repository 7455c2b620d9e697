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
  /** A day set by hand, null where that was taken back; left out where the step says nothing of it. */
  due?: string | null
  /** The flag's `impactFingerprint` as the step was taken. Older steps have none. */
  seen?: string
  /** On resolving: where `attested_texts` keeps each text that was attested. Older steps have none. */
  texts?: string[]
  /** The bulk action that it was a part of. */
  bulk?: string
  /** Print of the row of a decisions file that it was read from. */
  decision?: string
  /** The number of the step that it takes back. */
  undoes?: number
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
    due: String,
    seen: String,
    texts: { type: [String], default: undefined },
    bulk: String,
    decision: String,
    undoes: Number,
  },
  { collection: 'flag_transitions', versionKey: false, minimize: false },
)
schema.index({ flag: 1, number: 1 }, { unique: true })
schema.index({ decision: 1 }, { partialFilterExpression: { decision: { $type: 'string' } } })

export const flagTransitionModel = (connection: mongoose.Connection) =>
  connection.model<FlagTransitionDoc>('FlagTransition', schema)
