import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { californiaDay } from '@cte-align/contracts'
import { responses, type Service, sendCsv } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { standings } from '../bound-operations.ts'
import { summarizeComments } from '../comment-summary.ts'
import { docketHtml } from '../docket-html.ts'
import { docketRows } from '../docket-rows.ts'
import { DOCKET_STYLE } from '../docket-style.ts'
import { ProposalParams } from './comment-shapes.ts'
import { formatFor } from './format-for.ts'

const COLUMNS = {
  number: 'Comment',
  thread: 'Thread',
  replyTo: 'Reply to',
  status: 'Status',
  about: 'About',
  text: 'Text',
  session: 'Session',
  region: 'Region',
  role: 'Role of the commenter',
  people: 'People',
  recorded: 'Recorded',
  disposition: 'Disposition',
  reason: 'Reason',
  operations: 'Operations it led to',
  answered: 'Answered',
}
const styleHash = createHash('sha256').update(DOCKET_STYLE).digest('base64')
const TYPES = { html: 'text/html', csv: 'text/csv' } as const
const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Everything that was said on a proposal and what became of it, to print, file and hand out. */
export function docketRoutes(app: Service, parts: App): void {
  const { models, proposals, comments, commentLists, now } = parts
  app.get(
    '/proposals/:id/docket',
    {
      schema: {
        tags: ['comments'],
        operationId: 'exportDocket',
        summary: 'The docket: every comment with its answer, unanswered first',
        description: 'As a document to print (HTML) or as CSV: by `format`, else by the Accept header, else HTML.',
        params: ProposalParams,
        querystring: z.strictObject({ format: z.enum(['csv', 'html']).optional() }),
        response: {
          200: {
            description: 'The docket',
            content: { 'text/html': { schema: z.string() }, 'text/csv': { schema: z.string() } },
          },
          ...responses(404, 406, 503),
        },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const format = formatFor(TYPES, { named: request.query.format, accept: request.headers.accept })
      const { ids } = await comments.unanswered(proposal)
      const summary = await summarizeComments(proposal, models, comments)
      const standing = standings(proposal.operations)
      const rows = docketRows(commentLists.docket(proposal, ids, summary.last), standing)
      reply.header('vary', 'accept').header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
      if (format === 'csv') return sendCsv(reply, `docket-${proposal._id}.csv`, COLUMNS, rows) as never
      const pieces = Readable.from(docketHtml(proposal, summary, rows, californiaDay(now())))
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', POLICY)
        .send(pieces as never)
    },
  )
}
