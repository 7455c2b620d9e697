import { AssignmentRule, CourseLevel, Dependent, Link, Provenance } from '@cte-align/contracts'
import { z } from 'zod'
import { asOfYear } from '../code-sets/as-of.ts'
import { gapsIn, type StoredCourseCode } from '../course-code.ts'
import type { FollowedRule } from '../followed-rule.ts'
import { inForce } from '../in-force.ts'
import type { StoredPathway } from '../pathway.ts'

const Kept = { provenance: Provenance, version: z.int(), updatedAt: z.iso.datetime() }
const year = z.string().nullable().meta({ description: 'School year; null is unknown' })

export const CourseCodeShape = z.object({
  code: z.string(),
  title: z.string(),
  level: CourseLevel,
  levelBasis: z.string().nullable(),
  sectorName: z.string().nullable().meta({ description: 'As the source spells it' }),
  pathway: z.object({ name: z.string().nullable(), basis: z.string().nullable() }),
  elective: z.boolean(),
  effectiveFrom: year,
  effectiveTo: year,
  inForce: z.enum(['yes', 'unknown']).nullable().meta({
    description: 'In the school year asked for; null where none was. What is certainly not in force is left out',
  }),
  gaps: z.array(z.string()),
  ...Kept,
})

export const CourseCodeDetail = CourseCodeShape.extend({
  links: z.array(Link),
  rules: z.array(
    z.object({
      rule: AssignmentRule,
      authorization: Dependent.nullable(),
      twins: z.array(Dependent).meta({ description: 'Examination twins; that they are admitted too is inferred' }),
    }),
  ),
  openFlags: z.int(),
})

export const PathwayShape = z.object({
  code: z.string().nullable(),
  name: z.string(),
  framework: z.string(),
  item: z.string(),
  blocks: z.array(z.string()),
  ...Kept,
})

const kept = (row: { provenance: Provenance; version: number; updatedAt: Date }) => ({
  provenance: row.provenance,
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
})

export const showPathway = (row: StoredPathway): z.infer<typeof PathwayShape> => ({ ...row, ...kept(row) })

export const showCourseCode = (
  row: StoredCourseCode,
  schoolYear: string | undefined,
): z.infer<typeof CourseCodeShape> => ({
  ...(schoolYear === undefined ? row : asOfYear(row, schoolYear)),
  ...kept(row),
  pathway: { name: row.pathwayName, basis: row.pathwayBasis },
  inForce: schoolYear === undefined ? null : inForce(row, schoolYear),
  gaps: gapsIn(row),
})

export const showRules = (rules: FollowedRule[]): z.infer<typeof CourseCodeDetail>['rules'] =>
  rules
    .filter(({ said }) => !said.removed)
    .map(({ said: { rule, authorization, twins } }) => ({ rule, authorization, twins }))
