import { type Agency, Day, type Role, SchoolYear, writtenText } from '@cte-align/contracts'
import {
  ActorHeader,
  DryRun,
  decodeCursor,
  encodeCursor,
  fileRoutes,
  PageQuery,
  pageOf,
  requireActor,
  responses,
  SentFile,
  type Service,
  XLSX,
} from '@cte-align/service'
import { z } from 'zod'
import { type AggregateStore, MOST_AGGREGATE_BYTES, type StandingCount } from './aggregates.ts'
import { type AggregateLoadDoc, MEASURES } from './models.ts'

export const Measure = z.enum(MEASURES)
const Load = z.object({
  id: z.string(),
  source: z.string(),
  verified: z.boolean(),
  asOf: Day,
  rows: z.int(),
  by: z.object({ id: z.string(), agency: z.string(), role: z.string() }),
  at: z.iso.datetime(),
})
const Standing = z.object({
  key: z.string(),
  schoolYear: z.string(),
  measure: Measure,
  count: z.int().nullable().meta({ description: 'Null: all of it is suppressed' }),
  suppressed: z.boolean().meta({ description: 'A part is not told: the count is the least that it can be' }),
  load: z.string(),
  asOf: z.string(),
})
const Report = z.object({
  dryRun: z.boolean(),
  outcome: z.enum(['loaded', 'would-be-loaded', 'loaded-before']),
  load: Load,
  standing: z
    .object({ added: z.int(), changed: z.int(), unchanged: z.int(), older: z.int() })
    .meta({ description: 'Against what stood; older: a load of a later day says it already' }),
  unknownKeys: z
    .array(z.string())
    .meta({ description: 'Codes that hang on nothing here: kept, and weighing nothing (the first thousand)' }),
})
const Place = z.tuple([z.string(), z.string(), z.string()])
const tags = ['aggregates']

/** Counts come in as files and are read; nothing is deleted. */
export function aggregateLoadRoutes(
  app: Service,
  { aggregates, may }: { aggregates: AggregateStore; may: { agencies: readonly Agency[]; roles: readonly Role[] } },
): void {
  fileRoutes(app, scope => {
    scope.post(
      '/imports/aggregates',
      {
        bodyLimit: MOST_AGGREGATE_BYTES,
        schema: {
          operationId: 'importAggregates',
          tags: ['imports'],
          summary: 'Load counts of sections, pupils or holders by code: aggregates only',
          description:
            'Columns: Code, School Year, Measure (sections, pupils, holders), Count (or * where it is suppressed), and, for parts of a count, Sector (its key) and LEA Type ' +
            '(district, county office, charter). Pupils and holders are 0, 11 or more, or *. What looks like persons is refused whole; so is any other column.',
          consumes: ['text/csv', XLSX],
          headers: ActorHeader,
          querystring: z.strictObject({
            source: writtenText(3, 300).meta({
              description: 'Where the counts come from, in words; no agency by name',
            }),
            asOf: Day.meta({ description: 'The day of which the counts are; the newest stands' }),
            verified: z
              .enum(['true', 'false'])
              .default('false')
              .transform(word => word === 'true')
              .meta({ description: 'Somebody has read them in the publisher’s own file' }),
            dryRun: DryRun,
          }),
          body: z
            .custom<SentFile>(value => value instanceof SentFile)
            .meta({ type: 'string', description: 'CSV (UTF-8) or xlsx' }),
          response: { 200: Report, ...responses(401, 403, 413, 415, 422) },
        },
      },
      async request => {
        const by = requireActor(request, may)
        const { dryRun, ...about } = request.query
        const report = await aggregates.load(request.body, about, { by, dryRun })
        return { ...report, load: showLoad(report.load), unknownKeys: report.unknownKeys.slice(0, 1000) }
      },
    )
  })
  app.get(
    '/aggregates',
    {
      schema: {
        operationId: 'listAggregates',
        tags,
        summary: 'The counts that stand: of each code, year and measure the newest',
        querystring: PageQuery.extend({
          code: z.string().min(1).max(60).optional(),
          schoolYear: SchoolYear.optional(),
          measure: Measure.optional(),
        }),
        response: { 200: pageOf(Standing), ...responses() },
      },
    },
    async ({ query: { code, schoolYear, measure, limit, cursor } }) => {
      const after = cursor === undefined ? null : decodeCursor(Place, cursor).join(' ')
      const all = await aggregates.standing({ keys: code === undefined ? undefined : [code], schoolYear, measure })
      const rest = all.filter(each => after === null || placeOf(each).join(' ') > after)
      const items = rest.slice(0, limit)
      const last = items.at(-1)
      return { items, next: rest.length > items.length && last ? encodeCursor(placeOf(last)) : null }
    },
  )
  app.get(
    '/aggregates/loads',
    {
      schema: {
        operationId: 'listAggregateLoads',
        tags,
        summary: 'What has been loaded, side by side, newest day first',
        response: { 200: z.object({ items: z.array(Load) }), ...responses() },
      },
    },
    async () => ({ items: (await aggregates.loads()).map(showLoad) }),
  )
}

const placeOf = ({ key, schoolYear, measure }: StandingCount) => [key, schoolYear, measure]
const showLoad = ({ _id, at, ...rest }: AggregateLoadDoc): z.infer<typeof Load> => ({
  id: _id,
  ...rest,
  at: at.toISOString(),
})
