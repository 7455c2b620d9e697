import { Dependent, ImpactBrief } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, etagOf, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { AgencyName, ImpactFilter, matchingImpacts } from '../impact-filter.ts'
import { ProposalParams } from './shapes.ts'

const Moment = { revision: z.int(), digest: z.string(), total: z.int() }
const ImpactPage = pageOf(ImpactBrief.omit({ items: true }).extend({ agency: AgencyName })).extend(Moment)

/** The rows of a preview, to be pointed at: what a proposal would do to each dependent as things are now. Same filters as flags. */
export function impactRoutes(app: Service, { proposals, readPreview }: App): void {
  app.get(
    '/proposals/:id/impacts',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listImpacts',
        summary: 'List whom the proposal would hit, gravest first',
        description: 'The preview as it is now, a row for each dependent. Writes nothing.',
        params: ProposalParams,
        querystring: PageQuery.extend(ImpactFilter.shape),
        response: { 200: ImpactPage, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query
      const from = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const proposal = await proposals.get(request.params.id)
      const preview = await readPreview(proposal, { correlationId: request.correlationId })
      const asked = matchingImpacts(preview, filter)
      reply.header('etag', etagOf(proposal.version))
      return {
        revision: proposal.revision,
        digest: preview.digest,
        total: asked.length,
        items: asked.slice(from, from + limit).map(({ agency, brief }) => ({ agency, ...brief })),
        next: asked.length > from + limit ? encodeCursor(from + limit) : null,
      }
    },
  )

  app.get(
    '/proposals/:id/impacts/manual-review',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listManualReview',
        summary: 'List what a person must look at beside the impacts',
        description: 'Dependents that no sector and no rule leads to.',
        params: ProposalParams,
        querystring: z.strictObject({ agency: AgencyName.optional() }),
        response: { 200: z.object({ ...Moment, items: z.array(Dependent) }), ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const { agencies, digest } = await readPreview(proposal, { correlationId: request.correlationId })
      const items = AgencyName.options
        .filter(agency => request.query.agency === undefined || request.query.agency === agency)
        .flatMap(agency => agencies[agency].manualReview)
      reply.header('etag', etagOf(proposal.version))
      return { revision: proposal.revision, digest, total: items.length, items }
    },
  )
}
