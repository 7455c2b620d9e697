import { Dependent } from '@cte-align/contracts'
import { ActorHeader, DryRun, readSheets, requireActor, responses, type Service, XLSX } from '@cte-align/service'
import { z } from 'zod'
import { MOST_FLAGS } from './bulk-plan.ts'
import { MOST_LISTED, StandingView } from './bulk-shapes.ts'
import { createDecide } from './decide.ts'
import { FlagId } from './flag-views.ts'
import type { RouteOptions } from './routes.ts'
import { whoClears } from './who-may.ts'

const LIMIT = 20 * 1024 * 1024

const body = z
  .custom<Uint8Array>(value => value instanceof Uint8Array)
  .meta({ type: 'string', description: 'An export of decisions, filled in: CSV (UTF-8) or xlsx' })
const Query = z.strictObject({
  dryRun: DryRun,
  skipErrors: z
    .enum(['true', 'false'])
    .default('false')
    .transform(word => word === 'true')
    .meta({ description: 'Take the good rows and name the bad ones; else one bad row refuses the file' }),
  sheet: z.string().min(1).max(100).optional().meta({ description: 'Default: the first that has the columns' }),
})
const Report = z.object({
  dryRun: z.boolean(),
  sheet: z.string().nullable(),
  rows: z.int(),
  passedOver: z.int().meta({ description: 'Rows in which nothing is filled in' }),
  done: z.int().meta({ description: 'Rows that were taken before' }),
  decided: z.int(),
  faulty: z.int(),
  changes: z
    .array(z.object({ row: z.int(), id: FlagId, dependent: Dependent, before: StandingView, after: StandingView }))
    .meta({ description: 'The first thousand decided' }),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).meta({ description: 'The first thousand' }),
  action: z.uuid().nullable().meta({ description: 'The bulk action that took them: /bulk-actions/{id}, with undo' }),
  moved: z.int(),
  skipped: z.int().meta({ description: 'Moved by others while the file was read; /bulk-actions/{id} names them' }),
})

/** Decisions made in a spreadsheet. */
export function decisionRoutes(app: Service, { models, agency, bulk }: RouteOptions): void {
  const decide = createDecide({ models, bulk })
  // In a room of its own: how the service around it reads files is its own affair.
  app.register(async room => {
    for (const type of ['text/csv', XLSX]) {
      room.removeContentTypeParser(type)
      room.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, file, done) =>
        done(null, file),
      )
    }
    ;(room as unknown as Service).post(
      '/flags/decisions',
      {
        schema: {
          operationId: 'takeDecisions',
          summary: 'Send an export of decisions back, filled in',
          description:
            'Rows without an entry are passed over, those taken before are recognised. A flag that is not in the file is not touched.',
          tags: ['bulk actions'],
          consumes: ['text/csv', XLSX],
          headers: ActorHeader,
          querystring: Query,
          body,
          response: { 200: Report, ...responses(401, 403, 413, 415, 422, 503) },
        },
        bodyLimit: LIMIT,
      },
      async request => {
        const actor = requireActor(request, whoClears(agency))
        const { dryRun } = request.query
        const how = { ...request.query, sheet: request.query.sheet, actor, correlation: request.correlationId }
        const sheets = await readSheets(request.body, { maxRows: MOST_FLAGS + 20 })
        const { decided, faults, action, ...counts } = await decide(sheets, how)
        return {
          ...{ dryRun, ...counts, decided: decided.length, faulty: faults.length },
          ...{ changes: decided.slice(0, MOST_LISTED), errors: faults.slice(0, MOST_LISTED) },
          ...{ action: action?._id ?? null, moved: action?.moved ?? 0, skipped: action?.skipped ?? 0 },
        }
      },
    )
  })
}
