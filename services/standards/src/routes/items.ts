import { ItemId, ItemKind, ReleaseId, Slug, writtenText } from '@cte-align/contracts'
import { PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { Answered, AsOf, onlyOne } from './as-of.ts'
import { FrameworkParams, ItemView, itemView, ReleaseChangeView } from './shapes.ts'

const ItemsQuery = onlyOne(
  PageQuery.extend({
    ...AsOf.shape,
    q: writtenText(1, 200).optional().meta({ description: 'Words in key or title, in any case' }),
    kind: ItemKind.optional(),
    parent: z.string().max(170).optional().meta({ description: 'Id or natural key of the parent; "none" for the top' }),
    status: z.enum(['active', 'retired', 'any']).default('active'),
  }),
)
const ItemParams = z.strictObject({ id: ItemId })

/** Items as any release or day has them, and their history. */
export function itemRoutes(app: Service, { items }: App): void {
  app.get(
    '/frameworks/:key/items',
    {
      schema: {
        tags: ['items'],
        operationId: 'listItems',
        summary: 'List items as a release or a day has them',
        params: FrameworkParams,
        querystring: ItemsQuery,
        response: {
          200: pageOf(ItemView).extend({ framework: Slug, ...Answered, total: z.int() }),
          ...responses(404, 409, 422, 503),
        },
      },
    },
    async request => {
      const { limit, cursor, ...filter } = request.query
      const page = await items.page(request.params.key, filter, { limit, cursor })
      return { ...page, items: page.items.map(itemView) }
    },
  )

  app.get(
    '/items/:id',
    {
      schema: {
        tags: ['items'],
        operationId: 'readItem',
        summary: 'Read an item with what stands above it',
        params: ItemParams,
        querystring: onlyOne(AsOf),
        response: {
          200: ItemView.extend({ ...Answered, lineage: z.array(ItemView) }),
          ...responses(404, 409, 422, 503),
        },
      },
    },
    async request => {
      const { item, lineage, ...answered } = await items.withLineage(request.params.id, request.query)
      return { ...itemView(item), ...answered, lineage: lineage.map(itemView) }
    },
  )

  app.get(
    '/items/:id/history',
    {
      schema: {
        tags: ['items'],
        operationId: 'readItemHistory',
        summary: 'Read what an item was and what changed it',
        params: ItemParams,
        response: {
          200: z.object({
            versions: z.array(ItemView),
            changes: z.array(
              z.object({
                release: ReleaseId,
                publishedAt: z.iso.datetime(),
                change: ReleaseChangeView.shape.change,
              }),
            ),
          }),
          ...responses(404, 503),
        },
      },
    },
    async request => {
      const { versions, changes } = await items.history(request.params.id)
      return { versions: versions.map(itemView), changes }
    },
  )
}
