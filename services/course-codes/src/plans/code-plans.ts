import { randomUUID } from 'node:crypto'
import type { Actor } from '@cte-align/contracts'
import { type ClientSession, type Database, etagOf, pageByKey, problem as shared } from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import type { CodePlan, CodePlanStep, PlanEntry } from './code-plan.ts'

const MOST_ENTRIES = 1000
/** A document of the database holds twice as much. */
const MOST_BYTES = 8 * 1024 * 1024

export interface Done {
  by: Actor
  reason: string
  at: Date
}
type Step = { step: CodePlanStep['step']; details?: Record<string, unknown> }

/** Code-change plans with their record. Each write takes the version that was read and adds a step, in one transaction. */
export function createCodePlanStore({ db, models }: { db: Database; models: CatalogueModels }) {
  const { codePlans, codePlanSteps } = models

  async function find(id: string): Promise<CodePlan> {
    const plan = await codePlans.findById(id).lean()
    if (plan === null) throw problem('CTE_NO_SUCH_CODE_PLAN', { plan: id })
    return plan
  }

  const stepOf = (plan: CodePlan, { step, details = undefined }: Step, done: Done): CodePlanStep => ({
    ...{ _id: `${plan._id}#${plan.steps}`, plan: plan._id, number: plan.steps },
    ...{ step, by: done.by, reason: done.reason, at: done.at, version: plan.version, details: details ?? null },
  })

  /** Throws CTE_CHANGED_MEANWHILE where somebody wrote it since `before` was read. */
  async function write(
    session: ClientSession,
    before: CodePlan,
    { set, ...step }: Step & { set: Partial<CodePlan> },
    done: Done,
  ): Promise<CodePlan> {
    const after = { ...before, ...set, version: before.version + 1, steps: before.steps + 1, updatedAt: done.at }
    refuseTooLarge(after.entries)
    const { matchedCount } = await codePlans.collection.replaceOne(
      { _id: before._id as never, version: before.version },
      after as never,
      { session },
    )
    if (matchedCount === 0)
      throw shared('CTE_CHANGED_MEANWHILE', { given: etagOf(before.version), current: 'a newer one' })
    await codePlanSteps.collection.insertOne(stepOf(after, step, done) as never, { session })
    return after
  }

  return {
    find,
    write,
    take: (before: CodePlan, change: Step & { set: Partial<CodePlan> }, done: Done): Promise<CodePlan> =>
      db.transaction(session => write(session, before, change, done)),
    async open(
      given: Pick<CodePlan, 'title' | 'about' | 'base' | 'schoolYear'>,
      { entries, withoutChange }: { entries: PlanEntry[]; withoutChange: number },
      done: Done,
    ): Promise<CodePlan> {
      refuseTooLarge(entries)
      const plan: CodePlan = {
        ...{ _id: randomUUID(), ...given, state: 'draft', version: 1, entries, withoutChange, steps: 1 },
        ...{ openedBy: done.by, openedAt: done.at, updatedAt: done.at, publishing: null },
      }
      await db.transaction(async session => {
        await codePlans.collection.insertOne(plan as never, { session })
        const details = { suggestions: entries.length, withoutChange }
        await codePlanSteps.collection.insertOne(stepOf(plan, { step: 'opened', details }, done) as never, { session })
      })
      return plan
    },
    page: (filter: { state?: string | undefined }, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(codePlans, filter.state === undefined ? {} : { state: filter.state }, page),
    record: async (plan: string): Promise<CodePlanStep[]> =>
      codePlanSteps.find({ plan }).sort({ number: 1 }).lean().exec(),
    unfinished: (): Promise<CodePlan[]> => codePlans.find({ state: 'publishing' }).lean().exec(),
  }
}
export type CodePlanStore = ReturnType<typeof createCodePlanStore>

/** Throws CTE_PLAN_CLOSED. */
export function requireDraft({ _id, state }: CodePlan): void {
  if (state !== 'draft') throw problem('CTE_PLAN_CLOSED', { plan: _id, state })
}

function refuseTooLarge(entries: readonly PlanEntry[]): void {
  if (entries.length > MOST_ENTRIES || Buffer.byteLength(JSON.stringify(entries)) > MOST_BYTES)
    throw problem('CTE_PLAN_TOO_LARGE', { most: MOST_ENTRIES, megabytes: MOST_BYTES / 1024 / 1024 })
}
