import { ChangeClass, Severity } from '@cte-align/contracts'
import { etagOf, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { correctionOf } from './correction-of.ts'
import { Disposition } from './disposition.ts'
import { problem } from './errors.ts'
import { FlagFilter } from './flag-filter.ts'
import { afterCursor, cursorAfter, FlagOrder, sortOf } from './flag-order.ts'
import { toQuery } from './flag-query.ts'
import { FlagId, FlagRow, FlagView, toFlagRow, toFlagView } from './flag-views.ts'
import type { FlagDoc } from './models/flag.ts'
import type { RouteOptions } from './routes.ts'
import { FlagState, possibleNext } from './state-machine.ts'
import { isSuperseded } from './supersessions.ts'
import { ViewQuery } from './view-shape.ts'

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
export function flagRoutes(app: Service, { models, flags, views, today }: RouteOptions): void {
  const { Flag } = models

  app.get(
    '/flags',
    {
      schema: {
        operationId: 'listFlags',
        summary: 'List flags, gravest first or by what is due first',
        tags,
        querystring: PageQuery.extend({
          ...FlagFilter.shape,
          order: FlagOrder.optional().meta({ description: "Left out: the view's, else gravest" }),
          view: ViewQuery,
        }),
        response: { 200: pageOf(FlagRow), ...responses(401, 404, 503) },
      },
    },
    async request => {
      const { limit, cursor, order: asked, view, ...given } = request.query
      const { filter, order: kept } = await views.apply(view, given, request)
      const order = asked ?? kept ?? 'gravest'
      const day = today()
      const found = await Flag.find(
        { $and: [toQuery(filter, day), afterCursor(cursor, order)] },
        { causes: { $slice: 1 }, items: 0, itemKeys: 0, changes: 0 },
      )
        .sort(sortOf(order))
        .limit(limit + 1)
        .lean<FlagDoc[]>()
      const page = found.slice(0, limit)
      const next = found.length > limit ? cursorAfter(page.at(-1)!, order) : null
      return { items: page.map(flag => toFlagRow(flag, day)), next }
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
      const $match = toQuery(query, today())
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
    const correction = await correctionOf(flags, models, flag)
    return toFlagView(flag, { previous: earlier?._id ?? null, next, correction }, today())
  }
}
