import { RelationState, Relation as RelationWord, Slug } from '@cte-align/contracts'
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
import type { App } from '../app.ts'
import type { RelationDoc } from '../crosswalk.ts'
import { relationOf } from '../relations.ts'
import { APPROVERS, RelationView, reason } from './shapes.ts'

const CrosswalkView = z.object({
  key: Slug,
  title: z.string(),
  from: Slug,
  to: Slug,
  byState: z.record(z.string(), z.int()),
})
const Params = z.strictObject({ key: Slug })
const RelationParams = z.strictObject({ key: Slug, id: z.string().max(64) })
const view = (doc: RelationDoc) => ({ ...relationOf(doc), version: doc.version, removedIn: doc.removedIn })

/** Crosswalks: read them, accept or reject their relations. */
export function crosswalkRoutes(app: Service, { models, relations, relay, now }: App): void {
  const { Crosswalk, Relation } = models

  async function withCounts(key?: string) {
    const crosswalks = await Crosswalk.find(key === undefined ? {} : { _id: key })
      .sort({ _id: 1 })
      .lean()
    const counts = await Relation.aggregate<{ _id: { crosswalk: string; state: string }; count: number }>([
      { $match: { removedIn: null, crosswalk: { $in: crosswalks.map(({ _id }) => _id) } } },
      { $group: { _id: { crosswalk: '$crosswalk', state: '$state' }, count: { $sum: 1 } } },
    ])
    return crosswalks.map(({ _id, title, from, to }) => ({
      key: _id,
      title,
      from,
      to,
      byState: Object.fromEntries(
        counts.filter(row => row._id.crosswalk === _id).map(row => [row._id.state, row.count]),
      ),
    }))
  }

  app.get(
    '/crosswalks',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'listCrosswalks',
        summary: 'List the crosswalks',
        response: { 200: z.object({ items: z.array(CrosswalkView) }), ...responses(503) },
      },
    },
    async () => ({
      items: await withCounts(),
    }),
  )

  app.get(
    '/crosswalks/:key',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'readCrosswalk',
        summary: 'Read a crosswalk',
        params: Params,
        response: { 200: CrosswalkView, ...responses(404, 503) },
      },
    },
    async request => {
      await relations.crosswalk(request.params.key)
      return (await withCounts(request.params.key))[0]!
    },
  )

  app.get(
    '/crosswalks/:key/relations',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'listRelations',
        summary: 'List the relations of a crosswalk',
        params: Params,
        querystring: PageQuery.extend({
          state: RelationState.optional(),
          relation: RelationWord.optional(),
          item: z.string().max(170).optional().meta({ description: 'Natural key or id of either end' }),
        }),
        response: { 200: pageOf(RelationView), ...responses(404, 503) },
      },
    },
    async request => {
      await relations.crosswalk(request.params.key)
      const { state, relation, item, limit, cursor } = request.query
      const filter: Record<string, unknown>[] = [{ crosswalk: request.params.key, removedIn: null }]
      if (state) filter.push({ state })
      if (relation) filter.push({ relation })
      if (item) filter.push({ $or: ['from.key', 'from.id', 'to.key', 'to.id'].map(field => ({ [field]: item })) })
      if (cursor !== undefined) {
        const [key, id] = decodeCursor(z.tuple([z.string(), z.string()]), cursor)
        filter.push({ $or: [{ 'from.key': { $gt: key } }, { 'from.key': key, _id: { $gt: id } }] })
      }
      const found = await Relation.find({ $and: filter })
        .sort({ 'from.key': 1, _id: 1 })
        .limit(limit + 1)
        .lean<RelationDoc[]>()
      const last = found[limit - 1]
      return {
        items: found.slice(0, limit).map(view),
        next: found.length > limit && last ? encodeCursor([last.from.key, last._id]) : null,
      }
    },
  )

  app.get(
    '/crosswalks/:key/relations/:id',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'readRelation',
        summary: 'Read a relation',
        params: RelationParams,
        response: { 200: RelationView, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const found = await relations.one(request.params.key, request.params.id)
      reply.header('etag', etagOf(found.version))
      return view(found)
    },
  )

  app.post(
    '/crosswalks/:key/relations/:id/decision',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'decideRelation',
        summary: 'Accept or reject a relation',
        description: 'Accept or reject. The decider is never the author. It counts from the next release on.',
        params: RelationParams,
        headers: ActorAndVersion,
        body: z.strictObject({ decision: z.enum(['accept', 'reject']), reason }),
        response: { 200: RelationView, ...responses(401, 403, 404, 409, 412, 413, 415, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, APPROVERS)
      const decided = await relations.decide({
        crosswalk: request.params.key,
        relation: request.params.id,
        state: request.body.decision === 'accept' ? 'accepted' : 'rejected',
        actor,
        reason: request.body.reason,
        at: now(),
        correlationId: request.correlationId,
        match: version => requireMatch(request, version),
      })
      relay.nudge()
      reply.header('etag', etagOf(decided.version))
      return view(decided)
    },
  )
}
