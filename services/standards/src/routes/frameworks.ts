import { Framework, Provenance } from '@cte-align/contracts'
import { ActorHeader, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { frameworkOf } from '../frameworks.ts'
import { EDITORS, FrameworkParams, FrameworkView } from './shapes.ts'

/** The bodies of standards there are, and their registration. */
export function frameworkRoutes(app: Service, { models, frameworks, now }: App): void {
  const { Framework: FrameworkModel } = models

  app.get(
    '/frameworks',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'listFrameworks',
        summary: 'List the frameworks',
        response: { 200: z.object({ items: z.array(FrameworkView) }), ...responses(503) },
      },
    },
    async () => {
      const found = await FrameworkModel.find().sort({ _id: 1 }).lean()
      return { items: found.map(frameworkOf) }
    },
  )

  app.post(
    '/frameworks',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'registerFramework',
        summary: 'Register a framework',
        headers: ActorHeader,
        body: Framework.extend({ provenance: Provenance.optional() }),
        response: { 201: FrameworkView, ...responses(401, 403, 409, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, EDITORS)
      const provenance = request.body.provenance ?? { source: `entered by ${actor.id}`, verified: false, note: null }
      const created = await frameworks.create({ ...request.body, provenance }, now())
      return reply.code(201).header('location', `/frameworks/${created._id}`).send(frameworkOf(created))
    },
  )

  app.get(
    '/frameworks/:key',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'readFramework',
        summary: 'Read a framework',
        params: FrameworkParams,
        response: { 200: FrameworkView, ...responses(404, 503) },
      },
    },
    async request => frameworkOf(await frameworks.get(request.params.key)),
  )
}
