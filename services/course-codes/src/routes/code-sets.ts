import {
  CodeChange,
  CourseCodeKey,
  CourseLevel,
  Day,
  EffectiveBound,
  SchoolYear,
  writtenText,
} from '@cte-align/contracts'
import { codeInForce, type Days, daysOf } from '@cte-align/impact'
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
import { type CatalogueModels, readCatalogue } from '../catalogue.ts'
import { toCodeChange } from '../code-change.ts'
import type { CodeChangeStore } from '../code-sets/code-changes.ts'
import {
  codeSetsTable,
  combinationsTable,
  editionTable,
  mapTable,
  pathwaySectorsTable,
  type TableLayout,
} from '../code-sets/code-set-tables.ts'
import { CURRENT, type EditionStore } from '../code-sets/editions.ts'
import { filterCodeSet } from '../code-sets/facets.ts'
import { liveRows, pathwaysByItem } from '../code-sets/live-rows.ts'
import { problem } from '../errors.ts'
import { CodeSetRowShape, EditionOrCurrent, FacetsShape, InForceShape, Valid } from './code-set-shapes.ts'

const tags = ['code sets']
const Year = z.strictObject({ schoolYear: SchoolYear })
const Layout = z.enum(['edition', 'code-sets', 'combinations', 'pathway-sectors', 'map']).default('edition').meta({
  description:
    'edition: what POST /imports/code-set reads back; code-sets, combinations, pathway-sectors: the tabs of CALPADS; map: retired to current',
})
const edition = EditionOrCurrent.default(CURRENT)
const words = writtenText(1, 300).optional()
const SetQuery = PageQuery.extend({
  edition,
  valid: Valid.optional(),
  q: words.meta({ description: 'How a code begins, or words of its title' }),
  level: z.enum([...CourseLevel.options, 'unknown']).optional(),
  sector: words.meta({ description: 'Name of a sector as the source spells it; unknown: none is stated' }),
  pathway: words.meta({ description: 'Name of a pathway; unknown: none is stated' }),
  status: InForceShape.shape.status.optional(),
})
const CheckQuery = z.strictObject({
  code: CourseCodeKey,
  edition,
  schoolYear: SchoolYear.optional(),
  start: Day.optional().meta({ description: 'In place of a school year, with end' }),
  end: Day.optional(),
})

export interface CodeSetParts {
  models: CatalogueModels
  editions: EditionStore
  codeChanges: CodeChangeStore
}

export function codeSetRoutes(app: Service, { models, editions, codeChanges }: CodeSetParts): void {
  const rowsIn = (chosen: string, schoolYear?: string) =>
    chosen === CURRENT ? liveRows(models, schoolYear) : editions.rows(chosen)

  app.get(
    '/code-sets/check',
    {
      schema: {
        operationId: 'checkCode',
        tags,
        summary: 'May a code be submitted for a school year (GERR0007), and what follows where it is retired',
        querystring: CheckQuery,
        response: {
          200: z.object({
            code: CourseCodeKey,
            rule: z.literal('GERR0007'),
            edition: EditionOrCurrent,
            days: z.object({ first: Day, last: Day }),
            effectiveFrom: EffectiveBound.nullable(),
            effectiveTo: EffectiveBound.nullable(),
            ...InForceShape.shape,
            successors: z.array(CourseCodeKey).nullable().meta({
              description: 'Where it went, as far as published changes say; null where it is not retired',
            }),
            changes: z.array(CodeChange).meta({ description: 'Published changes that it left by' }),
          }),
          ...responses(404, 422),
        },
      },
    },
    async ({ query: { code, edition: chosen, ...asked } }) => {
      const days = daysAsked(asked)
      const row = (await rowsIn(chosen)).find(each => each.code === code)
      if (row === undefined) throw problem('CTE_NO_SUCH_COURSE_CODE', { code })
      const verdict = codeInForce(row, days)
      const retired = verdict.status === 'retired'
      const { changes, succession } = await codeChanges.history(code, null)
      const left = changes.filter(({ from, to }) => from.includes(code) && !to.includes(code))
      return {
        ...{ code, rule: 'GERR0007' as const, edition: chosen, days },
        ...{ effectiveFrom: row.effectiveFrom, effectiveTo: row.effectiveTo, ...verdict },
        successors: retired ? succession.current.filter(each => each !== code) : null,
        changes: left.map(toCodeChange),
      }
    },
  )
  app.get(
    '/code-sets/:schoolYear',
    {
      schema: {
        operationId: 'readCodeSet',
        tags,
        summary: 'The code set of a school year: each code, and whether it may be submitted for it',
        params: Year,
        querystring: SetQuery,
        response: {
          200: pageOf(CodeSetRowShape).extend({ total: z.int(), facets: FacetsShape }),
          ...responses(404),
        },
      },
    },
    async ({ params: { schoolYear }, query: { edition: chosen, limit, cursor, ...filter } }) => {
      const days = daysOf(schoolYear)
      const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor)
      const all = (await rowsIn(chosen, schoolYear)).map(row => ({ ...row, ...codeInForce(row, days) }))
      const { rows, facets } = filterCodeSet(all, filter)
      const rest = rows.filter(({ code }) => code > after)
      const items = rest.slice(0, limit)
      const next = rest.length > limit ? encodeCursor(items.at(-1)!.code) : null
      return { items, next, total: rows.length, facets }
    },
  )
  app.get(
    '/code-sets/:schoolYear/export',
    {
      schema: {
        operationId: 'exportCodeSet',
        tags,
        summary: 'The code set of a school year as CSV or xlsx; what nobody says stands as "unknown"',
        params: Year,
        querystring: z.strictObject({ layout: Layout, format: TableFormat }),
        response: { 200: tableFile('A row for each code, pathway, or pair of codes'), ...responses(422) },
      },
    },
    async ({ params: { schoolYear }, query: { layout, format } }, reply) => {
      const { columns, rows } = await tableOf(layout, schoolYear)
      return sendTable(reply, { format, name: `${layout}-${schoolYear}`, columns }, rows)
    },
  )

  async function tableOf(layout: z.output<typeof Layout>, schoolYear: string): Promise<TableLayout> {
    if (layout === 'map') return mapTable(await codeChanges.upTo(schoolYear))
    if (layout === 'pathway-sectors') {
      const catalogue = await readCatalogue(models)
      return pathwaySectorsTable(catalogue, pathwaysByItem(catalogue.pathways), schoolYear)
    }
    const rows = await liveRows(models, schoolYear)
    if (layout === 'combinations') return combinationsTable(rows)
    return layout === 'code-sets' ? codeSetsTable(rows) : editionTable(rows)
  }
}

type Asked = Pick<z.output<typeof CheckQuery>, 'schoolYear' | 'start' | 'end'>

/** Throws CTE_WHICH_DAYS. */
function daysAsked({ schoolYear, start, end }: Asked): Days {
  const ofYear = schoolYear !== undefined && start === undefined && end === undefined
  if (ofYear) return daysOf(schoolYear)
  if (schoolYear === undefined && start !== undefined && end !== undefined && start <= end)
    return { first: start, last: end }
  throw problem('CTE_WHICH_DAYS')
}
