import { z } from 'zod'
import { problem } from '../errors.ts'

/** Query of a list; extend it with the list's filters. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(2000).optional().meta({ description: '`next` of the page before' }),
})
export type PageQuery = z.infer<typeof PageQuery>

/** A page of a list: its items, and the cursor of the next page or null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

/** Where the next page begins; callers pass it back without looking inside. */
export const encodeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** What `encodeCursor` was given, checked against `schema`. Throws CTE_BAD_CURSOR. */
export function decodeCursor<T extends z.ZodType>(schema: T, cursor: string): z.output<T> {
  try {
    if (!/^[A-Za-z0-9_-]+$/.test(cursor)) throw new Error('not base64url')
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw problem('CTE_BAD_CURSOR', {}, { cause })
  }
}
