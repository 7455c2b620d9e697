import { z } from 'zod'
import { ItemRef } from './framework.ts'
import { Slug } from './words.ts'

export const DependentKind = z.enum(['authorization', 'course-code'])
export type DependentKind = z.infer<typeof DependentKind>

/** `CTE/R4T/ANR` for an authorization (a code the source does not give is `_`), `7600` for a course code. */
export const DependentKey = z.strictObject({ kind: DependentKind, key: z.string().min(1).max(60) })
export type DependentKey = z.infer<typeof DependentKey>

export const CourseLevel = z.enum(['exploratory', 'introductory', 'concentrator', 'capstone'])
export type CourseLevel = z.infer<typeof CourseLevel>

/** A dependent with what a reader of a flag needs to recognize it. */
export const Dependent = DependentKey.extend({
  title: z.string(),
  /** Course codes only. */
  level: CourseLevel.nullable(),
})
export type Dependent = z.infer<typeof Dependent>

/**
 * From an item to a dependent. `any` (instead of `item`) is a wildcard: whatever reaches any item of that kind in the
 * framework reaches the dependent (course code 7000 and the fifteen sectors).
 */
export const Link = z.strictObject({
  id: z.string(),
  dependent: Dependent,
  framework: Slug,
  item: ItemRef.nullable(),
  any: z.literal('sector').nullable(),
  /** Ancestors of `item`, nearest first, as of `release`. */
  lineage: z.array(ItemRef),
  /** Number of the release at which item and lineage were asked for. */
  release: z.int().min(0),
  /** An unverified link never leads above `review`. */
  verified: z.boolean(),
  /** Why the link exists, in words: "subject code ANR", "pathway from the title". */
  basis: z.string(),
})
export type Link = z.infer<typeof Link>

/** A row of CTC's decoder, joined with the authorization it admits. `subjectCode` `*` admits every sector. */
export const AssignmentRule = z.strictObject({
  id: z.string().meta({ description: 'course code:document/authorization/subject' }),
  courseCode: z.string().regex(/^[0-9]{4}(?:-[A-Za-z0-9/]+)?$/),
  authType: z.enum(['Full', 'Limited']),
  documentCode: z.string().min(1).max(10),
  authorizationCode: z.string().min(1).max(10),
  subjectCode: z.string().min(1).max(10),
  /** `other`: of a general education course code, which no sector of ours reaches. */
  kind: z.enum(['sector', 'single-subject', 'wildcard', 'other']),
  condition: z.string().nullable(),
  verified: z.boolean(),
})
export type AssignmentRule = z.infer<typeof AssignmentRule>

/**
 * An assignment rule as impact needs it: which course code admits which authorization. A wildcard rule has no one
 * authorization; it admits each whose key begins with `prefix` (`CTE/R4T/`). `inferred` marks by-examination twins.
 */
export const RuleEdge = z.strictObject({
  rule: z.string(),
  courseCode: Dependent,
  authorization: Dependent.nullable(),
  prefix: z.string().nullable(),
  inferred: z.boolean(),
  verified: z.boolean(),
})
export type RuleEdge = z.infer<typeof RuleEdge>
