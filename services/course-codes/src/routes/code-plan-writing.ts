import { etagOf, requireActor, requireMatch, responses } from '@cte-align/service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CodePlan } from '../plans/code-plan.ts'
import { type CodePlanStore, requireDraft } from '../plans/code-plans.ts'
import { showPlan } from './code-plan-shapes.ts'

export const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428)
type May = Parameters<typeof requireActor>[1]
type Writing = Pick<FastifyRequest, 'headers'> & { params: { id: string } }

/** The draft that a request is about, by somebody who may, at the version that was read. */
export async function draftFor(
  plans: Pick<CodePlanStore, 'find'>,
  request: Writing,
  may: May,
): Promise<{ plan: CodePlan; by: ReturnType<typeof requireActor> }> {
  const by = requireActor(request, may)
  const plan = await plans.find(request.params.id)
  requireMatch(request, plan.version)
  requireDraft(plan)
  return { plan, by }
}

export function answerPlan(reply: FastifyReply, plan: CodePlan) {
  reply.header('etag', etagOf(plan.version))
  return showPlan(plan)
}
