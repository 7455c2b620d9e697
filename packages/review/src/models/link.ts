import { fingerprint, type ItemRef, type Link, type Source } from '@cte-align/contracts'
import mongoose from 'mongoose'

/** A kept link. `item` and `lineage` follow the moves of assessed releases; `initial` is what the link began with. */
export interface LinkDoc extends Omit<Link, 'id'> {
  /**
   * The link's id with a print of what is said of it. Other words, or another item (ids are made from natural keys, and
   * a key may come to mean another item), are another row: releases assessed before still count what was said then.
   */
  _id: string
  link: string
  initial: { item: ItemRef | null; lineage: ItemRef[] }
  source: Source
  /** Sequence of the event that brought it, of the last one where it came again. */
  added: number
  /** Sequence of the event that removed it. The row stays: releases assessed before still count it. */
  removed: number | null
  /** False until every release assessed before it came has been looked at again. */
  assessed: boolean
  /** Grows with every change of what the owner says, so that a slow assessment cannot pass for one of the newer state. */
  revision: number
}

const Mixed = mongoose.Schema.Types.Mixed
const schema = new mongoose.Schema<LinkDoc>(
  {
    _id: String,
    link: String,
    dependent: Mixed,
    framework: String,
    item: Mixed,
    any: String,
    lineage: [Mixed],
    release: Number,
    verified: Boolean,
    basis: String,
    initial: Mixed,
    source: String,
    added: Number,
    removed: Number,
    assessed: Boolean,
    revision: Number,
  },
  { collection: 'links', versionKey: false, minimize: false },
)
schema.index({ link: 1 })
schema.index({ 'item.id': 1 })
schema.index({ 'item.key': 1 })
schema.index({ 'lineage.id': 1 })
schema.index({ framework: 1, any: 1 })
schema.index({ 'dependent.key': 1, 'dependent.kind': 1 })
schema.index({ assessed: 1 }, { partialFilterExpression: { assessed: false } })

export const linkModel = (connection: mongoose.Connection) => connection.model<LinkDoc>('Link', schema)

/** A link made before its framework had a release hangs nowhere yet; with a place it is told anew. */
export function rowIdOf({ id, item, any, dependent, verified, basis, release }: Link): string {
  const placed = release > 0
  return `${id}:${fingerprint({ item: item?.id ?? null, any, dependent, verified, basis, placed })}`
}

export function toLink(row: Omit<LinkDoc, '_id' | 'initial'>): Link {
  const { link, dependent, framework, item, any, lineage, release, verified, basis } = row
  return { id: link, dependent, framework, item, any, lineage, release, verified, basis }
}
