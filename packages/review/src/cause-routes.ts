import { Finding } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { problem } from './errors.ts'
import { FlagFilter } from './flag-filter.ts'
import { afterCursor, cursorAfter, FLAG_ORDER } from './flag-order.ts'
import { toQuery } from './flag-query.ts'
import { CauseView, FlagId, FlagRow, toCauseView, toFlagInFull } from './flag-views.ts'
import { CAUSES_INSIDE, type FlagCauseDoc, type FlagDoc } from './models/flag.ts'
import type { RouteOptions } from './routes.ts'

const FlagInFull = FlagRow.omit({ firstCause: true }).extend({
  findings: z.array(Finding),
  causes: z.array(CauseView).meta({ description: 'The first hundred; /flags/{id}/causes has all' }),
})
/** A page ends at so many bytes, however few flags that are: each may have a hundred causes with many paths. */
const PAGE_BYTES = 4 * 1024 * 1024

/** The causes of flags with every path, the gravest first, whether they lie in the flag or beside it. */
export function causeRoutes(app: Service, { models: { Flag, FlagCause }, today }: RouteOptions): void {
  app.get(
    '/flags/causes',
    {
      schema: {
        operationId: 'listFlagsInFull',
        summary: 'List flags with their causes and paths, gravest first',
        description:
          'The flags of /flags, each as whole as /flags/{id} shows it. A page may have fewer than was asked for.',
        tags: ['flags'],
        querystring: PageQuery.extend(FlagFilter.shape),
        response: { 200: pageOf(FlagInFull), ...responses(503) },
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const day = today()
      const found = Flag.find({ $and: [toQuery(filter, day), afterCursor(cursor, 'gravest')] })
        .sort(FLAG_ORDER)
        .limit(limit + 1)
      const page: FlagDoc[] = []
      let bytes = 0
      for await (const flag of found.lean<FlagDoc[]>().cursor({ batchSize: 50 })) {
        bytes += Buffer.byteLength(JSON.stringify(flag))
        if (page.length === limit || (page.length > 0 && bytes > PAGE_BYTES))
          return { items: page.map(each => toFlagInFull(each, day)), next: cursorAfter(page.at(-1)!, 'gravest') }
        page.push(flag)
      }
      return { items: page.map(each => toFlagInFull(each, day)), next: null }
    },
  )

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
