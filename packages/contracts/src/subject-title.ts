import { z } from 'zod'
import { Day, Provenance, writtenText } from './words.ts'

/**
 * What a subject is called in one period. A day that nobody knows is null: a period with one known day is open on its other side, and
 * a title with none has no period at all.
 */
export const SubjectTitle = z.strictObject({
  title: writtenText(1, 300),
  from: Day.nullable().meta({ description: 'First day on which it held; null: unknown' }),
  to: Day.nullable().meta({ description: 'Last day on which it held; null: still, or unknown' }),
  provenance: Provenance,
})
export type SubjectTitle = z.infer<typeof SubjectTitle>

/** A way in which a title was seen written that is no title of its own: "Energy, Environment and Utilities". */
export const SubjectSpelling = z.strictObject({ spelling: writtenText(1, 300), seen: z.string().max(300).nullable() })
export type SubjectSpelling = z.infer<typeof SubjectSpelling>
