import { z } from 'zod'
import { Dependent, DependentKey } from './dependent.ts'
import { ItemId, ItemRef } from './framework.ts'

/** Why nobody can say whether the decoder will go on admitting a pair, or will begin to. */
export const PairDoubt = z.enum([
  /** A split leads to several top-level items, and nobody has assigned the course code to one. */
  'undecided',
  'successor-unknown',
  /** Said expressly: nothing follows. Whether the course code stays is somebody's decision. */
  'successor-none',
  'several-successors',
  /** The changed item stands in another framework; the pair rests on a counterpart across a relation. */
  'over-relation',
  'over-unverified-relation',
  /** Nothing of this document and authorization code hangs on the new owner. */
  'owner-without-authorization',
  /** The item that the authorization hangs on is gone; the course code's stays. */
  'authorization-without-item',
  'unverified-link',
  'unverified-rule',
  'inferred-twin',
])
export type PairDoubt = z.infer<typeof PairDoubt>

const Place = z.int().min(0)

/**
 * Items that another top-level item will own, with all below them that no other move names. Owners are given by their place in
 * the question's list. `moved`: the item stays and its records go along; `gone`: it retires, course codes follow its
 * successors; `across`: the counterpart of an item of another framework that is moved or gone.
 */
export const OwnerMove = z.strictObject({
  items: z.array(ItemId).min(1),
  manner: z.enum(['moved', 'gone', 'across']),
  from: Place,
  to: Place.nullable(),
  /** Why `to` is null. */
  doubt: PairDoubt.nullable(),
  /** After a split, where single dependents go. */
  assigned: z.array(z.strictObject({ dependent: DependentKey, to: Place })),
})
export type OwnerMove = z.infer<typeof OwnerMove>

/** What the decoder comparison has to know of a proposal: which items change their top-level owner. */
export const DecoderQuestion = z.strictObject({ owners: z.array(ItemRef), moves: z.array(OwnerMove) })
export type DecoderQuestion = z.infer<typeof DecoderQuestion>

/** A pair of course code and authorization that the decoder would admit (`permitted`) or no longer admit (`refused`), or that nobody can say. */
export const PairChange = z.strictObject({
  courseCode: Dependent,
  authorization: Dependent,
  outcome: z.enum(['permitted', 'refused', 'unknown']),
  /** Top-level item that the course code hangs on today. */
  from: ItemRef,
  /** The one it would hang on; null where nobody knows. */
  to: ItemRef.nullable(),
  /** The assignment rule that admits the pair today, or from which a new pair follows. */
  rule: z.string(),
  doubt: PairDoubt.nullable(),
})
export type PairChange = z.infer<typeof PairChange>

/** A course code that no pair is certain of any more; `certain`: not even a doubtful one is left. */
export const WithoutPair = z.strictObject({ courseCode: Dependent, certain: z.boolean() })
export type WithoutPair = z.infer<typeof WithoutPair>

/** Pairs that rest on a moved owner and stay, by the owner they rested on. */
export const KeptPairs = z.strictObject({ owner: ItemRef, count: z.int().min(1) })
export type KeptPairs = z.infer<typeof KeptPairs>

export const DecoderComparison = z.strictObject({
  pairs: z.array(PairChange),
  kept: z.array(KeptPairs),
  withoutPair: z.array(WithoutPair),
})
export type DecoderComparison = z.infer<typeof DecoderComparison>
