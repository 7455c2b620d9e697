import { californiaDay } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import type { z } from 'zod'
import type { App } from '../app.ts'
import { pagePreview } from '../page-preview.ts'
import type { Preview } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import { plannedWarnings } from '../release-warnings.ts'
import { PreviewQuery, PreviewView } from './preview-shapes.ts'
import { createPreviewed } from './previewed.ts'
import { OPERATIONS_LIMIT, ProposalParams, Unsaved } from './shapes.ts'

/** What publishing would flag. */
export function previewRoutes(app: Service, parts: App): void {
  const previewed = createPreviewed(app, parts)

  const write = (query: z.infer<typeof PreviewQuery>) => async (preview: Preview, proposal: ProposalDoc) => ({
    ...pagePreview(preview, query),
    warnings: await plannedWarnings(proposal, parts.models, californiaDay(parts.now())),
  })

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
    (request, reply) => previewed(request, reply, write(request.query)),
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
    (request, reply) => previewed(request, reply, write(request.query), request.body),
  )
}
