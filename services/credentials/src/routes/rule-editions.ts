import { AssignmentRule, Slug } from '@cte-align/contracts'
import {
  etagOf,
  PageQuery,
  pageOf,
  responses,
  type Service,
  sendTable,
  TableFormat,
  tableFile,
} from '@cte-align/service'
import { z } from 'zod'
import { EXPORT_COLUMNS, exportedRow, TITLES_COLUMNS } from '../course-table/export-edition.ts'
import { EditionGap, EditionHead, EditionRule, KeptEdition, type StoredEdition } from '../kept-edition.ts'
import type { EditionStore } from '../kept-editions.ts'

const tags = ['rule editions']
const Params = z.strictObject({ id: Slug })
const code = z.string().min(1).max(10).optional()

const showEdition = ({ importedAt, ...rest }: StoredEdition): z.infer<typeof KeptEdition> =>
  KeptEdition.parse({ ...rest, importedAt: importedAt.toISOString() })
const showRule = (rule: EditionRule): EditionRule => EditionRule.parse(rule)

/** Editions of CTC's course table as they are kept. Publishing and importing are other routes. */
export function ruleEditionRoutes(app: Service, editions: EditionStore): void {
  app.get(
    '/rule-editions',
    {
      schema: {
        operationId: 'listRuleEditions',
        summary: 'Editions of the course table, imported and published',
        tags,
        querystring: PageQuery.extend({ origin: EditionHead.shape.origin.optional() }),
        response: { 200: pageOf(KeptEdition), ...responses() },
      },
    },
    async request => {
      const page = await editions.page(request.query, request.query)
      return { items: page.items.map(showEdition), next: page.next }
    },
  )
  app.get(
    '/rule-editions/:id',
    {
      schema: {
        operationId: 'readRuleEdition',
        summary: 'One edition of the course table',
        tags,
        params: Params,
        response: { 200: KeptEdition, ...responses(404) },
      },
    },
    async (request, reply) => {
      const edition = await editions.find(request.params.id)
      reply.header('etag', etagOf(edition.version))
      return showEdition(edition)
    },
  )
  app.get(
    '/rule-editions/:id/rules',
    {
      schema: {
        operationId: 'listRulesOfEdition',
        summary: 'The rows of an edition, in the order of its file',
        tags,
        params: Params,
        querystring: PageQuery.extend({
          courseCode: AssignmentRule.shape.courseCode.optional(),
          document: code,
          subject: code.meta({ description: 'A subject code, or * for the wildcard' }),
          gap: EditionGap.optional(),
        }),
        response: { 200: pageOf(EditionRule), ...responses(404) },
      },
    },
    async request => {
      const edition = await editions.find(request.params.id)
      const page = await editions.rulesOf(edition, request.query, request.query)
      return { items: page.items.map(showRule), next: page.next }
    },
  )
  app.get(
    '/rule-editions/:id/export',
    {
      schema: {
        operationId: 'exportRuleEdition',
        summary: 'An edition in CTC’s own layout; importing it again gives the same edition',
        tags,
        params: Params,
        querystring: z.strictObject({ format: TableFormat }),
        response: { 200: tableFile('One row for each rule'), ...responses(404, 422) },
      },
    },
    async (request, reply) => {
      const edition = await editions.find(request.params.id)
      const columns = edition.layout === 'titles' ? TITLES_COLUMNS : EXPORT_COLUMNS
      const rows = (await editions.all(edition)).map(exportedRow)
      return sendTable(reply, { format: request.query.format, name: edition._id, columns }, rows)
    },
  )
}
