import { Day, GrandfatheringRule } from '@cte-align/contracts'
import {
  ActorAndVersion,
  ActorHeader,
  etagOf,
  requireActor,
  requireMatch,
  responses,
  type Service,
} from '@cte-align/service'
import { z } from 'zod'
import { toGrandfatheringRule } from '../grandfathering/grandfathering-rule.ts'
import { type GrandfatheringStore, grandfatheringIdOf } from '../grandfathering/grandfathering-rules.ts'
import { CTC_APPROVERS } from './actors.ts'
import { GrandfatheringShape, Reason, RuleContent, RuleParams, showGrandfathering } from './grandfathering-shapes.ts'

const tags = ['grandfathering rules']
const refusals = responses(401, 403, 404, 409, 412, 413, 415, 422, 428, 503)

/** A rule is made, changed and given an end; it is never removed. Each step names who took it and why. */
export function writeGrandfatheringRoutes(app: Service, rules: GrandfatheringStore): void {
  app.post(
    '/grandfathering-rules',
    {
      schema: {
        operationId: 'makeGrandfatheringRule',
        summary: 'Put a rule in force; the same again changes nothing',
        tags,
        headers: ActorHeader,
        body: z.strictObject({
          ...RuleContent.shape,
          id: GrandfatheringRule.shape.id.optional().meta({ description: 'Default: from authorization, date and day' }),
          reason: Reason,
        }),
        response: { 201: GrandfatheringShape, ...responses(401, 403, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_APPROVERS)
      const { reason, id = grandfatheringIdOf(request.body), ...content } = request.body
      const rule = { ...content, id }
      const row = await rules.put(rule, { by, reason, correlationId: request.correlationId, expected: 0 })
      return reply.code(201).header('etag', etagOf(row.version)).send(showGrandfathering(row))
    },
  )
  app.put(
    '/grandfathering-rules/:id',
    {
      schema: {
        operationId: 'changeGrandfatheringRule',
        summary: 'Say otherwise what a rule says; what it said stays in its history',
        tags,
        params: RuleParams,
        headers: ActorAndVersion,
        body: z.strictObject({ ...RuleContent.shape, reason: Reason }),
        response: { 200: GrandfatheringShape, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_APPROVERS)
      const before = await rules.find(request.params.id)
      requireMatch(request, before.version)
      const { reason, ...content } = request.body
      const rule = { ...content, id: before.id }
      const putting = { by, reason, correlationId: request.correlationId, expected: before.version }
      const row = await rules.put(rule, putting)
      reply.header('etag', etagOf(row.version))
      return showGrandfathering(row)
    },
  )
  app.post(
    '/grandfathering-rules/:id/end',
    {
      schema: {
        operationId: 'endGrandfatheringRule',
        summary: 'Say on which day a rule holds last; it is never removed',
        tags,
        params: RuleParams,
        headers: ActorAndVersion,
        body: z.strictObject({ through: Day, reason: Reason }),
        response: { 200: GrandfatheringShape, ...refusals },
      },
    },
    async (request, reply) => {
      const by = requireActor(request, CTC_APPROVERS)
      const before = await rules.find(request.params.id)
      requireMatch(request, before.version)
      const { through, reason } = request.body
      const putting = { by, reason, correlationId: request.correlationId, expected: before.version }
      const row = await rules.put({ ...toGrandfatheringRule(before), through }, putting)
      reply.header('etag', etagOf(row.version))
      return showGrandfathering(row)
    },
  )
}
