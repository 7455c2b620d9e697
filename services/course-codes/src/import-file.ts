import { AssignmentRule, CourseLevel, ItemKey, Slug, writtenText, SchoolYear as Year } from '@cte-align/contracts'
import { ImportProvenance } from '@cte-align/service'
import { z } from 'zod'

export const FORMAT = 'cte-align/course-codes@1'

/** A string, never a number: `9000-01` and `9291-N/A` are codes. */
export const CourseCode = AssignmentRule.shape.courseCode

/** 1 July to 30 June, `2026-27`. */
export const SchoolYear = Year.meta({ description: '1 July to 30 June', example: '2026-27' })

const title = writtenText(1, 300)
const text = writtenText(0, 2000).nullable().default(null)

const PathwayRow = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9]{3}$/, 'must be three digits')
    .nullable()
    .meta({ description: 'CALPADS pathway code; null where no source gives it' }),
  name: title,
  framework: Slug,
  item: ItemKey.min(1),
  blocks: z.array(writtenText(1, 20)).max(50).default([]),
  ...ImportProvenance,
})

const AlignmentRow = z
  .strictObject({
    framework: Slug,
    item: ItemKey.min(1).optional(),
    any: z.literal('sector').optional().meta({ description: 'Instead of an item: every sector of the framework' }),
    basis: writtenText(1, 500),
    verified: z.boolean(),
  })
  .refine(row => (row.item === undefined) !== (row.any === undefined), 'must have either item or any')

const CourseCodeRow = z.strictObject({
  code: CourseCode,
  title,
  level: CourseLevel,
  levelBasis: text,
  sectorName: text,
  pathwayName: text,
  pathwayBasis: text,
  effectiveFrom: SchoolYear.nullable(),
  effectiveTo: SchoolYear.nullable(),
  alignments: z.array(AlignmentRow).max(50),
  ...ImportProvenance,
})

const rows = <T extends z.ZodType>(row: T) => z.array(row).max(20_000).default([])

/** The whole file. `sources` explains each source once; rows name its key. */
export const CourseCodesFile = z.strictObject({
  format: z.literal(FORMAT),
  sources: z.record(z.string().min(1).max(100), z.string().min(1).max(2000)),
  pathways: rows(PathwayRow),
  courseCodes: rows(CourseCodeRow),
})
export type CourseCodesFile = z.infer<typeof CourseCodesFile>
export type PathwayRow = z.infer<typeof PathwayRow>
export type CourseCodeRow = z.infer<typeof CourseCodeRow>
