import type { Model } from 'mongoose'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from './page.ts'

/** A page of rows in the order of their natural keys; the cursor is the last key seen. */
export async function pageByKey<T extends { _id: string }>(
  model: Model<T>,
  filter: Record<string, unknown>,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: T[]; next: string | null }> {
  const after = page.cursor === undefined ? {} : { _id: { $gt: decodeCursor(z.string(), page.cursor) } }
  const found = (await model.collection
    .find({ $and: [filter, after] } as object)
    .sort({ _id: 1 })
    .limit(page.limit + 1)
    .toArray()) as unknown as T[]
  const items = found.slice(0, page.limit)
  return { items, next: found.length > page.limit ? encodeCursor(items.at(-1)!._id) : null }
}

/** Rows that hold the text, whatever the case, in one of the fields. */
export const holding = (text: string, fields: string[]): Record<string, unknown> => {
  const $regex = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return { $or: fields.map(field => ({ [field]: { $regex, $options: 'i' } })) }
}
