import { type Agency, ItemKey, Link, type Role, Slug, writtenText } from '@cte-align/contracts'
import { type Act, ActorHeader, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'

const NewLink = z.strictObject({
  framework: Slug,
  item: ItemKey.min(1),
  basis: writtenText(3, 500).meta({ description: 'Why the link exists, in words' }),
  verified: z.boolean(),
})
const tags = ['links']

/** Links that a person makes or takes away; those that follow from the data come with the import. */
export function editLinkRoutes<P extends z.ZodObject>(
  app: Service,
  dependent: {
    /** Its path and what that holds. */
    path: string
    params: P
    /** In words: "an authorization". */
    what: string
    may: { agencies: readonly Agency[]; roles: readonly Role[] }
    add: (params: z.output<P>, link: z.output<typeof NewLink>, act: Act) => Promise<Link>
    remove: (link: string, act: Act) => Promise<unknown>
  },
): void {
  const { path, params, what, may, add, remove } = dependent
  app.post(
    `${path}/links`,
    {
      schema: {
        operationId: 'addLink',
        tags,
        summary: 'Link it to an item; what published releases do to it is flagged when the answer comes',
        params,
        headers: ActorHeader,
        body: NewLink,
        response: { 201: Link, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const act = { by: requireActor(request, may), correlationId: request.correlationId }
      return reply.code(201).send(await add(request.params as z.output<P>, request.body, act))
    },
  )
  app.delete(
    '/links/:id',
    {
      schema: {
        operationId: 'removeLink',
        summary: `Take a link of ${what} away`,
        tags,
        params: z.object({ id: z.string().max(100) }),
        headers: ActorHeader,
        response: { 204: z.null(), ...responses(401, 403, 404, 412) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, may)
      await remove(request.params.id, { by, correlationId: request.correlationId })
      return reply.code(204).send(null)
    },
  )
}
