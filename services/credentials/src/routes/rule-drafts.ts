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
import type { Described, Drafts } from '../editions/drafts.ts'
import type { createSuggestions } from '../editions/suggest-operations.ts'
import { CTC_EDITORS } from './actors.ts'
import {
  DraftDetail,
  DraftFields,
  DraftParams,
  draftDetail,
  EntryView,
  entryView,
  Operations,
  reason,
  SuggestionsView,
} from './rule-draft-shapes.ts'

const tags = ['rule editions']
const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const whole = { description: null, base: 'current', effective: null, firstSchoolYear: null }
const Opening = z.strictObject({
  title: DraftFields.title,
  description: DraftFields.description.default(whole.description),
  base: DraftFields.base.default(whole.base),
  effective: DraftFields.effective.default(whole.effective),
  firstSchoolYear: DraftFields.firstSchoolYear.default(whole.firstSchoolYear),
  flags: DraftFields.flags.default([]),
  operations: Operations.default([]),
  from: z
    .strictObject({ flags: DraftFields.flags.min(1) })
    .optional()
    .meta({ description: 'Flags that it answers, and that suggest where to begin' }),
  reason: reason.nullable().default(null),
})
const Revision = z
  .strictObject({ ...DraftFields, reason })
  .partial()
  .refine(said => Object.keys(said).length > 0, 'must say something')
  .meta({ minProperties: 1 })

export interface RuleDraftParts {
  drafts: Drafts
  suggest: ReturnType<typeof createSuggestions>
  now: () => Date
}

/** Draft rule editions: CTC's answer to a change, while it is written. Nothing here touches the decoder in force. */
export function ruleDraftRoutes(app: Service, { drafts, suggest, now }: RuleDraftParts): void {
  app.post(
    '/rule-editions',
    {
      schema: {
        operationId: 'openRuleEdition',
        summary: 'Open a draft rule edition',
        tags,
        headers: ActorHeader,
        body: Opening,
        response: {
          201: DraftDetail.extend({ suggestions: SuggestionsView }),
          ...responses(401, 403, 404, 409, 413, 415, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_EDITORS)
      const { reason, from, ...given } = request.body
      const said = { ...given, flags: [...given.flags, ...(from?.flags ?? [])] }
      // Asked for first: where nobody can be asked, no draft is left behind.
      const suggestions = await suggest(from?.flags ?? [], request.correlationId)
      const draft = await drafts.open(said, { by, reason, at: now(), correlationId: request.correlationId })
      return reply
        .code(201)
        .header('location', `/rule-editions/${draft._id}`)
        .header('etag', etagOf(draft.version))
        .send({ ...draftDetail(draft), suggestions })
    },
  )
  app.patch(
    '/rule-editions/:id',
    {
      schema: {
        operationId: 'describeRuleEdition',
        summary: 'Set what is said of a draft: title, base, dates, flags',
        tags,
        params: DraftParams,
        headers: ActorAndVersion,
        body: Revision,
        response: { 200: DraftDetail, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_EDITORS)
      const before = await drafts.get(request.params.id)
      requireMatch(request, before.version)
      const { reason = null, ...given } = request.body
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const doing = { by, reason, at: now(), correlationId: request.correlationId }
      const draft = await drafts.describe(before, said as Partial<Described>, doing)
      reply.header('etag', etagOf(draft.version))
      return draftDetail(draft)
    },
  )
  app.put(
    '/rule-editions/:id/operations',
    {
      bodyLimit: 5 * 1024 * 1024,
      schema: {
        operationId: 'setRuleOperations',
        summary: 'Set all operations of a draft; they fit its base, or none is taken',
        description: 'Remembers what stands of the rows that they touch. Publishing is refused where that has changed.',
        tags,
        params: DraftParams,
        headers: ActorAndVersion,
        body: z.strictObject({ operations: Operations, reason: reason.nullable().default(null) }),
        response: { 200: DraftDetail, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_EDITORS)
      const before = await drafts.get(request.params.id)
      requireMatch(request, before.version)
      const { operations, reason } = request.body
      const doing = { by, reason, at: now(), correlationId: request.correlationId }
      const draft = await drafts.operate(before, operations, doing)
      reply.header('etag', etagOf(draft.version))
      return draftDetail(draft)
    },
  )
  app.get(
    '/rule-editions/:id/suggestions',
    {
      schema: {
        operationId: 'suggestRuleOperations',
        summary: 'Operations that the flags of a draft suggest; none is applied by itself',
        tags,
        params: DraftParams,
        response: { 200: SuggestionsView, ...responses(404, 422, 503) },
      },
    },
    async request => suggest((await drafts.get(request.params.id)).flags, request.correlationId),
  )
  app.get(
    '/rule-editions/:id/history',
    {
      schema: {
        operationId: 'readRuleEditionHistory',
        summary: 'Every step taken with a draft: who, when, why',
        tags,
        params: DraftParams,
        querystring: PageQuery,
        response: { 200: pageOf(EntryView), ...responses(404) },
      },
    },
    async request => {
      const { limit, cursor } = request.query
      const { _id } = await drafts.get(request.params.id)
      const after = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const found = await drafts.record(_id, after, limit + 1)
      const items = found.slice(0, limit)
      return { items: items.map(entryView), next: found.length > limit ? encodeCursor(items.at(-1)!.number) : null }
    },
  )
}
