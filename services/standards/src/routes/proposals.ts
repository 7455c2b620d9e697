import { Operation, Slug } from '@cte-align/contracts'
import {
  ActorHeader,
  decodeCursor,
  encodeCursor,
  etagOf,
  PageQuery,
  pageOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { draftRelease } from '../draft-release.ts'
import { previewProposal } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import { PROPOSAL_STATES } from '../proposal.ts'
import {
  DiffView,
  dates,
  EDITORS,
  OperationList,
  PreviewView,
  ProposalView,
  PUBLISHERS,
  proposalView,
  ReleaseView,
  reason,
  releaseView,
} from './shapes.ts'

const OPERATIONS_LIMIT = 10 * 1024 * 1024
const Params = z.strictObject({ id: z.string().max(64) })
const Operations = z.strictObject({ operations: z.array(Operation).min(1).max(12_000) })

/** Draft, look, publish or withdraw. Nothing here touches a live framework before `/publish`. */
export function proposalRoutes(app: Service, parts: App): void {
  const { models, proposals, publisher, frameworks, trees, heads, now } = parts

  app.get(
    '/proposals',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listProposals',
        summary: 'List proposals, newest first',
        querystring: PageQuery.extend({ framework: Slug.optional(), state: z.enum(PROPOSAL_STATES).optional() }),
        response: { 200: pageOf(ProposalView), ...responses(503) },
      },
    },
    async request => {
      const { framework, state, limit, cursor } = request.query
      const skip = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const found = await models.Proposal.find({ ...(framework && { framework }), ...(state && { state }) })
        .sort({ openedAt: -1, _id: 1 })
        .skip(skip)
        .limit(limit + 1)
        .lean<ProposalDoc[]>()
      return {
        items: found.slice(0, limit).map(proposalView),
        next: found.length > limit ? encodeCursor(skip + limit) : null,
      }
    },
  )

  app.post(
    '/proposals',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'openProposal',
        summary: 'Open a proposal',
        headers: ActorHeader,
        body: z.strictObject({
          framework: Slug,
          title: z.string().trim().min(1).max(300),
          description: z.string().max(4000).nullable().default(null),
        }),
        response: { 201: ProposalView, ...responses(401, 403, 404, 413, 415, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, EDITORS)
      const { framework, title, description } = request.body
      const { head } = await frameworks.get(framework)
      const opening = { framework, title, description, base: head, operations: [], actor, at: now() }
      const proposal = await proposals.open({ ...opening, correlationId: request.correlationId })
      parts.relay.nudge()
      return reply
        .code(201)
        .header('location', `/proposals/${proposal._id}`)
        .header('etag', etagOf(proposal.revision))
        .send(proposalView(proposal))
    },
  )

  app.get(
    '/proposals/:id',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'readProposal',
        summary: 'Read a proposal',
        params: Params,
        response: { 200: ProposalView, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.revision))
      return proposalView(proposal)
    },
  )

  app.get(
    '/proposals/:id/operations',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'readOperations',
        summary: "Read a proposal's operations",
        params: Params,
        response: { 200: OperationList, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const { revision, operations } = await proposals.get(request.params.id)
      reply.header('etag', etagOf(revision))
      return { revision, operations }
    },
  )

  const edit = (
    how: (proposal: ProposalDoc, given: Operation[]) => Operation[],
    operationId: string,
    summary: string,
  ) => ({
    schema: {
      tags: ['proposals'],
      operationId,
      summary,
      params: Params,
      headers: ActorHeader,
      body: Operations,
      response: { 200: ProposalView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
    },
    bodyLimit: OPERATIONS_LIMIT,
    how,
  })
  for (const [method, { schema, bodyLimit, how }] of [
    [
      'POST',
      edit(
        (proposal, given) => [...proposal.operations, ...given],
        'appendOperations',
        'Append operations, all or none',
      ),
    ],
    ['PUT', edit((_proposal, given) => given, 'replaceOperations', 'Replace all operations, or none')],
  ] as const)
    app.route({
      method,
      url: '/proposals/:id/operations',
      schema,
      bodyLimit,
      handler: async (request, reply) => {
        requireActor(request, EDITORS)
        const proposal = await proposals.get(request.params.id)
        requireMatch(request, proposal.revision)
        const edited = await proposals.edit(proposal, how(proposal, request.body.operations), now())
        reply.header('etag', etagOf(edited.revision))
        return proposalView(edited)
      },
    })

  app.get(
    '/proposals/:id/diff',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'diffProposal',
        summary: 'Compare the proposal with its base, and with newer releases',
        params: Params,
        response: { 200: DiffView, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const draft = await draftRelease(proposal, trees, heads)
      const byClass: Record<string, number> = {}
      for (const change of draft.changes) byClass[change.class] = (byClass[change.class] ?? 0) + 1
      reply.header('etag', etagOf(proposal.revision))
      return {
        release: draft.release,
        changes: draft.changes,
        byClass,
        mapped: draft.mapped.length,
        unmapped: draft.unmapped.length,
        conflicts: proposal.state === 'draft' ? await conflictsOf(proposal) : [],
      }
    },
  )

  const conflictsOf = async (proposal: ProposalDoc) =>
    proposals.conflicts(proposal, (await heads(proposal.framework)) ?? proposal.base)

  app.post(
    '/proposals/:id/preview',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'previewProposal',
        summary: 'See what publishing would flag',
        description: 'What publishing would flag. Writes nothing, anywhere.',
        params: Params,
        response: { 200: PreviewView, ...responses(404, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.revision))
      const gone = new AbortController()
      reply.raw.on('close', () => {
        if (!reply.raw.writableFinished) gone.abort()
      })
      return previewProposal(proposal, parts, { correlationId: request.correlationId, signal: gone.signal })
    },
  )

  app.post(
    '/proposals/:id/rebase',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'rebaseProposal',
        summary: 'Move the draft to the newest release',
        description: 'Moves the draft to the newest release, where nothing that it changes was changed meanwhile.',
        params: Params,
        headers: ActorHeader,
        response: { 200: ProposalView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      requireActor(request, EDITORS)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.revision)
      const { head } = await frameworks.get(proposal.framework)
      const moved = await proposals.rebase(proposal, head, now())
      reply.header('etag', etagOf(moved.revision))
      return proposalView(moved)
    },
  )

  app.post(
    '/proposals/:id/publish',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'publishProposal',
        summary: 'Publish the proposal as the next release',
        params: Params,
        headers: ActorHeader,
        body: z.strictObject({
          title: z.string().trim().min(1).max(300).optional().meta({ description: "Default: the proposal's" }),
          reason,
          dates: dates.default({ adoption: null, effective: null }),
        }),
        response: {
          200: z.object({ release: ReleaseView }),
          ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503),
        },
      },
    },
    async request => {
      const by = requireActor(request, PUBLISHERS)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.revision)
      const { title = proposal.title, ...rest } = request.body
      const release = await publisher.publish(proposal, {
        title,
        reason: rest.reason,
        dates: rest.dates,
        by,
        correlationId: request.correlationId,
      })
      parts.relay.nudge()
      return { release: releaseView(release) }
    },
  )

  app.post(
    '/proposals/:id/withdraw',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'withdrawProposal',
        summary: 'Withdraw the proposal',
        params: Params,
        headers: ActorHeader,
        body: z.strictObject({ reason }),
        response: { 200: ProposalView, ...responses(401, 403, 404, 409, 412, 413, 415, 428, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, EDITORS)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.revision)
      const withdrawn = await proposals.withdraw(proposal, actor, request.body.reason, now(), request.correlationId)
      parts.relay.nudge()
      reply.header('etag', etagOf(withdrawn.revision))
      return proposalView(withdrawn)
    },
  )
}
