import { writtenText } from '@cte-align/contracts'
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
import { problem } from './errors.ts'
import { FlagId, FlagRow, TransitionView, toFlagRow, toTransitionView } from './flag-views.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { RouteOptions } from './routes.ts'
import { Step } from './step.ts'
import { whoClears } from './who-may.ts'

const Body = Step.extend({
  seen: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be a textFingerprint')
    .optional()
    .meta({
      description:
        'textFingerprint that was read: a text that has moved since is refused by name. If-Match binds it too',
    }),
})
const UndoBody = z.strictObject({ reason: writtenText(3, 1000) })
const params = z.strictObject({ id: FlagId })
const tags = ['flags']

/** How a flag is dealt with, and the log of it. */
export function transitionRoutes(app: Service, { models, agency, moveFlag, undoFlag, today }: RouteOptions): void {
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
      const actor = requireActor(request, whoClears(agency))
      const { correlationId: correlation } = request
      const { seen, ...step } = request.body
      const check = (version: number) => requireMatch(request, version)
      const flag = await moveFlag({ id: request.params.id, actor, step, seen, correlation, check })
      reply.header('etag', etagOf(flag.version))
      return toFlagRow(flag, today())
    },
  )

  app.post(
    '/flags/:id/undo',
    {
      schema: {
        operationId: 'undoFlag',
        summary: 'Take back your own last step, by a new one in the log',
        tags,
        params,
        headers: ActorAndVersion,
        body: UndoBody,
        response: { 200: FlagRow, ...responses(401, 403, 404, 409, 412, 413, 415, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, whoClears(agency))
      const { correlationId: correlation } = request
      const { reason } = request.body
      const check = (version: number) => requireMatch(request, version)
      const flag = await undoFlag({ id: request.params.id, actor, reason, correlation, check })
      reply.header('etag', etagOf(flag.version))
      return toFlagRow(flag, today())
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
}
