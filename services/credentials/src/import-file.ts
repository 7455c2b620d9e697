import {
  AssignmentRule,
  AuthorizationKey,
  AuthorizationStatus,
  CtcCode,
  CteRelation,
  ItemKey,
  Slug,
  writtenText,
} from '@cte-align/contracts'
import { ImportProvenance } from '@cte-align/service'
import { z } from 'zod'

export { AuthorizationKey, AuthorizationStatus, CteRelation }

export const FORMAT = 'cte-align/credentials@1'

/** A code as CTC prints it. */
export const Code = CtcCode
const title = writtenText(1, 300)
const text = writtenText(0, 2000).nullable().default(null)

const SubjectRow = z.strictObject({
  code: Code,
  title,
  earlierTitle: writtenText(0, 300).nullable().optional(),
  framework: Slug.meta({ description: 'Framework of the item that the subject stands for' }),
  item: ItemKey.min(1).meta({ description: 'Its natural key there. Not the subject code, even where they are equal' }),
  ...ImportProvenance,
})

const DocumentRow = z.strictObject({
  code: Code,
  title,
  family: text,
  status: text,
  leaflet: text,
  legalReference: text,
  cteRelevance: text,
  ...ImportProvenance,
})

const AuthorizationRow = z.strictObject({
  documentCode: Code,
  authorizationCode: Code.nullable(),
  subjectCode: Code.nullable(),
  title,
  subjectTitle: text,
  notes: text,
  cteRelation: CteRelation,
  status: AuthorizationStatus,
  twinOf: AuthorizationKey.nullable()
    .default(null)
    .meta({ description: 'The authorization it is the examination twin of' }),
  ...ImportProvenance,
})

const RuleRow = z.strictObject({
  courseCode: AssignmentRule.shape.courseCode,
  authType: AssignmentRule.shape.authType,
  documentCode: Code,
  authorizationCode: Code,
  subjectCode: z.union([Code, z.literal('*')]),
  kind: AssignmentRule.shape.kind,
  condition: text,
  ...ImportProvenance,
})

const rows = <T extends z.ZodType>(row: T) => z.array(row).max(20_000).default([])

/** The whole file. `sources` explains each source once; rows name its key. */
export const CredentialsFile = z.strictObject({
  format: z.literal(FORMAT),
  sources: z.record(z.string().min(1).max(100), z.string().min(1).max(2000)),
  subjects: rows(SubjectRow),
  documents: rows(DocumentRow),
  authorizations: rows(AuthorizationRow),
  assignmentRules: rows(RuleRow),
})
export type CredentialsFile = z.infer<typeof CredentialsFile>
export type SubjectRow = z.infer<typeof SubjectRow>
export type DocumentRow = z.infer<typeof DocumentRow>
export type AuthorizationRow = z.infer<typeof AuthorizationRow>
export type RuleRow = z.infer<typeof RuleRow>
