import type { Item } from '@cte-align/contracts'
import mongoose from 'mongoose'

/** One item as it stood from one release until another. `_id` is computed (`item@release`), so writing it twice is writing it once. */
export interface ItemVersionDoc extends Omit<Item, 'id'> {
  _id: string
  framework: string
  itemId: string
  /** Natural key at that release: it follows from the codes of the item and of its top-level ancestor. */
  key: string
  from: number
  /** First release that no longer has this version; null while it is the newest. */
  to: number | null
}

/** ICT.2.0 comes before ICT.10.0. */
export const BY_KEY = { locale: 'en', numericOrdering: true } as const

const schema = new mongoose.Schema<ItemVersionDoc>(
  {
    _id: String,
    framework: String,
    itemId: String,
    key: String,
    from: Number,
    to: { type: Number, default: null },
    kind: String,
    code: String,
    title: String,
    text: { type: String, default: null },
    scopeNote: { type: String, default: null },
    parent: { type: String, default: null },
    position: Number,
    status: String,
    retirement: { type: mongoose.Schema.Types.Mixed, default: null },
    provenance: mongoose.Schema.Types.Mixed,
  },
  { collection: 'item_versions', versionKey: false, minimize: false },
)
schema.index({ framework: 1, key: 1, itemId: 1 }, { collation: BY_KEY })
schema.index({ framework: 1, parent: 1 })
schema.index({ itemId: 1, from: 1 })

export const itemVersionModel = (connection: mongoose.Connection) =>
  connection.model<ItemVersionDoc>('ItemVersion', schema)

/** What of a framework's history is visible at a release. */
export const asOfRelease = (framework: string, number: number) => ({
  framework,
  from: { $lte: number },
  $or: [{ to: null }, { to: { $gt: number } }],
})
