import { ItemList, Link, Provenance, writtenText } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import { etagOf, holding, PageQuery, pageByKey, pageOf, responses, type Service } from '@cte-align/service'
import type { Model } from 'mongoose'
import { z } from 'zod'
import { problem } from '../errors.ts'
import { Citation } from '../import-file.ts'
import type { StoredLegalReference } from '../legal-reference.ts'

const Query = PageQuery.extend({
  dependsOn: ItemList.optional().meta({ description: 'Only those that speak of this list: sector-count' }),
  q: writtenText(1, 200).optional().meta({ description: 'Part of the citation or the subject' }),
})
const Shape = z.object({
  citation: z.string(),
  subject: z.string().meta({ description: 'In our words' }),
  dependsOn: z.array(z.object({ framework: z.string(), list: ItemList, verified: z.boolean(), basis: z.string() })),
  provenance: Provenance,
  version: z.int(),
  updatedAt: z.iso.datetime(),
})
const Detail = Shape.extend({ links: z.array(Link), openFlags: z.int() })
const tags = ['legal references']

/** What of law CTC works by. Written by the import alone. */
export function legalReferenceRoutes(
  app: Service,
  { legalReferences, review }: { legalReferences: Model<StoredLegalReference>; review: Review },
): void {
  app.get(
    '/legal-references',
    {
      schema: {
        operationId: 'listLegalReferences',
        summary: 'Statutes and regulations, and the lists of sectors that they speak of',
        tags,
        querystring: Query,
        response: { 200: pageOf(Shape), ...responses() },
      },
    },
    async ({ query: { dependsOn, q, ...at } }) => {
      const filter = {
        ...(dependsOn !== undefined && { 'dependsOn.list': dependsOn }),
        ...(q !== undefined && holding(q, ['_id', 'subject'])),
      }
      const page = await pageByKey(legalReferences, filter, at)
      return { items: page.items.map(show), next: page.next }
    },
  )
  app.get(
    '/legal-references/:citation',
    {
      schema: {
        operationId: 'readLegalReference',
        summary: 'One section of law with its links and its open flags',
        tags,
        params: z.strictObject({ citation: Citation }),
        response: { 200: Detail, ...responses(404) },
      },
    },
    async ({ params: { citation } }, reply) => {
      const row = await legalReferences.findById(citation).lean()
      if (row === null) throw problem('CTE_NO_SUCH_LEGAL_REFERENCE', { citation })
      reply.header('etag', etagOf(row.version))
      const links = await review.links.of({ kind: 'legal-reference', key: citation })
      return { ...show(row), links, openFlags: await review.openFlags(citation) }
    },
  )
}

const show = (row: StoredLegalReference): z.infer<typeof Shape> => ({ ...row, updatedAt: row.updatedAt.toISOString() })
