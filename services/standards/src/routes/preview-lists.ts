import { PairChange, Unknown, WithoutPair } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { pairsInOrder } from '../papers/gather-beside.ts'
import { ProposalParams } from './shapes.ts'

const Moment = { revision: z.int(), digest: z.string(), total: z.int() }

/** The other lists of a preview, each to be pointed at. They are as things are now; none of them writes anything. */
export function previewListRoutes(app: Service, { proposals, readPreview }: App): void {
  async function previewed(id: string, correlationId: string) {
    const proposal = await proposals.get(id)
    const preview = await readPreview(proposal, { correlationId })
    return { preview, moment: { revision: proposal.revision, digest: preview.digest } }
  }
  function page<T>(rows: T[], { limit, cursor }: z.infer<typeof PageQuery>) {
    const from = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
    return {
      total: rows.length,
      items: rows.slice(from, from + limit),
      next: rows.length > from + limit ? encodeCursor(from + limit) : null,
    }
  }

  app.get(
    '/proposals/:id/impacts/pairs',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listPairs',
        summary: 'List the pairs of course code and authorization that would come or go',
        description: 'The decoder comparison of the preview as it is now: refused ones first.',
        params: ProposalParams,
        querystring: PageQuery.extend({ outcome: PairChange.shape.outcome.optional() }),
        response: { 200: pageOf(PairChange).extend(Moment), ...responses(404, 422, 503) },
      },
    },
    async ({ params, query: { outcome, ...at }, correlationId }) => {
      const { preview, moment } = await previewed(params.id, correlationId)
      const pairs = preview.decoder.pairs.filter(pair => outcome === undefined || pair.outcome === outcome)
      return { ...moment, ...page(pairsInOrder(pairs), at) }
    },
  )

  app.get(
    '/proposals/:id/impacts/without-pair',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listWithoutPair',
        summary: 'List the course codes that no authorization would be certain for',
        params: ProposalParams,
        querystring: PageQuery,
        response: { 200: pageOf(WithoutPair).extend(Moment), ...responses(404, 422, 503) },
      },
    },
    async ({ params, query, correlationId }) => {
      const { preview, moment } = await previewed(params.id, correlationId)
      return { ...moment, ...page(preview.decoder.withoutPair, query) }
    },
  )

  app.get(
    '/proposals/:id/impacts/unknowns',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listUnknowns',
        summary: 'List what the preview cannot know',
        params: ProposalParams,
        response: { 200: z.object({ ...Moment, items: z.array(Unknown) }), ...responses(404, 422, 503) },
      },
    },
    async ({ params, correlationId }) => {
      const { preview, moment } = await previewed(params.id, correlationId)
      return { ...moment, total: preview.unknowns.length, items: preview.unknowns }
    },
  )
}
