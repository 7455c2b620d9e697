import { AssignmentRule, Slug, writtenText } from '@cte-align/contracts'
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
import { EditionGap, EditionRule, KeptEdition, type StoredEdition } from '../decoder/kept-edition.ts'
import type { EditionStore } from '../decoder/kept-editions.ts'
import { type AllEditions, type AnyEdition, EDITION_ORIGINS, EDITION_STATES } from '../editions/all-editions.ts'
import { DraftDetail, DraftView, draftDetail, draftView } from './rule-draft-shapes.ts'

const tags = ['rule editions']
const Params = z.strictObject({ id: Slug })
const code = z.string().min(1).max(10).optional()

const showEdition = ({ importedAt, ...rest }: StoredEdition): z.infer<typeof KeptEdition> =>
  KeptEdition.parse({ ...rest, importedAt: importedAt.toISOString() })
const KeptView = KeptEdition.extend({ state: z.literal('kept') })
const EditionView = z.discriminatedUnion('state', [DraftView, KeptView])
const EditionDetail = z.discriminatedUnion('state', [
  DraftDetail.extend({ kept: KeptEdition.nullable().meta({ description: 'The table that it left when published' }) }),
  KeptView,
])
const viewOf = ({ draft, kept }: AnyEdition): z.infer<typeof EditionView> =>
  draft === null ? { ...showEdition(kept), state: 'kept' } : draftView(draft)
const showRule = (rule: EditionRule): EditionRule => EditionRule.parse(rule)

/** Editions of CTC's course table: drafts, and those that are kept. Drafting, publishing and importing are other routes. */
export function ruleEditionRoutes(app: Service, { editions, all }: { editions: EditionStore; all: AllEditions }): void {
  app.get(
    '/rule-editions',
    {
      schema: {
        operationId: 'listRuleEditions',
        summary: 'Editions of the course table: drafted, published and imported',
        tags,
        querystring: PageQuery.extend({
          state: z.enum(EDITION_STATES).optional().meta({ description: 'kept: read from a file' }),
          origin: z.enum(EDITION_ORIGINS).optional(),
          flag: z.string().min(1).max(100).optional().meta({ description: 'Drafts that answer this flag' }),
          q: writtenText(1, 200).optional().meta({ description: 'Words in the title, in any case' }),
        }),
        response: { 200: pageOf(EditionView), ...responses() },
      },
    },
    async request => {
      const page = await all.page(request.query, request.query)
      return { items: page.items.map(viewOf), next: page.next }
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
        response: { 200: EditionDetail, ...responses(404) },
      },
    },
    async (request, reply) => {
      const { draft, kept } = await all.read(request.params.id)
      reply.header('etag', etagOf((draft ?? kept).version))
      if (draft === null) return { ...showEdition(kept), state: 'kept' as const }
      return { ...draftDetail(draft), kept: kept && showEdition(kept) }
    },
  )
  app.get(
    '/rule-editions/:id/rules',
    {
      schema: {
        operationId: 'listRulesOfEdition',
        summary: 'The rows of an edition, in the order of its file; of a draft, the table that it leads to',
        tags,
        params: Params,
        querystring: PageQuery.extend({
          courseCode: AssignmentRule.shape.courseCode.optional(),
          document: code,
          subject: code.meta({ description: 'A subject code, or * for the wildcard' }),
          gap: EditionGap.optional(),
        }),
        response: { 200: pageOf(EditionRule), ...responses(404, 409, 422, 503) },
      },
    },
    async request => {
      const page = await all.rules(request.params.id, request.query, request.query)
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
