import { CrosswalkPurpose, Slug, writtenText } from '@cte-align/contracts'
import { ActorHeader, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { EDITORS } from './shapes.ts'

const CrosswalkView = z.object({
  key: Slug,
  title: z.string(),
  from: Slug,
  to: Slug,
  purpose: CrosswalkPurpose.meta({ description: 'Impact travels over an alignment, never over a reference' }),
  byState: z.record(z.string(), z.int()),
})
export const CrosswalkParams = z.strictObject({ key: Slug })
const tags = ['crosswalks']

/** Crosswalks: list, read, register. Their relations: routes/relations.ts. */
export function crosswalkRoutes(app: Service, { models, relations, relationEdits, now }: App): void {
  const { Crosswalk, Relation } = models

  async function withCounts(key?: string) {
    const crosswalks = await Crosswalk.find(key === undefined ? {} : { _id: key })
      .sort({ _id: 1 })
      .lean()
    const counts = await Relation.aggregate<{ _id: { crosswalk: string; state: string }; count: number }>([
      { $match: { removedIn: null, crosswalk: { $in: crosswalks.map(({ _id }) => _id) } } },
      { $group: { _id: { crosswalk: '$crosswalk', state: '$state' }, count: { $sum: 1 } } },
    ])
    return crosswalks.map(({ _id, title, from, to, purpose = 'alignment' }) => ({
      ...{ key: _id, title, from, to, purpose },
      byState: Object.fromEntries(
        counts.filter(row => row._id.crosswalk === _id).map(row => [row._id.state, row.count]),
      ),
    }))
  }

  app.get(
    '/crosswalks',
    {
      schema: {
        tags,
        operationId: 'listCrosswalks',
        summary: 'List the crosswalks',
        response: { 200: z.object({ items: z.array(CrosswalkView) }), ...responses(503) },
      },
    },
    async () => ({
      items: await withCounts(),
    }),
  )

  app.post(
    '/crosswalks',
    {
      schema: {
        tags,
        operationId: 'registerCrosswalk',
        summary: 'Register a crosswalk between two frameworks',
        description:
          'Its ends and its purpose stay as they are: impact travels over an alignment, never over a reference.',
        headers: ActorHeader,
        body: z.strictObject({
          key: Slug,
          title: writtenText(1, 300),
          from: Slug,
          to: Slug,
          purpose: CrosswalkPurpose.default('alignment'),
        }),
        response: { 201: CrosswalkView, ...responses(401, 403, 404, 409, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      requireActor(request, EDITORS)
      const { _id } = await relationEdits.register(request.body, now())
      return reply
        .code(201)
        .header('location', `/crosswalks/${_id}`)
        .send((await withCounts(_id))[0]!)
    },
  )

  app.get(
    '/crosswalks/:key',
    {
      schema: {
        tags,
        operationId: 'readCrosswalk',
        summary: 'Read a crosswalk',
        params: CrosswalkParams,
        response: { 200: CrosswalkView, ...responses(404, 503) },
      },
    },
    async request => {
      await relations.crosswalk(request.params.key)
      return (await withCounts(request.params.key))[0]!
    },
  )
}
