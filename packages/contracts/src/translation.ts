import { z } from 'zod'
import { Relation, RelationState } from './crosswalk.ts'
import { ItemKey, ItemRef } from './framework.ts'
import { Day, Slug } from './words.ts'

/** What are these items of one framework in another, and by which of the two does Perkins reporting go on a day? */
export const TranslateRequest = z.strictObject({
  from: Slug,
  to: Slug,
  items: z.array(ItemKey.min(1)).max(2000),
  perkinsOn: Day,
})
export type TranslateRequest = z.infer<typeof TranslateRequest>

/** Counterparts of an item, with the least sure state on the way. `unmapped`: nobody has said anything. */
export const ItemTranslation = z.strictObject({
  asked: ItemKey,
  answer: z.enum(['mapped', 'none', 'unmapped', 'no-such-item']),
  targets: z.array(z.strictObject({ item: ItemRef, relation: Relation, state: RelationState })),
})
export type ItemTranslation = z.infer<typeof ItemTranslation>

export const TranslateReply = z.discriminatedUnion('piece', [
  z.strictObject({ piece: z.literal('items'), items: z.array(ItemTranslation) }),
  z.strictObject({
    piece: z.literal('summary'),
    /** Crosswalks followed, alignments alone; null where none leads there or a framework is not known. */
    chain: z.array(Slug).nullable(),
    /** Of both frameworks: the release that Perkins goes by on the day. */
    perkins: z.array(
      z.strictObject({ framework: Slug, answer: z.enum(['release', 'none', 'unknown']), says: z.string() }),
    ),
  }),
])
export type TranslateReply = z.infer<typeof TranslateReply>
