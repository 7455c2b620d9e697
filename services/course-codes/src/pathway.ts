import type { Provenance } from '@cte-align/contracts'
import type { Database, StoredRow } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'

/** A pathway as CALPADS knows it, and the item it stands for. Its key is the item's: most have no code of their own. */
export interface PathwayContent {
  code: string | null
  name: string
  framework: string
  item: string
  /** Blocks of course codes as printed (711x): for reading, never for computing. */
  blocks: string[]
  provenance: Provenance
}
export type StoredPathway = StoredRow<PathwayContent>

export const pathwayKey = ({ framework, item }: Pick<PathwayContent, 'framework' | 'item'>): string =>
  `${framework}:${item}`

const { Mixed } = mongoose.Schema.Types
const schema = new mongoose.Schema<StoredPathway>(
  {
    _id: String,
    version: Number,
    updatedAt: Date,
    code: String,
    name: String,
    framework: String,
    item: String,
    blocks: [String],
    provenance: Mixed,
    imported: Mixed,
  },
  { collection: 'pathways', versionKey: false, minimize: false },
)

export const pathwayModel = ({ connection }: Database): Model<StoredPathway> =>
  connection.models.Pathway ?? connection.model<StoredPathway>('Pathway', schema)
