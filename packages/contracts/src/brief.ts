import { z } from 'zod'
import { ChangeClass } from './change.ts'
import { Dependent } from './dependent.ts'
import { ItemId, ItemRef, ReleaseId } from './framework.ts'
import { Doubt, Finding, Severity } from './impact.ts'

/** What a release or proposal does to one dependent, as far as a list or a paper says it. */
export const ImpactBrief = z.strictObject({
  dependent: Dependent,
  severity: Severity,
  classes: z.array(ChangeClass),
  causes: z.int(),
  /** The gravest cause. */
  first: z.strictObject({
    change: z.string(),
    class: ChangeClass,
    item: ItemRef,
    order: z.union([z.literal(1), z.literal(2)]),
    assignment: z.union([ItemRef, z.literal('undecided')]).nullable(),
  }),
  /** The item that the gravest way reaches and a link hangs on. */
  place: ItemRef.nullable(),
  /** How the gravest way leads there: `own` is the changed item itself, `above` a container of it, `across` another framework. */
  way: z.enum(['own', 'below', 'above', 'across']),
  summary: z.string(),
  /** Of the asker's items, those that are among the changed ones. */
  items: z.array(ItemId),
  doubts: z.array(Doubt),
  /** Every cause rests on a doubt. */
  unverified: z.boolean(),
  undecided: z.boolean(),
  findings: z.int(),
})
export type ImpactBrief = z.infer<typeof ImpactBrief>

/** A flag in brief, with what its owner has made of it. */
export const FlagBrief = ImpactBrief.extend({
  id: z.string(),
  state: z.enum(['open', 'in-review', 'returned', 'resolved']),
  disposition: z.string().nullable(),
})
export type FlagBrief = z.infer<typeof FlagBrief>

/** `items`: changed items of which the asker wants to know whom they touch. */
export const FlagsRequest = z.strictObject({ release: ReleaseId, items: z.array(ItemId).max(1000) })
export type FlagsRequest = z.infer<typeof FlagsRequest>

/** An answer comes in pieces: flags and findings as far as there are any, then one `summary`. */
export const FlagsReply = z.discriminatedUnion('piece', [
  z.strictObject({ piece: z.literal('flags'), flags: z.array(FlagBrief) }),
  z.strictObject({ piece: z.literal('findings'), findings: z.array(Finding) }),
  z.strictObject({
    piece: z.literal('summary'),
    /** How far the work on the release is. `unheard`: it has not arrived. */
    state: z.enum(['unheard', 'waiting', 'assessing', 'assessed']),
    /** On which the flags were made. */
    positions: z.record(z.string(), z.int()),
    /** Of the assessment; null until it is finished. */
    digest: z.string().nullable(),
    manualReview: z.array(Dependent),
    /** What the dispositions that occur mean. */
    dispositions: z.array(z.strictObject({ disposition: z.string(), meaning: z.string() })),
  }),
])
export type FlagsReply = z.infer<typeof FlagsReply>
