import { PlanContent } from '@cte-align/contracts'
import {
  ActorAndVersion,
  decodeCursor,
  encodeCursor,
  PageQuery,
  pageOf,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import { ENTRY_STATES } from '../plans/code-plan.ts'
import { withAdded, withDecided, withEdited } from '../plans/decide.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'
import { EntryKey, EntryShape, PlanId, PlanKey, PlanShape, reason, showEntry } from './code-plan-shapes.ts'
import { answerPlan, draftFor, refusals } from './code-plan-writing.ts'
import { type PlanParts, tags } from './code-plans.ts'

/** What a plan says of codes: suggested, added, edited, decided. Each step takes the version that was read, and stands in the record. */
export function codePlanEntryRoutes(app: Service, { plans, suggest, now }: PlanParts): void {
  app.get(
    '/code-plans/:id/entries',
    {
      schema: {
        operationId: 'listCodePlanEntries',
        tags,
        summary: 'The entries of a plan, in the order in which they came',
        params: PlanKey,
        querystring: PageQuery.extend({ state: z.enum(ENTRY_STATES).optional() }),
        response: { 200: pageOf(EntryShape), ...responses(404) },
      },
    },
    async ({ params, query: { limit, cursor, state } }) => {
      const { entries } = await plans.find(params.id)
      const from = cursor === undefined ? 0 : decodeCursor(z.int().min(0).max(10_000), cursor)
      const found = entries.filter(entry => state === undefined || entry.state === state)
      const next = from + limit < found.length ? encodeCursor(from + limit) : null
      return { items: found.slice(from, from + limit).map(showEntry), next }
    },
  )
  app.post(
    '/code-plans/:id/entries',
    {
      schema: {
        operationId: 'addCodePlanEntries',
        tags,
        summary: 'Add entries of your own',
        params: PlanKey,
        headers: ActorAndVersion,
        body: z.strictObject({ entries: z.array(PlanContent).min(1).max(200), reason }),
        response: { 200: PlanShape, ...refusals },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, COURSE_CODE_EDITORS)
      const done = { by, reason: request.body.reason, at: now() }
      const entries = withAdded(plan, request.body.entries, done)
      const details = { added: entries.slice(plan.entries.length).map(({ id }) => id) }
      return answerPlan(reply, await plans.take(plan, { step: 'entries-added', set: { entries }, details }, done))
    },
  )
  app.put(
    '/code-plans/:id/entries/:entry',
    {
      schema: {
        operationId: 'editCodePlanEntry',
        tags,
        summary: 'Give an entry other content: that decides a suggestion too',
        params: EntryKey,
        headers: ActorAndVersion,
        body: PlanContent,
        response: { 200: PlanShape, ...refusals },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, COURSE_CODE_EDITORS)
      const done = { by, reason: request.body.reason, at: now() }
      const { entry } = request.params
      const entries = withEdited(plan, entry, request.body, done)
      const before = plan.entries.find(({ id }) => id === entry)
      const details = { entry, before: before?.content ?? null, after: request.body }
      return answerPlan(reply, await plans.take(plan, { step: 'entry-edited', set: { entries }, details }, done))
    },
  )
  app.post(
    '/code-plans/:id/decisions',
    {
      schema: {
        operationId: 'decideCodePlanEntries',
        tags,
        summary: 'Accept entries as they are, or decline them; "suggested": all that nobody has decided',
        params: PlanKey,
        headers: ActorAndVersion,
        body: z.strictObject({
          entries: z.union(
            [z.array(PlanId).min(1).max(1000), z.literal('suggested')],
            'must be a list of ids, or "suggested"',
          ),
          decision: z.enum(['accept', 'decline']),
          reason,
        }),
        response: { 200: PlanShape, ...refusals },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, COURSE_CODE_EDITORS)
      const { entries: ids, decision, reason: why } = request.body
      const done = { by, reason: why, at: now() }
      const entries = withDecided(plan, { ids, decision }, done)
      const details = { decision, entries: entries.filter((each, n) => each !== plan.entries[n]).map(({ id }) => id) }
      return answerPlan(reply, await plans.take(plan, { step: 'decided', set: { entries }, details }, done))
    },
  )
  app.post(
    '/code-plans/:id/suggestions',
    {
      schema: {
        operationId: 'suggestCodePlanEntries',
        tags,
        summary: 'Ask again what its release or proposal suggests: what is new is added, what is there stays',
        params: PlanKey,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: PlanShape, ...refusals, ...responses(503) },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, COURSE_CODE_EDITORS)
      const asked = plan.about === null || 'release' in plan.about ? plan.about : { proposal: plan.about.proposal }
      const { about, entries: all, withoutChange } = await suggest(asked, request.correlationId)
      const known = new Set(plan.entries.map(({ id }) => id))
      const added = all.filter(({ id }) => !known.has(id))
      const set = { about, withoutChange, entries: [...plan.entries, ...added] }
      const done = { by, reason: request.body.reason, at: now() }
      return answerPlan(
        reply,
        await plans.take(plan, { step: 'suggested', set, details: { added: added.length } }, done),
      )
    },
  )
}
