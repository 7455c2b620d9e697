import { Operation, Slug, writtenText } from '@cte-align/contracts'
import {
  ActorAndVersion,
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
import type { ProposalDoc } from '../proposal.ts'
import { PROPOSAL_STATES } from '../proposal.ts'
import { EDITORS, OperationList, ProposalView, proposalView } from './shapes.ts'

const OPERATIONS_LIMIT = 10 * 1024 * 1024
const Params = z.strictObject({ id: z.string().max(64) })
const Operations = z.strictObject({ operations: z.array(Operation).min(1).max(12_000) })

/** Proposals and their operations. Nothing here touches a live framework. */
export function proposalRoutes(app: Service, parts: App): void {
  const { models, proposals, frameworks, now } = parts

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
          title: writtenText(1, 300),
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
      headers: ActorAndVersion,
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
}
