import { Slug, writtenText } from '@cte-align/contracts'
import { ActorHeader, DryRun, readCsv, readImport, requireActor, responses, type Service } from '@cte-align/service'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import { CrosswalkFile } from '../import-crosswalk.ts'
import { FrameworkFile } from '../import-framework.ts'
import { StatementRow } from '../import-statements.ts'
import { EDITORS, ProposalView, proposalView } from './shapes.ts'

export const LIMIT = 20 * 1024 * 1024
const Query = z.strictObject({ dryRun: DryRun })
export const Report = z.object({
  proposal: ProposalView.nullable().meta({ description: 'Null on a dry run, or where nothing differs' }),
  operations: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  notListed: z.array(z.string()).meta({ description: 'In the framework, not in the file: reported, never retired' }),
})
/** `readImport` reads the body itself, to refuse with every fault at once, by row and field. */
function refuseUnlessBody({ validationError }: Pick<FastifyRequest, 'validationError'>): void {
  if (validationError && validationError.validationContext !== 'body') throw validationError
}
const refusals = responses(401, 403, 404, 409, 413, 415, 422, 503)

/** Files that staff send. Each is taken whole or refused whole, and becomes a proposal; the starter data comes this way too. */
export function importRoutes(app: Service, { imports, relay, now }: App): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  const sending = (request: { correlationId: string; headers: Record<string, unknown> }, dryRun: boolean) => ({
    actor: requireActor(request as never, EDITORS),
    at: now(),
    correlationId: request.correlationId,
    dryRun,
  })

  app.post(
    '/imports/framework',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importFramework',
        summary: 'Send a framework file',
        headers: ActorHeader,
        querystring: Query,
        body: FrameworkFile.meta({ description: 'A framework file (infra/seed has examples)' }),
        response: { 200: Report, ...refusals },
      },
      bodyLimit: LIMIT,
      attachValidation: true,
    },
    async request => {
      refuseUnlessBody(request)
      const sent = sending(request, request.query.dryRun)
      const report = await imports.framework(readImport(FrameworkFile, request.body), sent)
      relay.nudge()
      return { ...report, proposal: report.proposal && proposalView(report.proposal) }
    },
  )

  app.post(
    '/imports/statements',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importStatements',
        summary: 'Send statements as CSV',
        description: 'Standard statements as CSV: parent,kind,code,title,text. Becomes a proposal; retires nothing.',
        consumes: ['text/csv'],
        headers: ActorHeader,
        querystring: Query.extend({
          framework: Slug,
          source: writtenText(3, 300).meta({ description: 'Where the statements were read' }),
        }),
        body: z
          .custom<Uint8Array>(value => value instanceof Uint8Array)
          .meta({ type: 'string', description: 'CSV, UTF-8' }),
        response: {
          200: Report.extend({
            tidied: z
              .array(z.object({ row: z.int(), from: z.string(), to: z.string() }))
              .meta({ description: 'Codes that were not as printed' }),
          }),
          ...refusals,
        },
      },
      bodyLimit: LIMIT,
    },
    async request => {
      const { framework, source, dryRun } = request.query
      const sent = sending(request, dryRun)
      const rows = readCsv(request.body, { columns: StatementRow, maxRows: 12_000 })
      const report = await imports.statements(framework, rows, source, sent)
      relay.nudge()
      return { ...report, proposal: report.proposal && proposalView(report.proposal) }
    },
  )

  app.post(
    '/imports/crosswalk',
    {
      schema: {
        tags: ['imports'],
        operationId: 'importCrosswalk',
        summary: 'Send a crosswalk file',
        headers: ActorHeader,
        querystring: Query,
        body: CrosswalkFile.meta({ description: 'A crosswalk file (infra/seed has an example)' }),
        response: {
          200: z.object({ added: z.int(), unchanged: z.int(), notListed: z.array(z.string()) }),
          ...refusals,
        },
      },
      bodyLimit: LIMIT,
      attachValidation: true,
    },
    async request => {
      refuseUnlessBody(request)
      const sent = sending(request, request.query.dryRun)
      const report = await imports.crosswalk(readImport(CrosswalkFile, request.body), sent)
      relay.nudge()
      return report
    },
  )
}
