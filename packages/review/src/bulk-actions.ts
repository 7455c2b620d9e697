import { type Actor, idFrom } from '@cte-align/contracts'
import { type ClientSession, type Database, failPoint } from '@cte-align/service'
import { skip, stepOf, undoIn } from './bulk-judge.ts'
import { LIGHT } from './bulk-plan.ts'
import { problem } from './errors.ts'
import { batches } from './lineages.ts'
import type { BulkActionDoc, BulkBatchDoc, BulkRow, Skipped } from './models/bulk-action.ts'
import type { FlagDoc } from './models/flag.ts'
import type { Positions } from './positions.ts'
import type { Step } from './step.ts'
import type { Log } from './surroundings.ts'
import { createTakeSteps, type Taken, type TakeStepsOptions } from './take-steps.ts'
import { logsOf } from './undo.ts'

export interface BulkOptions extends TakeStepsOptions {
  db: Database
  positions: Positions
  log: Log
}

/** What is to be done, settled to the last flag. */
export interface BulkOrder {
  /** Computed from what was shown: the same order again is the same action. */
  id: string
  kind: BulkActionDoc['kind']
  actor: Actor
  step: Step | null
  reason: string
  of: string
  undoes?: string
  rows: readonly BulkRow[]
  correlation: string
}

const FLAGS_A_TRANSACTION = 200

/**
 * One step over many flags, as a roll-forward: the order is written first, with every flag and its version; then batches are moved,
 * each in a transaction with its flags, log entries, events and its own report. Killed anywhere, the next call finishes it.
 * What moved meanwhile is passed over and named.
 */
