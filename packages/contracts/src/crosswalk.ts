import { z } from 'zod'
import { ItemRef, ReleaseId } from './framework.ts'
import { Actor, Provenance, Slug } from './words.ts'

/** How the item at the `from` end stands to the one at the `to` end; `none` says: looked at, there is no counterpart. */
export const Relation = z.enum(['equivalent', 'broader', 'narrower', 'related', 'none'])
export type Relation = z.infer<typeof Relation>

/** Accepted relations count in full; draft and suspect ones are followed, marked unverified, and never lead above `review`. */
export const RelationState = z.enum(['draft', 'suspect', 'accepted', 'rejected'])
export type RelationState = z.infer<typeof RelationState>

export const CrosswalkRelation = z.strictObject({
  id: z.string(),
  crosswalk: Slug,
  from: ItemRef,
  to: ItemRef.nullable(),
  relation: Relation,
  state: RelationState,
  /** The source's own word (`primary`, `partial`), kept. */
  originalWord: z.string().max(100).nullable(),
  /** The releases both ends were read at. */
  pinned: z.strictObject({ from: ReleaseId, to: ReleaseId.nullable() }),
  author: z.string(),
  decision: z.strictObject({ by: Actor, at: z.iso.datetime(), reason: z.string(), state: RelationState }).nullable(),
  provenance: Provenance,
})
export type CrosswalkRelation = z.infer<typeof CrosswalkRelation>
