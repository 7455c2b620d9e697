import type { Actor, Link, RuleOperation, SchoolYear } from '@cte-align/contracts'
import type { RowKind } from '@cte-align/impact'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** `publishing` is passed through: whatever has begun is finished, by the next start at the latest. */
export const DRAFT_STATES = ['draft', 'publishing', 'published', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** A row that the draft touches, as its base had it when the operations were last written; null: it had none. */
export interface Print {
  /** `rule 7100:CTE/R4T/ANR` */
  row: string
  print: string | null
}

/** One row that publishing will write. `fields` null: a rule that goes. */
export interface PlannedWrite {
  of: RowKind
  key: string
  fields: Record<string, unknown> | null
  reason: string
  /** Of an authorization that comes. */
  links: Link[]
}

export interface Publishing {
  by: Actor
  reason: string
  begunAt: Date
  correlationId: string
  writes: PlannedWrite[]
  /** How many of them are written. */
  done: number
}

export interface Published {
  by: Actor
  reason: string
  at: Date
  operations: Record<string, number>
  rows: { rules: number; authorizations: number; subjects: number; grandfathering: number }
  digest: string
}

/** CTC's answer to a change, while it is drafted and after. Nothing of it is in force before it is published. */
export interface RuleDraftDoc {
  _id: string
  title: string
  description: string | null
  /** The decoder that it starts from: `current`, or a kept edition. */
  base: string
  state: DraftState
  effective: string | null
  firstSchoolYear: SchoolYear | null
  /** Ids of the flags that it answers. */
  flags: string[]
  /** Grows with every edit of what is drafted. */
  revision: number
  /** Grows with every write; the ETag. */
  version: number
  operations: RuleOperation[]
  operationCount: number
  prints: Print[]
  openedBy: Actor
  openedAt: Date
  editedBy: Actor
  updatedAt: Date
  /** Entries in its record. */
  entries: number
  publishing: Publishing | null
  published: Published | null
  withdrawn: { by: Actor; reason: string; at: Date } | null
}

const { Mixed } = mongoose.Schema.Types
const nothing = { type: Mixed, default: null }
const schema = new mongoose.Schema<RuleDraftDoc>(
  {
    _id: String,
    title: String,
    description: { type: String, default: null },
    base: String,
    state: String,
    effective: { type: String, default: null },
    firstSchoolYear: { type: String, default: null },
    flags: [String],
    revision: Number,
    version: Number,
    operations: [Mixed],
    operationCount: Number,
    prints: [Mixed],
    openedBy: Mixed,
    openedAt: Date,
    editedBy: Mixed,
    updatedAt: Date,
    entries: Number,
    publishing: nothing,
    published: nothing,
    withdrawn: nothing,
  },
  { collection: 'rule_drafts', versionKey: false, minimize: false },
)
schema.index({ flags: 1 })
// One at a time: two editions that are published at once could not both know what the other writes.
schema.index({ state: 1 }, { unique: true, partialFilterExpression: { state: 'publishing' } })

export const ruleDraftModel = ({ connection }: Database): Model<RuleDraftDoc> =>
  connection.models.RuleDraft ?? connection.model<RuleDraftDoc>('RuleDraft', schema)
