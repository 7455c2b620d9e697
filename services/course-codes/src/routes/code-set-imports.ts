import { Day, EditionId, SchoolYear, writtenText } from '@cte-align/contracts'
import { ActorHeader, DryRun, requireActor, responses, type Service, XLSX } from '@cte-align/service'
import { z } from 'zod'
import type { EditionStore } from '../code-sets/editions.ts'
import { importCodeSet } from '../code-sets/import-code-set.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'
import { ComparisonShape, EditionOrCurrent, EditionShape, showComparison, showEdition } from './code-set-shapes.ts'

export const LIMIT = 20 * 1024 * 1024
/** Lists in a report are for reading: beyond this many the counts tell. */
const MOST_LISTED = 1000

const Query = z.strictObject({
  edition: EditionId,
  title: writtenText(1, 300).optional(),
  schoolYear: SchoolYear.optional().meta({ description: 'Left out: its source does not say' }),
  publishedOn: Day.optional(),
  source: writtenText(3, 300).meta({ description: 'Where the file comes from, in words' }),
  verified: z
    .enum(['true', 'false'])
    .default('false')
    .transform(word => word === 'true')
    .meta({ description: 'Somebody has read it in the publisher’s own file' }),
  sheet: z.string().min(1).max(100).optional().meta({ description: 'Default: the first that has the columns' }),
  against: EditionOrCurrent.optional().meta({ description: 'Compare with this edition, or "current"' }),
  dryRun: DryRun,
})
const At = z.string().meta({ description: 'Row as in the file (its heading is 1) and column' })
const Report = z.object({
  outcome: z.enum(['kept', 'would-be-kept', 'kept-before']),
  edition: EditionShape,
  sheet: z.string().nullable(),
  otherCodeSets: z.record(z.string(), z.int()).meta({ description: 'Rows of other code sets, passed over' }),
  repeated: z.array(z.object({ at: At, message: z.string() })),
  tidied: z.array(z.object({ at: At, from: z.string(), to: z.string() })),
  notListed: z
    .array(z.string())
    .meta({ description: 'Course codes here that the file does not list: nothing is done to them' }),
  comparison: ComparisonShape.nullable(),
})

/** Files of code sets, CSV or xlsx. Taken whole or refused whole, faults by row and column; nothing is deleted. */
export function codeSetImportRoutes(
  app: Service,
  { editions, now }: { editions: EditionStore; now: () => Date },
): void {
  for (const type of ['text/csv', XLSX])
    if (!app.hasContentTypeParser(type))
      app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, file, done) =>
        done(null, file),
      )
  app.post(
    '/imports/code-set',
    {
      bodyLimit: LIMIT,
      schema: {
        operationId: 'importCodeSet',
        tags: ['imports'],
        summary: 'Keep a file as an edition of the code set; live course codes stay as they are',
        description:
          'The Code Sets layout (Code Set Name, Coded Value, Name, Description, effective dates) or our own export. Going live is publishing a plan.',
        consumes: ['text/csv', XLSX],
        headers: ActorHeader,
        querystring: Query,
        body: z
          .custom<Uint8Array>(value => value instanceof Uint8Array)
          .meta({ type: 'string', description: 'The file as published: CSV (UTF-8) or xlsx' }),
        response: { 200: Report, ...responses(401, 403, 404, 409, 413, 415, 422) },
      },
    },
    async request => {
      const by = requireActor(request, COURSE_CODE_EDITORS)
      const { dryRun, edition, title, schoolYear, publishedOn, source, verified, sheet, against } = request.query
      const about = { edition, title, schoolYear, publishedOn, source, verified, sheet, against }
      const report = await importCodeSet(editions, { file: request.body, about }, { by, at: now(), dryRun })
      const { comparison, notListed, repeated, tidied } = report
      return {
        ...{ outcome: report.outcome, edition: showEdition(report.edition), sheet: report.sheet },
        otherCodeSets: report.otherCodeSets,
        ...{ repeated: repeated.slice(0, MOST_LISTED), tidied: tidied.slice(0, MOST_LISTED) },
        notListed: notListed.slice(0, MOST_LISTED),
        comparison: comparison === null ? null : showComparison(comparison),
      }
    },
  )
}
