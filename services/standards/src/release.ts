import type { Actor, SomeDates } from '@cte-align/contracts'
import mongoose from 'mongoose'
import type { Over } from './proposal.ts'

export interface ReleaseDoc {
  /** framework@number */
  _id: string
  framework: string
  number: number
  base: number
  proposal: string
  title: string
  reason: string
  /** Releases from before the newer clocks do not hold them: read with `allDates`. */
  dates: SomeDates
  by: Actor
  /** The agencies whose objection or silence CDE went over, and why. */
  over?: Over | null
  /** The release that this one corrects. */
  corrects?: string | null
  correlationId: string
  /** Releases of other frameworks in which successors and relations were looked up when publishing began. */
  foreignHeads?: Record<string, number>
  /** `publishing` is a promise: the next start finishes it, and nothing of it shows until then. */
  status: 'publishing' | 'published'
  startedAt: Date
  publishedAt: Date | null
  /** California day from which the release is in force: its effective date, else its adoption, else the day it was published. */
  inForceFrom: string | null
  changes: number | null
  messages: number | null
  digest: string | null
}

const schema = new mongoose.Schema<ReleaseDoc>(
  {
    _id: String,
    framework: String,
    number: Number,
    base: Number,
    proposal: String,
    title: String,
    reason: String,
    dates: mongoose.Schema.Types.Mixed,
    by: mongoose.Schema.Types.Mixed,
    over: { type: mongoose.Schema.Types.Mixed, default: null },
    corrects: { type: String, default: null },
    correlationId: String,
    foreignHeads: mongoose.Schema.Types.Mixed,
    status: String,
    startedAt: Date,
    publishedAt: { type: Date, default: null },
    inForceFrom: { type: String, default: null },
    changes: { type: Number, default: null },
    messages: { type: Number, default: null },
    digest: { type: String, default: null },
  },
  { collection: 'releases', versionKey: false, minimize: false },
)
schema.index({ framework: 1, number: 1 }, { unique: true })
schema.index({ status: 1 })

export const releaseModel = (connection: mongoose.Connection) => connection.model<ReleaseDoc>('Release', schema)
