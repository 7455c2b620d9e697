import { writtenText } from '@cte-align/contracts'
import { ActorAndVersion, etagOf, requireActor, requireMatch, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { DateWarning } from '../date-warnings.ts'
import { STEPS } from '../lifecycle.ts'
import { datesFor } from '../publish-release.ts'
import { releaseWarnings } from '../release-warnings.ts'
import { requireSigned } from '../sign-offs.ts'
import { dates, ProposalParams, ProposalView, proposalView, ReleaseView, reason, releaseView } from './shapes.ts'

const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const Publishing = z.strictObject({
  title: writtenText(1, 300).optional().meta({ description: "Default: the proposal's" }),
  reason,
  dates: dates
    .optional()
    .meta({ description: 'Fills in what the planned dates leave open; it cannot change the rest' }),
  over: reason.optional().meta({
    description: 'Why CDE publishes though an agency objects, has not answered, or signed something else. Kept.',
  }),
})

/** From approved to published: now, or at a date and time. */
export function proposalPublishingRoutes(app: Service, parts: App): void {
  const { proposals, publisher, schedule, previewNow, relay, now } = parts

  app.post(
    '/proposals/:id/publish',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'publishProposal',
        summary: 'Publish the proposal as the next release',
        description:
          "Takes CDE's approval of this revision with the impacts it has now, and the agencies' acknowledgement or a reason to go over them.",
        params: ProposalParams,
        headers: ActorAndVersion,
        body: Publishing,
        response: { 200: z.object({ release: ReleaseView, warnings: z.array(DateWarning) }), ...refusals },
      },
    },
    async request => {
      const by = requireActor(request, STEPS['publishing-begun'].may)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.version)
      const { title = proposal.title, reason, over = null } = request.body
      const { correlationId } = request
      const publishing = { title, reason, dates: datesFor(proposal, request.body.dates ?? {}), by, correlationId }
      publisher.mayBegin(proposal)
      const gone = requireSigned(proposal, await previewNow(proposal, correlationId), over)
      const release = await publisher.publish(proposal, { ...publishing, over: gone })
      relay.nudge()
      return { release: releaseView(release), warnings: await releaseWarnings(release, parts.models) }
    },
  )

  app.post(
    '/proposals/:id/schedule',
    {
      schema: {
        tags: ['proposals'],
        operationId: 'scheduleProposal',
        summary: 'Publish at a date and time',
        description:
          'When the time has come and what was signed still holds, it is published, once; otherwise it is held and goes back into review, saying why.',
        params: ProposalParams,
        headers: ActorAndVersion,
        body: Publishing.extend({
          at: z.iso.datetime({
            offset: true,
            error: 'must be a date and time that exist, with an offset, as in 2026-12-01T08:00:00-08:00',
          }),
        }),
        response: { 200: ProposalView, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, STEPS.scheduled.may)
      const proposal = await proposals.get(request.params.id)
      requireMatch(request, proposal.version)
      const { at: publishAt, title = null, reason, dates = {}, over = null } = request.body
      const scheduling = { publishAt: new Date(publishAt), title, reason, dates, over, by, at: now() }
      const scheduled = await schedule.schedule(proposal, { ...scheduling, correlationId: request.correlationId })
      relay.nudge()
      reply.header('etag', etagOf(scheduled.version))
      return proposalView(scheduled)
    },
  )
}
