import { Actor, type Agency, type Role, writtenText } from '@cte-align/contracts'
import {
  ActorAndVersion,
  decodeCursor,
  encodeCursor,
  etagOf,
  PageQuery,
  pageOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import { CHOOSABLE, DISPOSITIONS, Disposition } from './disposition.ts'
import { problem } from './errors.ts'
import { FlagId, FlagRow, TransitionView, toFlagRow, toTransitionView } from './flag-views.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { RouteOptions } from './routes.ts'
import { FlagState } from './state-machine.ts'

const Body = z.strictObject({
  to: FlagState,
  reason: writtenText(3, 2000),
  disposition: Disposition.optional().meta({
    description: 'What was decided; on resolving, and only then. Not superseded: errata set that',
  }),
  owner: Actor.shape.id.nullable().optional().meta({
    description:
      'Who sees to it; left out, it stays as it is. To hand over what is in review: in-review again, with another owner',
  }),
})
const params = z.strictObject({ id: FlagId })
const tags = ['flags']
const DispositionView = z.object({
  disposition: Disposition,
  meaning: z.string(),
  precedent: z.string(),
  verified: z.boolean(),
  choosable: z.boolean().meta({ description: 'Whether a person can decide on it' }),
})

/** Each agency clears only its own end; course codes are kept by CDE, in CALPADS: staff of either may clear theirs. */
const MAY_CLEAR: Record<Agency, Agency[]> = { CTC: ['CTC'], CALPADS: ['CALPADS', 'CDE'], CDE: ['CDE'] }
const ROLES: Role[] = ['editor', 'approver', 'administrator']

/** How a flag is dealt with, and the log of it. */
export function transitionRoutes(app: Service, { models, agency, moveFlag }: RouteOptions): void {
  app.post(
    '/flags/:id/transitions',
    {
      schema: {
        operationId: 'moveFlag',
        summary: 'Take a flag a step further',
        tags,
        params,
        headers: ActorAndVersion,
        body: Body,
        response: { 200: FlagRow, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, { agencies: MAY_CLEAR[agency], roles: ROLES })
      const { correlationId: correlation } = request
      const check = (version: number) => requireMatch(request, version)
      const flag = await moveFlag({ id: request.params.id, actor, step: request.body, correlation, check })
      reply.header('etag', etagOf(flag.version))
      return toFlagRow(flag)
    },
  )

  app.get(
    '/flags/:id/transitions',
    {
      schema: {
        operationId: 'listTransitions',
        summary: 'Who did what with a flag, when and why',
        tags,
        params,
        querystring: PageQuery,
        response: { 200: pageOf(TransitionView), ...responses(404, 503) },
      },
    },
    async ({ params: { id }, query: { limit, cursor } }) => {
      const after = cursor === undefined ? 0 : decodeCursor(z.int(), cursor)
      if ((await models.Flag.exists({ _id: id })) === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      const found = await models.Transition.find({ flag: id, number: { $gt: after } })
        .sort({ number: 1 })
        .limit(limit + 1)
        .lean<FlagTransitionDoc[]>()
      const page = found.slice(0, limit)
      return {
        items: page.map(toTransitionView),
        next: found.length > limit ? encodeCursor(page.at(-1)!.number) : null,
      }
    },
  )

  app.get(
    '/dispositions',
    {
      schema: {
        operationId: 'listDispositions',
        summary: 'How flags can be resolved, with the precedents',
        tags,
        response: { 200: z.object({ items: z.array(DispositionView) }), ...responses() },
      },
    },
    async () => ({
      items: Disposition.options.map(disposition => ({
        disposition,
        ...DISPOSITIONS[disposition],
        choosable: CHOOSABLE.includes(disposition),
      })),
    }),
  )
}
