import { z } from 'zod'
import { AuthorizationKey, AuthorizationStatus, CtcCode, CteRelation } from './authorization.ts'
import { AssignmentRule } from './dependent.ts'
import { ItemKey } from './framework.ts'
import { GrandfatheringRule } from './grandfathering.ts'
import { Day, Slug, writtenText } from './words.ts'

const CourseCode = AssignmentRule.shape.courseCode
const RuleSubject = z
  .union([CtcCode, z.literal('*')])
  .meta({ description: 'A subject code, or `*` for every subject of that document and authorization code' })

/** Names a row of the decoder: the course code, a colon, the authorization that it admits. */
export const RuleKey = z
  .string()
  .regex(
    /^[0-9]{4}(?:-[A-Za-z0-9/]+)?:[A-Za-z0-9]{1,10}\/[A-Za-z0-9]{1,10}\/(?:[A-Za-z0-9]{1,10}|\*)$/,
    'must read COURSE:DOC/AUTH/SUBJECT, as in 7100:CTE/R4T/ANR; the subject may be *',
  )
  .max(100)

const title = writtenText(1, 300)
const text = writtenText(0, 2000).nullable()
const { authType } = AssignmentRule.shape

/** Why, and after which disposition or precedent of `ctc_change_precedents.csv`. */
const why = {
  reason: writtenText(3, 2000).nullable().default(null),
  follows: writtenText(1, 60)
    .nullable()
    .default(null)
    .meta({ description: 'The disposition or precedent that it follows, in its published word' }),
}

/** One step of a draft rule edition: CTC's answer to a change, on the decoder as the earlier steps left it. */
export const RuleOperation = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('add-rule'),
    courseCode: CourseCode,
    document: CtcCode,
    authorization: CtcCode,
    subject: RuleSubject,
    authType: authType.default('Full'),
    condition: text.default(null),
    verified: z.boolean().default(false),
    ...why,
  }),
  z.strictObject({ op: z.literal('drop-rule'), rule: RuleKey, ...why }),
  z.strictObject({
    op: z.literal('recode-rule'),
    rule: RuleKey,
    document: CtcCode.optional(),
    authorization: CtcCode.optional(),
    subject: RuleSubject.optional(),
    ...why,
  }),
  z.strictObject({
    op: z.literal('recode-course-code'),
    courseCode: CourseCode,
    to: z
      .array(CourseCode)
      .min(1)
      .max(30)
      .meta({ description: 'Each of them takes all of its rules; the old code has none afterwards' }),
    ...why,
  }),
  z.strictObject({
    op: z.literal('revise-rule'),
    rule: RuleKey,
    authType: authType.optional(),
    condition: text.optional(),
    verified: z.boolean().optional(),
    ...why,
  }),
  z.strictObject({
    op: z.literal('add-authorization'),
    document: CtcCode,
    authorization: CtcCode,
    subject: CtcCode,
    title,
    subjectTitle: text.default(null),
    notes: text.default(null),
    cteRelation: CteRelation,
    status: AuthorizationStatus.default('current'),
    twinOf: AuthorizationKey.nullable().default(null),
    verified: z.boolean().default(false),
    ...why,
  }),
  z.strictObject({
    op: z.literal('revise-authorization'),
    authorization: AuthorizationKey,
    title: title.optional(),
    subjectTitle: text.optional(),
    notes: text.optional(),
    status: AuthorizationStatus.optional(),
    ...why,
  }),
  z.strictObject({
    op: z.literal('recode-authorization'),
    authorization: AuthorizationKey,
    subject: CtcCode.meta({ description: 'Printed on new documents. The old one stays, as legacy, with its rules' }),
    withRules: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether the course codes that admit the old one by a rule of its own admit the new one' }),
    ...why,
  }),
  z.strictObject({ op: z.literal('drop-authorization'), authorization: AuthorizationKey, ...why }),
  z.strictObject({
    op: z.literal('add-subject'),
    subject: CtcCode,
    title,
    framework: Slug.meta({ description: 'Framework of the item that the subject stands for' }),
    item: ItemKey.min(1),
    verified: z.boolean().default(false),
    ...why,
  }),
  z.strictObject({
    op: z.literal('retitle-subject'),
    subject: CtcCode,
    title,
    from: Day.nullable().default(null).meta({ description: 'First day of the new title; null: unknown' }),
    ...why,
  }),
  z.strictObject({
    op: z.literal('end-subject'),
    subject: CtcCode,
    on: Day.nullable().default(null).meta({ description: 'Last day on which it is printed; null: unknown' }),
    ...why,
  }),
  z.strictObject({
    op: z.literal('add-grandfathering'),
    rule: GrandfatheringRule.omit({ provenance: true }),
    verified: z.boolean().default(false),
    ...why,
  }),
  z.strictObject({
    op: z.literal('end-grandfathering'),
    rule: GrandfatheringRule.shape.id,
    through: Day.meta({ description: 'The last day on which it holds' }),
    ...why,
  }),
])
export type RuleOperation = z.infer<typeof RuleOperation>
export type RuleOperationInput = z.input<typeof RuleOperation>
export type RuleOperationKind = RuleOperation['op']
