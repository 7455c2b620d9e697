import { z } from 'zod'
import { ItemRef } from './framework.ts'
import { Slug } from './words.ts'

export const DependentKind = z.enum(['authorization', 'course-code', 'legal-reference'])
export type DependentKind = z.infer<typeof DependentKind>

/**
 * `CTE/R4T/ANR` for an authorization (a code the source does not give is `_`), `7600` for a course code, `EC 44260.9` for a legal
 * reference: a section of a statute or regulation that counts or lists the sectors.
 */
export const DependentKey = z.strictObject({ kind: DependentKind, key: z.string().min(1).max(60) })
export type DependentKey = z.infer<typeof DependentKey>

/** A dependent that goes to one successor or another when its item splits. A statute speaks of the list, never of one item. */
export const AssignableKey = DependentKey.extend({ kind: DependentKind.exclude(['legal-reference']) })

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
 * A framework's list of its top-level items of a kind, as a statute speaks of it. `-count`: how many and which there are, so that it
 * is touched where one comes or goes. `-titles`: their titles as well, so that another title touches it too. Nothing else does:
 * no change above, below or across, no code, no comma.
 */
export const ItemList = z.enum(['sector-count', 'sector-titles', 'cluster-count', 'cluster-titles'])
export type ItemList = z.infer<typeof ItemList>

/** What a link may hang on instead of one item. `sector`: whatever reaches any sector reaches the dependent (course code 7000). */
export const Wildcard = z.enum(['sector', ...ItemList.options])
export type Wildcard = z.infer<typeof Wildcard>

/** From an item, or from `any` item that a wildcard means, to a dependent. */
export const Link = z.strictObject({
  id: z.string(),
  dependent: Dependent,
  framework: Slug,
  item: ItemRef.nullable(),
  any: Wildcard.nullable(),
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
