import { AssignmentRule, Day, Link, Provenance } from '@cte-align/contracts'
import { z } from 'zod'
import { type StoredRule, toRule } from '../assignment-rule.ts'
import { needsManualReview, type StoredAuthorization } from '../authorization.ts'
import type { StoredDocument } from '../document.ts'
import { AuthorizationStatus, CteRelation } from '../import-file.ts'
import type { StoredSubject } from '../subject.ts'

const Kept = { provenance: Provenance, version: z.int(), updatedAt: z.iso.datetime() }

export const DocumentShape = z.object({
  code: z.string(),
  title: z.string(),
  family: z.string().nullable(),
  status: z.string().nullable(),
  leaflet: z.string().nullable(),
  legalReference: z.string().nullable(),
  cteRelevance: z.string().nullable(),
  ...Kept,
})

export const SubjectShape = z.object({
  code: z.string(),
  title: z.string(),
  earlierTitles: z.array(z.string()),
  titleFrom: Day.nullable().meta({ description: 'First day of the present title, where an edition has set it' }),
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
  ...kept(row),
  titleFrom: row.titleFrom ?? null,
  ended: row.ended ?? null,
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
