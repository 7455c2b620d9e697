import { ItemId, ItemKey, ItemKind, ReleaseId, Slug, writtenText } from '@cte-align/contracts'
import { PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { MATCHES } from '../search-index.ts'
import { Answered, AsOf, onlyOne } from './as-of.ts'
import { FrameworkParams } from './shapes.ts'

const RowView = z.object({
  id: ItemId,
  framework: Slug,
  key: ItemKey,
  kind: ItemKind,
  code: z.string(),
  title: z.string(),
  status: z.enum(['active', 'retired']),
  verified: z.boolean(),
  parent: ItemId.nullable(),
})
const Above = z.object({ id: ItemId, key: ItemKey, kind: ItemKind, title: z.string() })
const counts = z.record(z.string(), z.int())
const SearchQuery = PageQuery.extend({
  q: writtenText(1, 200)
    .optional()
    .meta({ description: 'A code, or words: each stands in key, title, text or scope note, in any case' }),
  framework: Slug.optional(),
  release: AsOf.shape.release,
  asOf: AsOf.shape.asOf,
  kind: ItemKind.optional(),
  status: z.enum(['active', 'retired']).optional(),
  verified: z.enum(['true', 'false']).optional(),
})
  .refine(({ release, asOf }) => release === undefined || asOf === undefined, {
    path: ['asOf'],
    message: 'release and asOf cannot both be given',
  })
  .refine(({ framework, release, asOf }) => framework !== undefined || (release === undefined && asOf === undefined), {
    path: ['framework'],
    message: 'release and asOf are of one framework: name it',
  })

/** Items in few words: level by level as a tree, and found by code and words in all frameworks. */
export function outlineRoutes(app: Service, { outline, searchItems }: App): void {
  app.get(
    '/frameworks/:key/outline',
    {
      schema: {
        tags: ['items'],
        operationId: 'readOutline',
        summary: 'Read what stands right below an item, or at the top, in its own order',
        params: FrameworkParams,
        querystring: onlyOne(
          z.strictObject({
            ...AsOf.shape,
            limit: z.coerce.number().int().min(1).max(1000).default(200),
            cursor: PageQuery.shape.cursor,
            parent: ItemId.optional().meta({ description: 'Id of the item; without it the top' }),
            status: z.enum(['active', 'retired', 'any']).default('active'),
          }),
        ),
        response: {
          200: pageOf(
            RowView.extend({ children: z.int().meta({ description: 'How many stand right below it' }) }),
          ).extend({
            framework: Slug,
            ...Answered,
            total: z.int(),
          }),
          ...responses(404, 409, 422, 503),
        },
      },
    },
    async request => {
      const { limit, cursor, ...filter } = request.query
      return outline.page(request.params.key, filter, { limit, cursor })
    },
  )

  app.get(
    '/items',
    {
      schema: {
        tags: ['items'],
        operationId: 'searchItems',
        summary: 'Find items of all frameworks by code and words, nearest first, with facets',
        querystring: SearchQuery,
        response: {
          200: pageOf(
            RowView.extend({
              release: ReleaseId,
              match: z.enum(MATCHES).meta({
                description:
                  'How near it is: it is the key, the code; the key begins so; the title holds it; its words do',
              }),
              excerpt: z.string().nullable().meta({ description: 'Where the words stand below the title' }),
              above: z.array(Above).meta({ description: 'What it stands under, nearest first' }),
            }),
          ).extend({
            total: z.int(),
            facets: z
              .object({ framework: counts, kind: counts, status: counts, verified: counts })
              .meta({ description: 'How many there would be with that choice, the other choices kept' }),
          }),
          ...responses(404, 409, 422, 503),
        },
      },
    },
    async request => {
      const { limit, cursor, verified, ...asked } = request.query
      const given = { ...asked, ...(verified !== undefined && { verified: verified === 'true' }) }
      return searchItems(given, { limit, cursor })
    },
  )
}
