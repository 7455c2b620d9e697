import type { Actor, Provenance } from '@cte-align/contracts'
import type { StoredRow } from '@cte-align/service'
import mongoose from 'mongoose'

/** A top-level item that a phase is about, or something that no framework holds (item null), as the announcement names it. */
export interface PhaseItem {
  framework: string
  /** Natural key when it was imported; the id stays with the item. */
  item: string | null
  itemId: string | null
  /** The name as printed, which need not be the framework's. Null where it was not read. */
  printedName: string | null
  provenance: Provenance
}

/** What is announced of a phase of adoption. What the Board did is in the votes. */
export interface PhaseContent {
  name: string
  /** Month in which the Board is to vote, `YYYY-MM`; null where nobody has said. */
  plannedMonth: string | null
  subjectToChange: boolean
  items: PhaseItem[]
  provenance: Provenance
}
export type AdoptionPhaseDoc = StoredRow<PhaseContent>

/** `amended`: adopted with amendments. `deferred`: put off. */
export const OUTCOMES = ['adopted', 'deferred', 'amended'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A vote of the State Board as somebody recorded it. Never changed: a wrong record is corrected by a later one. */
export interface BoardVoteDoc {
  /** phase#number */
  _id: string
  phase: string
  number: number
  day: string
  outcome: Outcome
  /** Where it was read: an agenda item, minutes. */
  source: string
  reason: string
  /** Number of the record that this one replaces. */
  corrects: number | null
  by: Actor
  at: Date
}

const Mixed = mongoose.Schema.Types.Mixed
const phaseSchema = new mongoose.Schema<AdoptionPhaseDoc>(
  {
    _id: String,
    name: String,
    plannedMonth: { type: String, default: null },
    subjectToChange: Boolean,
    items: Mixed,
    provenance: Mixed,
    imported: Mixed,
    version: Number,
    updatedAt: Date,
  },
  { collection: 'adoption_phases', versionKey: false, minimize: false },
)
const voteSchema = new mongoose.Schema<BoardVoteDoc>(
  {
    _id: String,
    phase: String,
    number: Number,
    day: String,
    outcome: String,
    source: String,
    reason: String,
    corrects: { type: Number, default: null },
    by: Mixed,
    at: Date,
  },
  { collection: 'board_votes', versionKey: false },
)
voteSchema.index({ phase: 1, number: 1 }, { unique: true })

export const adoptionPhaseModel = (connection: mongoose.Connection) =>
  connection.model<AdoptionPhaseDoc>('AdoptionPhase', phaseSchema)
export const boardVoteModel = (connection: mongoose.Connection) =>
  connection.model<BoardVoteDoc>('BoardVote', voteSchema)
