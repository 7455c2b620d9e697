import { idFrom, writtenText } from '@cte-align/contracts'
import {
  ActorHeader,
  decodeCursor,
  encodeCursor,
  PageQuery,
  pageOf,
  requireActor,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import { createBulkPlan } from './bulk-plan.ts'
import { BulkActionRow, BulkActionView, BulkBody, MOST_LISTED, PlanView, toBulkRow, toPlanView } from './bulk-shapes.ts'
import { problem } from './errors.ts'
import { toQuery } from './flag-query.ts'
import type { BulkActionDoc } from './models/bulk-action.ts'
import type { RouteOptions } from './routes.ts'
import { whoClears } from './who-may.ts'

const Place = z.strictObject({ at: z.iso.datetime(), id: z.string() })
const params = z.strictObject({ id: z.uuid() })
const tags = ['bulk actions']

/** One step over many flags: shown first, applied as shown, taken back once. */
export function bulkRoutes(app: Service, { models, agency, bulk, now, today }: RouteOptions): void {
  const plans = createBulkPlan({ models, now })

  app.post(
    '/flags/bulk',
    {
      schema: {
        operationId: 'moveFlags',
        summary: 'Take many flags a step further: a dry run first, then with its digest',
        description:
          'A dry run (200) says what each flag would become, and which cannot and why. Applying (201) needs its digest: what has moved since is named, and nothing is changed. The same again answers with the same action.',
        tags,
        headers: ActorHeader,
        body: BulkBody,
        response: { 200: PlanView, 201: BulkActionView, ...responses(401, 403, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, whoClears(agency))
      const { filter, ids, step, dryRun, digest } = request.body
      if ((filter === undefined) === (ids === undefined)) throw problem('CTE_BULK_SET_UNCLEAR')
      const set = { query: toQuery(filter ?? {}, today()), ids }
      if (dryRun) return reply.code(200).send(toPlanView(await plans.show(set, step, actor)))
      if (digest === undefined) throw problem('CTE_BULK_DIGEST_MISSING')
      const id = idFrom('bulk', digest)
      const known = await bulk.find(id)
      if (known === null) {
        const { changes: rows, flags } = await plans.agreed(set, step, { actor, digest })
        if (rows.length === 0) throw problem('CTE_BULK_NOTHING', { flags })
        const of = ids === undefined ? `filter ${JSON.stringify(filter)}` : `${ids.length} flags named`
        const order = { id, kind: 'bulk', actor, step, reason: step.reason, of } as const
        const exact = rows.map(({ id, version, seen }) => ({ id, version, seen }))
        await bulk.apply({ ...order, rows: exact, correlation: request.correlationId })
      }
      return reply.code(201).send(await view(id))
    },
  )

  app.get(
    '/bulk-actions',
    {
      schema: {
        operationId: 'listBulkActions',
        summary: 'Bulk actions, the last first',
        tags,
        querystring: PageQuery,
        response: { 200: pageOf(BulkActionRow), ...responses(503) },
      },
    },
    async ({ query: { limit, cursor } }) => {
      const after = cursor === undefined ? null : decodeCursor(Place, cursor)
      const at = after && new Date(after.at)
      const beyond = after && { $or: [{ begunAt: { $lt: at! } }, { begunAt: at!, _id: { $gt: after.id } }] }
      const found = await models.BulkAction.find(beyond ?? {})
        .sort({ begunAt: -1, _id: 1 })
        .limit(limit + 1)
        .lean<BulkActionDoc[]>()
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const next = found.length > limit && last ? { at: last.begunAt.toISOString(), id: last._id } : null
      return { items: page.map(toBulkRow), next: next && encodeCursor(next) }
    },
  )

  app.get(
    '/bulk-actions/:id',
    {
      schema: {
        operationId: 'readBulkAction',
        summary: 'What became of a bulk action',
        tags,
        params,
        response: { 200: BulkActionView, ...responses(404, 503) },
      },
    },
    async ({ params: { id } }) => view(id),
  )

  app.post(
    '/bulk-actions/:id/undo',
    {
      schema: {
        operationId: 'undoBulkAction',
        summary: 'Put back what a bulk action moved and nobody has moved since',
        description:
          'By new steps in the logs; those that were moved since stay, and are named. Once: asked again, it is the same undo.',
        tags,
        params,
        headers: ActorHeader,
        body: z.strictObject({ reason: writtenText(3, 1000) }),
        response: { 201: BulkActionView, ...responses(401, 403, 404, 409, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, whoClears(agency))
      const { reason } = request.body
      const undo = await bulk.undo(request.params.id, { actor, reason, correlation: request.correlationId })
      return reply.code(201).send(await view(undo._id))
    },
  )

  async function view(id: string): Promise<z.infer<typeof BulkActionView>> {
    const action = await bulk.read(id)
    return { ...toBulkRow(action), undoneBy: await bulk.undoneBy(id), skips: await bulk.skippedOf(id, MOST_LISTED) }
  }
}
