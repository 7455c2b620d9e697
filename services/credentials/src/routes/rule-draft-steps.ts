import {
  ActorAndVersion,
  etagOf,
  PageQuery,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import type { Drafts } from '../editions/drafts.ts'
import type { createDraftPreview } from '../editions/preview-draft.ts'
import type { EditionPublisher } from '../editions/publish-edition.ts'
import { CTC_APPROVERS, CTC_EDITORS } from './actors.ts'
import { DraftDetail, DraftParams, draftDetail, PreviewView, reason } from './rule-draft-shapes.ts'

const tags = ['rule editions']
const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)

export interface DraftStepParts {
  drafts: Drafts
  preview: ReturnType<typeof createDraftPreview>
  publisher: EditionPublisher
  now: () => Date
}

/** From a draft to what is in force, or to nothing. */
export function ruleDraftStepRoutes(app: Service, { drafts, preview, publisher, now }: DraftStepParts): void {
  app.get(
    '/rule-editions/:id/preview',
    {
      schema: {
        operationId: 'previewRuleEdition',
        summary: 'Which course codes would gain or lose whom, by course code',
        description: 'Writes nothing. Twins and wildcards count as in the decoder comparison, which is asked.',
        tags,
        params: DraftParams,
        querystring: PageQuery,
        response: { 200: PreviewView, ...responses(404, 409, 422, 503) },
      },
    },
    async request => preview(await drafts.get(request.params.id), request.query, request.correlationId),
  )
  app.post(
    '/rule-editions/:id/publish',
    {
      schema: {
        operationId: 'publishRuleEdition',
        summary: 'Put a draft in force',
        description:
          'Writes rules, authorizations, subjects and grandfathering rules with their events, and keeps the table as it stands then under the id of the edition. Refused where others have changed what the draft touches.',
        tags,
        params: DraftParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: DraftDetail, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_APPROVERS)
      const before = await drafts.get(request.params.id)
      requireMatch(request, before.version)
      const { reason } = request.body
      const draft = await publisher.publish(before, { by, reason, correlationId: request.correlationId })
      reply.header('etag', etagOf(draft.version))
      return draftDetail(draft)
    },
  )
  app.post(
    '/rule-editions/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawRuleEdition',
        summary: 'Give a draft up; it stays readable',
        tags,
        params: DraftParams,
        headers: ActorAndVersion,
        body: z.strictObject({ reason }),
        response: { 200: DraftDetail, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_EDITORS)
      const before = await drafts.get(request.params.id)
      requireMatch(request, before.version)
      const doing = { by, reason: request.body.reason, at: now(), correlationId: request.correlationId }
      const draft = await drafts.withdraw(before, doing)
      reply.header('etag', etagOf(draft.version))
      return draftDetail(draft)
    },
  )
}
