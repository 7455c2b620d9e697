import { z } from 'zod'
import { DecoderQuestion } from './decoder.ts'

/** Which items would a proposal move, or has a release moved, under another top-level item? */
export const DecoderQuestionRequest = z.strictObject({ kind: z.enum(['proposal', 'release']), id: z.string().max(100) })
export type DecoderQuestionRequest = z.infer<typeof DecoderQuestionRequest>

/** `release`: that which a proposal was published as, where it is out already; `too-many`: more moves than one comparison takes. */
export const DecoderQuestionReply = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('question'),
    title: z.string(),
    release: z.string().nullable(),
    question: DecoderQuestion,
  }),
  z.strictObject({ answer: z.literal('unknown') }),
  z.strictObject({ answer: z.literal('refused'), detail: z.string() }),
  z.strictObject({ answer: z.literal('too-many') }),
])
export type DecoderQuestionReply = z.infer<typeof DecoderQuestionReply>
