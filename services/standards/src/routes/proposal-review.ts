import { type Actor, Agency, writtenText } from '@cte-align/contracts'
import { ActorAndVersion, etagOf, requireActor, requireMatch, responses, type Service } from '@cte-align/service'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import { type May, STEPS } from '../lifecycle.ts'
import type { ProposalDoc } from '../proposal.ts'
import { inWords, notAcknowledged, standsOf } from '../sign-offs.ts'
import { ProposalParams, ProposalView, proposalView, reason, SignOffView, signOffView } from './shapes.ts'

const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const Approvals = z.object({
  revision: z.int(),
  digest: z.string().meta({ description: 'Of the impacts as they are now; a sign-off names it' }),
  signOffs: z.array(
    z.object({
      agency: Agency,
      standing: z.enum(['holds', 'lapsed', 'missing', 'not-needed']),
      why: z.string().nullable(),
      signOff: SignOffView.nullable(),
    }),
  ),
  publishable: z.enum(['yes', 'over', 'no']).meta({
    description:
      'yes: everybody concerned has acknowledged; over: only with a reason that is kept; no: not approved as it is',
  }),
  obstacles: z.array(z.string()),
})

/** From draft to approved, or out: who may do what stands in lifecycle.ts. */
export function proposalReviewRoutes(app: Service, parts: App): void {
  const { proposals, reviewing, schedule, previewNow, relay, now } = parts

  const step = (
    path: string,
    { operationId, summary, may }: { operationId: string; summary: string; may: May },
    take: (
      proposal: ProposalDoc,
      done: { by: Actor; reason: string; at: Date; correlationId: string },
    ) => Promise<ProposalDoc>,
  ) =>
    app.post(
      `/proposals/:id/${path}`,
      {
        schema: {
          tags: ['proposals'],
          operationId,
          summary,
          params: ProposalParams,
          headers: ActorAndVersion,
          body: z.strictObject({ reason }),
          response: { 200: ProposalView, ...refusals },
        },
      },
      async (request, reply) => {
        const by = requireActor(request, may)
        const proposal = await proposals.get(request.params.id)
        requireMatch(request, proposal.version)
        const done = { by, reason: request.body.reason, at: now(), correlationId: request.correlationId }
        return answer(reply, await take(proposal, done))
      },
    )
  const answer = (reply: FastifyReply, proposal: ProposalDoc) => {
    relay.nudge()
    reply.header('etag', etagOf(proposal.version))
    return proposalView(proposal)
  }

  step(
    'submit',
    { operationId: 'submitProposal', summary: 'Put a draft into review', may: STEPS.submitted.may },
    reviewing.submit,
  )
  step(
    'return',
    { operationId: 'returnProposal', summary: 'Give it back to its editors as a draft', may: STEPS.returned.may },
    reviewing.return,
  )
  step(
    'unschedule',
    { operationId: 'unscheduleProposal', summary: 'Take it off the schedule', may: STEPS.unscheduled.may },
    schedule.unschedule,
  )
  step(
    'withdraw',
    { operationId: 'withdrawProposal', summary: 'Withdraw the proposal', may: STEPS.withdrawn.may },
    reviewing.withdraw,
  )

  app.get(
    '/proposals/:id/approvals',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'readApprovals',
        summary: 'See who has signed, and what of it still holds',
        description:
          "Computes the preview anew: a sign-off holds while the proposal's revision and its impacts are what was signed.",
        params: ProposalParams,
        response: { 200: Approvals, ...responses(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const proposal = await proposals.get(request.params.id)
      reply.header('etag', etagOf(proposal.version))
      const seen = await previewNow(proposal, request.correlationId)
      const stands = standsOf(proposal, seen)
      const approved = stands[0]!.standing === 'holds'
      const against = notAcknowledged(stands)
      return {
        revision: proposal.revision,
        digest: seen.digest,
        signOffs: stands.map(stand => ({ ...stand, signOff: stand.signOff && signOffView(stand.signOff) })),
        publishable: approved ? (against.length === 0 ? ('yes' as const) : ('over' as const)) : ('no' as const),
        obstacles: [...(approved ? [] : [stands[0]!]), ...against].map(inWords),
      }
    },
  )

  app.post(
    '/proposals/:id/approvals',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'signProposal',
        summary: 'Approve, acknowledge or object',
        description:
          "CDE approves; CTC and CALPADS acknowledge or object, each where its records are hit. `digest` is that of the preview the signer has seen; the sign-off holds for it and for the proposal's revision, and lapses when either changes.",
        params: ProposalParams,
        headers: ActorAndVersion,
        body: z.strictObject({
          decision: z.enum(['approve', 'acknowledge', 'object']),
          reason,
          digest: writtenText(1, 64),
          waiver: reason.optional().meta({ description: 'Why CDE approves though comments are unanswered. Kept.' }),
        }),
        response: { 200: ProposalView, ...refusals },
      },
    },
    async (request, reply) => {
      const { decision, waiver = null, ...said } = request.body
      const by = requireActor(request, decision === 'approve' ? STEPS.approved.may : STEPS.acknowledged.may)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.version)
      const signing = { decision, waiver, ...said, by, at: now(), correlationId: request.correlationId }
      return answer(reply, await reviewing.sign(proposal, signing))
    },
  )
}
