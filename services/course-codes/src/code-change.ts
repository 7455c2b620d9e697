import type { CodeSuccessor, Provenance, CodeChange as Published, ScedChangeStatus } from '@cte-align/contracts'
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
  kind: ScedChangeStatus
  from: string[]
  to: string[]
  /** `none` is said expressly; `unknown` is that nobody says. With `named`, `to` has them. */
  successor: CodeSuccessor
  /** From which school year it holds; null where no source says. */
  schoolYear: string | null
  reason: string
  provenance: Provenance
  /** The code-change plan that it was decided in. */
  plan?: string
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
    plan: String,
  },
  { collection: 'code_changes', versionKey: false, minimize: false },
)
schema.index({ from: 1 })
schema.index({ to: 1 })
schema.index({ edition: 1 })

export const codeChangeModel = ({ connection }: Database): Model<CodeChange> =>
  modelOn<CodeChange>(connection, 'CodeChange', schema)

/** The change in the contract's words. */
export const toCodeChange = ({ _id, plan: _, ...change }: CodeChange): Published => ({ id: _id, ...change })
