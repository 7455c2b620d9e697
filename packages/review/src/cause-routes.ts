import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { problem } from './errors.ts'
import { CauseView, FlagId, toCauseView } from './flag-views.ts'
import { CAUSES_INSIDE, type FlagCauseDoc, type FlagDoc } from './models/flag.ts'
import type { RouteOptions } from './routes.ts'

/** All causes of a flag, the gravest first, whether they lie in the flag or beside it. */
export function causeRoutes(app: Service, { models: { Flag, FlagCause } }: RouteOptions): void {
  app.get(
    '/flags/:id/causes',
    {
      schema: {
        operationId: 'listCauses',
        summary: 'List all causes of a flag',
        tags: ['flags'],
        params: z.strictObject({ id: FlagId }),
        querystring: PageQuery,
        response: { 200: pageOf(CauseView), ...responses(404, 503) },
      },
    },
    async ({ params: { id }, query: { limit, cursor } }) => {
      const after = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const flag = await Flag.findById(id, { causes: 1, causeCount: 1 }).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      const inside = flag.causes.slice(after, after + limit)
      const from = Math.max(after, CAUSES_INSIDE)
      const beside = await FlagCause.find({ flag: id, number: { $gt: from, $lte: after + limit } })
        .sort({ number: 1 })
        .lean<FlagCauseDoc[]>()
      const items = [...inside, ...beside.map(row => row.cause)].map(toCauseView)
      const reached = after + items.length
      return { items, next: reached < flag.causeCount && items.length > 0 ? encodeCursor(reached) : null }
    },
  )
}
