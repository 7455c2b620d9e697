import {
  Actor,
  Change,
  CrosswalkRelation,
  Day,
  Dependent,
  EffectiveDates,
  Framework,
  Impact,
  Item,
  ItemKey,
  Operation,
  Reach,
  ReleaseId,
  ReleaseRef,
  Slug,
  writtenText,
} from '@cte-align/contracts'
import { z } from 'zod'
import type { ItemVersionDoc } from '../item-version.ts'
import { PROPOSAL_STATES, type ProposalDoc } from '../proposal.ts'
import type { ReleaseDoc } from '../release.ts'

/** CDE owns the standards; these roles may draft, decide on relations, publish. */
export const EDITORS = { agencies: ['CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] } as const
export const APPROVERS = { agencies: ['CDE'], roles: ['approver', 'publisher', 'administrator'] } as const
export const PUBLISHERS = { agencies: ['CDE'], roles: ['publisher', 'administrator'] } as const

const moment = z.iso.datetime()

export const FrameworkView = Framework.extend({ head: ReleaseId.nullable().meta({ description: 'Newest release' }) })
export const FrameworkParams = z.strictObject({ key: Slug })

export const ItemView = Item.extend({
  framework: Slug,
  key: ItemKey,
  /** The releases between which the item stood like this. */
  from: ReleaseId,
  to: ReleaseId.nullable(),
})

export const itemView = (doc: ItemVersionDoc): z.infer<typeof ItemView> => {
  const { _id, itemId, from, to, ...rest } = doc
  const release = (number: number) => `${doc.framework}@${number}`
  return { id: itemId, ...rest, from: release(from), to: to === null ? null : release(to) }
}

export const ReleaseView = z.object({
  id: ReleaseId,
  framework: Slug,
  number: z.int(),
  title: z.string(),
  reason: z.string(),
  dates: EffectiveDates,
  inForceFrom: Day,
  publishedAt: moment,
  publishedBy: Actor,
  proposal: z.string(),
  changes: z.int(),
  messages: z.int(),
  digest: z.string(),
  correlationId: z.string(),
})

export const releaseView = (doc: ReleaseDoc): z.infer<typeof ReleaseView> => ({
  id: doc._id,
  framework: doc.framework,
  number: doc.number,
  title: doc.title,
  reason: doc.reason,
  dates: doc.dates,
  inForceFrom: doc.inForceFrom!,
  publishedAt: doc.publishedAt!.toISOString(),
  publishedBy: doc.by,
  proposal: doc.proposal,
  changes: doc.changes!,
  messages: doc.messages!,
  digest: doc.digest!,
  correlationId: doc.correlationId,
})

export const ProposalView = z.object({
  id: z.string(),
  framework: Slug,
  base: z.int().meta({ description: 'Number of the release the operations start from' }),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(PROPOSAL_STATES),
  revision: z.int().meta({ description: 'Also the ETag' }),
  operations: z.int().meta({ description: 'How many; read them at .../operations' }),
  openedBy: Actor,
  openedAt: moment,
  updatedAt: moment,
  release: ReleaseId.nullable(),
  withdrawn: z.object({ by: Actor, reason: z.string(), at: moment }).nullable(),
})

export const proposalView = (doc: ProposalDoc): z.infer<typeof ProposalView> => ({
  id: doc._id,
  framework: doc.framework,
  base: doc.base,
  title: doc.title,
  description: doc.description,
  state: doc.state,
  revision: doc.revision,
  operations: doc.operations.length,
  openedBy: doc.openedBy,
  openedAt: doc.openedAt.toISOString(),
  updatedAt: doc.updatedAt.toISOString(),
  release: doc.release,
  withdrawn: doc.withdrawn && { ...doc.withdrawn, at: doc.withdrawn.at.toISOString() },
})

export const ReleaseChangeView = z.object({ number: z.int(), change: Change, reach: z.array(Reach) })

export const DiffView = z.object({
  release: ReleaseRef.meta({ description: 'What publishing would make' }),
  changes: z.array(Change),
  byClass: z.record(z.string(), z.int()),
  mapped: z.int(),
  unmapped: z.int(),
  conflicts: z
    .array(z.object({ item: Change.shape.item, theirs: Change, ours: z.array(Change) }))
    .meta({ description: 'Items that a newer release changed too' }),
})

const severities = z.object({ breaking: z.int(), review: z.int(), notice: z.int() })
const AgencyView = z.object({
  impacts: z.array(Impact),
  bySeverity: severities,
  byClass: z.record(z.string(), z.int()),
  manualReview: z.array(Dependent),
  positions: z.record(z.string(), z.int()),
  links: z.record(z.string(), z.int()),
})
export const PreviewView = z.object({
  release: ReleaseRef,
  changes: z.array(Change),
  agencies: z.object({ ctc: AgencyView, calpads: AgencyView }),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
  positions: z.record(z.string(), z.int()),
  digest: z.string(),
})

export const RelationView = CrosswalkRelation.extend({ version: z.int(), removedIn: ReleaseId.nullable() })
export const OperationList = z.object({ revision: z.int(), operations: z.array(Operation) })
export const dates = z.strictObject({ adoption: Day.nullable().default(null), effective: Day.nullable().default(null) })
export const reason = writtenText(3, 2000)
