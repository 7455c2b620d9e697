import { californiaDay } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import type { App } from '../app.ts'
import { pagePreview } from '../page-preview.ts'
import { plannedWarnings } from '../release-warnings.ts'
import { PreviewQuery, PreviewView } from './preview-shapes.ts'
import { createPreviewed } from './previewed.ts'
import { ProposalParams } from './shapes.ts'

/** What publishing would flag. */
export function previewRoutes(app: Service, parts: App): void {
  const previewed = createPreviewed(app, parts)

  app.post(
    '/proposals/:id/preview',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'previewProposal',
        summary: 'See what publishing would flag',
        description:
          'What publishing would flag. Writes nothing, anywhere. Counts are of the whole; lists come in pages.',
        params: ProposalParams,
        querystring: PreviewQuery,
        response: { 200: PreviewView, ...responses(404, 409, 413, 415, 422, 503) },
      },
    },
    (request, reply) =>
      previewed(request, reply, async (preview, proposal) => {
        const page = pagePreview(preview, request.query)
        const warnings = await plannedWarnings(proposal, parts.models, californiaDay(parts.now()))
        return { ...page, warnings }
      }),
  )
}
