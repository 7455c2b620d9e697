import type { Actor, CodeSetRow } from '@cte-align/contracts'
import { type Database, modelOn } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** An edition of the code set as it was published, here or elsewhere. Written once; several stand side by side. */
export interface Edition {
  _id: string
  title: string
  /** Null where its source does not say. */
  schoolYear: string | null
  publishedOn: string | null
  source: string
  verified: boolean
  origin: 'imported' | 'published'
  /** The code-change plan that it was made by. */
  plan: string | null
  codes: number
  /** Of its rows: equal digests, equal rows. */
  digest: string
  by: Actor
  at: Date
  /** Under which its rows are kept. They are written before it, so that an edition is there whole or not at all. */
  set: string
  /** Its name is taken by a plan that is being published; nobody sees it yet. */
  pending?: true
}
export interface EditionRow {
  _id: string
  set: string
  row: CodeSetRow
}

const { Mixed } = mongoose.Schema.Types
const editionSchema = new mongoose.Schema<Edition>(
  {
    _id: String,
    title: String,
    schoolYear: String,
    publishedOn: String,
    source: String,
    verified: Boolean,
    origin: String,
    plan: String,
    codes: Number,
    digest: String,
    by: Mixed,
    at: Date,
    set: String,
    pending: Boolean,
  },
  { collection: 'code_set_editions', versionKey: false, minimize: false },
)
const rowSchema = new mongoose.Schema<EditionRow>(
  { _id: String, set: String, row: Mixed },
  { collection: 'code_set_rows', versionKey: false, minimize: false },
)
rowSchema.index({ set: 1, 'row.code': 1 })
rowSchema.index({ 'row.code': 1 })

export const editionModel = ({ connection }: Database): Model<Edition> =>
  modelOn<Edition>(connection, 'CodeSetEdition', editionSchema)
export const editionRowModel = ({ connection }: Database): Model<EditionRow> =>
  modelOn<EditionRow>(connection, 'CodeSetRow', rowSchema)
