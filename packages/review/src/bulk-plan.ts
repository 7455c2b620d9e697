import { type Actor, type Dependent, fingerprint, type Severity } from '@cte-align/contracts'
import { CteError, type FieldError } from '@cte-align/service'
import type { QueryFilter } from 'mongoose'
import { problem } from './errors.ts'
import { FLAG_ORDER } from './flag-order.ts'
import type { BulkRow, Skipped } from './models/bulk-action.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { type FullStanding, type Step, standingOf, stepFrom } from './step.ts'

/** The most flags of one step. */
export const MOST_FLAGS = 20_000
const A_DAY_MS = 24 * 60 * 60 * 1000
const MOST_NAMED = 1000

/** Which flags: those that a filter finds, or these. */
export interface BulkSet {
  query: QueryFilter<FlagDoc>
  ids?: readonly string[] | undefined
}

export interface PlannedFlag extends Required<Pick<BulkRow, 'id' | 'version' | 'seen'>> {
  dependent: Dependent
  severity: Severity
  before: FullStanding
  after: FullStanding
}

export interface BulkPlan {
  /** Of all that follows, and of who asks. */
  digest: string
  flags: number
  changes: PlannedFlag[]
  unchanged: number
  refused: (Skipped & { dependent: Dependent | null })[]
}

export const LIGHT = { causes: 0, items: 0, itemKeys: 0, findings: 0, positions: 0, changes: 0 } as const

/** What a step would do to each flag of a set, written nowhere. What was shown is kept for a day under its digest. */
export function createBulkPlan({ models, now }: { models: ReviewModels; now: () => Date }) {
  const { Flag, BulkShown } = models

  async function plan({ query, ids }: BulkSet, step: Step, actor: Actor) {
    const set: BulkPlan = { digest: '', flags: 0, changes: [], unchanged: 0, refused: [] }
    const rows: { id: string; version: number; key: string }[] = []
    const said: unknown[] = [actor.id, step]
    const where = ids === undefined ? query : { _id: { $in: [...ids] } }
    const found = Flag.find(where, LIGHT)
      .sort(FLAG_ORDER)
      .limit(MOST_FLAGS + 1)
    for await (const flag of found.lean<FlagDoc[]>().cursor({ batchSize: 1000 })) {
      if (++set.flags > MOST_FLAGS) throw problem('CTE_BULK_TOO_LARGE', { most: MOST_FLAGS })
      const { _id: id, version, dependent, impactFingerprint: seen, severity } = flag
      rows.push({ id, version, key: dependent.key })
      const outcome = judge(flag, step)
      said.push([id, version, seen, 'code' in outcome ? outcome.code : outcome.after])
      if ('after' in outcome)
        set.changes.push({ id, version, seen, dependent, severity, before: standingOf(flag), after: outcome.after })
      else if (outcome.code === 'CTE_STEP_CHANGES_NOTHING') set.unchanged++
      else set.refused.push({ ...outcome, dependent })
    }
    const known = new Set(rows.map(row => row.id))
    for (const id of new Set(ids)) {
      if (known.has(id)) continue
      const { code, message: reason } = problem('CTE_NO_SUCH_FLAG', { id })
      set.refused.push({ flag: id, code, reason, dependent: null })
      said.push([id, code])
    }
    return { ...set, digest: fingerprint(said), rows }
  }

  return {
    /** For a dry run. */
    async show(set: BulkSet, step: Step, actor: Actor): Promise<BulkPlan> {
      const { rows, ...shown } = await plan(set, step, actor)
      const at = now()
      await BulkShown.replaceOne({ _id: shown.digest }, { rows, at }, { upsert: true })
      await BulkShown.deleteMany({ at: { $lt: new Date(at.getTime() - A_DAY_MS) } })
      return shown
    },
    /** The plan as it stands, where it is what was shown. Throws CTE_BULK_MOVED naming what moved. */
    async agreed(set: BulkSet, step: Step, { actor, digest }: { actor: Actor; digest: string }): Promise<BulkPlan> {
      const { rows, ...standing } = await plan(set, step, actor)
      if (standing.digest === digest) return standing
      const shown = await BulkShown.findById(digest).lean()
      const errors = shown === null ? [] : differences(shown.rows, rows)
      const changes =
        shown === null
          ? `No dry run of the last day, by ${actor.id}, showed this digest`
          : errors.length === 0
            ? 'The step, or who takes it, is another'
            : `Flags that moved, came or went: ${errors.length}; the first: ${errors[0]!.message}`
      throw problem('CTE_BULK_MOVED', { changes }, { errors: errors.slice(0, MOST_NAMED) })
    },
  }
}
export type Bulk = ReturnType<typeof createBulkPlan>

/** Where the step leads, or why it cannot be taken. */
export function judge(flag: FlagDoc, step: Step): { after: FullStanding } | Skipped {
  try {
    return { after: stepFrom(flag, step) }
  } catch (error) {
    if (!(error instanceof CteError)) throw error
    return { flag: flag._id, code: error.code, reason: error.message }
  }
}

type Shown = { id: string; version: number; key: string }

function differences(before: readonly Shown[], now: readonly Shown[]): FieldError[] {
  const then = new Map(before.map(row => [row.id, row]))
  const here = new Set(now.map(row => row.id))
  const named = ({ id }: Shown, message: string) => ({ path: `/flags/${id}`, message })
  return [
    ...now.flatMap(row => {
      const old = then.get(row.id)
      if (old === undefined) return [named(row, `${row.key} came into the set`)]
      return old.version === row.version ? [] : [named(row, `${row.key} was v${old.version} and is v${row.version}`)]
    }),
    ...before.filter(row => !here.has(row.id)).map(row => named(row, `${row.key} left the set`)),
  ]
}
