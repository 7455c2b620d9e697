import { ChangeClass, Severity } from '@cte-align/contracts'
import { etagOf, PageQuery, pageOf, responses, type Service, sendCsv } from '@cte-align/service'
import { z } from 'zod'
import { correctionOf } from './correction-of.ts'
import { Disposition } from './disposition.ts'
import { problem } from './errors.ts'
import { COLUMNS, exportRows } from './export-flags.ts'
import { afterCursor, cursorAfter, FLAG_ORDER, FlagFilter, toQuery } from './flag-filter.ts'
import { FlagId, FlagRow, FlagView, toFlagRow, toFlagView } from './flag-views.ts'
import type { FlagDoc } from './models/flag.ts'
import type { RouteOptions } from './routes.ts'
import { FlagState, possibleNext } from './state-machine.ts'
import { isSuperseded } from './supersessions.ts'

const Cell = z.object({ severity: Severity, state: FlagState, class: ChangeClass, flags: z.int() })
const Summary = z.object({
  flags: z.int(),
  /** Each flag once. */
  standing: z.array(Cell.omit({ class: true })),
  /** A flag counts in each of its classes. */
  classes: z.array(Cell),
  /** The resolved ones by how they were resolved; null where earlier attestations covered all. */
  dispositions: z.array(z.object({ disposition: Disposition.nullable(), flags: z.int() })),
})
const tags = ['flags']

/** The queue, in the whole and one by one. Only reads. */
export function flagRoutes(app: Service, { models, flags, agency }: RouteOptions): void {
  const { Flag } = models

  app.get(
    '/flags',
    {
      schema: {
        operationId: 'listFlags',
        summary: 'List flags, gravest first',
        tags,
        querystring: PageQuery.extend(FlagFilter.shape),
        response: { 200: pageOf(FlagRow), ...responses(503) },
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const found = await Flag.find(
        { ...toQuery(filter), ...afterCursor(cursor) },
        { causes: { $slice: 1 }, items: 0, itemKeys: 0 },
      )
        .sort(FLAG_ORDER)
        .limit(limit + 1)
        .lean<FlagDoc[]>()
      const page = found.slice(0, limit)
      return { items: page.map(toFlagRow), next: found.length > limit ? cursorAfter(page.at(-1)!) : null }
    },
  )

  app.get(
    '/flags/summary',
    {
      schema: {
        operationId: 'summarizeFlags',
        summary: 'Count flags by severity, state and class',
        tags,
        querystring: FlagFilter,
        response: { 200: Summary, ...responses(503) },
      },
    },
    async ({ query }) => {
      const $match = toQuery(query)
      const group = (_id: object | string) => ({ $group: { _id, flags: { $sum: 1 } } })
      const standing = { severity: '$severity', state: '$state' }
      type Row = { _id: z.infer<typeof Cell>; flags: number }
      const [byStanding, byClass, byDisposition] = await Promise.all([
        Flag.aggregate<Row>([{ $match }, group(standing), { $sort: { _id: 1 } }]),
        Flag.aggregate<Row>([
          { $match },
          { $unwind: '$classes' },
          group({ ...standing, class: '$classes' }),
          { $sort: { _id: 1 } },
        ]),
        Flag.aggregate<{ _id: Disposition | null; flags: number }>([
          { $match: { $and: [$match, { state: 'resolved' }] } },
          group('$disposition'),
          { $sort: { _id: 1 } },
        ]),
      ])
      const toCell = ({ _id, flags }: Row) => ({ ..._id, flags })
      return {
        flags: byStanding.reduce((sum, row) => sum + row.flags, 0),
        standing: byStanding.map(toCell),
        classes: byClass.map(toCell),
        dispositions: byDisposition.map(({ _id, flags }) => ({ disposition: _id, flags })),
      }
    },
  )

  const csv = { description: 'One row for each cause', content: { 'text/csv': { schema: z.string() } } }
  app.get(
    '/flags/export',
    {
      schema: {
        operationId: 'exportFlags',
        summary: 'Flags as CSV, a row for each cause',
        tags,
        querystring: FlagFilter,
        response: { 200: csv, ...responses(503) },
      },
    },
    async ({ query }, reply) =>
      sendCsv(reply, `${agency.toLowerCase()}-flags.csv`, COLUMNS, exportRows(models, flags, toQuery(query))) as never,
  )

  app.get(
    '/flags/:id',
    {
      schema: {
        operationId: 'readFlag',
        summary: 'Read a flag with its first hundred causes',
        tags,
        params: z.strictObject({ id: FlagId }),
        response: { 200: FlagView, ...responses(404, 503) },
      },
    },
    async ({ params: { id } }, reply) => {
      const flag = await Flag.findById(id).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      reply.header('etag', etagOf(flag.version))
      return view(flag)
    },
  )

  async function view(flag: FlagDoc) {
    const earlier = await Flag.findOne({ 'dependent.key': flag.dependent.key, order: { $lt: flag.order } }, { _id: 1 })
      .sort({ order: -1 })
      .lean<{ _id: string }>()
    const next = isSuperseded(flag) ? [] : [...possibleNext(flag.state)]
    return toFlagView(flag, {
      previous: earlier?._id ?? null,
      next,
      correction: await correctionOf(flags, models, flag),
    })
  }
}
