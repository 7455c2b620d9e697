import { z } from 'zod'
import { AssignmentRule } from './dependent.ts'
import { Day, Provenance, Slug, writtenText } from './words.ts'

/**
 * Who holds an authorization since before a day keeps what it admitted to, whatever the decoder says since. Precedent: Physical
 * Education issued before 2022 may teach dance (Coded Correspondence 21-01).
 */
export const GrandfatheringRule = z.strictObject({
  id: Slug,
  title: writtenText(1, 300),
  /** The precedent it was made after, in the words of `ctc_change_precedents.csv`; null where it follows none. */
  precedent: z.string().max(60).nullable(),
  /** `TC1/R1S/PE`; a subject `*` stands for every subject of that document and authorization code. */
  authorization: z
    .string()
    .regex(
      /^[A-Za-z0-9]{1,10}\/[A-Za-z0-9]{1,10}\/(?:[A-Za-z0-9]{1,10}|\*)$/,
      'must read DOC/AUTH/SUBJECT, the subject may be *',
    ),
  /** What its holders keep. */
  courseCodes: z.array(AssignmentRule.shape.courseCode).min(1).max(500),
  /** The day that counts: on which the document was issued, or on which the subject was added to it (MAJ-ADD-DATE). */
  date: z.enum(['issued', 'added']),
  /** Held since before this day, the day itself not included. */
  before: Day,
  /** The last day on which it holds; null: no end. */
  through: Day.nullable(),
  provenance: Provenance,
})
export type GrandfatheringRule = z.infer<typeof GrandfatheringRule>
