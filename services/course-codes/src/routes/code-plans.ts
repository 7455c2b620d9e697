import { EditionId, PlanFinding, ReleaseId, SchoolYear, writtenText } from '@cte-align/contracts'
import { compareCodePlans } from '@cte-align/impact'
import { ActorHeader, etagOf, PageQuery, pageOf, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import type { EditionStore } from '../code-sets/editions.ts'
import { PLAN_STATES } from '../plans/code-plan.ts'
import { type CodePlanStore, requireDraft } from '../plans/code-plans.ts'
import { decidedIn } from '../plans/decide.ts'
import { lookAtPlan, whatIf } from '../plans/look-at-plan.ts'
import type { PlanPublisher } from '../plans/publish-plan.ts'
import type { AskedAbout, Suggested } from '../plans/suggest-entries.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'
import {
  PlanId,
  PlanKey,
  PlanShape,
  PlansComparedShape,
  ProposalId,
  reason,
  StepShape,
  showPlan,
  showStep,
  showWhatIf,
  WhatIfShape,
} from './code-plan-shapes.ts'

export const tags = ['code-change plans']
const NewPlan = z.strictObject({
  title: writtenText(1, 300),
  about: z
    .union(
      [z.strictObject({ release: ReleaseId.max(80) }), z.strictObject({ proposal: ProposalId })],
      'must be {"release": id} or {"proposal": id} or null',
    )
    .nullable()
    .default(null)
    .meta({ description: 'Asks what it suggests for the course codes; null: an empty plan' }),
  base: EditionId.nullable().default(null),
  schoolYear: SchoolYear,
  reason,
})

export interface PlanParts {
  models: CatalogueModels
  plans: CodePlanStore
  editions: EditionStore
  publisher: PlanPublisher
  suggest: (about: AskedAbout, correlationId: string) => Promise<Suggested>
  now: () => Date
}

/** Plans of code changes: opened, read, held against the code set, compared. None of it moves a course code. */
export function codePlanRoutes(app: Service, parts: PlanParts): void {
  const { plans, editions, suggest, now } = parts

  app.post(
    '/code-plans',
    {
      schema: {
        operationId: 'openCodePlan',
        tags,
        summary: 'Open a plan of code changes, with what a release or proposal suggests',
        headers: ActorHeader,
        body: NewPlan,
        response: { 201: PlanShape, ...responses(401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, COURSE_CODE_EDITORS)
      const { title, about: asked, base, schoolYear, reason: why } = request.body
      if (base !== null) await editions.find(base)
      const { about, ...suggested } = await suggest(asked, request.correlationId)
      const plan = await plans.open({ title, about, base, schoolYear }, suggested, { by, reason: why, at: now() })
      reply.status(201).header('etag', etagOf(plan.version))
      return showPlan(plan)
    },
  )
  app.get(
    '/code-plans',
    {
      schema: {
        operationId: 'listCodePlans',
        tags,
        summary: 'Plans of code changes',
        querystring: PageQuery.extend({ state: z.enum(PLAN_STATES).optional() }),
        response: { 200: pageOf(PlanShape), ...responses() },
      },
    },
    async ({ query }) => {
      const page = await plans.page(query, query)
      return { items: page.items.map(showPlan), next: page.next }
    },
  )
  app.get(
    '/code-plans/compare',
    {
      schema: {
        operationId: 'compareCodePlans',
        tags,
        summary: 'Two plans side by side: the codes that both decide otherwise, and those of one alone',
        querystring: z.strictObject({ a: PlanId, b: PlanId }),
        response: { 200: PlansComparedShape, ...responses(404) },
      },
    },
    async ({ query }) => {
      const [a, b] = await Promise.all([plans.find(query.a), plans.find(query.b)])
      const found = compareCodePlans(decidedIn(a), decidedIn(b))
      const { onlyA, onlyB, differing, same } = found
      const counts = { onlyA: onlyA.length, onlyB: onlyB.length, differing: differing.length, same: same.length }
      return { counts, ...found, schoolYears: { a: a.schoolYear, b: b.schoolYear } }
    },
  )
  app.get(
    '/code-plans/:id',
    {
      schema: {
        operationId: 'readCodePlan',
        tags,
        summary: 'One plan: what it is about, how far it is decided',
        params: PlanKey,
        response: { 200: PlanShape, ...responses(404) },
      },
    },
    async ({ params }, reply) => {
      const plan = await plans.find(params.id)
      reply.header('etag', etagOf(plan.version))
      return showPlan(plan)
    },
  )
  app.get(
    '/code-plans/:id/record',
    {
      schema: {
        operationId: 'readCodePlanRecord',
        tags,
        summary: 'Who did what to the plan, when and why; nothing of it is ever changed',
        params: PlanKey,
        response: { 200: z.object({ items: z.array(StepShape) }), ...responses(404) },
      },
    },
    async ({ params }) => {
      await plans.find(params.id)
      return { items: (await plans.record(params.id)).map(showStep) }
    },
  )
  app.get(
    '/code-plans/:id/check',
    {
      schema: {
        operationId: 'checkCodePlan',
        tags,
        summary: 'What speaks against the plan as it is: errors, warnings, and what nothing here can tell',
        params: PlanKey,
        response: {
          200: z.object({ publishable: z.boolean(), findings: z.array(PlanFinding) }),
          ...responses(404, 409),
        },
      },
    },
    async ({ params }) => {
      const plan = await plans.find(params.id)
      requireDraft(plan)
      const { findings } = await lookAtPlan(parts, plan)
      return { publishable: findings.every(({ severity }) => severity !== 'error'), findings }
    },
  )
  app.get(
    '/code-plans/:id/what-if',
    {
      schema: {
        operationId: 'whatIfCodePlan',
        tags,
        summary: 'The code set of its school year as the plan would make it; writes nothing',
        params: PlanKey,
        response: { 200: WhatIfShape, ...responses(404, 409) },
      },
    },
    async ({ params }) => {
      const plan = await plans.find(params.id)
      requireDraft(plan)
      return showWhatIf(plan.schoolYear, await whatIf(parts, plan))
    },
  )
}
