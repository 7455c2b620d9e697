import { Actor, AssignmentRule, Day, Slug, writtenText } from '@cte-align/contracts'
import type { Database } from '@cte-align/service'
import mongoose, { type Model } from 'mongoose'
import { z } from 'zod'
import { Code } from '../import-file.ts'

/** What a row of an edition does not say, or what nobody has checked. A gap is kept and never guessed. */
export const EditionGap = z.enum([
  'auth-type-blank',
  'document-blank',
  'authorization-blank',
  'subject-blank',
  /** The layout gives titles alone, and not exactly one authorization of the catalogue bears them. */
  'not-joined',
  /** The course code stands there and nothing else by which anybody is authorized. */
  'no-credential',
])
export type EditionGap = z.infer<typeof EditionGap>

/** How an edition says who is authorized: by codes, or by titles alone. */
export const EditionLayout = z.enum(['codes', 'titles'])
export type EditionLayout = z.infer<typeof EditionLayout>

const printed = z.string().max(4000).nullable()

/** A row of CTC's course table as an edition says it. `row` is its number in the file, the first being 1. */
export const EditionRule = z.object({
  row: z.int().min(1),
  courseCode: AssignmentRule.shape.courseCode,
  authType: AssignmentRule.shape.authType.nullable(),
  documentCode: Code.nullable(),
  authorizationCode: Code.nullable(),
  subjectCode: z.union([Code, z.literal('*')]).nullable(),
  kind: AssignmentRule.shape.kind,
  authorizationTitle: printed.meta({ description: 'As printed' }),
  subjectTitle: printed.meta({ description: 'As printed' }),
  condition: printed.meta({ description: 'Notes or restrictions, as printed' }),
  courseTitle: printed,
  broadSubject: printed,
  setting: printed,
  joinedByTitle: z.boolean().meta({ description: 'The codes were found by titles alone: unverified' }),
  gaps: z.array(EditionGap),
})
export type EditionRule = z.infer<typeof EditionRule>

export const EditionCounts = z.object({
  rows: z.int(),
  courseCodes: z.int(),
  wildcards: z.int(),
  gaps: z.int().meta({ description: 'Rows of which something is not said' }),
})

/** What an edition is called and where it comes from. It stands beside the others and is never changed. */
export const EditionHead = z.object({
  id: Slug,
  title: writtenText(1, 300),
  origin: z.enum(['imported', 'published']).meta({ description: 'Read from a file, or published here' }),
  publishedOn: Day.nullable(),
  source: writtenText(3, 2000),
  verified: z.boolean().meta({ description: 'Somebody has read it in the publisher’s own file' }),
  layout: EditionLayout,
})
export type EditionHead = z.infer<typeof EditionHead>

export const KeptEdition = EditionHead.extend({
  counts: EditionCounts,
  digest: z.string().meta({ description: 'Of its rows, whatever their order and numbers' }),
  importedAt: z.iso.datetime(),
  importedBy: Actor,
  version: z.int(),
})
export type KeptEdition = z.infer<typeof KeptEdition>

/** `complete` false: it is still being written, or a crash left it behind; then it is not seen. */
export type StoredEdition = Omit<KeptEdition, 'importedAt'> & { _id: string; importedAt: Date; complete: boolean }
/** Rows name the digest of the content they belong to, so that two files under one id never mix. */
export type StoredEditionRule = EditionRule & { _id: string; edition: string; digest: string }

const { Mixed } = mongoose.Schema.Types
// mongoose's own virtual `id` would hide the edition's.
const options = { versionKey: false, minimize: false, id: false } as const

const editionSchema = new mongoose.Schema<StoredEdition>(
  {
    ...{ _id: String, id: String, title: String, origin: String, publishedOn: String, source: String },
    ...{ verified: Boolean, layout: String, counts: Mixed, digest: String, importedAt: Date, importedBy: Mixed },
    ...{ version: Number, complete: Boolean },
  },
  { collection: 'rule_editions', ...options },
)
const ruleSchema = new mongoose.Schema<StoredEditionRule>(
  {
    ...{ _id: String, edition: String, digest: String, row: Number, courseCode: String, authType: String },
    ...{ documentCode: String, authorizationCode: String, subjectCode: String, kind: String },
    ...{ authorizationTitle: String, subjectTitle: String, condition: String, courseTitle: String },
    ...{ broadSubject: String, setting: String, joinedByTitle: Boolean, gaps: [String] },
  },
  { collection: 'edition_rules', ...options },
)
ruleSchema.index({ edition: 1, digest: 1, courseCode: 1 })

export const editionModel = ({ connection }: Database): Model<StoredEdition> =>
  connection.models.RuleEdition ?? connection.model<StoredEdition>('RuleEdition', editionSchema)
export const editionRuleModel = ({ connection }: Database): Model<StoredEditionRule> =>
  connection.models.EditionRule ?? connection.model<StoredEditionRule>('EditionRule', ruleSchema)
