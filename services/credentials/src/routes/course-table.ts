import { Day, Slug } from '@cte-align/contracts'
import { ActorHeader, DryRun, readSheets, requireActor, responses, type Service, XLSX } from '@cte-align/service'
import { z } from 'zod'
import type { ImportCourseTable } from '../course-table/import-course-table.ts'
import { CourseTableReport } from '../course-table/report.ts'
import { DecoderSide } from '../decoder/decoder-sides.ts'
import { EditionHead } from '../decoder/kept-edition.ts'
import { CTC_EDITORS } from './actors.ts'

const TEN_MEGABYTES = 10 * 1024 * 1024
const MOST_ROWS = 50_000

const body = z
  .custom<Uint8Array>(value => value instanceof Uint8Array)
  .meta({ type: 'string', description: 'The file as published: xlsx, or CSV in UTF-8' })

const Query = z.strictObject({
  edition: Slug.meta({ description: 'What the edition is to be called: 2026-08' }),
  title: EditionHead.shape.title,
  publishedOn: Day.optional().meta({ description: 'The day CTC published it; left out where nobody knows' }),
  source: EditionHead.shape.source.meta({ description: 'Where the file comes from, in words' }),
  verified: z
    .enum(['true', 'false'])
    .default('false')
    .transform(word => word === 'true')
    .meta({ description: 'Somebody has read it in CTC’s own file' }),
  dryRun: DryRun,
  sheet: z.string().min(1).max(100).optional().meta({ description: 'Default: the first that has the headings' }),
  against: DecoderSide.optional().meta({
    description: 'Compared with, for what is not listed any more. Default: the newest other edition, else current',
  }),
})

/** CTC's table "Appropriate Credentials for CALPADS Course Codes" as published, kept as an edition beside the others. */
export function courseTableRoutes(app: Service, { take, now }: { take: ImportCourseTable; now: () => Date }): void {
  for (const type of ['text/csv', XLSX])
    if (!app.hasContentTypeParser(type))
      app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: TEN_MEGABYTES }, (_request, file, done) =>
        done(null, file),
      )
  app.post(
    '/imports/course-table',
    {
      bodyLimit: TEN_MEGABYTES,
      schema: {
        operationId: 'importCourseTable',
        tags: ['imports'],
        summary: 'Send an edition of CTC’s course table as published',
        description: 'Taken whole or refused whole. Rules in force are not changed, and nothing is ever removed.',
        consumes: ['text/csv', XLSX],
        headers: ActorHeader,
        querystring: Query,
        body,
        response: { 200: CourseTableReport, ...responses(401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async request => {
      const by = requireActor(request, CTC_EDITORS)
      const { edition: id, title, publishedOn = null, source, verified, dryRun, sheet, against } = request.query
      const sheets = await readSheets(request.body, { maxRows: MOST_ROWS })
      return take(
        sheets,
        { edition: { id, title, publishedOn, source, verified }, sheet, against },
        { by, at: now(), dryRun, correlationId: request.correlationId },
      )
    },
  )
}
