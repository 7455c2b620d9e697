import { z } from 'zod'
import { AssignmentRule } from './dependent.ts'
import { SchoolYear } from './school-year.ts'
import { Provenance } from './words.ts'

/** A string, never a number: `9000-01` and `9291-N/A` are codes. */
export const CourseCodeKey = AssignmentRule.shape.courseCode

/** NCES's words for what has become of a course code, all eighteen (SCED master list, version 7). */
export const ScedChangeStatus = z.enum([
  'Original',
  'No change',
  'Existed in pSCED',
  'Did not exist',
  'New',
  'Change; code',
  'Change; title',
  'Change; code and title',
  'Change; editorial revision',
  'Change; code and editorial revision',
  'Change; title and editorial revision',
  'Change; substantive revision',
  'Change; code and substantive revision',
  'Change; title and substantive revision',
  'Archived',
  'Archived; code updated',
  'Previously archived',
  'Course recoded',
])
export type ScedChangeStatus = z.infer<typeof ScedChangeStatus>

/** Four of the words say how a code stood in an earlier version: nothing that anybody could plan. */
export const PlannableKind = ScedChangeStatus.exclude([
  'Original',
  'Existed in pSCED',
  'Did not exist',
  'Previously archived',
])
export type PlannableKind = z.infer<typeof PlannableKind>

/** What a kind does: to the codes that it comes from, and whether others follow them. */
export interface KindEffect {
  /** How many codes it is about: none for a new one, one where a title is given, else any number. */
  from: 'none' | 'one' | 'some'
  /** Codes that follow: none, always some, or as the successor says. */
  to: 'none' | 'some' | 'may'
  retires: boolean
  retitles: boolean
}
const REVISED: KindEffect = { from: 'some', to: 'none', retires: false, retitles: false }
const RETITLED: KindEffect = { from: 'one', to: 'none', retires: false, retitles: true }
const RECODED: KindEffect = { from: 'some', to: 'some', retires: true, retitles: false }

export const KIND_EFFECTS: Record<PlannableKind, KindEffect> = {
  'No change': REVISED,
  New: { from: 'none', to: 'some', retires: false, retitles: false },
  'Change; editorial revision': REVISED,
  'Change; substantive revision': REVISED,
  'Change; title': RETITLED,
  'Change; title and editorial revision': RETITLED,
  'Change; title and substantive revision': RETITLED,
  'Change; code': RECODED,
  'Change; code and title': RECODED,
  'Change; code and editorial revision': RECODED,
  'Change; code and substantive revision': RECODED,
  'Archived; code updated': RECODED,
  'Course recoded': RECODED,
  Archived: { from: 'some', to: 'may', retires: true, retitles: false },
}

/** `none` is said expressly; `unknown` is that nobody says. With `named`, `to` has them. */
export const CodeSuccessor = z.enum(['named', 'none', 'unknown'])
export type CodeSuccessor = z.infer<typeof CodeSuccessor>

/** What became of course codes in one school year. Many to many: two codes may become one, one two. */
export const CodeChange = z.strictObject({
  id: z.string(),
  edition: z.string().meta({ description: 'The edition of the code set that it was published with' }),
  kind: ScedChangeStatus,
  from: z.array(CourseCodeKey),
  to: z.array(CourseCodeKey),
  successor: CodeSuccessor,
  schoolYear: SchoolYear.nullable().meta({ description: 'From which school year it holds; null where no source says' }),
  reason: z.string(),
  provenance: Provenance,
})
export type CodeChange = z.infer<typeof CodeChange>
