import { californiaDay, idFrom, writtenText } from '@cte-align/contracts'
import { ActorHeader, etagOf, PageQuery, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { standings } from '../bound-operations.ts'
import { COMMENTER_ROLES, DISPOSITIONS, SESSION_KINDS } from '../comment.ts'
import { commentProblem } from '../comment-errors.ts'
import { summarizeComments } from '../comment-summary.ts'
import { AboutInput, resolveAbout, treesOf } from '../comment-target.ts'
import { mustTakeComments } from '../comments.ts'
import { refusePersonal } from '../personal.ts'
import { knownSessions, SESSIONS_SOURCE } from '../sessions.ts'
import {
  CommentHistoryView,
  CommentParams,
  CommentView,
  commentView,
  dispositionView,
  ProposalParams,
  RECORDERS,
  SessionInput,
  SessionView,
  ThreadView,
} from './comment-shapes.ts'
import { SummaryView } from './comment-summary-shape.ts'

const tags = ['comments']
const NewComment = z.strictObject({
  text: writtenText(1, 8000).meta({ description: 'What was said. No names, addresses or numbers of persons' }),
  about: AboutInput.optional().meta({
    description: 'Default: what the comment replied to is about, else the proposal',
  }),
  replyTo: z.string().max(64).nullable().default(null).meta({ description: 'Id of a comment of the same proposal' }),
  session: SessionInput,
  region: writtenText(1, 80).nullable().default(null).meta({ description: 'In words; nobody publishes a list' }),
  commenterRole: z.enum(COMMENTER_ROLES),
  count: z.int().min(1).max(99_999).default(1).meta({ description: 'How many people said it in the session' }),
})
const Filter = PageQuery.extend({
  view: z.enum(['flat', 'thread']).default('flat').meta({
    description: 'flat: each comment by itself. thread: beginnings, to which the filters apply, with their replies',
  }),
  thread: z.string().min(1).max(64).optional().meta({ description: 'Id of the comment that began the thread' }),
  on: z.enum(['proposal', 'item', 'operation']).optional(),
  item: z.string().min(1).max(170).optional().meta({ description: 'Natural key or id' }),
  operation: z.coerce.number().int().min(0).optional().meta({ description: 'Index, from 0, as they are now' }),
  session: z.enum(SESSION_KINDS).optional(),
  region: z.string().min(1).max(80).optional(),
  role: z.enum(COMMENTER_ROLES).optional(),
  disposition: z.enum([...DISPOSITIONS, 'none']).optional(),
  unanswered: z
    .enum(['true', 'false'])
    .transform(word => word === 'true')
    .optional(),
  q: z.string().min(1).max(200).optional().meta({ description: 'In the text, whatever the case' }),
})
const CommentPage = z.object({
  items: z.array(z.union([ThreadView, CommentView])),
  next: z.string().nullable(),
})

/** Educator voice: what people say on a proposal. Staff record it; nobody is named. */
export function commentRoutes(app: Service, parts: App): void {
  const { models, proposals, comments, commentLists, trees, heads, relay, now } = parts

  app.get(
    '/sessions',
    {
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'Sessions known by place and day, to choose from',
        response: { 200: z.object({ source: z.string(), items: z.array(SessionView) }), ...responses(503) },
      },
    },
    async () => ({ source: SESSIONS_SOURCE, items: knownSessions }),
  )

  app.post(
    '/proposals/:id/comments',
    {
      schema: {
        tags,
        operationId: 'recordComment',
        summary: 'Record a comment on a proposal, an item or an operation',
        params: ProposalParams,
        headers: ActorHeader,
        body: NewComment,
        response: { 201: CommentView, ...responses(401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const recordedBy = requireActor(request, RECORDERS)
      const proposal = await proposals.get(request.params.id)
      mustTakeComments(proposal)
      const { commenterRole: role, replyTo, about: given, ...rest } = request.body
      refuseSession(rest.session, californiaDay(now()))
      refusePersonal('/body/text', rest.text)
      refusePersonal('/body/region', rest.region)
      const parent = replyTo === null ? null : await comments.get(proposal._id, replyTo)
      const about = given
        ? resolveAbout(proposal, given, given.on === 'proposal' ? [] : await treesOf(proposal, trees, heads))
        : (parent?.about ?? { on: 'proposal' as const })
      const recordedAt = now()
      const _id = idFrom('comment', proposal._id, recordedBy.id, recordedAt.toISOString(), request.id)
      const news = { ...rest, _id, parent: replyTo, about, role, ref: null, recordedBy, recordedAt }
      const [made] = await comments.add(proposal, [news], request.correlationId)
      relay.nudge()
      const comment = made ?? (await comments.get(proposal._id, _id))
      return reply
        .code(201)
        .header('location', `/proposals/${proposal._id}/comments/${_id}`)
        .header('etag', etagOf(comment.version))
        .send(commentView(comment, standings(proposal.operations)))
    },
  )

  app.get(
    '/proposals/:id/comments',
    {
      schema: {
        tags,
        operationId: 'listComments',
        summary: 'List comments, in the order of arrival',
        params: ProposalParams,
        querystring: Filter,
        response: { 200: CommentPage, ...responses(404, 422, 503) },
      },
    },
    async request => {
      const proposal = await proposals.get(request.params.id)
      const { view, limit, cursor, ...filter } = request.query
      const standing = standings(proposal.operations)
      if (view === 'flat') {
        const { docs, next } = await commentLists.flat(proposal, filter, { limit, cursor })
        return { items: docs.map(doc => commentView(doc, standing)), next }
      }
      const { threads, next } = await commentLists.threads(proposal, filter, { limit, cursor })
      const items = threads.map(({ root, replies, replyCount }) => ({
        ...commentView(root, standing),
        replies: replies.map(doc => commentView(doc, standing)),
        replyCount,
      }))
      return { items, next }
    },
  )

  app.get(
    '/proposals/:id/comments/summary',
    {
      schema: {
        tags,
        operationId: 'summarizeComments',
        summary: 'Count the comments, and what is unanswered',
        params: ProposalParams,
        response: { 200: SummaryView, ...responses(404, 503) },
      },
    },
    async request => summarizeComments(await proposals.get(request.params.id), models, comments),
  )

  app.get(
    '/proposals/:id/comments/:comment',
    {
      schema: {
        tags,
        operationId: 'readComment',
        summary: 'Read a comment with every disposition it was given',
        params: CommentParams,
        response: { 200: CommentHistoryView, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const comment = await comments.get(proposal._id, request.params.comment)
      const standing = standings(proposal.operations)
      reply.header('etag', etagOf(comment.version))
      const history = (await comments.history(comment._id)).map(each => dispositionView(each, standing))
      return { ...commentView(comment, standing), history }
    },
  )
}

function refuseSession({ day, name, place }: z.infer<typeof SessionInput>, today: string): void {
  if (day !== null && day > today) throw commentProblem('CTE_SESSION_AHEAD', { day, today })
  refusePersonal('/body/session/name', name)
  refusePersonal('/body/session/place', place)
}
