import { type Actor, fingerprint, type GrandfatheringRule } from '@cte-align/contracts'
import {
  type ClientSession,
  type Database,
  etagOf,
  type Outbox,
  pageByKey,
  problem as shared,
} from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import type { GrandfatheringStep } from './grandfathering-history.ts'
import { type StoredGrandfatheringRule, toGrandfatheringRule } from './grandfathering-rule.ts'

type Models = Pick<CatalogueModels, 'grandfathering' | 'grandfatheringHistory'>
export interface GrandfatheringParts {
  models: Models
  outbox: Outbox
  now: () => Date
}
/** Who puts a rule in force, why, and on which version it was based: 0 for a new one, null for whatever there is. */
export interface Putting {
  by: Actor
  reason: string
  correlationId: string
  expected: number | null
}
export interface GrandfatheringFilter {
  authorization?: string | undefined
  courseCode?: string | undefined
  precedent?: string | undefined
  /** Holds on this day: it has not come to its end before. */
  on?: string | undefined
}

/**
 * Puts a rule in force in the caller's transaction: the rule, a step of its history and its event. A rule that says the same
 * already changes nothing and says nothing. Throws CTE_GRANDFATHERING_RULE_EXISTS or CTE_CHANGED_MEANWHILE. For the rules of a
 * published edition and for those that people make.
 */
export async function putGrandfathering(
  { models, outbox, now }: GrandfatheringParts,
  session: ClientSession,
  rule: GrandfatheringRule,
  { by, reason, correlationId, expected }: Putting,
): Promise<StoredGrandfatheringRule> {
  const before = await models.grandfathering.findById(rule.id, null, { session }).lean()
  if (before !== null && fingerprint(toGrandfatheringRule(before)) === fingerprint(rule)) return before
  const version = (before?.version ?? 0) + 1
  if (expected !== null && expected !== version - 1) {
    if (expected === 0) throw problem('CTE_GRANDFATHERING_RULE_EXISTS', { id: rule.id })
    throw shared('CTE_CHANGED_MEANWHILE', { given: etagOf(expected), current: etagOf(version - 1) })
  }
  const at = now()
  const row: StoredGrandfatheringRule = { _id: rule.id, version, updatedAt: at, ...rule }
  await models.grandfathering.collection.replaceOne({ _id: rule.id } as never, row as never, { session, upsert: true })
  const act = actOf(before, rule)
  const step: GrandfatheringStep = {
    ...{ _id: `${rule.id}@${version}`, rule: rule.id, version, act, content: rule, actor: by.id, reason, at },
  }
  await models.grandfatheringHistory.collection.insertOne(step as never, { session })
  await outbox.append(session, [
    {
      ...{ type: 'cte.ctc.grandfathering-rule.changed', subject: rule.id, key: rule.authorization.split('/')[0]! },
      ...{ data: { rule, act, reason, version }, by, correlationid: correlationId },
    },
  ])
  return row
}

function actOf(before: StoredGrandfatheringRule | null, rule: GrandfatheringRule): GrandfatheringStep['act'] {
  if (before === null) return 'made'
  const same = fingerprint({ ...toGrandfatheringRule(before), through: rule.through }) === fingerprint(rule)
  return same && rule.through !== null ? 'ended' : 'changed'
}

export function createGrandfatheringStore(parts: GrandfatheringParts & { db: Database }) {
  const { db, models } = parts
  const { grandfathering, grandfatheringHistory } = models

  async function find(id: string): Promise<StoredGrandfatheringRule> {
    const row = await grandfathering.findById(id).lean()
    if (row === null) throw problem('CTE_NO_SUCH_GRANDFATHERING_RULE', { id })
    return row
  }

  return {
    find,
    page: (filter: GrandfatheringFilter, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(grandfathering, queryOf(filter), page),
    /** What was done with it, the first step first. */
    history: async (id: string) => {
      await find(id)
      return grandfatheringHistory.find({ rule: id }).sort({ version: 1 }).lean()
    },
    put: (rule: GrandfatheringRule, putting: Putting) =>
      db.transaction(session => putGrandfathering(parts, session, rule, putting)),
  }
}
export type GrandfatheringStore = ReturnType<typeof createGrandfatheringStore>

function queryOf({ authorization, courseCode, precedent, on }: GrandfatheringFilter): Record<string, unknown> {
  return {
    ...(authorization !== undefined && { authorization }),
    ...(courseCode !== undefined && { courseCodes: courseCode }),
    ...(precedent !== undefined && { precedent }),
    ...(on !== undefined && { $or: [{ through: null }, { through: { $gte: on } }] }),
  }
}

/** `cte-r4t-anr-issued-before-2027-07-01`: what somebody would call it. */
export function grandfatheringIdOf({
  authorization,
  date,
  before,
}: Pick<GrandfatheringRule, 'authorization' | 'date' | 'before'>): string {
  const codes = authorization.replace('*', 'any').replaceAll('/', '-').toLowerCase()
  return `${codes}-${date}-before-${before}`
}
