import { ChangeClass, ItemId, ItemKey, ItemRef, ReleaseRef } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, etagOf, PageQuery, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { byClassOrder, ChangeForPeople, countByClass, forPeople } from '../diff-for-people.ts'
import { draftRelease } from '../draft-release.ts'
import type { ProposalDoc } from '../proposal.ts'
import { AnyOperations, OPERATIONS_LIMIT, ProposalParams, withUnsaved } from './shapes.ts'

const Offset = z.int().min(0)
const Limit = { limit: z.coerce.number().int().min(1).max(1000).default(200) }

const Mapped = z.object({
  operation: z.int(),
  crosswalk: z.string(),
  from: ItemRef,
  to: ItemRef.nullable(),
  relation: z.string(),
  note: z.string().nullable(),
})
const DiffView = z.object({
  release: ReleaseRef.meta({ description: 'What publishing would make' }),
  total: z.int(),
  byClass: z.record(z.string(), z.int()).meta({ description: 'In the order of the changes: gravest class first' }),
  changes: z.array(ChangeForPeople),
  next: z.string().nullable(),
  mapped: z.int(),
  unmapped: z.int(),
  relations: z.object({
    mapped: z.array(Mapped),
    unmapped: z.array(z.object({ operation: z.int(), relation: z.string(), reason: z.string() })),
  }),
  behind: z.int().meta({ description: 'Releases published since the base; see .../conflicts' }),
})

/** What a proposal changes, as it is saved and as somebody is typing it. */
export function proposalDiffRoutes(app: Service, { proposals, trees, heads }: App): void {
  const differing = {
    params: ProposalParams,
    querystring: PageQuery.extend({
      ...Limit,
      class: ChangeClass.optional(),
      item: z.union([ItemId, ItemKey]).optional().meta({ description: 'Id or natural key of the changed item' }),
    }),
  }
  async function differences(
    proposal: ProposalDoc,
    { class: chosen, item, limit, cursor }: z.infer<typeof differing.querystring>,
  ): Promise<z.infer<typeof DiffView>> {
    const from = cursor === undefined ? 0 : decodeCursor(Offset, cursor)
    const draft = await draftRelease(proposal, trees, heads)
    const asked = byClassOrder(draft.changes).filter(
      change =>
        (chosen === undefined || change.class === chosen) &&
        (item === undefined || change.item.id === item || change.item.key === item),
    )
    return {
      release: draft.release,
      total: asked.length,
      byClass: countByClass(draft.changes),
      changes: asked.slice(from, from + limit).map(change => forPeople(change, draft)),
      next: asked.length > from + limit ? encodeCursor(from + limit) : null,
      mapped: draft.mapped.length,
      unmapped: draft.unmapped.length,
      relations: {
        mapped: draft.mapped.map(({ index: operation, id: _id, ...rest }) => ({ operation, ...rest })),
        unmapped: draft.unmapped.map(({ index: operation, ...rest }) => ({ operation, ...rest })),
      },
      behind: Math.max(0, ((await heads(proposal.framework)) ?? proposal.base) - proposal.base),
    }
  }

  app.get(
    '/proposals/:id/diff',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'diffProposal',
        summary: 'Read what the proposal changes, word by word',
        ...differing,
        response: { 200: DiffView, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.version))
      return differences(proposal, request.query)
    },
  )

  app.post(
    '/proposals/:id/diff',
    {
      bodyLimit: OPERATIONS_LIMIT,
      schema: {
        tags: ['proposals'],
        operationId: 'diffUnsaved',
        summary: 'Read what other operations than the saved ones would change',
        description: 'For who is still typing. Writes nothing.',
        ...differing,
        body: AnyOperations,
        response: { 200: DiffView, ...responses(404, 413, 415, 422, 503) },
      },
    },
    async request => {
      const saved = await proposals.get(request.params.id)
      return differences(withUnsaved(saved, request.body), request.query)
    },
  )
}
