import {
  Actor,
  allDates,
  Change,
  CrosswalkRelation,
  Day,
  EffectiveDates,
  Framework,
  Item,
  ItemKey,
  Operation,
  Reach,
  ReleaseId,
  Slug,
  writtenText,
} from '@cte-align/contracts'
import { z } from 'zod'
import type { ItemVersionDoc } from '../item-version.ts'
import { EDITORS } from '../lifecycle.ts'
import { type Over, PROPOSAL_STATES, type ProposalDoc, type SignOff } from '../proposal.ts'
import type { ReleaseDoc } from '../release.ts'
import { TiesView, tiesView } from '../ties.ts'

export { APPROVERS, EDITORS, PUBLISHERS } from '../lifecycle.ts'
/** The three agencies agree on maps: any of them may review; CDE decides. */
export const REVIEWERS = { agencies: ['CDE', 'CTC', 'CALPADS'], roles: EDITORS.roles } as const

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

export const OverView = z
  .object({
    reason: z.string(),
    agencies: z.array(
      z.object({
        agency: z.enum(['CTC', 'CALPADS']),
        decision: z.enum(['approve', 'acknowledge', 'object']).nullable(),
        at: moment.nullable(),
      }),
    ),
  })
  .meta({ description: 'Agencies whose objection, silence or lapsed word CDE went over, and why' })
export const overView = ({ reason, agencies }: Over): z.infer<typeof OverView> => ({
  reason,
  agencies: agencies.map(each => ({ ...each, at: each.at?.toISOString() ?? null })),
})

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
  corrects: ReleaseId.nullable().meta({ description: 'The release that this one corrects: an erratum' }),
  over: OverView.nullable(),
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
  dates: allDates(doc.dates),
  inForceFrom: doc.inForceFrom!,
  publishedAt: doc.publishedAt!.toISOString(),
  publishedBy: doc.by,
  corrects: doc.corrects ?? null,
  over: doc.over ? overView(doc.over) : null,
  proposal: doc.proposal,
  changes: doc.changes!,
  messages: doc.messages!,
  digest: doc.digest!,
  correlationId: doc.correlationId,
})

export const SignOffView = z.object({
  decision: z.enum(['approve', 'acknowledge', 'object']),
  by: Actor,
  reason: z.string(),
  at: moment,
  revision: z.int(),
  digest: z.string(),
})
export const signOffView = (signOff: SignOff): z.infer<typeof SignOffView> => ({
  ...signOff,
  at: signOff.at.toISOString(),
})

export const ProposalView = z.object({
  id: z.string(),
  framework: Slug,
  base: z.int().meta({ description: 'Number of the release the operations start from' }),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(PROPOSAL_STATES),
  revision: z.int().meta({ description: 'Grows with every edit of the content; what sign-offs bind to' }),
  version: z.int().meta({ description: 'Grows with every write; also the ETag' }),
  operations: z.int().meta({ description: 'How many; read them at .../operations' }),
  dates: EffectiveDates.meta({ description: 'Planned' }),
  corrects: ReleaseId.nullable().meta({ description: 'The release that this one corrects: an erratum' }),
  equity: z.string().nullable().meta({ description: 'Who gains and who loses; must be filled before review' }),
  ...TiesView.shape,
  openedBy: Actor,
  openedAt: moment,
  editedBy: Actor,
  updatedAt: moment,
  approval: SignOffView.nullable().meta({ description: 'Whether it still holds: .../approvals' }),
  signOffs: z
    .object({ CTC: SignOffView.nullable(), CALPADS: SignOffView.nullable() })
    .meta({ description: 'The last word of each; whether it still holds, and whether it is needed: .../approvals' }),
  schedule: z
    .object({ at: moment, by: Actor, reason: z.string(), title: z.string().nullable(), over: OverView.nullable() })
    .nullable(),
  held: z
    .object({ at: moment, reasons: z.array(z.string()) })
    .nullable()
    .meta({ description: 'Why the last scheduled publishing waits for somebody to look again' }),
  release: ReleaseId.nullable(),
  withdrawn: z.object({ by: Actor, reason: z.string(), at: moment }).nullable(),
})

export const proposalView = (doc: Omit<ProposalDoc, 'operations'>): z.infer<typeof ProposalView> => ({
  id: doc._id,
  framework: doc.framework,
  base: doc.base,
  title: doc.title,
  description: doc.description,
  state: doc.state,
  revision: doc.revision,
  version: doc.version,
  operations: doc.operationCount,
  dates: allDates(doc.dates),
  corrects: doc.corrects,
  equity: doc.equity,
  ...tiesView(doc.ties),
  openedBy: doc.openedBy,
  openedAt: doc.openedAt.toISOString(),
  editedBy: doc.editedBy,
  updatedAt: doc.updatedAt.toISOString(),
  approval: doc.approval && signOffView(doc.approval),
  signOffs: {
    CTC: doc.signOffs.CTC && signOffView(doc.signOffs.CTC),
    CALPADS: doc.signOffs.CALPADS && signOffView(doc.signOffs.CALPADS),
  },
  schedule: doc.schedule && {
    at: doc.schedule.at.toISOString(),
    by: doc.schedule.by,
    reason: doc.schedule.reason,
    title: doc.schedule.title,
    over: doc.schedule.over && overView(doc.schedule.over),
  },
  held: doc.held && { ...doc.held, at: doc.held.at.toISOString() },
  release: doc.release,
  withdrawn: doc.withdrawn && { ...doc.withdrawn, at: doc.withdrawn.at.toISOString() },
})

export const ReleaseChangeView = z.object({ number: z.int(), change: Change, reach: z.array(Reach) })

export const RelationView = CrosswalkRelation.extend({
  version: z.int(),
  removedIn: ReleaseId.nullable(),
  moved: z.boolean().meta({ description: 'An end no longer says what it said when the relation was read' }),
})
export const OperationList = z.object({
  revision: z.int(),
  version: z.int(),
  operations: z.array(Operation),
  words: z.array(z.string()).meta({ description: 'Of each operation, one line that needs no look-up' }),
})
export const OPERATIONS_LIMIT = 10 * 1024 * 1024
const operations = z.array(Operation).max(12_000)
export const Operations = z.strictObject({ operations: operations.min(1) })
/** Taking away the last operation, or undoing the first, leaves none. */
export const AnyOperations = z.strictObject({ operations })
/** Operations to try in place of the saved ones; nothing is written. */
export const Unsaved = AnyOperations.nullish()
export const withUnsaved = (proposal: ProposalDoc, unsaved: z.infer<typeof Unsaved>): ProposalDoc =>
  unsaved ? { ...proposal, operations: unsaved.operations } : proposal
/** What is not given is not known. */
export const dates = EffectiveDates.extend({
  adoption: EffectiveDates.shape.adoption.default(null),
  effective: EffectiveDates.shape.effective.default(null),
})
export const reason = writtenText(3, 2000)
export const ProposalParams = z.strictObject({ id: z.string().max(64) })
