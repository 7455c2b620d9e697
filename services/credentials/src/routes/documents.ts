import { Day, writtenText } from '@cte-align/contracts'
import { recognizeTitle, titleOn } from '@cte-align/impact'
import { etagOf, holding, PageQuery, pageByKey, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import { DocumentStatus } from '../document-status.ts'
import { problem } from '../errors.ts'
import type { StoredSubject } from '../subject.ts'
import { DocumentShape, SubjectShape, showDocument, showSubject } from './shapes.ts'

const q = writtenText(1, 200).optional()
const DocumentQuery = PageQuery.extend({
  q,
  status: z.enum([...DocumentStatus.options, 'unknown']).optional(),
  family: writtenText(1, 100).optional().meta({ description: 'designated_subjects' }),
})
const SubjectQuery = PageQuery.extend({
  q,
  asOf: Day.optional().meta({ description: 'Show the title on this day as well' }),
  printed: writtenText(1, 300).optional().meta({
    description: 'Ever called so: blanks, commas and case do not count, known spellings do',
  }),
})

export function documentRoutes(app: Service, { documents, subjects }: CatalogueModels): void {
  app.get(
    '/documents',
    {
      schema: {
        operationId: 'listDocuments',
        summary: 'Types of document that CTC issues',
        tags: ['catalogue'],
        querystring: DocumentQuery,
        response: { 200: pageOf(DocumentShape), ...responses() },
      },
    },
    async request => {
      const { q, status, family } = request.query
      const filter = {
        ...(q !== undefined && holding(q, ['_id', 'title'])),
        ...(status !== undefined && { status: status === 'unknown' ? null : status }),
        ...(family !== undefined && { family }),
      }
      const page = await pageByKey(documents, filter, request.query)
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
        summary: 'Sectors as CTC codes them, their titles over time, and the items they stand for',
        tags: ['catalogue'],
        querystring: SubjectQuery,
        response: { 200: pageOf(SubjectShape), ...responses() },
      },
    },
    async request => {
      const { q, asOf, printed } = request.query
      const filter = {
        ...(q !== undefined && holding(q, ['_id', 'title', 'titles.title', 'item.key'])),
        ...(printed !== undefined && { _id: { $in: await calledSo(printed) } }),
      }
      const page = await pageByKey(subjects, filter, request.query)
      return { items: page.items.map(row => ({ ...showSubject(row), ...titleThen(row, asOf) })), next: page.next }
    },
  )

  async function calledSo(printed: string): Promise<string[]> {
    return recognizeTitle(printed, await subjects.find().lean()).map(({ code }) => code)
  }
}

function titleThen({ titles }: StoredSubject, asOf: string | undefined) {
  if (asOf === undefined) return {}
  const found = titleOn(titles, asOf)
  return { titleThen: found === 'unknown' ? null : found }
}
