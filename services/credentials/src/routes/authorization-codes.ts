import { writtenText } from '@cte-align/contracts'
import { etagOf, holding, PageQuery, pageByKey, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import { explainManualReview } from '../manual-review.ts'
import {
  AuthorizationCodeShape,
  ManualReviewShape,
  showAuthorizationCode,
  showVocationalSubject,
  VocationalSubjectShape,
} from './shapes.ts'

const YesNo = z.enum(['true', 'false']).transform(word => word === 'true')
const q = writtenText(1, 200).optional()
const CodeQuery = PageQuery.extend({
  q,
  statement: YesNo.optional().meta({ description: 'Whether its statement is carried here' }),
  truncated: YesNo.optional(),
})
const VocationalQuery = PageQuery.extend({
  q,
  document: z.string().min(1).max(10).optional(),
  sectorSubject: z.string().min(1).max(10).optional().meta({ description: 'A subject code; unknown: not said' }),
})
const AuthorizationCodeDetail = AuthorizationCodeShape.extend({
  documents: z
    .array(z.string())
    .meta({ description: 'Types of document that carry it, as far as they are listed here' }),
  authorizations: z.int(),
})
const tags = ['catalogue']

/** What the codes on a document mean, and the occupations on vocational ones. */
export function authorizationCodeRoutes(app: Service, models: CatalogueModels): void {
  const { authorizationCodes, authorizations, vocationalSubjects } = models
  app.get(
    '/authorization-codes',
    {
      schema: {
        operationId: 'listAuthorizationCodes',
        summary: 'Authorization codes, with their statements where they were imported',
        tags,
        querystring: CodeQuery,
        response: { 200: pageOf(AuthorizationCodeShape), ...responses() },
      },
    },
    async request => {
      const { q, statement, truncated } = request.query
      const filter = {
        ...(q !== undefined && holding(q, ['_id', 'statement', 'family'])),
        ...(statement !== undefined && { statement: statement ? { $ne: null } : null }),
        ...(truncated !== undefined && { truncated }),
      }
      const page = await pageByKey(authorizationCodes, filter, request.query)
      return { items: page.items.map(showAuthorizationCode), next: page.next }
    },
  )
  app.get(
    '/authorization-codes/:code',
    {
      schema: {
        operationId: 'readAuthorizationCode',
        summary: 'One authorization code, with the documents that carry it',
        description: 'The same code stands on several documents: by itself it authorizes for nothing.',
        tags,
        params: z.strictObject({ code: z.string().min(1).max(10) }),
        response: { 200: AuthorizationCodeDetail, ...responses(404) },
      },
    },
    async (request, reply) => {
      const { code } = request.params
      const found = await authorizationCodes.findById(code).lean()
      if (found === null) throw problem('CTE_NO_SUCH_CODE', { code })
      const carried = { authorizationCode: code }
      const [documents, count] = await Promise.all([
        authorizations.distinct('documentCode', carried),
        authorizations.countDocuments(carried),
      ])
      reply.header('etag', etagOf(found.version))
      return { ...showAuthorizationCode(found), documents: documents.sort(), authorizations: count }
    },
  )
  app.get(
    '/vocational-subjects',
    {
      schema: {
        operationId: 'listVocationalSubjects',
        summary: 'Occupations on vocational documents: no sectors, so a person must look',
        tags,
        querystring: VocationalQuery,
        response: { 200: pageOf(VocationalSubjectShape), ...responses() },
      },
    },
    async request => {
      const { q, document, sectorSubject } = request.query
      const filter = {
        ...(q !== undefined && holding(q, ['_id', 'title'])),
        ...(document !== undefined && { document }),
        ...(sectorSubject !== undefined && { sectorSubject: sectorSubject === 'unknown' ? null : sectorSubject }),
      }
      const page = await pageByKey(vocationalSubjects, filter, request.query)
      return { items: page.items.map(showVocationalSubject), next: page.next }
    },
  )
  app.get(
    '/manual-review',
    {
      schema: {
        operationId: 'listManualReview',
        summary: 'What a person must look at whenever a sector is reached, and why',
        tags,
        response: { 200: z.object({ items: z.array(ManualReviewShape) }), ...responses() },
      },
    },
    async () => ({
      items: (await explainManualReview(models)).map(row => ({
        ...row,
        occupations: row.occupations.map(showVocationalSubject),
      })),
    }),
  )
}
