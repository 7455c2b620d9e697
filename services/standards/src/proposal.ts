import type { Actor, Operation, SomeDates } from '@cte-align/contracts'
import mongoose from 'mongoose'
import type { Ties } from './ties.ts'

export const PROPOSAL_STATES = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'publishing',
  'published',
  'withdrawn',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What an agency said of one revision and of the impacts it had then. It holds as long as both are what they were. */
export interface SignOff {
  decision: 'approve' | 'acknowledge' | 'object'
  by: Actor
  reason: string
  at: Date
  revision: number
  /** The preview's digest. */
  digest: string
}

/** Agencies whose word is missing, against them, or no longer holds, and why CDE goes on all the same. */
export interface Over {
  reason: string
  agencies: { agency: SigningAgency; decision: SignOff['decision'] | null; at: Date | null }[]
}
export type SigningAgency = 'CTC' | 'CALPADS'

export interface Schedule {
  at: Date
  by: Actor
  reason: string
  title: string | null
  dates: SomeDates
  over: Over | null
  correlationId: string
}

export interface ProposalDoc {
  _id: string
  framework: string
  /** Number of the release the operations start from. */
  base: number
  title: string
  description: string | null
  state: ProposalState
  /** Grows with every edit of what is proposed; sign-offs bind to it. */
  revision: number
  /** Grows with every write; the ETag. */
  version: number
  operations: Operation[]
  operationCount: number
  /** Planned; publishing may only fill in what is still null. */
  dates: SomeDates
  /** The release that this one corrects: an erratum. */
  corrects: string | null
  /** Who gains and who loses by the change. Must be filled before review. */
  equity: string | null
  ties: Ties
  openedBy: Actor
  openedAt: Date
  editedBy: Actor
  updatedAt: Date
  approval: SignOff | null
  signOffs: Record<SigningAgency, SignOff | null>
  schedule: Schedule | null
  /** Why the last scheduled publishing did not happen; null once somebody has approved again. */
  held: { at: Date; reasons: string[] } | null
  /** Entries in the proposal's record. */
  entries: number
  /** The release it became, once publishing began. */
  release: string | null
  withdrawn: { by: Actor; reason: string; at: Date } | null
}

const Mixed = mongoose.Schema.Types.Mixed
const nothing = { type: Mixed, default: null }
const schema = new mongoose.Schema<ProposalDoc>(
  {
    _id: String,
    framework: String,
    base: Number,
    title: String,
    description: { type: String, default: null },
    state: String,
    revision: Number,
    version: Number,
    operations: [Mixed],
    operationCount: Number,
    dates: Mixed,
    corrects: { type: String, default: null },
    equity: { type: String, default: null },
    ties: Mixed,
    openedBy: Mixed,
    openedAt: Date,
    editedBy: Mixed,
    updatedAt: Date,
    approval: nothing,
    signOffs: Mixed,
    schedule: nothing,
    held: nothing,
    entries: Number,
    release: { type: String, default: null },
    withdrawn: nothing,
  },
  { collection: 'proposals', versionKey: false, minimize: false },
)
schema.index({ openedAt: -1, _id: 1 })
schema.index({ framework: 1, state: 1 })
schema.index({ state: 1, 'schedule.at': 1 })

export const proposalModel = (connection: mongoose.Connection) => connection.model<ProposalDoc>('Proposal', schema)
