import { z } from 'zod'
import { Actor } from './actor.ts'
import { ItemRef, ReleaseId } from './framework.ts'
import { Provenance, Slug } from './words.ts'

/** How the item at the `from` end stands to the one at the `to` end; `none` says: looked at, there is no counterpart. */
export const Relation = z.enum(['equivalent', 'broader', 'narrower', 'related', 'none'])
export type Relation = z.infer<typeof Relation>

/**
 * draft -> reviewed -> accepted. Accepted relations alone count in full; draft, reviewed and suspect ones are followed, marked
 * unverified, and never lead above `review`; rejected ones are not followed. Suspect: an end moved and nobody has looked since.
 */
export const RelationState = z.enum(['draft', 'reviewed', 'suspect', 'accepted', 'rejected'])
export type RelationState = z.infer<typeof RelationState>

/** Impact travels over an `alignment`; a `reference` crosswalk is for translating alone. */
export const CrosswalkPurpose = z.enum(['alignment', 'reference'])
export type CrosswalkPurpose = z.infer<typeof CrosswalkPurpose>

/** What a person (or a release) did to a relation. */
export const RelationAct = z.enum(['drafted', 'revised', 'reviewed', 'accepted', 'rejected', 'suspected', 'removed'])
export type RelationAct = z.infer<typeof RelationAct>

/** The change that made a relation suspect. */
export const Suspicion = z.strictObject({
  release: ReleaseId,
  ends: z.array(z.enum(['from', 'to'])).min(1),
  changes: z.array(z.strictObject({ change: z.string(), item: z.string(), class: z.string(), aspect: z.string() })),
})
export type Suspicion = z.infer<typeof Suspicion>

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
  /** What both ends said when they were read: while an end says the same, it has not moved. */
  fingerprints: z.strictObject({ from: z.string(), to: z.string().nullable() }).optional(),
  /** `from` maps to all members of the group together, to none of them alone. */
  combination: z.string().max(80).nullable().optional(),
  approximate: z.boolean().optional(),
  author: z.string(),
  review: z.strictObject({ by: Actor, at: z.iso.datetime(), reason: z.string() }).nullable().optional(),
  decision: z.strictObject({ by: Actor, at: z.iso.datetime(), reason: z.string(), state: RelationState }).nullable(),
  suspicion: Suspicion.nullable().optional(),
  provenance: Provenance,
})
export type CrosswalkRelation = z.infer<typeof CrosswalkRelation>
