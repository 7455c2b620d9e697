import { CodeSetRow, EditionId, SchoolYear } from '@cte-align/contracts'
import { compareCodeSets } from '@cte-align/impact'
import {
  decodeCursor,
  encodeCursor,
  PageQuery,
  pageOf,
  responses,
  type Service,
  sendTable,
  TableFormat,
  tableFile,
} from '@cte-align/service'
import { z } from 'zod'
import { codeSetsTable, combinationsTable, editionTable } from '../code-sets/code-set-tables.ts'
import type { EditionStore } from '../code-sets/editions.ts'
import { ComparisonShape, EditionOrCurrent, EditionShape, showComparison, showEdition } from './code-set-shapes.ts'

const tags = ['code sets']
const Key = z.strictObject({ edition: EditionId })
const TABLES = { edition: editionTable, 'code-sets': codeSetsTable, combinations: combinationsTable }
const Layout = z.enum(Object.keys(TABLES) as [keyof typeof TABLES]).default('edition')

/** Editions as they were published, side by side. They are only read: an import or a plan makes them, nothing changes them. */
export function codeSetEditionRoutes(app: Service, editions: EditionStore): void {
  app.get(
    '/code-set-editions',
    {
      schema: {
        operationId: 'listCodeSetEditions',
        tags,
        summary: 'Editions of the code set that are kept here',
        querystring: PageQuery.extend({ schoolYear: SchoolYear.optional() }),
        response: { 200: pageOf(EditionShape), ...responses() },
      },
    },
    async ({ query }) => {
      const page = await editions.page(query, query)
      return { items: page.items.map(showEdition), next: page.next }
    },
  )
  app.get(
    '/code-set-editions/compare',
    {
      schema: {
        operationId: 'compareCodeSetEditions',
        tags,
        summary: 'What differs between two editions: added, gone, and each field that changed',
        querystring: z.strictObject({ from: EditionOrCurrent, to: EditionOrCurrent }),
        response: { 200: ComparisonShape, ...responses(404) },
      },
    },
    async ({ query: { from, to } }) => {
      const [before, after] = await Promise.all([editions.rows(from), editions.rows(to)])
      return showComparison(compareCodeSets(before, after))
    },
  )
  app.get(
    '/code-set-editions/:edition',
    {
      schema: {
        operationId: 'readCodeSetEdition',
        tags,
        summary: 'One edition: where it comes from and how many codes it has',
        params: Key,
        response: { 200: EditionShape, ...responses(404) },
      },
    },
    async ({ params }) => showEdition(await editions.find(params.edition)),
  )
  app.get(
    '/code-set-editions/:edition/codes',
    {
      schema: {
        operationId: 'listCodesOfEdition',
        tags,
        summary: 'The codes of an edition as it has them',
        params: Key,
        querystring: PageQuery,
        response: { 200: pageOf(CodeSetRow), ...responses(404) },
      },
    },
    async ({ params, query: { limit, cursor } }) => {
      const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor)
      const found = (await editions.rows(params.edition)).filter(({ code }) => code > after)
      const items = found.slice(0, limit)
      return { items, next: found.length > limit ? encodeCursor(items.at(-1)!.code) : null }
    },
  )
  app.get(
    '/code-set-editions/:edition/export',
    {
      schema: {
        operationId: 'exportCodeSetEdition',
        tags,
        summary: 'An edition as CSV or xlsx; what nobody says stands as "unknown"',
        params: Key,
        querystring: z.strictObject({ layout: Layout, format: TableFormat }),
        response: { 200: tableFile('A row for each code'), ...responses(404, 422) },
      },
    },
    async ({ params, query: { layout, format } }, reply) => {
      const { columns, rows } = TABLES[layout](await editions.rows(params.edition))
      return sendTable(reply, { format, name: `${layout}-${params.edition}`, columns }, rows)
    },
  )
}
