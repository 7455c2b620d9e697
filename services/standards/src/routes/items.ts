import { Consumer, Day, ItemId, ItemKind, ReleaseId, Slug, writtenText } from '@cte-align/contracts'
import { PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { FrameworkParams, ItemView, itemView, ReleaseChangeView } from './shapes.ts'

const AsOf = z.strictObject({
  release: z
    .string()
    .regex(/^(?:[a-z0-9-]{1,64}@)?[1-9][0-9]{0,8}$/, 'must be a number or framework@number, as in 3 or ca-mcs-2013@3')
    .optional()
    .meta({ description: 'Number or id of a release; default the newest' }),
  asOf: Day.optional().meta({ description: 'The release in force on that California day' }),
  consumer: Consumer.optional().meta({
    description: "In force for whom, by that consumer's own date; without asOf: today",
  }),
})
/** Which release, and where asked on which day for whom, an answer is about. */
const Answered = { release: ReleaseId.nullable(), asOf: Day.nullable(), consumer: Consumer.nullable() }
const onlyOne = <T extends z.ZodType<z.infer<typeof AsOf>>>(query: T) =>
  query
    .refine(({ release, asOf }) => release === undefined || asOf === undefined, {
      path: ['asOf'],
      message: 'release and asOf cannot both be given',
    })
    .refine(({ release, consumer }) => release === undefined || consumer === undefined, {
      path: ['consumer'],
      message: 'release and consumer cannot both be given: a release is the same for all',
    })
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
