import { Actor, californiaDay, ItemKey, type Operation, ReleaseId, Slug, writtenText } from '@cte-align/contracts'
import {
  ActorAndVersion,
  ActorHeader,
  decodeCursor,
  encodeCursor,
  etagOf,
  holding,
  PageQuery,
  pageOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { inWords } from '../bound-operations.ts'
import { treesOf } from '../comment-target.ts'
import { DateWarning } from '../date-warnings.ts'
import { problem } from '../errors.ts'
import { STEP_NAMES } from '../lifecycle.ts'
import { PROPOSAL_STATES, type ProposalDoc, type ProposalState } from '../proposal.ts'
import type { ProposalEntryDoc } from '../proposal-entry.ts'
import type { Content } from '../proposals.ts'
import { namingItem } from '../proposals-naming.ts'
import { plannedWarnings } from '../release-warnings.ts'
import { Ties, TiesFilter, tiesCondition } from '../ties.ts'
import {
  AnyOperations,
  dates,
  EDITORS,
  OPERATIONS_LIMIT,
  OperationList,
  Operations,
  ProposalParams,
  ProposalView,
  proposalView,
} from './shapes.ts'

/** Nothing more happens to them. */
const OVER: ProposalState[] = ['published', 'withdrawn']

const equity = writtenText(3, 8000).nullable()
const Described = z
  .strictObject({
    title: writtenText(1, 300),
    description: z.string().max(4000).nullable(),
    dates,
    corrects: ReleaseId.nullable(),
    equity,
    references: Ties.shape.references.unwrap(),
    deliveryModels: Ties.shape.deliveryModels.unwrap(),
    dualEnrollment: Ties.shape.dualEnrollment.unwrap(),
    occupations: Ties.shape.occupations.unwrap(),
  })
  .partial()
const EntryView = z.object({
  number: z.int(),
  step: z.enum(STEP_NAMES),
  from: z.enum(PROPOSAL_STATES).nullable(),
  to: z.enum(PROPOSAL_STATES),
  by: Actor.nullable().meta({ description: 'Null where the clock did it' }),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
  revision: z.int(),
  digest: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
  correlationId: z.string(),
})
const entryView = ({ _id, proposal: _proposal, ...entry }: ProposalEntryDoc): z.infer<typeof EntryView> => ({
  ...entry,
  at: entry.at.toISOString(),
})
const withoutUndefined = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never

/** Proposals and their operations. Nothing here touches a live framework. */
export function proposalRoutes(app: Service, parts: App): void {
  const { models, proposals, frameworks, trees, heads, now } = parts

  app.get(
    '/proposals',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listProposals',
        summary: 'List proposals, newest first',
        querystring: PageQuery.extend({
          framework: Slug.optional(),
          state: z.enum(PROPOSAL_STATES).optional(),
          underWay: z.enum(['true', 'false']).optional().meta({ description: 'Neither published nor withdrawn' }),
          held: z
            .enum(['true', 'false'])
            .optional()
            .meta({ description: 'Scheduled publishings that wait for somebody' }),
          corrects: ReleaseId.optional(),
          q: writtenText(1, 200).optional().meta({ description: 'Words in the title, in any case' }),
          item: ItemKey.min(1).optional().meta({
            description: 'An operation names it: id, by whichever key; or natural key, then also what is below it',
          }),
          ...TiesFilter.shape,
        }),
        response: { 200: pageOf(ProposalView), ...responses(404, 503) },
      },
    },
    async request => {
      const { framework, state, underWay, held, corrects, q, item, limit, cursor, ...ties } = request.query
      const skip = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const where: Record<string, unknown> = {
        ...(framework && { framework }),
        ...(state && { state }),
        ...(corrects && { corrects }),
        ...(held !== undefined && { held: held === 'true' ? { $ne: null } : null }),
        ...((underWay || item) && {
          $and: [
            ...(underWay ? [{ state: { [underWay === 'true' ? '$nin' : '$in']: OVER } }] : []),
            ...(item ? [await namingItem(models, item)] : []),
          ],
        }),
        ...(q && holding(q, ['title'])),
        ...tiesCondition(ties),
      }
      const found = await models.Proposal.find(where, { operations: 0 })
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
          dates: dates.optional(),
          corrects: ReleaseId.nullable().default(null).meta({ description: 'For an erratum: the release it corrects' }),
          equity: equity.default(null),
          ...Ties.shape,
        }),
        response: { 201: ProposalView, ...responses(401, 403, 404, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const actor = requireActor(request, EDITORS)
      const { framework, title, description, corrects, equity, dates, ...ties } = request.body
      const { head } = await frameworks.get(framework)
      mayCorrect({ framework, base: head, corrects })
      const said = { framework, title, description, corrects, equity, ties, ...(dates && { dates }) }
      const opening = { ...said, base: head, operations: [], actor, at: now() }
      const proposal = await proposals.open({ ...opening, correlationId: request.correlationId })
      parts.relay.nudge()
      return reply
        .code(201)
        .header('location', `/proposals/${proposal._id}`)
        .header('etag', etagOf(proposal.version))
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
        params: ProposalParams,
        response: {
          200: ProposalView.extend({
            warnings: z.array(DateWarning).meta({ description: 'What to look at in the planned dates, as of today' }),
          }),
          ...responses(404, 503),
        },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.version))
      const warnings = await plannedWarnings(proposal, models, californiaDay(now()))
      return { ...proposalView(proposal), warnings }
    },
  )

  app.patch(
    '/proposals/:id',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'describeProposal',
        summary: 'Change what is said of a proposal',
        description:
          'Title, description, planned dates, equity, what it corrects and what ties it to other systems. A list replaces the one there was. Like any edit it makes a new revision: what was signed for the old one lapses.',
        params: ProposalParams,
        headers: ActorAndVersion,
        body: Described,
        response: { 200: ProposalView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, EDITORS)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.version)
      const { references, deliveryModels, dualEnrollment, occupations, ...plain } = request.body
      const ties = withoutUndefined({ references, deliveryModels, dualEnrollment, occupations })
      const content: Partial<Content> = withoutUndefined(plain)
      if (Object.keys(ties).length > 0) content.ties = { ...proposal.ties, ...ties }
      mayCorrect({ ...proposal, ...content })
      const doing = { by, reason: null, at: now(), correlationId: request.correlationId }
      const described = await proposals.describe(proposal, content, doing)
      reply.header('etag', etagOf(described.version))
      return proposalView(described)
    },
  )

  app.get(
    '/proposals/:id/record',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'readRecord',
        summary: 'Read every step ever taken with a proposal',
        params: ProposalParams,
        querystring: PageQuery,
        response: { 200: pageOf(EntryView), ...responses(404, 503) },
      },
    },
    async request => {
      const { limit, cursor } = request.query
      const { _id } = await proposals.get(request.params.id)
      const after = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const found = await proposals.record(_id, after, limit + 1)
      const items = found.slice(0, limit).map(entryView)
      return { items, next: found.length > limit ? encodeCursor(items.at(-1)!.number) : null }
    },
  )

  app.get(
    '/proposals/:id/operations',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'readOperations',
        summary: "Read a proposal's operations",
        params: ProposalParams,
        response: { 200: OperationList, ...responses(404, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      const { revision, version, operations } = proposal
      reply.header('etag', etagOf(version))
      return { revision, version, operations, words: inWords(operations, await treesOf(proposal, trees, heads)) }
    },
  )

  const edit = (
    how: (proposal: ProposalDoc, given: Operation[]) => Operation[],
    operationId: string,
    summary: string,
    body: typeof Operations | typeof AnyOperations,
  ) => ({
    schema: {
      tags: ['proposals'],
      operationId,
      summary,
      params: ProposalParams,
      headers: ActorAndVersion,
      body,
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
        Operations,
      ),
    ],
    ['PUT', edit((_proposal, given) => given, 'replaceOperations', 'Replace all operations, or none', AnyOperations)],
  ] as const)
    app.route({
      method,
      url: '/proposals/:id/operations',
      schema,
      bodyLimit,
      handler: async (request, reply) => {
        const by = requireActor(request, EDITORS)
        const proposal = await proposals.get(request.params.id)
        requireMatch(request, proposal.version)
        const edited = await proposals.edit(proposal, how(proposal, request.body.operations), {
          by,
          reason: null,
          at: now(),
          correlationId: request.correlationId,
        })
        reply.header('etag', etagOf(edited.version))
        return proposalView(edited)
      },
    })
}

/** An erratum corrects a release that its base already holds. */
function mayCorrect({ framework, base, corrects }: Pick<ProposalDoc, 'framework' | 'base' | 'corrects'>): void {
  if (corrects === null) return
  const [of, number] = corrects.split('@')
  if (of !== framework || Number(number) > base)
    throw problem('CTE_NOTHING_TO_CORRECT', { corrects, framework, base: `${framework}@${base}` })
}
