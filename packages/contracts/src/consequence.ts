import { z } from 'zod'
import { Dependent } from './dependent.ts'
import { ItemRef } from './framework.ts'

/** Kinds of code change in the words of SCED's master list (v7), as far as a change of a standard can suggest one; the graver the later. */
export const CodeChangeKind = z.enum([
  'No change',
  'Change; editorial revision',
  'Change; title',
  'Change; substantive revision',
  'Change; title and substantive revision',
  'Change; code',
  'Change; code and title',
  'Change; code and substantive revision',
  'Archived; code updated',
  'Archived',
  'unknown',
])
export type CodeChangeKind = z.infer<typeof CodeChangeKind>

/** What a proposal may mean for one course code. Suggested, never decided: CALPADS's staff decide. */
export const CourseCodeConsequence = z.strictObject({
  courseCode: Dependent,
  /** Items that it hangs on and that are reached, with what becomes of it there. */
  places: z.array(
    z.strictObject({
      item: ItemRef,
      /** It stays on its item; it goes to others; nobody has assigned it; nobody knows; nothing follows. */
      goes: z.enum(['stays', 'to', 'undecided', 'unknown', 'none']),
      to: z.array(ItemRef),
    }),
  ),
  suggested: CodeChangeKind,
  /** What suggests it: `retired/successor-named`. */
  rule: z.string(),
  /** School year from which it would hold (2026-27); `unknown` where the proposal's dates do not say. */
  schoolYear: z.string(),
})
export type CourseCodeConsequence = z.infer<typeof CourseCodeConsequence>

/** Something that a preview cannot know, counted, with the first few by name. */
export const Unknown = z.strictObject({
  code: z.string().regex(/^CTE_UNKNOWN_[A-Z_]+$/),
  message: z.string(),
  count: z.int().min(1),
  examples: z.array(z.string()),
})
export type Unknown = z.infer<typeof Unknown>
