import {
  ActorAndVersion,
  ActorHeader,
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
import type { SavedViewDoc } from './models/saved-view.ts'
import type { RouteOptions } from './routes.ts'
import { SavedView, ViewBody, ViewId } from './view-shape.ts'
import { whoLooks } from './who-may.ts'

const params = z.strictObject({ id: ViewId })
const tags = ['views']

/** Saved ways to look at the queue: `/flags?view=`, `/flags/groups?view=`. */
export function viewRoutes(app: Service, { views, agency }: RouteOptions): void {
  const may = whoLooks(agency)
  app.get(
    '/views',
    {
      schema: {
        operationId: 'listViews',
        summary: 'Saved views: those that are shared, and with X-CTE-Actor your own',
        tags,
        querystring: PageQuery,
        response: { 200: pageOf(SavedView), ...responses(401, 503) },
      },
    },
    async request => {
      const { limit, cursor } = request.query
      const after = cursor === undefined ? undefined : decodeCursor(z.string(), cursor)
      const page = await views.page(request, { limit, after })
      const next = page.more ? encodeCursor(page.views.at(-1)!._id) : null
      return { items: page.views.map(toView), next }
    },
  )
  app.get(
    '/views/:id',
    {
      schema: {
        operationId: 'readView',
        summary: 'Read a saved view',
        tags,
        params,
        response: { 200: SavedView, ...responses(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const view = await views.find(request.params.id, request)
      reply.header('etag', etagOf(view.version))
      return toView(view)
    },
  )
  app.post(
    '/views',
    {
      schema: {
        operationId: 'saveView',
        summary: 'Save a view',
        tags,
        headers: ActorHeader,
        body: ViewBody,
        response: { 201: SavedView, ...responses(401, 403, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      const view = await views.add(request.body, requireActor(request, may))
      reply.header('etag', etagOf(view.version))
      return reply.code(201).send(toView(view))
    },
  )
  app.put(
    '/views/:id',
    {
      schema: {
        operationId: 'changeView',
        summary: 'Say a view anew',
        tags,
        params,
        headers: ActorAndVersion,
        body: ViewBody,
        response: { 200: SavedView, ...responses(401, 403, 404, 412, 413, 415, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, may)
      const check = (version: number) => requireMatch(request, version)
      const view = await views.change(request, { id: request.params.id, body: request.body, actor, check })
      reply.header('etag', etagOf(view.version))
      return toView(view)
    },
  )
  app.delete(
    '/views/:id',
    {
      schema: {
        operationId: 'removeView',
        summary: 'Delete a view',
        tags,
        params,
        headers: ActorAndVersion,
        response: { 204: z.null(), ...responses(401, 403, 404, 412, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, may)
      const check = (version: number) => requireMatch(request, version)
      await views.remove(request, { id: request.params.id, actor, check })
      return reply.code(204).send(null)
    },
  )
}

function toView({ _id: id, changedAt, ...view }: SavedViewDoc): z.infer<typeof SavedView> {
  return { id, ...view, changedAt: changedAt.toISOString() }
}
