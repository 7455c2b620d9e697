import { CourseLevel, ItemKey, writtenText } from '@cte-align/contracts'
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
import type { StoredCourseCode } from '../course-code.ts'
import type { CourseCodeStore } from '../course-codes.ts'
import type { FollowedRuleStore } from '../followed-rules.ts'
import { CourseCode, SchoolYear } from '../import-file.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'
import { CourseCodeDetail, CourseCodeShape, showCourseCode, showRules } from './shapes.ts'

const Key = z.strictObject({ code: CourseCode })
const words = writtenText(1, 200).optional()
const Filter = z.strictObject({
  q: words,
  level: CourseLevel.optional(),
  sector: words.meta({ description: 'Key of a sector (AGR), or its name as the source spells it' }),
  pathway: words.meta({ description: 'Key of a pathway (AGR.A), or its name' }),
  item: ItemKey.min(1).optional().meta({ description: 'Linked to this item' }),
  schoolYear: SchoolYear.optional(),
})
const Revision = z
  .strictObject({
    title: writtenText(1, 300),
    level: CourseLevel,
    effectiveFrom: SchoolYear.nullable(),
    effectiveTo: SchoolYear.nullable(),
  })
  .partial()
  .refine(body => Object.keys(body).length > 0, 'must change something')
  .meta({ minProperties: 1 })
const csvFile = { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'The file' } }
const tags = ['course codes']

export interface CourseCodeParts {
  courseCodes: CourseCodeStore
  rules: FollowedRuleStore
  review: Review
}

export function courseCodeRoutes(app: Service, { courseCodes, rules, review }: CourseCodeParts): void {
  async function detail(row: StoredCourseCode): Promise<z.infer<typeof CourseCodeDetail>> {
    const [links, admitting, flags] = await Promise.all([
      review.links.of({ kind: 'course-code', key: row._id }),
      rules.of(row._id),
      review.openFlags(row._id),
    ])
    return { ...showCourseCode(row, undefined), links, rules: showRules(admitting), openFlags: flags }
  }

  app.get(
    '/course-codes',
    {
      schema: {
        operationId: 'listCourseCodes',
        summary: 'Course codes, by level, sector, pathway, item or school year',
        tags,
        querystring: PageQuery.extend(Filter.shape),
        response: { 200: pageOf(CourseCodeShape), ...responses() },
      },
    },
    async request => {
      const page = await courseCodes.page(request.query, request.query)
      return { items: page.items.map(row => showCourseCode(row, request.query.schoolYear)), next: page.next }
    },
  )
  app.get(
    '/course-codes/export',
    {
      schema: {
        operationId: 'exportCourseCodes',
        tags,
        summary: 'All that match, as CSV; an empty school year is unknown',
        querystring: Filter,
        response: { ...csvFile, ...responses() },
      },
    },
    async (request, reply) => {
      const first = ['code', 'title', 'level', 'sectorName', 'pathwayName', 'pathwayBasis', 'items']
      const columns = [...first, 'effectiveFrom', 'effectiveTo', 'inForce', 'gaps', 'source', 'verified']
      const { schoolYear } = request.query
      return sendCsv(reply, 'course-codes.csv', columns, lines(courseCodes.all(request.query), schoolYear))
    },
  )
  app.get(
    '/course-codes/:code',
    {
      schema: {
        operationId: 'readCourseCode',
        summary: 'One course code with its links, the rules that admit to it and its open flags',
        tags,
        params: Key,
        response: { 200: CourseCodeDetail, ...responses(404) },
      },
    },
    async (request, reply) => {
      const row = await courseCodes.find(request.params.code)
      reply.header('etag', etagOf(row.version))
      return detail(row)
    },
  )
  app.patch(
    '/course-codes/:code',
    {
      schema: {
        operationId: 'reviseCourseCode',
        summary: 'Correct its title, level or school years',
        tags,
        params: Key,
        headers: ActorAndVersion,
        body: Revision,
        response: { 200: CourseCodeDetail, ...responses(401, 403, 404, 412, 413, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, COURSE_CODE_EDITORS)
      const before = await courseCodes.find(request.params.code)
      requireMatch(request, before.version)
      const row = await courseCodes.revise(before, request.body, { by, correlationId: request.correlationId })
      reply.header('etag', etagOf(row.version))
      return detail(row)
    },
  )
}

async function* lines(rows: AsyncIterable<StoredCourseCode>, schoolYear: string | undefined) {
  for await (const row of rows) {
    const { provenance, gaps, ...rest } = showCourseCode(row, schoolYear)
    const items = row.links?.map(link => link.item ?? `any ${link.any}`).join(' ')
    const { source, verified } = provenance
    yield { ...row, ...rest, items, gaps: gaps.join(' '), source, verified }
  }
}
