import { Day, EditionId, writtenText } from '@cte-align/contracts'
import { ActorAndVersion, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { COURSE_CODE_EDITORS } from './actors.ts'
import { CODE_SET_PUBLISHERS, PlanKey, PlanShape, reason } from './code-plan-shapes.ts'
import { answerPlan, draftFor, refusals } from './code-plan-writing.ts'
import { type PlanParts, tags } from './code-plans.ts'

/** How a draft ends: published, or withdrawn. */
export function codePlanStepRoutes(app: Service, { plans, publisher, now }: PlanParts): void {
  app.post(
    '/code-plans/:id/publish',
    {
      schema: {
        operationId: 'publishCodePlan',
        tags,
        summary: 'Make the plan an edition of the code set and its codes live ones, with their events',
        params: PlanKey,
        headers: ActorAndVersion,
        body: z.strictObject({
          edition: EditionId,
          title: writtenText(1, 300),
          publishedOn: Day.nullable().default(null),
          reason,
        }),
        response: { 200: PlanShape, ...refusals, ...responses(503) },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, CODE_SET_PUBLISHERS)
      return answerPlan(
        reply,
        await publisher.publish(plan, { ...request.body, by, correlationId: request.correlationId }),
      )
    },
  )
  app.post(
    '/code-plans/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawCodePlan',
        tags,
        summary: 'Give a draft up; it stays readable',
        params: PlanKey,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: PlanShape, ...refusals },
      },
    },
    async (request, reply) => {
      const { plan, by } = await draftFor(plans, request, COURSE_CODE_EDITORS)
      const done = { by, reason: request.body.reason, at: now() }
      return answerPlan(reply, await plans.take(plan, { step: 'withdrawn', set: { state: 'withdrawn' } }, done))
    },
  )
}
