import { writtenText } from '@cte-align/contracts'
import { etagOf, holding, PageQuery, pageByKey, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import { DocumentShape, SubjectShape, showDocument, showSubject } from './shapes.ts'

const Query = PageQuery.extend({ q: writtenText(1, 200).optional() })

export function documentRoutes(app: Service, { documents, subjects }: CatalogueModels): void {
  app.get(
    '/documents',
    {
      schema: {
        operationId: 'listDocuments',
        summary: 'Types of document that CTC issues',
        tags: ['catalogue'],
        querystring: Query,
        response: { 200: pageOf(DocumentShape), ...responses() },
      },
    },
    async request => {
      const { q } = request.query
      const page = await pageByKey(documents, q === undefined ? {} : holding(q, ['_id', 'title']), request.query)
      return { items: page.items.map(showDocument), next: page.next }
    },
  )
  app.get(
    '/documents/:code',
    {
      schema: {
        operationId: 'readDocument',
        summary: 'One type of document',
        tags: ['catalogue'],
        params: z.object({ code: z.string().max(20) }),
        response: { 200: DocumentShape, ...responses(404) },
      },
    },
    async (request, reply) => {
      const { code } = request.params
      const found = await documents.findById(code).lean()
      if (found === null) throw problem('CTE_NO_SUCH_DOCUMENT', { code })
      reply.header('etag', etagOf(found.version))
      return showDocument(found)
    },
  )
  app.get(
    '/subjects',
    {
      schema: {
        operationId: 'listSubjects',
        summary: 'Sectors as CTC codes them, and the items they stand for',
        tags: ['catalogue'],
        querystring: Query,
        response: { 200: pageOf(SubjectShape), ...responses() },
      },
    },
    async request => {
      const { q } = request.query
      const filter = q === undefined ? {} : holding(q, ['_id', 'title', 'earlierTitles', 'item.key'])
      const page = await pageByKey(subjects, filter, request.query)
      return { items: page.items.map(showSubject), next: page.next }
    },
  )
}
