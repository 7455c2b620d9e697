import type { Bus } from '@cte-align/bus'
import { makeLinks, type Review, type WantedLink } from '@cte-align/review'
import type { Database, Outbox } from '@cte-align/service'
import type { Announcements } from '../announcements.ts'
import type { CatalogueModels } from '../catalogue.ts'
import type { Edition } from '../code-sets/edition.ts'
import { digestOf, type EditionStore } from '../code-sets/editions.ts'
import { liveRows } from '../code-sets/live-rows.ts'
import { dependentOf } from '../course-code.ts'
import { problem } from '../errors.ts'
import type { FollowedRuleStore } from '../followed-rules.ts'
import type { CodePlan, Publishing } from './code-plan.ts'
import { type CodePlanStore, requireDraft } from './code-plans.ts'
import { decidedIn, undecidedIn } from './decide.ts'
import { lookAtPlan } from './look-at-plan.ts'
import { eventsOf, withDescriptions } from './plan-outcome.ts'
import { writeCodes } from './write-codes.ts'

export interface PublishParts {
  db: Database
  models: CatalogueModels
  bus: Pick<Bus, 'request'>
  review: Review
  rules: FollowedRuleStore
  outbox: Outbox
  announce: Announcements
  plans: CodePlanStore
  editions: EditionStore
  now: () => Date
}

/**
 * Here a plan becomes an edition and its codes live ones. It rolls forward: `begin` refuses whatever could refuse it, takes the
 * edition's name and writes the intention; `finish` changes the codes in batches, keeps the edition's rows, and then in one
 * transaction (the commit point) the plan is published, with its code changes and events. A crash is finished by the next start.
 */
export function createPlanPublisher(parts: PublishParts) {
  const { db, models, bus, review, rules, outbox, plans, editions, now } = parts

  /** Throws CTE_PLAN_CLOSED, CTE_PLAN_UNDECIDED, CTE_PLAN_IMPOSSIBLE, CTE_PLAN_EMPTY, CTE_EDITION_EXISTS or CTE_PLAN_UNDER_WAY. */
  async function begin(plan: CodePlan, asked: Omit<Publishing, 'links'>): Promise<CodePlan> {
    requireDraft(plan)
    const undecided = undecidedIn(plan)
    if (undecided.length > 0) throw problem('CTE_PLAN_UNDECIDED', { plan: plan._id, count: undecided.length })
    const published = await editions.countPublished()
    const { findings, planned } = await lookAtPlan(parts, plan)
    refuse(
      findings.flatMap(({ severity, entry, message }) =>
        severity === 'error' ? [{ path: entry === null ? '/entries' : `/entries/${entry}`, message }] : [],
      ),
    )
    if (planned.changes.length === 0) throw problem('CTE_PLAN_EMPTY', { plan: plan._id })
    const { links, faults } = await makeLinks(bus, wishesOf(plan), { correlationId: asked.correlationId })
    refuse(faults)
    const publishing = { ...asked, links: links.filter(link => link !== null) }
    const { by, reason } = asked
    try {
      return await db.transaction(async session => {
        // What was looked at may be another by now.
        if ((await editions.countPublished(session)) !== published)
          throw problem('CTE_PLAN_UNDER_WAY', { plan: plan._id })
        await editions.insert({ ...editionOf(plan, publishing), pending: true }, session)
        const set = { state: 'publishing', publishing } as const
        const details = { edition: asked.edition }
        return plans.write(session, plan, { step: 'publishing-begun', set, details }, { by, reason, at: now() })
      })
    } catch (cause) {
      if ((cause as { code?: unknown }).code !== 11000) throw cause
      throw problem('CTE_PLAN_UNDER_WAY', { plan: plan._id }, { cause })
    }
  }

  /** Brings what began to its end. Doing it again, or in two instances at once, changes nothing. */
  async function finish(plan: CodePlan): Promise<CodePlan> {
    const publishing = plan.publishing!
    await writeCodes(parts, plan)
    const base = plan.base === null ? [] : await editions.rows(plan.base)
    const rows = withDescriptions(await liveRows(models, plan.schoolYear), base, plan)
    const edition = { ...editionOf(plan, publishing), codes: rows.length, digest: digestOf(rows), at: now() }
    await editions.writeRows(edition.set, rows)
    const { changes, events } = eventsOf(plan, edition)
    const done = await db.transaction(async session => {
      const standing = await models.codePlans.findById(plan._id, null, { session }).lean()
      if (standing?.state !== 'publishing') return standing!
      const { by, reason } = publishing
      await editions.complete(edition, session)
      await models.codeChanges.collection.insertMany(changes as never[], { session })
      await outbox.append(session, events)
      const details = { edition: edition._id, codes: rows.length, changes: changes.length, digest: edition.digest }
      return plans.write(
        session,
        standing,
        { step: 'published', set: { state: 'published' }, details },
        { by, reason, at: now() },
      )
    })
    await rules.settle()
    await review.assessPending()
    return done
  }

  return {
    begin,
    finish,
    publish: async (plan: CodePlan, asked: Omit<Publishing, 'links'>): Promise<CodePlan> =>
      finish(await begin(plan, asked)),
    /** For the start of the service. */
    async finishAll(): Promise<void> {
      for (const plan of await plans.unfinished()) await finish(plan)
    },
  }
}
export type PlanPublisher = ReturnType<typeof createPlanPublisher>

function refuse(errors: { path: string; message: string }[]): void {
  if (errors.length === 0) return
  throw problem('CTE_PLAN_IMPOSSIBLE', { count: errors.length, detail: errors[0]!.message }, { errors })
}

/** The links of the codes that it makes; a code whose item nobody knows has none. */
export const wishesOf = (plan: Pick<CodePlan, 'entries' | 'title'>): WantedLink[] =>
  decidedIn(plan).flatMap(({ id, content }) =>
    content.newCodes.flatMap(row =>
      row.item === null
        ? []
        : [
            {
              ...{ dependent: dependentOf(row), ...row.item, any: null, verified: true },
              ...{ basis: `code-change plan ${plan.title}`, path: `/entries/${id}/newCodes/${row.code}/item` },
            },
          ],
    ),
  )

const editionOf = (plan: CodePlan, { edition, title, publishedOn, by }: Publishing): Edition => ({
  ...{ _id: edition, title, schoolYear: plan.schoolYear, publishedOn },
  ...{ source: `Code-change plan: ${plan.title}`, verified: true, origin: 'published', plan: plan._id },
  ...{ codes: 0, digest: '', by, at: plan.updatedAt, set: `plan ${plan._id}` },
})
