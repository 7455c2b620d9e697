import {
  AssignmentRule,
  AuthorizationKey,
  AuthorizationStatus,
  CtcCode,
  CteRelation,
  Day,
  ItemKey,
  ItemList,
  Slug,
  SubjectSpelling,
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

/** One title of a subject; where it does not say where it was read, it was read where its row was. */
const TitleRow = z
  .strictObject({
    title,
    from: Day.nullable().default(null).meta({ description: 'First day on which it held' }),
    to: Day.nullable().default(null).meta({ description: 'Last day on which it held' }),
    source: ImportProvenance.source.optional(),
    verified: z.boolean().optional(),
    note: ImportProvenance.note,
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, 'ends before it begins')

const SubjectRow = z.strictObject({
  code: Code,
  title,
  earlierTitle: writtenText(0, 300).nullable().optional(),
  titles: z
    .array(TitleRow)
    .min(1)
    .max(50)
    .optional()
    .meta({ description: 'Every title it ever had, the present one included. Left out: what is known already stays' }),
  spellings: z.array(SubjectSpelling).max(50).optional(),
  framework: Slug.meta({ description: 'Framework of the item that the subject stands for' }),
  item: ItemKey.min(1).meta({ description: 'Its natural key there. Not the subject code, even where they are equal' }),
  ...ImportProvenance,
})

const DocumentRow = z.strictObject({
  code: Code,
  title,
  family: text,
  status: text.meta({ description: "In the source's own words; what they mean is kept beside them" }),
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

/** As it is cited. Without a slash, so that it is never an authorization's key. */
export const Citation = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 .,;()-]{0,58}[A-Za-z0-9.)]$/, 'must be a citation, as in EC 44260.9 or 5 CCR 80035.5')

const LegalReferenceRow = z.strictObject({
  citation: Citation,
  subject: writtenText(1, 300).meta({ description: 'What it is about, in our words' }),
  dependsOn: z
    .array(
      z.strictObject({
        framework: Slug,
        list: ItemList.meta({ description: 'sector-count: it counts them; sector-titles: it names them as well' }),
        basis: writtenText(3, 500).meta({ description: 'What it says of the list, in words' }),
        verified: z.boolean(),
      }),
    )
    .max(10)
    .default([]),
  ...ImportProvenance,
})

const AuthorizationCodeRow = z.strictObject({
  code: z
    .string()
    .regex(
      /^[A-Za-z0-9]{1,4}$/,
      "must be 1 to 4 letters or digits, as in CTC's document record: TC4TR is TC4T and a letter",
    ),
  statement: writtenText(0, 5000).nullable().default(null),
  truncated: z.boolean().default(false).meta({ description: 'The source lost words at the ends of its lines' }),
  family: text,
  ...ImportProvenance,
})

const VocationalSubjectRow = z.strictObject({
  document: Code,
  code: Code,
  title,
  sectorSubject: Code.nullable().default(null),
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
  legalReferences: rows(LegalReferenceRow),
  authorizationCodes: rows(AuthorizationCodeRow),
  vocationalSubjects: rows(VocationalSubjectRow),
})
export type CredentialsFile = z.infer<typeof CredentialsFile>
export type SubjectRow = z.infer<typeof SubjectRow>
export type DocumentRow = z.infer<typeof DocumentRow>
export type AuthorizationRow = z.infer<typeof AuthorizationRow>
export type RuleRow = z.infer<typeof RuleRow>
export type LegalReferenceRow = z.infer<typeof LegalReferenceRow>
export type AuthorizationCodeRow = z.infer<typeof AuthorizationCodeRow>
export type VocationalSubjectRow = z.infer<typeof VocationalSubjectRow>
