import { ItemKey, Link, Slug, writtenText } from '@cte-align/contracts'
import { ActorHeader, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CourseCodeStore } from '../course-codes.ts'
import { CourseCode } from '../import-file.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'

const NewLink = z.strictObject({
  framework: Slug,
  item: ItemKey.min(1),
  basis: writtenText(3, 500).meta({ description: 'Why the link exists, in words' }),
  verified: z.boolean(),
})
const tags = ['links']

/** Links that a person makes or takes away; those that follow from the data come with the import. */
export function linkRoutes(app: Service, courseCodes: CourseCodeStore): void {
  app.post(
    '/course-codes/:code/links',
    {
      schema: {
        operationId: 'addLink',
        tags,
        summary: 'Link it to an item; what published releases do to it is flagged when the answer comes',
        params: z.strictObject({ code: CourseCode }),
        headers: ActorHeader,
        body: NewLink,
        response: { 201: Link, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      requireActor(request, COURSE_CODE_EDITORS)
      const before = await courseCodes.find(request.params.code)
      return reply.code(201).send(await courseCodes.addLink(before, request.body, request.correlationId))
    },
  )
  app.delete(
    '/links/:id',
    {
      schema: {
        operationId: 'removeLink',
        summary: 'Take a link of a course code away',
        tags,
        params: z.object({ id: z.string().max(100) }),
        headers: ActorHeader,
        response: { 204: z.null(), ...responses(401, 403, 404, 412) },
      },
    },
    async (request, reply) => {
      requireActor(request, COURSE_CODE_EDITORS)
      await courseCodes.removeLink(request.params.id, request.correlationId)
      return reply.code(204).send(null)
    },
  )
}
