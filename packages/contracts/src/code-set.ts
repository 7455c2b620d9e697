import { z } from 'zod'
import { CourseCodeKey } from './code-change.ts'
import { CourseLevel } from './dependent.ts'
import { firstDayOf, lastDayOf, SchoolYear } from './school-year.ts'
import { Day } from './words.ts'

/** An edition of the code set: `v15.1`, `2026-27`. `current` is none: it stands for the course codes as they are. */
export const EditionId = z
  .string()
  .regex(
    /^(?!current$)[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'must be small letters, digits and single dots or hyphens, as in v15.1, and not "current"',
  )
  .max(40)
export type EditionId = z.infer<typeof EditionId>

/** Where a code's effective dates begin or end: a school year, or a day where the source gives one. */
export const EffectiveBound = z.union([SchoolYear, Day], 'must be a school year (2026-27) or a day (2026-07-01)')
export type EffectiveBound = z.infer<typeof EffectiveBound>

const isDay = (bound: EffectiveBound): boolean => bound.length === 10
export const firstDayOfBound = (bound: EffectiveBound): string => (isDay(bound) ? bound : firstDayOf(bound))
export const lastDayOfBound = (bound: EffectiveBound): string => (isDay(bound) ? bound : lastDayOf(bound))

const said = z.string().nullable()

/** A code as one edition of the code set has it. Null is unknown: nothing of it is ever computed from the digits. */
export const CodeSetRow = z.strictObject({
  code: CourseCodeKey,
  title: z.string(),
  description: said,
  level: CourseLevel.nullable(),
  sectorName: said.meta({ description: 'As the source spells it' }),
  pathwayName: said,
  pathwayCode: said.meta({ description: 'CALPADS pathway code (11.13), three characters' }),
  effectiveFrom: EffectiveBound.nullable(),
  effectiveTo: EffectiveBound.nullable(),
})
export type CodeSetRow = z.infer<typeof CodeSetRow>
