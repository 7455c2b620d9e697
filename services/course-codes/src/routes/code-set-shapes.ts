import {
  Actor,
  CodeChange,
  CodeSetRow,
  CourseCodeKey,
  Day,
  EditionId,
  Provenance,
  SchoolYear,
} from '@cte-align/contracts'
import { CODE_SET_FIELDS, type CodeSetComparison } from '@cte-align/impact'
import { z } from 'zod'
import type { Edition } from '../code-sets/edition.ts'
import { CURRENT } from '../code-sets/editions.ts'

export const Valid = z.enum(['yes', 'no', 'unknown'])
export const InForceShape = z.object({
  valid: Valid.meta({ description: 'GERR0007: overlaps the effective dates by a day; unknown: a date is not known' }),
  status: z.enum(['active', 'proposed', 'retired', 'unknown']).meta({ description: 'Derived for the year asked for' }),
  why: z.string(),
})
/** For reading a set: an edition's id, or the codes as they are here. */
export const EditionOrCurrent = z
  .union([z.literal(CURRENT), EditionId])
  .meta({ description: 'Id of an edition, or "current" for the course codes as they are here' })
export const CodeSetRowShape = CodeSetRow.extend(InForceShape.shape)

const counted = z.array(z.object({ value: z.string(), count: z.int() }))
export const FacetsShape = z
  .object({ level: counted, sector: counted, pathway: counted, status: counted })
  .meta({ description: 'How many codes each value would leave, the other filters as they are' })

export const EditionShape = z.object({
  id: EditionId,
  title: z.string(),
  schoolYear: SchoolYear.nullable(),
  publishedOn: Day.nullable(),
  provenance: Provenance.pick({ source: true, verified: true }),
  origin: z.enum(['imported', 'published']),
  plan: z.string().nullable().meta({ description: 'The code-change plan that it was made by' }),
  codes: z.int(),
  digest: z.string().meta({ description: 'Of its rows: equal digests, equal rows' }),
  by: Actor,
  at: z.iso.datetime(),
})

const Difference = z.object({
  code: CourseCodeKey,
  field: z.enum(CODE_SET_FIELDS),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export const ComparisonShape = z.object({
  counts: z.object({
    added: z.int(),
    gone: z.int(),
    unchanged: z.int(),
    ...Object.fromEntries(CODE_SET_FIELDS.map(field => [field, z.int()])),
  }),
  added: z.array(CodeSetRow),
  gone: z.array(CodeSetRow).meta({ description: 'Not listed any more; nothing is deleted for that' }),
  changed: z.array(Difference),
  shown: z.int().meta({ description: 'How many of each list are shown at most; the counts are of all' }),
})
export const HistoryShape = z.object({
  code: CourseCodeKey,
  title: z.string(),
  earlier: z.array(z.object({ before: SchoolYear, title: z.string(), level: z.string(), edition: EditionId })),
  changes: z.array(CodeChange),
  succession: z.object({
    steps: z.array(
      z.object({ from: z.string(), to: z.string(), change: z.string(), schoolYear: SchoolYear.nullable() }),
    ),
    current: z.array(z.string()).meta({ description: 'Where all its chains end' }),
    open: z.array(z.object({ code: z.string(), successor: z.enum(['none', 'unknown']), change: z.string() })),
    cycles: z
      .array(z.string())
      .meta({ description: 'Codes that lead back to themselves: a fault, told and not followed' }),
  }),
  editions: z.array(z.object({ edition: EditionId, schoolYear: SchoolYear.nullable(), title: z.string() })),
})

export const showEdition = (edition: Edition): z.infer<typeof EditionShape> => {
  const { _id, source, verified, at, set: _, ...rest } = edition
  return { ...rest, id: _id, provenance: { source, verified }, at: at.toISOString() }
}

/** A comparison is for reading: so many rows of each list, the counts of all. */
const MOST_SHOWN = 1000
export const showComparison = (
  { added, gone, changed, unchanged, counts }: CodeSetComparison,
  shown = MOST_SHOWN,
): z.infer<typeof ComparisonShape> => ({
  counts: { ...counts, added: added.length, gone: gone.length, unchanged },
  ...{ added: added.slice(0, shown), gone: gone.slice(0, shown), changed: changed.slice(0, shown), shown },
})
