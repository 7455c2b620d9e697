import type { Actor } from '@cte-align/contracts'
import mongoose from 'mongoose'
import type { Step } from './lifecycle.ts'
import type { ProposalState } from './proposal.ts'

/** One entry of a proposal's record: who did what, when and why. Written once, in the transaction of what it tells; never changed. `_id` is proposal#number. */
export interface ProposalEntryDoc {
  _id: string
  proposal: string
  number: number
  step: Step
  from: ProposalState | null
  to: ProposalState
  /** Null where the clock did it. */
  by: Actor | null
  reason: string | null
  at: Date
  revision: number
  digest: string | null
  /** What else belongs to the step: the time it is scheduled for, the objections it goes over, what was resolved. */
  details: Record<string, unknown> | null
  correlationId: string
}

const schema = new mongoose.Schema<ProposalEntryDoc>(
  {
    _id: String,
    proposal: String,
    number: Number,
    step: String,
    from: { type: String, default: null },
    to: String,
    by: { type: mongoose.Schema.Types.Mixed, default: null },
    reason: { type: String, default: null },
    at: Date,
    revision: Number,
    digest: { type: String, default: null },
    details: { type: mongoose.Schema.Types.Mixed, default: null },
    correlationId: String,
  },
  { collection: 'proposal_entries', versionKey: false, minimize: false },
)
schema.index({ proposal: 1, number: 1 }, { unique: true })

export const proposalEntryModel = (connection: mongoose.Connection) =>
  connection.model<ProposalEntryDoc>('ProposalEntry', schema)
