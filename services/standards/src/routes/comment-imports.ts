import { californiaDay } from '@cte-align/contracts'
import { ActorHeader, DryRun, readCsv, refuseFaults, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { CommentDoc } from '../comment.ts'
import { treesOf } from '../comment-target.ts'
import { mustTakeComments } from '../comments.ts'
import { CommentRow, idsNamed, planCommentImport } from '../import-comments.ts'
import { ProposalParams, RECORDERS } from './comment-shapes.ts'

const LIMIT = 20 * 1024 * 1024
const MAX_ROWS = 5000

/** What was said in a session, as a file: checked whole before anything is written, and the same file again adds nothing. */
export function commentImportRoutes(app: Service, parts: App): void {
  const { models, proposals, comments, trees, heads, relay, now } = parts
  app.post(
    '/proposals/:id/comments/import',
    {
      bodyLimit: LIMIT,
      schema: {
        tags: ['comments'],
        operationId: 'importComments',
        summary: 'Record comments from CSV',
        description: `Columns, of which on, text, session and role are needed: ${Object.keys(CommentRow.shape).join(',')}. At most ${MAX_ROWS} rows.`,
        consumes: ['text/csv'],
        params: ProposalParams,
        headers: ActorHeader,
        querystring: z.strictObject({ dryRun: DryRun }),
        body: z
          .custom<Uint8Array>(value => value instanceof Uint8Array)
          .meta({ type: 'string', description: 'CSV, UTF-8' }),
        response: {
          200: z.object({
            dryRun: z.boolean(),
            added: z.int(),
            unchanged: z.int().meta({ description: 'Rows that an earlier import brought' }),
          }),
          ...responses(401, 403, 404, 409, 413, 415, 422, 503),
        },
      },
    },
    async request => {
      const recordedBy = requireActor(request, RECORDERS)
      const { dryRun } = request.query
      const proposal = await proposals.get(request.params.id)
      mustTakeComments(proposal)
      const rows = readCsv(request.body, { columns: CommentRow, maxRows: MAX_ROWS })
      const there = await models.Comment.find(
        { _id: { $in: idsNamed(proposal._id, rows) }, proposal: proposal._id },
        { text: 1, redactions: 1 },
      ).lean<CommentDoc[]>()
      const at = now()
      const plan = planCommentImport(proposal, rows, {
        trees: await treesOf(proposal, trees, heads),
        known: new Map(there.map(comment => [comment._id, comment])),
        today: californiaDay(at),
        by: { recordedBy, recordedAt: at },
      })
      refuseFaults(plan.faults)
      const { added, unchanged } = plan
      if (dryRun) return { dryRun, added: added.length, unchanged }
      const written = await comments.addAll(proposal, added, request.correlationId)
      relay.nudge()
      return { dryRun, added: written, unchanged: unchanged + added.length - written }
    },
  )
}
