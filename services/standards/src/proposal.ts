import type { Actor, Operation } from '@cte-align/contracts'
import mongoose from 'mongoose'

export const PROPOSAL_STATES = ['draft', 'publishing', 'published', 'withdrawn'] as const

export interface ProposalDoc {
  _id: string
  framework: string
  /** Number of the release the operations start from. */
  base: number
  title: string
  description: string | null
  state: (typeof PROPOSAL_STATES)[number]
  /** Grows with every edit; the ETag. */
  revision: number
  operations: Operation[]
  openedBy: Actor
  openedAt: Date
  updatedAt: Date
  /** The release it became, once publishing began. */
  release: string | null
  withdrawn: { by: Actor; reason: string; at: Date } | null
}

const schema = new mongoose.Schema<ProposalDoc>(
  {
    _id: String,
    framework: String,
    base: Number,
    title: String,
    description: { type: String, default: null },
    state: String,
    revision: Number,
    operations: [mongoose.Schema.Types.Mixed],
    openedBy: mongoose.Schema.Types.Mixed,
    openedAt: Date,
    updatedAt: Date,
    release: { type: String, default: null },
    withdrawn: { type: mongoose.Schema.Types.Mixed, default: null },
  },
  { collection: 'proposals', versionKey: false, minimize: false },
)
schema.index({ framework: 1, state: 1 })

export const proposalModel = (connection: mongoose.Connection) => connection.model<ProposalDoc>('Proposal', schema)
