import { responses, type Service, sendTable, TableFormat, tableFile } from '@cte-align/service'
import { z } from 'zod'
import { DECISION_COLUMNS, decisionRows } from './decision-rows.ts'
import { COLUMNS, exportRows } from './export-flags.ts'
import { FlagFilter } from './flag-filter.ts'
import { toQuery } from './flag-query.ts'
import type { RouteOptions } from './routes.ts'
import { ViewQuery } from './view-shape.ts'

const Rows = z.enum(['causes', 'decisions']).default('causes').meta({
  description: 'causes: a row for each cause. decisions: a row for each flag, to be filled in and sent back',
})

/** The queue as a table. */
export function exportRoutes(app: Service, { models, flags, views, agency, today }: RouteOptions): void {
  app.get(
    '/flags/export',
    {
      schema: {
        operationId: 'exportFlags',
        summary: 'Flags as CSV or xlsx: a row for each cause, or for each decision to be made',
        tags: ['flags'],
        querystring: FlagFilter.extend({ format: TableFormat, rows: Rows, view: ViewQuery }),
        response: {
          200: tableFile('One row for each cause, or for each flag'),
          ...responses(401, 404, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const { format, rows, view, ...given } = request.query
      const { filter } = await views.apply(view, given, request)
      const query = toQuery(filter, today())
      const name = `${agency.toLowerCase()}-${rows === 'causes' ? 'flags' : 'decisions'}`
      const sent =
        rows === 'causes'
          ? sendTable(reply, { format, name, columns: COLUMNS }, exportRows(models, flags, query))
          : sendTable(reply, { format, name, columns: DECISION_COLUMNS }, decisionRows(models, query, today()))
      return (await sent) as never
    },
  )
}
