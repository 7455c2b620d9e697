import { Readable } from 'node:stream'
import { compileDecoder } from '@cte-align/impact'
import { CteError, DryRun, refuseFaults, responses, type Service, sendCsv, XLSX } from '@cte-align/service'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { DecoderSide, type DecoderSides } from '../decoder/decoder-sides.ts'
import { createBatches } from '../holders/batches.ts'
import { CensusDate, censusDateOf } from '../holders/census-date.ts'
import {
  brokenLine,
  checkProfiles,
  LINE_COLUMNS,
  type ProfileChecks,
  type ProfileLine,
  profileLines,
} from '../holders/check-profiles.ts'
import { problem } from '../holders/errors.ts'
import { holderRows, MOST_BYTES } from '../holders/holder-file.ts'
import { profilesOf } from '../holders/profiles.ts'
import { HolderReport } from './holder-report.ts'

const MOST_WORKBOOK_BYTES = 10 * 1024 * 1024
const word = (description: string) =>
  z
    .enum(['true', 'false'])
    .default('false')
    .transform(said => said === 'true')
    .meta({ description })
const Query = z.strictObject({
  side: DecoderSide.default('current'),
  compareWith: DecoderSide.optional().meta({ description: 'A second decoder: who would be judged otherwise' }),
  ...CensusDate,
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: 'Counts, or one line for each profile as it comes' }),
  strict: word('Refuse the file whole where any row is in error; with format=json'),
  dryRun: DryRun.meta({ description: 'Look for errors only' }),
})
const body = z
  .custom<Readable | Uint8Array>(value => value instanceof Readable || value instanceof Uint8Array)
  .meta({ type: 'string', description: 'CSV (UTF-8) of any length, or xlsx' })

/** A file of anonymous profiles against one decoder or two, in the memory of a few rows. Of the file nothing is kept. */
export async function holderBatchRoute(
  app: Service,
  { sides, now }: { sides: DecoderSides; now: () => Date },
): Promise<void> {
  const batches = createBatches()
  // In a scope of its own: everywhere else a file is read whole, and has a bound.
  await (app as unknown as FastifyInstance).register(async inner => {
    const scope = inner as unknown as Service
    scope.removeContentTypeParser(['text/csv', XLSX])
    scope.addContentTypeParser('text/csv', (_request, stream, done) => done(null, stream))
    scope.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: MOST_WORKBOOK_BYTES }, (_request, file, done) =>
      done(null, file),
    )
    scope.post(
      '/holder-check/batch',
      {
        bodyLimit: MOST_BYTES,
        schema: {
          operationId: 'checkHolders',
          tags: ['holders'],
          summary: 'A file of anonymous holders: counts by verdict, or one line for each',
          description:
            'Columns: profile, document, authorization, subject, printed title, issued, added, expires, course code, count. ' +
            'Rows under one label that follow each other are one profile. A file that looks like persons is refused whole. ' +
            'With format=csv the answer comes while the file is sent: read it meanwhile.',
          consumes: ['text/csv', XLSX],
          querystring: Query,
          body,
          response: {
            200: {
              description: 'Counts, or one line for each profile',
              content: { 'application/json': { schema: HolderReport }, 'text/csv': { schema: z.string() } },
            },
            ...responses(404, 413, 415, 422, 503),
          },
        },
      },
      async (request, reply) => {
        const { side, compareWith = null, format, strict, dryRun, ...day } = request.query
        if (strict && format === 'csv') throw problem('CTE_STRICT_NEEDS_JSON')
        const censusDate = censusDateOf(day, now())
        const leave = batches.enter()
        try {
          const decoder = await sides.at(side)
          const other = compareWith === null ? null : await sides.at(compareWith)
          const checks: ProfileChecks = {
            ...{ decoder: compileDecoder(decoder), other: other && compileDecoder(other), censusDate, dryRun },
          }
          const profiles = profilesOf(holderRows(request.body))
          if (format === 'csv') return (await sendLines(reply, profileLines(profiles, checks), leave)) as never
          const report = await checkProfiles(profiles, checks)
          if (strict) refuseFaults(report.errors.list)
          const decoders = { side, decoder: decoder.title, compareWith, otherDecoder: other?.title ?? null }
          return { ...decoders, censusDate, dryRun, ...report }
        } finally {
          if (format === 'json' || !reply.sent) leave()
        }
      },
    )
  })
}

/** Begins once the first line is there: until then the file can still be refused. Afterwards a last line says that it broke off. */
async function sendLines(
  reply: FastifyReply,
  lines: AsyncGenerator<ProfileLine>,
  leave: () => void,
): Promise<FastifyReply> {
  const first = await lines.next()
  // Whoever has gone away wants no more lines, and may have gone while the first was waited for.
  const end = () => {
    leave()
    void lines.return(undefined)
  }
  if (reply.raw.destroyed || reply.raw.socket?.destroyed) end()
  else reply.raw.once('close', end)
  async function* rest(): AsyncGenerator<ProfileLine> {
    if (first.done) return
    yield first.value
    try {
      yield* lines
    } catch (error) {
      if (!(error instanceof CteError)) throw error
      yield brokenLine(error.message)
    }
  }
  return sendCsv(reply, 'holders.csv', LINE_COLUMNS, rest() as AsyncIterable<ProfileLine & Record<string, unknown>>)
}