export function createBulkActions(options: BulkOptions) {
  const { db, models, positions, log, now } = options
  const { BulkAction, BulkBatch, Flag } = models
  const take = createTakeSteps(options)
  const running = new Map<string, Promise<void>>()

  async function write(order: BulkOrder): Promise<void> {
    const { id: action, rows, undoes = null, kind, actor, step, reason, of, correlation } = order
    let number = 0
    for await (const some of batches(rows, FLAGS_A_TRANSACTION)) {
      number++
      const batch = { action, number, rows: some, done: false, moved: [], skipped: [] }
      await BulkBatch.updateOne({ _id: `${action}:${number}` }, { $setOnInsert: batch }, { upsert: true })
    }
    failPoint('bulk.batches-written')
    const head: Omit<BulkActionDoc, '_id'> = {
      ...{ kind, actor, step, reason, of, undoes, flags: rows.length, batches: number, correlation },
      ...{ state: 'applying', moved: 0, skipped: 0, begunAt: now(), endedAt: null },
    }
    await BulkAction.updateOne({ _id: action }, { $setOnInsert: head }, { upsert: true })
    failPoint('bulk.begun')
  }

  async function moveBatch(action: BulkActionDoc, id: string): Promise<void> {
    await db.transaction(async session => {
      if (await positions.rebuilding(session)) throw problem('CTE_REBUILDING')
      const batch = await BulkBatch.findOneAndUpdate({ _id: id, done: false }, { done: true }, { session }).lean<
        BulkBatchDoc | undefined
      >()
      // Another instance has moved it.
      if (!batch) return
      const { taken, skipped } = await judgeAll(action, batch.rows, session)
      await take(session, taken, action.correlation)
      await BulkBatch.updateOne({ _id: id }, { moved: taken.map(one => one.flag._id), skipped }, { session })
    })
  }

  async function judgeAll(action: BulkActionDoc, rows: readonly BulkRow[], session: ClientSession) {
    const ids = rows.map(row => row.id)
    const resolves = rows.some(row => (row.step ?? action.step)?.to === 'resolved')
    const found = await Flag.find({ _id: { $in: ids } }, resolves ? null : LIGHT, { session }).lean<FlagDoc[]>()
    const flags = new Map(found.map(flag => [flag._id, flag]))
    const logs = action.kind === 'undo' ? await logsOf(models, ids, session) : new Map()
    const taken: Taken[] = []
    const skipped: Skipped[] = []
    for (const row of rows) {
      const flag = flags.get(row.id)
      const outcome =
        flag === undefined
          ? skip(row.id, problem('CTE_NO_SUCH_FLAG', { id: row.id }))
          : action.kind === 'undo'
            ? undoIn(action, flag, logs.get(row.id) ?? [])
            : stepOf(action, row, flag)
      if ('code' in outcome) skipped.push(outcome)
      else taken.push(outcome)
    }
    return { taken, skipped }
  }

  async function finish(id: string): Promise<void> {
    const action = await BulkAction.findById(id).lean<BulkActionDoc>()
    if (action?.state !== 'applying') return
    const waiting = await BulkBatch.find({ action: id, done: false }, { _id: 1 }).sort({ number: 1 }).lean()
    for (const batch of waiting) {
      await moveBatch(action, batch._id)
      failPoint('bulk.batch-moved')
    }
    const [counted] = await BulkBatch.aggregate<{ moved: number; skipped: number }>([
      { $match: { action: id } },
      { $group: { _id: null, moved: { $sum: { $size: '$moved' } }, skipped: { $sum: { $size: '$skipped' } } } },
    ])
    const { moved = 0, skipped = 0 } = counted ?? {}
    const ended = { state: 'done', moved, skipped, endedAt: now() }
    const done = await BulkAction.updateOne({ _id: id, state: 'applying' }, { $set: ended })
    if (done.modifiedCount === 1)
      log.info({ correlationId: action.correlation, bulk: id, moved, skipped }, 'A bulk action was applied')
  }

  /** Within a process one at a time; several processes divide the batches between them. */
  function finishOnce(id: string): Promise<void> {
    const known = running.get(id) ?? finish(id).finally(() => running.delete(id))
    running.set(id, known)
    return known
  }

  async function read(id: string): Promise<BulkActionDoc> {
    const action = await BulkAction.findById(id).lean<BulkActionDoc>()
    if (action === null) throw problem('CTE_NO_SUCH_BULK_ACTION', { id })
    return action
  }

  async function apply(order: BulkOrder): Promise<BulkActionDoc> {
    if (await positions.rebuilding()) throw problem('CTE_REBUILDING')
    await write(order)
    await finishOnce(order.id)
    return read(order.id)
  }

  return {
    apply,
    read,
    find: (id: string) => BulkAction.findById(id).lean<BulkActionDoc>(),
    /** What a crash left half done, and what waits for a rebuild to end. */
    async finishPending(): Promise<void> {
      const pending = await BulkAction.find({ state: 'applying' }, { _id: 1 }).sort({ begunAt: 1 }).lean()
      for (const { _id } of pending) await finishOnce(_id)
    },
    /** The action that took this one back. */
    undoneBy: async (id: string) => (await BulkAction.findOne({ undoes: id }, { _id: 1 }).lean())?._id ?? null,
    async skippedOf(id: string, most: number): Promise<Skipped[]> {
      const found = await BulkBatch.find({ action: id, 'skipped.0': { $exists: true } }, { skipped: 1 })
        .sort({ number: 1 })
        .limit(most)
        .lean<Pick<BulkBatchDoc, 'skipped'>[]>()
      return found.flatMap(batch => batch.skipped).slice(0, most)
    },
    /**
     * Puts back each flag that the action moved and nobody has moved since; the others are named. Once: asked again, it is the same
     * undo. An undo is not undone: take the step itself once more.
     */
    async undo(id: string, by: Pick<BulkOrder, 'actor' | 'reason' | 'correlation'>): Promise<BulkActionDoc> {
      const action = await read(id)
      const why = refusal(action, by.actor)
      if (why !== null) throw problem('CTE_BULK_UNDO_REFUSED', { id, why })
      const moved = await BulkBatch.find({ action: id }, { moved: 1 }).sort({ number: 1 }).lean()
      const rows = moved.flatMap(batch => batch.moved.map(flag => ({ id: flag })))
      const of = `what bulk action ${id} moved`
      return apply({ ...by, id: idFrom('bulk-undo', id), kind: 'undo', step: null, of, undoes: id, rows })
    },
  }
}
export type BulkActions = ReturnType<typeof createBulkActions>

function refusal({ kind, state, actor }: BulkActionDoc, by: Actor): string | null {
  if (kind === 'undo') return 'it is itself an undo; take its steps once more'
  if (state === 'applying') return 'it is still being applied'
  const may = actor.id === by.id || by.role === 'approver' || by.role === 'administrator'
  return may ? null : `${actor.id} took it; ask them, an approver or an administrator`
}
