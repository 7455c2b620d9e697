import { Actor, AssignmentRule, Day, RuleOperation, SchoolYear, Slug, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import { DRAFT_STEPS, type DraftEntryDoc } from '../editions/draft-entry.ts'
import { DRAFT_STATES, type RuleDraftDoc } from '../editions/rule-draft.ts'

export const DraftParams = z.strictObject({ id: Slug })
export const reason = writtenText(3, 2000)
const FlagId = z.string().min(1).max(100)

export const DraftBase = z
  .string()
  .regex(/^current$|^edition:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be current, or edition:<id> of a kept edition')
  .max(80)
export const DraftFields = {
  title: writtenText(1, 300),
  description: writtenText(0, 4000).nullable(),
  base: DraftBase.meta({ description: 'The decoder that it starts from: current, or edition:<id> of a kept one' }),
  effective: Day.nullable().meta({ description: 'Planned; null: unknown' }),
  firstSchoolYear: SchoolYear.nullable().meta({ description: 'The first school year it is meant for; null: unknown' }),
  flags: z.array(FlagId).max(500).meta({ description: 'Ids of the flags of this service that it answers' }),
}
export const Operations = z.array(RuleOperation).max(2000)

const Signed = { by: Actor, reason: z.string(), at: z.iso.datetime() }
const Count = z.int().min(0)

export const DraftView = z.object({
  id: Slug,
  ...DraftFields,
  title: z.string(),
  description: z.string().nullable(),
  origin: z.literal('drafted'),
  state: z.enum(DRAFT_STATES),
  revision: z.int().meta({ description: 'Grows with every edit of what is drafted' }),
  version: z.int().meta({ description: 'Grows with every write; the ETag' }),
  operationCount: Count,
  openedBy: Actor,
  openedAt: z.iso.datetime(),
  editedBy: Actor,
  updatedAt: z.iso.datetime(),
  published: z
    .object({
      ...Signed,
      operations: z.record(z.string(), z.int()),
      rows: z.object({ rules: Count, authorizations: Count, subjects: Count, grandfathering: Count }),
      digest: z.string(),
    })
    .nullable(),
  withdrawn: z.object(Signed).nullable(),
})
export const DraftDetail = DraftView.extend({ operations: Operations })

/** Where a draft may begin: marked as suggested, and applied by nobody but who drafts. */
export const SuggestionsView = z.object({
  suggested: z.array(z.object({ operation: RuleOperation, because: z.string(), flags: z.array(z.string()) })),
  undecided: z
    .array(z.object({ courseCode: z.string(), authorization: z.string(), doubt: z.string(), release: z.string() }))
    .meta({ description: 'Pairs of which nobody can say: nothing is suggested for them' }),
})

export const EntryView = z.object({
  number: z.int(),
  step: z.enum(DRAFT_STEPS),
  from: z.enum(DRAFT_STATES).nullable(),
  to: z.enum(DRAFT_STATES),
  by: Actor,
  reason: z.string().nullable(),
  at: z.iso.datetime(),
  revision: z.int(),
  details: z.record(z.string(), z.unknown()).nullable(),
  correlationId: z.string(),
})

const Sector = z.object({ framework: z.string(), key: z.string(), title: z.string() })
const Pair = z.object({
  authorization: z.string(),
  title: z.string().nullable(),
  status: z.string().nullable().meta({ description: 'Of a printed document nothing changes: its holders keep it' }),
  inferred: z.boolean().meta({ description: 'Admitted only as an examination twin' }),
  verified: z.boolean(),
  because: z.string(),
})
export const NamedFlag = z.object({
  id: z.string(),
  release: z.string(),
  dependent: z.object({ kind: z.string(), key: z.string(), title: z.string(), level: z.string().nullable() }),
  severity: z.string(),
  state: z.string(),
  disposition: z.string().nullable(),
  classes: z.array(z.string()),
})
export const PreviewView = z.object({
  items: z.array(
    z.object({
      courseCode: AssignmentRule.shape.courseCode,
      sectors: z.array(Sector),
      gained: z.array(Pair),
      lost: z.array(Pair),
      unknown: z.array(Pair),
      revised: z.array(z.string()).meta({ description: 'Rules that admit the same and say something else of it' }),
      leftWithout: z.boolean().meta({ description: 'Nobody is certain to be authorized any more' }),
    }),
  ),
  counts: z
    .object({
      courseCodes: Count,
      gained: Count,
      lost: Count,
      unknown: Count,
      revised: Count,
      leftWithout: z.array(z.string()),
    })
    .meta({ description: 'Of the whole, not of the page' }),
  findings: z.array(z.object({ code: z.string(), key: z.string(), message: z.string(), operations: z.array(z.int()) })),
  publishing: z
    .object({
      possible: z.boolean(),
      conflicts: z.array(z.string()).meta({ description: 'Rows that others have changed since it was drafted' }),
      refused: z.string().nullable().meta({ description: 'The operation that no longer fits the decoder in force' }),
    })
    .meta({ description: 'Whether it could be published as things stand' }),
  flags: z.object({
    answers: z.array(NamedFlag),
    open: z.array(NamedFlag).meta({ description: 'Others on what it touches that are not resolved' }),
  }),
  beside: z
    .object({
      legacy: z.array(NamedFlag.shape.dependent),
      manualReview: z.array(NamedFlag.shape.dependent),
    })
    .meta({ description: 'Whom no rule leads to: a person must look' }),
  next: z.string().nullable(),
})

const when = <T extends { at: Date }>(signed: T | null) =>
  signed === null ? null : { ...signed, at: signed.at.toISOString() }

export const draftView = (draft: RuleDraftDoc): z.infer<typeof DraftView> => ({
  ...draft,
  id: draft._id,
  origin: 'drafted',
  openedAt: draft.openedAt.toISOString(),
  updatedAt: draft.updatedAt.toISOString(),
  published: when(draft.published),
  withdrawn: when(draft.withdrawn),
})
export const draftDetail = (draft: RuleDraftDoc): z.infer<typeof DraftDetail> => ({
  ...draftView(draft),
  operations: draft.operations,
})
export const entryView = ({ at, ...entry }: DraftEntryDoc): z.infer<typeof EntryView> => ({
  ...entry,
  at: at.toISOString(),
})
