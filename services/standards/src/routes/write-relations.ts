import { ItemKey, Relation as RelationWord, writtenText } from '@cte-align/contracts'
import {
  ActorAndVersion,
  ActorHeader,
  etagOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { RelationDoc } from '../crosswalk.ts'
import { CrosswalkParams } from './crosswalks.ts'
import { RelationParams, relationViews } from './read-relations.ts'
import { APPROVERS, EDITORS, REVIEWERS, RelationView, reason } from './shapes.ts'

const tags = ['crosswalks']
const note = z.string().max(2000).nullable()
const combination = writtenText(1, 80)
  .nullable()
  .meta({ description: 'A group: the item maps to all its members together, to none of them alone' })
const approximate = z.boolean()
const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)

/** Drafting and revising relations, and the road from draft over reviewed to accepted. */
export function writeRelationRoutes(app: Service, parts: App): void {
  const { relationEdits, judgement, relay, now } = parts
  const views = relationViews(parts)
  const view = async (reply: FastifyReply, doc: RelationDoc) => {
    relay.nudge()
    reply.header('etag', etagOf(doc.version))
    return (await views([doc]))[0]!
  }
  const act = (request: FastifyRequest, may: Parameters<typeof requireActor>[1]) => ({
    actor: requireActor(request, may),
    at: now(),
    correlationId: request.correlationId,
    match: (version: number) => requireMatch(request, version),
  })

  app.post(
    '/crosswalks/:key/relations',
    {
      schema: {
        tags,
        operationId: 'draftRelation',
        summary: 'Draft a relation',
        description: 'Pinned to the newest releases of both frameworks. A draft counts for review at most.',
        params: CrosswalkParams,
        headers: ActorHeader,
        body: z.strictObject({
          from: ItemKey.min(1).meta({ description: 'Natural key or id' }),
          to: ItemKey.min(1).nullable().meta({ description: 'Natural key or id; null with the relation none' }),
          end: z
            .enum(['from', 'to'])
            .default('from')
            .meta({ description: 'With none alone: which end of the crosswalk the item of `from` belongs to' }),
          relation: RelationWord,
          note: note.default(null),
          originalWord: writtenText(1, 100).nullable().default(null),
          combination: combination.default(null),
          approximate: approximate.default(false),
          suggested: z.boolean().default(false).meta({ description: 'Taken from .../suggestions' }),
        }),
        response: { 201: RelationView, ...responses(401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const { key } = request.params
      const doc = await relationEdits.draft(key, request.body, act(request, EDITORS))
      reply.code(201).header('location', `/crosswalks/${key}/relations/${doc._id}`)
      return view(reply, doc)
    },
  )

  app.patch(
    '/crosswalks/:key/relations/:id',
    {
      schema: {
        tags,
        operationId: 'reviseRelation',
        summary: 'Revise a relation: it is a draft again',
        params: RelationParams,
        headers: ActorAndVersion,
        body: z.strictObject({
          relation: RelationWord.optional(),
          note: note.optional(),
          combination: combination.optional(),
          approximate: approximate.optional(),
          reason,
        }),
        response: { 200: RelationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { key, id } = request.params
      return view(reply, await relationEdits.revise(key, id, request.body, act(request, EDITORS)))
    },
  )

  app.post(
    '/crosswalks/:key/relations/:id/removal',
    {
      schema: {
        tags,
        operationId: 'removeRelation',
        summary: 'Take a relation out; it stays readable',
        params: RelationParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: RelationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { key, id } = request.params
      const editing = act(request, EDITORS)
      const mayDecide = APPROVERS.roles.some(role => role === editing.actor.role)
      return view(reply, await relationEdits.remove(key, id, request.body.reason, { ...editing, mayDecide }))
    },
  )

  app.post(
    '/crosswalks/:key/relations/:id/review',
    {
      schema: {
        tags,
        operationId: 'reviewRelation',
        summary: 'Say that somebody else than the author has looked',
        description: 'Pins the relation anew to the newest releases of both ends. Any of the three agencies may.',
        params: RelationParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: RelationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { key: crosswalk, id: relation } = request.params
      const judging = { ...act(request, REVIEWERS), crosswalk, relation, reason: request.body.reason }
      return view(reply, await judgement.review(judging))
    },
  )

  app.post(
    '/crosswalks/:key/relations/:id/decision',
    {
      schema: {
        tags,
        operationId: 'decideRelation',
        summary: 'Accept or reject a relation',
        description:
          'A reviewed relation is accepted; any may be rejected. Never by who wrote it. It counts from the next release on.',
        params: RelationParams,
        headers: ActorAndVersion,
        body: z.strictObject({ decision: z.enum(['accept', 'reject']), reason }),
        response: { 200: RelationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { key: crosswalk, id: relation } = request.params
      const judging = { ...act(request, APPROVERS), crosswalk, relation, reason: request.body.reason }
      return view(reply, await judgement[request.body.decision](judging))
    },
  )
}
