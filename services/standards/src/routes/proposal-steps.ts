import { writtenText } from '@cte-align/contracts'
import { ActorAndVersion, etagOf, requireActor, requireMatch, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { draftRelease } from '../draft-release.ts'
import { previewProposal } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import {
  DiffView,
  dates,
  EDITORS,
  PreviewView,
  ProposalView,
  PUBLISHERS,
  proposalView,
  ReleaseView,
  reason,
  releaseView,
} from './shapes.ts'

const Params = z.strictObject({ id: z.string().max(64) })

/** What becomes of a draft: compare it, see whom it hits, move it along, publish or withdraw it. */
export function proposalStepRoutes(app: Service, parts: App): void {
  const { proposals, publisher, frameworks, trees, heads, now } = parts

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
        headers: ActorAndVersion,
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
        headers: ActorAndVersion,
        body: z.strictObject({
          title: writtenText(1, 300).optional().meta({ description: "Default: the proposal's" }),
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
        headers: ActorAndVersion,
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
