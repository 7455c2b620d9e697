import { decodeCursor, encodeCursor } from '@cte-align/service'
import type { QueryFilter } from 'mongoose'
import { z } from 'zod'
import type { FlagDoc } from './models/flag.ts'

export const FlagOrder = z.enum(['gravest', 'due'])
export type FlagOrder = z.infer<typeof FlagOrder>

/** The gravest first, then by dependent; the id decides between releases. */
export const FLAG_ORDER = { rank: -1, 'dependent.key': 1, _id: 1 } as const
/** What is due first, first; then what is due on an unknown day, then what is not due at all. */
const DUE_ORDER = { dueSort: 1, ...FLAG_ORDER } as const

export const sortOf = (order: FlagOrder) => (order === 'due' ? DUE_ORDER : FLAG_ORDER)

const Place = z.strictObject({ rank: z.int(), key: z.string(), id: z.string() })
const DuePlace = Place.extend({ due: z.string() })

export function cursorAfter(flag: Pick<FlagDoc, 'rank' | 'dependent' | '_id' | 'dueSort'>, order: FlagOrder): string {
  const { rank, dependent, _id: id, dueSort: due } = flag
  const place = { rank, key: dependent.key, id }
  return encodeCursor(order === 'due' ? { ...place, due } : place)
}

/** What comes after a cursor that the same order made. Throws CTE_BAD_CURSOR. */
export function afterCursor(cursor: string | undefined, order: FlagOrder): QueryFilter<FlagDoc> {
  if (cursor === undefined) return {}
  if (order === 'gravest') return after(decodeCursor(Place, cursor))
  const { due, ...place } = decodeCursor(DuePlace, cursor)
  return { $or: [{ dueSort: { $gt: due } }, { dueSort: due, ...after(place) }] }
}

const after = ({ rank, key, id }: z.infer<typeof Place>): QueryFilter<FlagDoc> => ({
  $or: [
    { rank: { $lt: rank } },
    { rank, 'dependent.key': { $gt: key } },
    { rank, 'dependent.key': key, _id: { $gt: id } },
  ],
})
