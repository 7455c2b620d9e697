import { CodeChange, CourseCodeKey, EditionId, ScedChangeStatus, SchoolYear } from '@cte-align/contracts'
import { PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import { toCodeChange } from '../code-change.ts'
import type { CodeChangeStore } from '../code-sets/code-changes.ts'
import type { EditionStore } from '../code-sets/editions.ts'
import type { CourseCodeStore } from '../course-codes.ts'
import { HistoryShape } from './code-set-shapes.ts'

const Filter = z.strictObject({
  from: CourseCodeKey.optional(),
  to: CourseCodeKey.optional(),
  kind: ScedChangeStatus.optional(),
  schoolYear: SchoolYear.optional(),
  edition: EditionId.optional(),
})

export function codeChangeRoutes(
  app: Service,
  {
    models,
    codeChanges,
    courseCodes,
    editions,
  }: {
    models: CatalogueModels
    codeChanges: CodeChangeStore
    courseCodes: Pick<CourseCodeStore, 'find'>
    editions: EditionStore
  },
): void {
  app.get(
    '/code-changes',
    {
      schema: {
        operationId: 'listCodeChanges',
        tags: ['code sets'],
        summary: 'What has become of course codes, as published: many to many, "unknown" where nobody says',
        querystring: PageQuery.extend(Filter.shape),
        response: { 200: pageOf(CodeChange), ...responses() },
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const page = await codeChanges.page(filter, { limit, cursor })
      return { items: page.items.map(toCodeChange), next: page.next }
    },
  )
  app.get(
    '/course-codes/:code/history',
    {
      schema: {
        operationId: 'readCourseCodeHistory',
        tags: ['code sets'],
        summary: 'All that has happened to a code, and where it has gone by a school year',
        params: z.strictObject({ code: CourseCodeKey }),
        querystring: z.strictObject({ until: SchoolYear.optional() }),
        response: { 200: HistoryShape, ...responses(404) },
      },
    },
    async ({ params: { code }, query: { until = null } }) => {
      const row = await courseCodes.find(code)
      const [{ changes, succession }, rows, kept] = await Promise.all([
        codeChanges.history(code, until),
        models.editionRows.find({ 'row.code': code }).lean(),
        editions.all(),
      ])
      const titles = new Map(rows.map(({ set, row: { title } }) => [set, title]))
      return {
        ...{ code, title: row.title, earlier: row.earlier ?? [] },
        ...{ changes: changes.map(toCodeChange), succession },
        editions: kept.flatMap(({ _id, schoolYear, set }) => {
          const title = titles.get(set)
          return title === undefined ? [] : [{ edition: _id, schoolYear, title }]
        }),
      }
    },
  )
}
