import { CrosswalkPurpose, Slug, writtenText } from '@cte-align/contracts'
import { ActorHeader, DryRun, readSheets, requireActor, responses, type Service, XLSX } from '@cte-align/service'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import { LAYOUTS, type LayoutName } from '../import-pairs.ts'
import { SCHEMES, type SchemeName } from '../schemes.ts'
import { LIMIT, Report } from './imports.ts'
import { EDITORS, proposalView } from './shapes.ts'

const MOST_ROWS = 50_000
/** Lists in a report are for reading: beyond this many the counts tell. */
const MOST_LISTED = 1000

const body = z
  .custom<Uint8Array>(value => value instanceof Uint8Array)
  .meta({ type: 'string', description: 'The file as published: CSV (UTF-8) or xlsx' })
const Query = z.strictObject({
  dryRun: DryRun,
  source: writtenText(3, 300).meta({ description: 'Where the file comes from, in words' }),
  verified: z
    .enum(['true', 'false'])
    .default('false')
    .transform(word => word === 'true')
    .meta({ description: 'Somebody has read the facts in the publisher’s own file' }),
  sheet: z.string().min(1).max(100).optional().meta({ description: 'Default: the first that has the columns' }),
})
const At = 'Row as in the file (its first is 1) and column'
const Tidied = z.array(z.object({ at: z.string().meta({ description: At }), from: z.string(), to: z.string() }))
const refusals = responses(401, 403, 404, 409, 413, 415, 422, 503)

/** Files as their publishers make them, CSV or xlsx. Taken whole or refused whole, faults by row and column; nothing is deleted. */
export function importTableRoutes(app: Service, { imports, relay, now }: App): void {
  app.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, file, done) => done(null, file))
  const sending = (request: FastifyRequest, dryRun: boolean) => ({
    ...{ actor: requireActor(request, EDITORS), at: now(), correlationId: request.correlationId, dryRun },
  })

  app.post(
    '/imports/scheme',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importScheme',
        summary: 'Send a list of CIP, SOC or TOP codes as published',
        description: 'Each code becomes an item at the top of a framework, by way of a proposal; retires nothing.',
        consumes: ['text/csv', XLSX],
        headers: ActorHeader,
        querystring: Query.extend({
          scheme: z.enum(Object.keys(SCHEMES) as [SchemeName]),
          framework: Slug,
          title: writtenText(1, 300).meta({ description: 'Title of the framework, where it is new' }),
        }),
        body,
        response: {
          200: Report.extend({
            sheet: z.string().nullable(),
            headings: z.int(),
            repeated: z.int(),
            passedOver: z.array(z.string()).meta({ description: 'Given up by the edition, or the code for no match' }),
            tidied: Tidied,
          }),
          ...refusals,
        },
      },
      bodyLimit: LIMIT,
    },
    async request => {
      const { dryRun, ...asked } = request.query
      const sent = sending(request, dryRun)
      const report = await imports.scheme(await readSheets(request.body, { maxRows: MOST_ROWS }), asked, sent)
      relay.nudge()
      const tidied = report.tidied.slice(0, MOST_LISTED)
      return { ...report, tidied, proposal: report.proposal && proposalView(report.proposal) }
    },
  )

  app.post(
    '/imports/pairs',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importPairs',
        summary: 'Send a crosswalk table as published (Advance CTE, NCES, TOP)',
        description:
          'Each row becomes a draft relation; the codes for no match become an explicit none. Removes nothing.',
        consumes: ['text/csv', XLSX],
        headers: ActorHeader,
        querystring: Query.extend({
          layout: z.enum(Object.keys(LAYOUTS) as [LayoutName]),
          crosswalk: Slug,
          title: writtenText(1, 300).meta({ description: 'Title of the crosswalk, where it is new' }),
          from: Slug.meta({ description: 'Framework of the first scheme of the layout' }),
          to: Slug,
          purpose: CrosswalkPurpose.optional().meta({ description: 'Of a new crosswalk; default reference' }),
          leaveOutUnknown: z
            .enum(['true', 'false'])
            .default('false')
            .transform(word => word === 'true')
            .meta({ description: 'Leave out and report rows that name an item we do not have' }),
        }),
        body,
        response: {
          200: z.object({
            added: z.int(),
            unchanged: z.int(),
            notListed: z.array(z.string()),
            sheet: z.string().nullable(),
            headings: z.int(),
            repeated: z.int(),
            none: z.int(),
            tidied: Tidied,
            leftOut: z.array(z.object({ at: z.string().meta({ description: At }), message: z.string() })),
            leftOutCount: z.int(),
          }),
          ...refusals,
        },
      },
      bodyLimit: LIMIT,
    },
    async request => {
      const { dryRun, title, from, to, purpose, ...asked } = request.query
      const sent = sending(request, dryRun)
      const report = await imports.pairs(
        await readSheets(request.body, { maxRows: MOST_ROWS }),
        asked,
        { title, from, to, purpose },
        sent,
      )
      relay.nudge()
      const { tidied, leftOut, notListed, ...counts } = report
      return {
        ...{ ...counts, leftOutCount: leftOut.length, notListed: notListed.slice(0, MOST_LISTED) },
        ...{ tidied: tidied.slice(0, MOST_LISTED), leftOut: leftOut.slice(0, MOST_LISTED) },
      }
    },
  )
}
