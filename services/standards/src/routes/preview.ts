import { californiaDay } from '@cte-align/contracts'
import { etagOf, responses, type Service } from '@cte-align/service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { createKeptPreviews } from '../kept-previews.ts'
import { pagePreview } from '../page-preview.ts'
import { previewProposal } from '../preview-proposal.ts'
import { plannedWarnings } from '../release-warnings.ts'
import { PreviewQuery, PreviewView } from './preview-shapes.ts'
import { OPERATIONS_LIMIT, ProposalParams, Unsaved, withUnsaved } from './shapes.ts'

/** What publishing would flag. Whoever goes away before the answer stops the work on it, here and at the agencies. */
export function previewRoutes(app: Service, parts: App): void {
  const { previews, previewsUnderWay } = app.metrics
  const kept = createKeptPreviews(parts)

  const asked = { tags: ['proposals'], params: ProposalParams, querystring: PreviewQuery }
  app.get(
    '/proposals/:id/preview',
    {
      schema: {
        ...asked,
        operationId: 'readPreview',
        summary: 'See what publishing would flag, of the operations as they are saved',
        description: 'As POST without a body, for who may only read.',
        response: { 200: PreviewView, ...responses(404, 409, 422, 503) },
      },
    },
    (request, reply) => answer(request, reply),
  )

  app.post(
    '/proposals/:id/preview',
    {
      bodyLimit: OPERATIONS_LIMIT,
      schema: {
        ...asked,
        operationId: 'previewProposal',
        summary: 'See what publishing would flag',
        description:
          'What publishing would flag. Writes nothing, anywhere. Counts are of the whole; lists come in pages. With a body: what it would be with these operations instead of the saved ones.',
        body: Unsaved,
        response: { 200: PreviewView, ...responses(404, 409, 413, 415, 422, 503) },
      },
    },
    (request, reply) => answer(request, reply, request.body),
  )

  async function answer(
    request: Asking,
    reply: FastifyReply,
    unsaved?: z.infer<typeof Unsaved>,
  ): Promise<z.infer<typeof PreviewView>> {
    const gone = goneSignal(reply)
    let outcome = 'failed'
    previewsUnderWay.inc()
    try {
      const saved = await parts.proposals.get(request.params.id)
      reply.header('etag', etagOf(saved.version))
      const proposal = withUnsaved(saved, unsaved)
      const asking = { correlationId: request.correlationId, signal: gone }
      // What nobody has saved has no revision by which it could be found again.
      const keeps = proposal === saved
      const known = keeps && request.query.cursor !== undefined ? await kept.find(proposal, asking) : undefined
      const preview = known ?? (await previewProposal(proposal, parts, asking))
      const page = pagePreview(preview, request.query)
      if (keeps && page.next !== null) kept.keep(proposal, preview)
      outcome = 'answered'
      const warnings = await plannedWarnings(proposal, parts.models, californiaDay(parts.now()))
      return { ...page, warnings }
    } catch (error) {
      if (!gone.aborted) throw error
      outcome = 'abandoned'
      request.log.info({ proposal: request.params.id }, 'A preview was given up: its caller has gone')
      return reply.hijack() as never
    } finally {
      previewsUnderWay.dec()
      previews.inc({ outcome })
    }
  }
}

type Asking = FastifyRequest<{ Params: z.infer<typeof ProposalParams>; Querystring: z.infer<typeof PreviewQuery> }>

/** Aborted when the connection closes before the answer is written. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
