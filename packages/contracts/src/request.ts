import { z } from 'zod'
import { ReachedChange } from './change.ts'
import { CourseCodeConsequence } from './consequence.ts'
import { DecoderComparison, DecoderQuestion } from './decoder.ts'
import { Dependent } from './dependent.ts'
import { CteEvent } from './event.ts'
import { ItemKey, ItemRef, ReleaseRef } from './framework.ts'
import { Impact } from './impact.ts'
import { Slug } from './words.ts'

export const LineageRequest = z.strictObject({ framework: Slug, items: z.array(ItemKey).min(1).max(5000) })
export type LineageRequest = z.infer<typeof LineageRequest>

/** Known items with their ancestors (nearest first) as of the framework's newest release; the rest named as unknown. */
export const LineageReply = z.strictObject({
  release: ReleaseRef.nullable(),
  known: z.array(z.strictObject({ asked: ItemKey, item: ItemRef, lineage: z.array(ItemRef) })),
  unknown: z.array(ItemKey),
})
export type LineageReply = z.infer<typeof LineageReply>

/** `decoder` asks for the decoder comparison as well; only credentials answers it. */
export const PreviewRequest = z.strictObject({
  release: ReleaseRef,
  reached: z.array(ReachedChange),
  decoder: DecoderQuestion.optional(),
})
export type PreviewRequest = z.infer<typeof PreviewRequest>

/** Something that a source does not say of a dependent that is reached. */
export const SourceGap = z.strictObject({ code: z.string(), key: z.string(), message: z.string() })
export type SourceGap = z.infer<typeof SourceGap>

/** An answer comes in pieces: impacts, gaps and the decoder comparison as far as there are any, then one `summary`. */
export const PreviewReply = z.discriminatedUnion('piece', [
  z.strictObject({ piece: z.literal('impacts'), impacts: z.array(Impact) }),
  z.strictObject({ piece: z.literal('gaps'), gaps: z.array(SourceGap) }),
  z.strictObject({ piece: z.literal('decoder'), ...DecoderComparison.shape }),
  z.strictObject({
    piece: z.literal('summary'),
    positions: z.record(z.string(), z.int()),
    /** The last event that the service itself had told before it looked: as long as it is the last, an answer still holds. */
    told: z.int().optional(),
    /** Dependents that no sector or rule leads to and that a person must look at whenever a sector is reached. */
    manualReview: z.array(Dependent),
    /** How many links hang on each framework: a framework with none says so. */
    links: z.record(z.string(), z.int()),
  }),
])
export type PreviewReply = z.infer<typeof PreviewReply>

export const ConsequencesRequest = z.strictObject({ proposal: z.string().min(1).max(80) })
export type ConsequencesRequest = z.infer<typeof ConsequencesRequest>

/** Course codes in pieces, then one `summary`: the preview's digest, and who is so named. */
export const ConsequencesReply = z.discriminatedUnion('piece', [
  z.strictObject({ piece: z.literal('course-codes'), courseCodes: z.array(CourseCodeConsequence) }),
  z.strictObject({ piece: z.literal('summary'), proposal: z.string(), revision: z.int(), digest: z.string() }),
])
export type ConsequencesReply = z.infer<typeof ConsequencesReply>

export const LogRequest = z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(1000) })
export type LogRequest = z.infer<typeof LogRequest>

export const LogReply = z.strictObject({ events: z.array(CteEvent), last: z.int().min(0) })
export type LogReply = z.infer<typeof LogReply>
