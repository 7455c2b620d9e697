import {
  Actor,
  Change,
  ChangeClass,
  Dependent,
  ItemId,
  ItemKey,
  ItemRef,
  ReleaseId,
  Severity,
} from '@cte-align/contracts'
import {
  ActorAndVersion,
  decodeCursor,
  encodeCursor,
  etagOf,
  PageQuery,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { compareProposals } from '../compare-proposals.ts'
import { countByClass } from '../diff-for-people.ts'
import { problem } from '../errors.ts'
import { STEPS } from '../lifecycle.ts'
import type { Conflicts } from '../rebase-proposal.ts'
import { ProposalParams, ProposalView, proposalView, reason } from './shapes.ts'

const moment = z.iso.datetime()
const Offset = z.int().min(0)
const Limit = { limit: z.coerce.number().int().min(1).max(1000).default(200) }

const ConflictsView = z.object({
  base: z.int(),
  head: z.int(),
  conflicts: z.array(
    z.object({
      item: ItemRef,
      ours: z.object({ changes: z.array(Change), by: Actor, at: moment }),
      theirs: z.array(z.object({ change: Change, release: ReleaseId, by: Actor, at: moment })),
      operations: z.array(z.int()).meta({ description: 'The operations that keep: "theirs" would drop' }),
    }),
  ),
  misfits: z
    .array(z.object({ operation: z.int(), code: z.string(), message: z.string() }))
    .meta({ description: 'Operations that cannot be done on the newer release: drop them, or replace them' }),
  truncated: z.boolean().meta({ description: 'There are more misfits than are listed' }),
})
const conflictsView = ({ conflicts, ...rest }: Conflicts): z.infer<typeof ConflictsView> => ({
  ...rest,
  conflicts: conflicts.map(({ ours, theirs, ...each }) => ({
    ...each,
    ours: { ...ours, at: ours.at.toISOString() },
    theirs: theirs.map(one => ({ ...one, at: one.at.toISOString() })),
  })),
})

const Hit = z.object({ severity: Severity, classes: z.array(ChangeClass) }).nullable()
const Side = z.object({
  id: z.string(),
  framework: z.string(),
  base: z.int(),
  revision: z.int(),
  title: z.string(),
  digest: z.string(),
  changes: z.int(),
  byClass: z.record(z.string(), z.int()),
  flags: z.object({ ctc: z.int(), calpads: z.int() }),
})
const ComparisonView = z.object({
  left: Side,
  right: Side,
  items: z
    .object({
      total: z.int(),
      rows: z.array(z.object({ item: ItemRef, left: z.array(Change), right: z.array(Change), same: z.boolean() })),
    })
    .meta({ description: 'Items that both change' }),
  onlyLeft: z.object({ total: z.int(), rows: z.array(Change) }),
  onlyRight: z.object({ total: z.int(), rows: z.array(Change) }),
  dependents: z
    .object({
      total: z.int(),
      differ: z.int(),
      rows: z.array(
        z.object({
          agency: z.enum(['CTC', 'CALPADS']),
          dependent: Dependent,
          left: Hit,
          right: Hit,
          same: z.boolean(),
        }),
      ),
    })
    .meta({ description: 'Whom either would hit; those hit differently first' }),
  next: z.string().nullable().meta({ description: 'Continues all lists' }),
})

/** Where a proposal collides with newer releases and with another proposal. */
export function proposalChangeRoutes(app: Service, parts: App): void {
  const { proposals, rebasing, previewNow, relay, now } = parts

  app.get(
    '/proposals/:id/conflicts',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'listConflicts',
        summary: 'Where newer releases collide with the proposal, item by item',
        params: ProposalParams,
        response: { 200: ConflictsView, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.version))
      return conflictsView(await rebasing.conflictsOf(proposal))
    },
  )

  app.post(
    '/proposals/:id/rebase',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'rebaseProposal',
        summary: 'Move the proposal to the newest release',
        description:
          'Every item in conflict needs a choice: "ours" keeps the operations, "theirs" drops those that had a hand in it. What is dropped stays in the record.',
        params: ProposalParams,
        headers: ActorAndVersion,
        body: z.strictObject({
          reason,
          resolutions: z
            .array(z.strictObject({ item: z.union([ItemId, ItemKey]), keep: z.enum(['ours', 'theirs']) }))
            .max(12_000)
            .default([]),
          drop: z
            .array(z.int().min(0))
            .max(12_000)
            .default([])
            .meta({ description: 'Operations to leave out, from 0' }),
        }),
        response: { 200: ProposalView, ...responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, STEPS.rebased.may)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.version)
      const { reason, ...choices } = request.body
      const doing = { by, reason, at: now(), correlationId: request.correlationId }
      const moved = await rebasing.rebase(proposal, choices, doing)
      relay.nudge()
      reply.header('etag', etagOf(moved.version))
      return proposalView(moved)
    },
  )

  app.get(
    '/proposals/:id/compare/:other',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'compareProposals',
        summary: 'Two proposals side by side',
        description: 'What each changes, where they touch the same item or dependent, and the difference in impact.',
        params: ProposalParams.extend({ other: z.string().max(64) }),
        querystring: PageQuery.extend(Limit),
        response: { 200: ComparisonView, ...responses(404, 422, 503) },
      },
    },
    async request => {
      const { id, other } = request.params
      if (id === other) throw problem('CTE_SAME_PROPOSAL')
      const { limit, cursor } = request.query
      const from = cursor === undefined ? 0 : decodeCursor(Offset, cursor)
      const [left, right] = [await proposals.get(id), await proposals.get(other)]
      const [mine, theirs] = [
        await previewNow(left, request.correlationId),
        await previewNow(right, request.correlationId),
      ]
      const { items, onlyLeft, onlyRight, dependents } = compareProposals(mine, theirs)
      const page = <T>(rows: T[]) => ({ total: rows.length, rows: rows.slice(from, from + limit) })
      const longest = Math.max(items.length, onlyLeft.length, onlyRight.length, dependents.length)
      const side = (proposal: typeof left, { changes, digest, agencies: { ctc, calpads } }: typeof mine) => ({
        id: proposal._id,
        framework: proposal.framework,
        base: proposal.base,
        revision: proposal.revision,
        title: proposal.title,
        digest,
        changes: changes.length,
        byClass: countByClass(changes),
        flags: { ctc: ctc.impacts.length, calpads: calpads.impacts.length },
      })
      return {
        left: side(left, mine),
        right: side(right, theirs),
        items: page(items),
        onlyLeft: page(onlyLeft),
        onlyRight: page(onlyRight),
        dependents: { ...page(dependents), differ: dependents.filter(({ same }) => !same).length },
        next: longest > from + limit ? encodeCursor(from + limit) : null,
      }
    },
  )
}
