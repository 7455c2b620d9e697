import { writtenText } from '@cte-align/contracts'
import { ActorAndVersion, etagOf, requireActor, requireMatch, responses, type Service } from '@cte-align/service'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import { standings } from '../bound-operations.ts'
import { DISPOSITIONS, REDACTABLE } from '../comment.ts'
import { refusePersonal } from '../personal.ts'
import { CommentParams, CommentView, commentView, RECORDERS, REDACTORS } from './comment-shapes.ts'
import { EDITORS, reason } from './shapes.ts'

const tags = ['comments']
const DispositionInput = z.strictObject({
  disposition: z.enum(DISPOSITIONS),
  reason: writtenText(3, 4000),
  operations: z
    .array(z.int().min(0))
    .max(100)
    .default([])
    .meta({ description: 'Indices, from 0, of the operations it led to; needed for accepted and partly' }),
  noOperation: writtenText(3, 2000)
    .nullable()
    .default(null)
    .meta({ description: 'Why it led to none, where it was accepted' }),
})

/** What people do with a comment once it is there: answer, withdraw, redact. The text is never edited. */
export function commentStepRoutes(app: Service, { proposals, comments, relay, now }: App): void {
  const step = (request: FastifyRequest, may: Parameters<typeof requireActor>[1]) => ({
    actor: requireActor(request, may),
    at: now(),
    correlationId: request.correlationId,
    match: (version: number) => requireMatch(request, version),
  })
  const about = (operationId: string, summary: string) => ({ tags, operationId, summary })

  app.post(
    '/proposals/:id/comments/:comment/disposition',
    {
      schema: {
        ...about('answerComment', 'Answer a comment, and so its thread'),
        description: 'A new disposition takes the place of the one before, which is kept.',
        params: CommentParams,
        headers: ActorAndVersion,
        body: DispositionInput,
        response: { 200: CommentView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const acting = step(request, EDITORS)
      const { params, body } = request
      refusePersonal('/body/reason', body.reason)
      refusePersonal('/body/noOperation', body.noOperation)
      const proposal = await proposals.get(params.id)
      const answered = await comments.dispose(proposal, params.comment, body, acting)
      relay.nudge()
      reply.header('etag', etagOf(answered.version))
      return commentView(answered, standings(proposal.operations))
    },
  )

  app.post(
    '/proposals/:id/comments/:comment/withdraw',
    {
      schema: {
        ...about('withdrawComment', 'Withdraw a comment that one recorded; it stays, marked'),
        params: CommentParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: CommentView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const acting = step(request, RECORDERS)
      refusePersonal('/body/reason', request.body.reason)
      const proposal = await proposals.get(request.params.id)
      const withdrawn = await comments.withdraw(proposal, request.params.comment, request.body.reason, acting)
      reply.header('etag', etagOf(withdrawn.version))
      return commentView(withdrawn, standings(proposal.operations))
    },
  )

  app.post(
    '/proposals/:id/comments/:comment/redact',
    {
      schema: {
        ...about('redactComment', 'Take out what names somebody'),
        description: 'The words are replaced by "removed" and are kept nowhere; who did it, when and why is.',
        params: CommentParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason, what: z.array(z.enum(REDACTABLE)).min(1).max(3).default(['text']) }),
        response: { 200: CommentView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const acting = step(request, REDACTORS)
      refusePersonal('/body/reason', request.body.reason)
      const proposal = await proposals.get(request.params.id)
      const what = [...new Set(request.body.what)]
      const redacted = await comments.redact(proposal, request.params.comment, { ...request.body, what }, acting)
      reply.header('etag', etagOf(redacted.version))
      return commentView(redacted, standings(proposal.operations))
    },
  )
}
