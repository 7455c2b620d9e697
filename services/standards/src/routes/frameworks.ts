import { californiaDay, Day, Framework, Provenance, ReleaseId } from '@cte-align/contracts'
import { ActorHeader, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { FrameworkDoc } from '../framework.ts'
import { frameworkOf } from '../frameworks.ts'
import { EDITORS, FrameworkParams, FrameworkView } from './shapes.ts'

/** A framework with what is in force of it today, since old and new ones are in force side by side. */
const StandingFramework = FrameworkView.extend({
  inForce: z.object({
    asOf: Day,
    answer: z.enum(['release', 'unknown', 'none']),
    release: ReleaseId.nullable(),
    since: Day.nullable(),
    because: z.string(),
    standings: z
      .record(z.string(), z.int())
      .meta({ description: 'How many top-level items stand how: in-force, planned, adopted, unknown ...' }),
  }),
})

/** The bodies of standards there are, and their registration. */
export function frameworkRoutes(app: Service, { frameworks, inForce, now }: App): void {
  async function standing(framework: FrameworkDoc): Promise<z.infer<typeof StandingFramework>> {
    const asOf = californiaDay(now())
    const { answer, release, since, because, items } = await inForce.one(framework, { asOf, consumer: undefined })
    const standings: Record<string, number> = {}
    for (const item of items) standings[item.standing] = (standings[item.standing] ?? 0) + 1
    return { ...frameworkOf(framework), inForce: { asOf, answer, release, since, because, standings } }
  }

  app.get(
    '/frameworks',
    {
      schema: {
        tags: ['frameworks'],
        operationId: 'listFrameworks',
        summary: 'List the frameworks, each with what is in force of it today',
        response: { 200: z.object({ items: z.array(StandingFramework) }), ...responses(503) },
      },
    },
    async () => {
      const items = []
      for (const framework of await frameworks.all()) items.push(await standing(framework))
      return { items }
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
        summary: 'Read a framework, with what is in force of it today',
        params: FrameworkParams,
        response: { 200: StandingFramework, ...responses(404, 503) },
      },
    },
    async request => standing(await frameworks.get(request.params.key)),
  )
}
