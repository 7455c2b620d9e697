import { etagOf, responses, type Service } from '@cte-align/service'
import type { App } from '../app.ts'
import { previewProposal } from '../preview-proposal.ts'
import { PreviewView, ProposalParams } from './shapes.ts'

/** See what publishing would flag, before anybody does it. */
export function previewRoutes(app: Service, parts: App): void {
  const { proposals } = parts

  app.post(
    '/proposals/:id/preview',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'previewProposal',
        summary: 'See what publishing would flag',
        description: 'What publishing would flag. Writes nothing, anywhere.',
        params: ProposalParams,
        response: { 200: PreviewView, ...responses(404, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.version))
      const gone = new AbortController()
      reply.raw.on('close', () => {
        if (!reply.raw.writableFinished) gone.abort()
      })
      return previewProposal(proposal, parts, { correlationId: request.correlationId, signal: gone.signal })
    },
  )
}
