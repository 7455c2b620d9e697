import { Actor, RelationAct, RelationState, Relation as RelationWord, Slug } from '@cte-align/contracts'
import type { Tree } from '@cte-align/impact'
import { decodeCursor, encodeCursor, etagOf, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { RelationDoc } from '../crosswalk.ts'
import { movedEnds } from '../relation-ends.ts'
import { relationOf } from '../write-relations.ts'
import { CrosswalkParams } from './crosswalks.ts'
import { RelationView } from './shapes.ts'

export const RelationParams = z.strictObject({ key: Slug, id: z.string().max(64) })
const Content = RelationView.pick({
  ...{ relation: true, state: true, pinned: true, fingerprints: true },
  ...{ combination: true, approximate: true, provenance: true, suspicion: true },
})
const StepView = z.object({
  version: z.int(),
  act: RelationAct,
  by: Actor,
  at: z.iso.datetime(),
  reason: z.string(),
  after: Content,
})
const tags = ['crosswalks']

/** How a relation is shown: with what has moved since it was read, against the newest releases of its ends. */
export function relationViews({ trees, heads }: Pick<App, 'trees' | 'heads'>) {
  return async (docs: RelationDoc[]): Promise<z.infer<typeof RelationView>[]> => {
    const named = new Set(docs.flatMap(({ from, to }) => [from.framework, ...(to === null ? [] : [to.framework])]))
    const read = new Map<string, Tree>()
    for (const framework of named) read.set(framework, await trees.at(framework, (await heads(framework)) ?? 0))
    return docs.map(doc => ({
      ...relationOf(doc),
      version: doc.version,
      removedIn: doc.removedIn,
      moved: movedEnds(doc, framework => read.get(framework)).length > 0,
    }))
  }
}

/** The relations of a crosswalk: list, read, and what was done to each. */
export function readRelationRoutes(app: Service, parts: App): void {
  const { models, relations } = parts
  const views = relationViews(parts)

  app.get(
    '/crosswalks/:key/relations',
    {
      schema: {
        tags,
        operationId: 'listRelations',
        summary: 'List the relations of a crosswalk',
        params: CrosswalkParams,
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
      const found = await models.Relation.find({ $and: filter })
        .sort({ 'from.key': 1, _id: 1 })
        .limit(limit + 1)
        .lean<RelationDoc[]>()
      const last = found[limit - 1]
      return {
        items: await views(found.slice(0, limit)),
        next: found.length > limit && last ? encodeCursor([last.from.key, last._id]) : null,
      }
    },
  )

  app.get(
    '/crosswalks/:key/relations/:id',
    {
      schema: {
        tags,
        operationId: 'readRelation',
        summary: 'Read a relation',
        params: RelationParams,
        response: { 200: RelationView, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const found = await relations.one(request.params.key, request.params.id)
      reply.header('etag', etagOf(found.version))
      return (await views([found]))[0]!
    },
  )

  app.get(
    '/crosswalks/:key/relations/:id/history',
    {
      schema: {
        tags,
        operationId: 'readRelationHistory',
        summary: 'What was done to a relation: who, when, why',
        params: RelationParams,
        querystring: PageQuery,
        response: { 200: pageOf(StepView), ...responses(404, 503) },
      },
    },
    async request => {
      const { _id } = await relations.one(request.params.key, request.params.id)
      const { limit, cursor } = request.query
      const after = cursor === undefined ? 0 : decodeCursor(z.int(), cursor)
      const found = await relations.history(_id, { after, limit: limit + 1 })
      const steps = found.slice(0, limit)
      return {
        items: steps.map(({ version, act, by, at, reason, after: content }) => ({
          ...{ version, act, by, reason, after: content },
          at: at.toISOString(),
        })),
        next: found.length > limit ? encodeCursor(steps.at(-1)!.version) : null,
      }
    },
  )
}
