import { Consumer, californiaDay, Day, ItemId, ItemKey, ItemKind, ReleaseId, Slug } from '@cte-align/contracts'
import { CLOCKS } from '@cte-align/impact'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { Month } from '../import-adoption-phases.ts'
import { PhaseView, phaseView } from './adoption-phases.ts'

const Since = z.object({ release: ReleaseId, since: Day })
const StandingView = z.object({
  id: ItemId,
  key: ItemKey,
  kind: ItemKind,
  title: z.string(),
  standing: z.enum(['in-force', 'not-in-force', 'planned', 'adopted', 'deferred', 'unknown']),
  since: Day.nullable(),
  phase: Slug.nullable(),
  printedName: z.string().nullable().meta({ description: "The announcement's name for it" }),
  plannedMonth: Month.nullable(),
  because: z.string(),
})
const AnswerView = z.object({
  framework: Slug,
  title: z.string(),
  answer: z.enum(['release', 'unknown', 'none']),
  release: ReleaseId.nullable().meta({ description: 'Null unless the answer is release' }),
  since: Day.nullable(),
  because: z.string(),
  uncertain: z.array(ReleaseId).meta({ description: 'Releases whose missing date could change the answer' }),
  lastCertain: Since.nullable(),
  itemsOf: ReleaseId.nullable().meta({ description: 'Whose top-level items follow' }),
  items: z.array(StandingView),
})

/** What does CALPADS see on 7 October 2026? */
export function inForceRoutes(app: Service, { inForce, now }: App): void {
  app.get(
    '/in-force',
    {
      schema: {
        tags: ['dates'],
        operationId: 'readInForce',
        summary: 'What is in force on a day, for a consumer, in every framework; unknown where nobody knows',
        querystring: z.strictObject({
          asOf: Day.optional().meta({ description: 'A California day; default today' }),
          consumer: Consumer.optional().meta({
            description: 'For whom; without it by the general day of each release',
          }),
        }),
        response: {
          200: z.object({
            asOf: Day,
            consumer: Consumer.nullable(),
            clock: z.string().meta({ description: 'By which date' }),
            frameworks: z.array(AnswerView),
            phases: z.array(PhaseView),
          }),
          ...responses(503),
        },
      },
    },
    async request => {
      const { consumer, asOf = californiaDay(now()) } = request.query
      const { frameworks, phases } = await inForce.everywhere({ asOf, consumer })
      return {
        asOf,
        consumer: consumer ?? null,
        clock: consumer === undefined ? 'the general day of each release' : CLOCKS[consumer].words,
        frameworks,
        phases: phases.map(phase => phaseView(phase, asOf)),
      }
    },
  )
}
