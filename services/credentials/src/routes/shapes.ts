import { AssignmentRule, Day, Dependent, Link, Provenance, SubjectSpelling, SubjectTitle } from '@cte-align/contracts'
import { z } from 'zod'
import { type StoredRule, toRule } from '../assignment-rule.ts'
import { needsManualReview, type StoredAuthorization } from '../authorization.ts'
import type { StoredAuthorizationCode } from '../authorization-code.ts'
import type { StoredDocument } from '../document.ts'
import { DocumentStatus } from '../document-status.ts'
import { AuthorizationStatus, CteRelation } from '../import-file.ts'
import { earlierTitlesOf, type StoredSubject } from '../subject.ts'
import type { StoredVocationalSubject } from '../vocational-subject.ts'

const Kept = { provenance: Provenance, version: z.int(), updatedAt: z.iso.datetime() }

export const DocumentShape = z.object({
  code: z.string(),
  title: z.string(),
  family: z.string().nullable(),
  status: DocumentStatus.nullable().meta({ description: 'Null: unknown' }),
  statusWords: z.string().nullable().meta({ description: 'As the source has it' }),
  statusBasis: z.string().meta({ description: 'How its words lead to the status, or why they do not' }),
  leaflet: z.string().nullable(),
  legalReference: z.string().nullable(),
  cteRelevance: z.string().nullable(),
  ...Kept,
})

export const SubjectShape = z.object({
  code: z.string(),
  title: z.string(),
  earlierTitles: z.array(z.string()),
  titles: z.array(SubjectTitle).meta({ description: 'Every title it ever had: what is printed on a document stays' }),
  spellings: z.array(SubjectSpelling).meta({ description: 'Seen elsewhere, and no titles of their own' }),
  titleThen: SubjectTitle.nullable()
    .optional()
    .meta({ description: 'With asOf: the title on that day; null where it is unknown' }),
  ended: z
    .object({ on: Day.nullable() })
    .nullable()
    .meta({ description: 'No longer printed on new documents; null: in use' }),
  item: z.object({ framework: z.string(), key: z.string() }),
  ...Kept,
})

export const AuthorizationShape = z.object({
  key: z.string().meta({ description: 'DOC/AUTH/SUBJECT; a code the source does not give is `_`' }),
  documentCode: z.string(),
  authorizationCode: z.string().nullable(),
  subjectCode: z.string().nullable(),
  title: z.string(),
  subjectTitle: z.string().nullable(),
  notes: z.string().nullable(),
  cteRelation: CteRelation,
  status: AuthorizationStatus,
  twinOf: z.string().nullable(),
  gaps: z.array(z.string()),
  manualReview: z.boolean().meta({ description: 'No subject leads to a sector: a person must look' }),
  ...Kept,
})

export const AuthorizationCodeShape = z.object({
  code: z.string(),
  statement: z.string().nullable().meta({ description: 'Null: not carried here, to be imported' }),
  truncated: z.boolean().meta({ description: 'The source lost words at the ends of its lines' }),
  family: z.string().nullable(),
  ...Kept,
})

export const VocationalSubjectShape = z.object({
  key: z.string().meta({ description: 'DOC/CODE' }),
  document: z.string(),
  code: z.string(),
  title: z.string(),
  sectorSubject: z.string().nullable().meta({ description: 'Null: nobody has said which sector it belongs to' }),
  ...Kept,
})

export const ManualReviewShape = z.object({
  dependent: Dependent,
  because: z.string(),
  occupations: z
    .array(VocationalSubjectShape.pick({ code: true, title: true, sectorSubject: true }))
    .meta({ description: 'What its document is known to name instead of a sector' }),
})

export const RuleShape = AssignmentRule.extend({
  ...Kept,
  ended: z
    .object({ edition: z.string(), on: Day.nullable(), at: z.iso.datetime(), reason: z.string() })
    .nullable()
    .meta({ description: 'By which published edition it is no longer in force; null: it is' }),
})

export const AuthorizationDetail = AuthorizationShape.extend({
  links: z.array(Link),
  rules: z.array(
    RuleShape.extend({
      by: z.enum(['direct', 'twin', 'wildcard']).meta({ description: 'That a twin is admitted too is inferred' }),
    }),
  ),
  openFlags: z.int(),
})

const kept = (row: { provenance: Provenance; version: number; updatedAt: Date }) => ({
  provenance: row.provenance,
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
})

export const showDocument = (row: StoredDocument): z.infer<typeof DocumentShape> => ({ ...row, ...kept(row) })

export const showSubject = (row: StoredSubject): z.infer<typeof SubjectShape> => ({
  ...row,
  earlierTitles: earlierTitlesOf(row),
  ended: row.ended ?? null,
  ...kept(row),
})

export const showAuthorizationCode = (row: StoredAuthorizationCode): z.infer<typeof AuthorizationCodeShape> => ({
  ...row,
  ...kept(row),
})

export const showVocationalSubject = (row: StoredVocationalSubject): z.infer<typeof VocationalSubjectShape> => ({
  ...row,
  ...kept(row),
  key: row._id,
})

export const showAuthorization = (row: StoredAuthorization): z.infer<typeof AuthorizationShape> => ({
  ...row,
  ...kept(row),
  key: row._id,
  manualReview: needsManualReview(row),
})

export const showRule = (row: StoredRule): z.infer<typeof RuleShape> => ({
  ...toRule(row),
  ...kept(row),
  ended: row.ended ? { ...row.ended, at: row.ended.at.toISOString() } : null,
})
