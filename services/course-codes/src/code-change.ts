import type { CodeChangeKind, Provenance } from '@cte-align/contracts'
import { type Database, modelOn } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/**
 * What became of course codes in one school year, as published with an edition of the code set. Many to many: two codes may
 * become one, one two; that nobody knows the successor is a legal answer (between 2023 and 2026 codes left without a word).
 */
export interface CodeChange {
  _id: string
  /** The edition of the code set that it was published with. */
  edition: string
  kind: CodeChangeKind | 'New'
  from: string[]
  to: string[]
  /** `none` is said expressly; `unknown` is that nobody says. With `named`, `to` has them. */
  successor: 'named' | 'none' | 'unknown'
  /** From which school year it holds; null where no source says. */
  schoolYear: string | null
  reason: string
  provenance: Provenance
}

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<CodeChange>(
  {
    _id: String,
    edition: String,
    kind: String,
    from: [String],
    to: [String],
    successor: String,
    schoolYear: String,
    reason: String,
    provenance: Mixed,
  },
  { collection: 'code_changes', versionKey: false, minimize: false },
)
schema.index({ from: 1 })
schema.index({ edition: 1 })

export const codeChangeModel = ({ connection }: Database): Model<CodeChange> =>
  modelOn<CodeChange>(connection, 'CodeChange', schema)
