import { ItemKey, writtenText } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import {
  ActorAndVersion,
  etagOf,
  PageQuery,
  pageOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
  sendCsv,
} from '@cte-align/service'
import { z } from 'zod'
import type { AssignmentRuleStore } from '../assignment-rules.ts'
import type { StoredAuthorization } from '../authorization.ts'
import type { AuthorizationStore } from '../authorizations.ts'
import { AuthorizationStatus, CteRelation } from '../import-file.ts'
import { CTC_EDITORS } from './actors.ts'
import { AuthorizationDetail, AuthorizationShape, showAuthorization, showRule } from './shapes.ts'

const code = z.string().regex(/^[A-Za-z0-9]{1,10}$|^_$/, 'must be a code, or _ for one that is not given')
export const AuthorizationParams = z.strictObject({ document: code, authorization: code, subject: code })
const Filter = z.strictObject({
  document: code.optional(),
  authorization: code.optional(),
  subject: code.optional(),
  cteRelation: CteRelation.optional(),
  status: AuthorizationStatus.optional(),
  item: ItemKey.min(1).optional().meta({ description: 'Linked to this item: AGR' }),
  q: writtenText(1, 200).optional(),
})
const text = writtenText(0, 2000).nullable()
const Revision = z
  .strictObject({
    title: writtenText(1, 300),
    subjectTitle: text,
    notes: text,
    status: AuthorizationStatus,
  })
  .partial()
  .refine(body => Object.keys(body).length > 0, 'must change something')
  .meta({ minProperties: 1 })
const csvFile = { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'The file' } }
const tags = ['authorizations']

export interface AuthorizationParts {
  authorizations: AuthorizationStore
  rules: AssignmentRuleStore
  review: Review
}

export const keyIn = ({ document, authorization, subject }: z.infer<typeof AuthorizationParams>): string =>
  `${document}/${authorization}/${subject}`

export function authorizationRoutes(app: Service, { authorizations, rules, review }: AuthorizationParts): void {
  async function detail(row: StoredAuthorization): Promise<z.infer<typeof AuthorizationDetail>> {
    const [links, admitting, flags] = await Promise.all([
      review.links.of({ kind: 'authorization', key: row._id }),
      rules.admitting(row),
      review.openFlags(row._id),
    ])
    const shown = admitting.map(({ rule, by }) => ({ ...showRule(rule), by }))
    return { ...showAuthorization(row), links, rules: shown, openFlags: flags }
  }

  app.get(
    '/authorizations',
    {
      schema: {
        operationId: 'listAuthorizations',
        summary: 'Authorizations, by document, authorization and subject code',
        tags,
        querystring: PageQuery.extend(Filter.shape),
        response: { 200: pageOf(AuthorizationShape), ...responses() },
      },
    },
    async request => {
      const page = await authorizations.page(request.query, request.query)
      return { items: page.items.map(showAuthorization), next: page.next }
    },
  )
  app.get(
    '/authorizations/export',
    {
      schema: {
        operationId: 'exportAuthorizations',
        tags,
        summary: 'All that match, as CSV',
        querystring: Filter,
        response: { ...csvFile, ...responses() },
      },
    },
    async (request, reply) => {
      const columns = ['key', 'documentCode', 'authorizationCode', 'subjectCode', 'title', 'subjectTitle', 'notes']
      const all = [...columns, 'cteRelation', 'status', 'twinOf', 'gaps', 'source', 'verified']
      return sendCsv(reply, 'authorizations.csv', all, lines(authorizations.all(request.query)))
    },
  )
  app.get(
    '/authorizations/:document/:authorization/:subject',
    {
      schema: {
        operationId: 'readAuthorization',
        summary: 'One authorization with its links, the rules that admit it and its open flags',
        tags,
        params: AuthorizationParams,
        response: { 200: AuthorizationDetail, ...responses(404) },
      },
    },
    async (request, reply) => {
      const row = await authorizations.find(keyIn(request.params))
      reply.header('etag', etagOf(row.version))
      return detail(row)
    },
  )
  app.patch(
    '/authorizations/:document/:authorization/:subject',
    {
      schema: {
        operationId: 'reviseAuthorization',
        summary: 'Correct what it is called, its notes or its status',
        tags,
        params: AuthorizationParams,
        headers: ActorAndVersion,
        body: Revision,
        response: { 200: AuthorizationDetail, ...responses(401, 403, 404, 412, 413, 415, 428) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_EDITORS)
      const before = await authorizations.find(keyIn(request.params))
      requireMatch(request, before.version)
      const row = await authorizations.revise(before, request.body, { by, correlationId: request.correlationId })
      reply.header('etag', etagOf(row.version))
      return detail(row)
    },
  )
}

async function* lines(rows: AsyncIterable<StoredAuthorization>) {
  for await (const row of rows) {
    const { provenance, gaps, ...rest } = showAuthorization(row)
    yield { ...rest, gaps: gaps.join(' '), source: provenance.source, verified: provenance.verified }
  }
}
