import { AssignmentRule, Day, GrandfatheringRule, writtenText } from '@cte-align/contracts'
import { type KeptPair, previewGrandfathering } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import { etagOf, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { DecoderSide, type DecoderSides } from '../decoder/decoder-sides.ts'
import { type GrandfatheringStore, grandfatheringIdOf } from '../grandfathering/grandfathering-rules.ts'
import {
  fillTemplate,
  GRANDFATHERING_TEMPLATES,
  GrandfatheringTemplate,
  TEMPLATE_NAMES,
} from '../grandfathering/grandfathering-templates.ts'
import { CensusDate, censusDateOf } from '../holders/census-date.ts'
import {
  GrandfatheringHistory,
  GrandfatheringPreview,
  GrandfatheringShape,
  RuleContent,
  RuleParams,
  showGrandfathering,
  showStep,
} from './grandfathering-shapes.ts'

export interface GrandfatheringRouteParts {
  rules: GrandfatheringStore
  sides: DecoderSides
  review: Pick<Review, 'openFlags'>
  now: () => Date
}

const { authorization, date, before } = GrandfatheringRule.shape
const tags = ['grandfathering rules']
const MOST_PAIRS = 1000
const shown = (pairs: KeptPair[]) => ({ count: pairs.length, pairs: pairs.slice(0, MOST_PAIRS) })

/** Who keeps what by an early date: to read, to fill from what has happened before, and to try. None of these writes. */
export function readGrandfatheringRoutes(app: Service, { rules, sides, review, now }: GrandfatheringRouteParts): void {
  app.get(
    '/grandfathering-templates',
    {
      schema: {
        operationId: 'listGrandfatheringTemplates',
        summary: 'Patterns of change that have a precedent, and what a rule of each would look like',
        tags,
        response: { 200: z.object({ items: z.array(GrandfatheringTemplate) }), ...responses() },
      },
    },
    async () => ({ items: GRANDFATHERING_TEMPLATES }),
  )
  app.post(
    '/grandfathering-rules/from-template',
    {
      schema: {
        operationId: 'fillGrandfatheringTemplate',
        summary: 'A draft rule by which holders keep what a decoder admits them to; nothing is written',
        tags,
        body: z.strictObject({
          template: z.enum(TEMPLATE_NAMES),
          side: DecoderSide.default('current'),
          ...{ authorization, date: date.default('issued'), before },
        }),
        response: {
          200: z.object({ rule: GrandfatheringRule, notes: z.array(z.string()) }),
          ...responses(404, 413, 415, 422, 503),
        },
      },
    },
    async request => {
      const { template, side, ...wanted } = request.body
      return fillTemplate(template, await sides.at(side), wanted)
    },
  )
  app.post(
    '/grandfathering-rules/preview',
    {
      schema: {
        operationId: 'previewGrandfatheringRule',
        summary:
          'What a rule would do on a decoder: pairs gained, already admitted, lost, and conflicts; nothing is written',
        tags,
        body: z.strictObject({
          side: DecoderSide.default('current'),
          rule: RuleContent.extend({ id: GrandfatheringRule.shape.id.optional() }),
          ...CensusDate,
        }),
        response: { 200: GrandfatheringPreview, ...responses(404, 413, 415, 422, 503) },
      },
    },
    async request => {
      const { side, rule: given, ...day } = request.body
      const rule = { ...given, id: given.id ?? grandfatheringIdOf(given) }
      const censusDate = censusDateOf(day, now())
      const [decoder, today] = [await sides.at(side), await sides.at('current')]
      const { gained, already, lost, conflicts } = previewGrandfathering({ side: decoder, today }, rule, censusDate)
      const keys = [...new Set([...gained, ...already, ...lost].map(pair => pair.authorization))]
      const flags = await Promise.all(
        keys.map(async dependent => ({ dependent, count: await review.openFlags(dependent) })),
      )
      return {
        ...{ side, decoder: decoder.title, censusDate, rule: rule.id, conflicts },
        ...{ gained: shown(gained), already: shown(already), lost: shown(lost) },
        goingOn: gained.filter(pair => pair.today === 'authorized').length,
        openFlags: flags.filter(({ count }) => count > 0),
      }
    },
  )
  app.get(
    '/grandfathering-rules',
    {
      schema: {
        operationId: 'listGrandfatheringRules',
        summary: 'Who keeps what by an early date',
        tags,
        querystring: PageQuery.extend({
          authorization: authorization.optional(),
          courseCode: AssignmentRule.shape.courseCode.optional(),
          precedent: writtenText(1, 60).optional(),
          on: Day.optional().meta({ description: 'Those that have not ended before this day' }),
        }),
        response: { 200: pageOf(GrandfatheringShape), ...responses() },
      },
    },
    async request => {
      const page = await rules.page(request.query, request.query)
      return { items: page.items.map(showGrandfathering), next: page.next }
    },
  )
  app.get(
    '/grandfathering-rules/:id',
    {
      schema: {
        operationId: 'readGrandfatheringRule',
        summary: 'One rule',
        tags,
        params: RuleParams,
        response: { 200: GrandfatheringShape, ...responses(404) },
      },
    },
    async (request, reply) => {
      const row = await rules.find(request.params.id)
      reply.header('etag', etagOf(row.version))
      return showGrandfathering(row)
    },
  )
  app.get(
    '/grandfathering-rules/:id/history',
    {
      schema: {
        operationId: 'readGrandfatheringHistory',
        summary: 'Who made, changed or ended a rule, when and why; it only grows',
        tags,
        params: RuleParams,
        response: { 200: z.object({ items: GrandfatheringHistory }), ...responses(404) },
      },
    },
    async request => ({ items: (await rules.history(request.params.id)).map(showStep) }),
  )
}
