import { Actor, Dependent, Severity } from '@cte-align/contracts'
import { z } from 'zod'
import { type BulkPlan, MOST_FLAGS } from './bulk-plan.ts'
import { Disposition } from './disposition.ts'
import { FlagFilterBody } from './flag-filter.ts'
import { FlagId } from './flag-views.ts'
import type { BulkActionDoc } from './models/bulk-action.ts'
import { FlagState } from './state-machine.ts'
import { Step } from './step.ts'

/** Lists in an answer are for reading: beyond this many the counts tell. */
export const MOST_LISTED = 1000
const Digest = z.string().regex(/^[0-9a-f]{32}$/, 'must be the digest of a dry run')
export const BulkBody = z.strictObject({
  filter: FlagFilterBody.optional().meta({ description: 'As of GET /flags; {} is every flag' }),
  ids: z.array(FlagId).min(1).max(MOST_FLAGS).optional().meta({ description: 'These, in place of a filter' }),
  step: Step,
  dryRun: z.boolean().default(true),
  digest: Digest.optional().meta({ description: 'What the dry run gave; needed to apply' }),
})

export const StandingView = z.object({
  state: FlagState,
  owner: z.string().nullable(),
  disposition: Disposition.nullable(),
  due: z.iso.date().nullable().meta({ description: 'Set by hand; null: the reckoned day holds' }),
})
const Change = z.object({
  id: FlagId,
  version: z.int(),
  seen: z.string().meta({ description: 'textFingerprint: what resolving attests' }),
  dependent: Dependent,
  severity: Severity,
  before: StandingView,
  after: StandingView,
})
const Refused = z.object({ flag: FlagId, code: z.string(), reason: z.string() })
export const PlanView = z.object({
  dryRun: z.literal(true),
  digest: Digest,
  flags: z.int().meta({ description: 'In the set' }),
  changes: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  rows: z.array(Change).meta({ description: 'The first thousand that would change; the digest is of all' }),
  refusals: z.array(Refused.extend({ dependent: Dependent.nullable() })).meta({ description: 'The first thousand' }),
})
export const BulkActionView = z.object({
  id: z.uuid(),
  kind: z.enum(['bulk', 'decisions', 'undo']),
  actor: Actor,
  step: Step.omit({ reason: true }).nullable(),
  reason: z.string(),
  of: z.string(),
  undoes: z.uuid().nullable(),
  undoneBy: z.uuid().nullable(),
  state: z.enum(['applying', 'done']),
  flags: z.int(),
  moved: z.int(),
  skipped: z.int().meta({ description: 'Moved by others meanwhile, or no longer possible' }),
  skips: z.array(Refused).meta({ description: 'The first thousand' }),
  begunAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
})
export const BulkActionRow = BulkActionView.omit({ skips: true, undoneBy: true })

export function toBulkRow(action: BulkActionDoc): z.infer<typeof BulkActionRow> {
  const { _id: id, kind, actor, step, reason, of, undoes, state, flags, moved, skipped, begunAt, endedAt } = action
  const { reason: _, ...taken } = step ?? { reason: '' }
  return {
    ...{ id, kind, actor, step: step === null ? null : taken, reason, of, undoes, state, flags, moved, skipped },
    ...{ begunAt: begunAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
  }
}

export function toPlanView({ digest, flags, changes, unchanged, refused }: BulkPlan): z.infer<typeof PlanView> {
  return {
    ...{ dryRun: true, digest, flags, changes: changes.length, unchanged, refused: refused.length },
    ...{ rows: changes.slice(0, MOST_LISTED), refusals: refused.slice(0, MOST_LISTED) },
  }
}
