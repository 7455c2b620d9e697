import { z } from 'zod'
import { CodeSuccessor, CourseCodeKey, PlannableKind } from './code-change.ts'
import { CourseLevel } from './dependent.ts'
import { ItemKey } from './framework.ts'
import { SchoolYear } from './school-year.ts'
import { Slug, writtenText } from './words.ts'

const words = writtenText(1, 300).nullable().default(null)

/** A course code that a plan makes. Whether code and pathway code can be at all, `entryFindings` (impact) says by name. */
export const PlannedCode = z.strictObject({
  code: writtenText(1, 20),
  title: writtenText(1, 300),
  level: CourseLevel,
  sectorName: words,
  pathwayName: words,
  pathwayCode: writtenText(1, 20).nullable().default(null),
  item: z
    .strictObject({ framework: Slug, item: ItemKey.min(1) })
    .nullable()
    .default(null)
    .meta({ description: 'The item that it belongs to; null: unknown, and it stays a gap' }),
  effectiveTo: SchoolYear.nullable().default(null).meta({ description: 'Its last school year; null: nobody says' }),
})
export type PlannedCode = z.infer<typeof PlannedCode>

/** One change that a plan makes, as a person decides it. */
export const PlanContent = z.strictObject({
  kind: PlannableKind,
  from: z.array(CourseCodeKey).max(100).default([]),
  /** Codes that follow, those that it makes among them. */
  to: z.array(writtenText(1, 20)).max(100).default([]),
  newCodes: z.array(PlannedCode).max(100).default([]),
  title: words.meta({ description: 'The new title, where the kind is one of title' }),
  level: CourseLevel.nullable().default(null).meta({ description: 'Another level; null: as it is' }),
  successor: CodeSuccessor.default('unknown'),
  reason: writtenText(3, 2000),
})
export type PlanContent = z.infer<typeof PlanContent>

/** Something about a plan that a person should know. An error cannot be published; `unknown` is what nothing here can tell. */
export const PlanFinding = z.strictObject({
  severity: z.enum(['error', 'warning', 'unknown']),
  code: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  entry: z.string().nullable().meta({ description: 'Null: it is about the whole plan' }),
  courseCodes: z.array(z.string()),
  message: z.string(),
})
export type PlanFinding = z.infer<typeof PlanFinding>
