import { Consumer, californiaDay, Day, Slug } from '@cte-align/contracts'
import { CLOCKS } from '@cte-align/impact'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { DateWarning, dateWarnings } from '../date-warnings.ts'
import { dates } from './shapes.ts'

/** Dates may be tried before anything is published by them. */
export function dateRoutes(app: Service, { frameworks, now }: App): void {
  app.post(
    '/dates/check',
    {
      schema: {
        tags: ['dates'],
        operationId: 'checkDates',
        summary: 'Try the dates of a release: what warns, and from when it would be in force for whom',
        description: 'Writes nothing.',
        body: z.strictObject({
          dates,
          framework: Slug.optional().meta({ description: 'Compares them with those of its newest release' }),
        }),
        response: {
          200: z.object({
            today: Day,
            warnings: z.array(DateWarning),
            inForceFrom: z.array(z.object({ consumer: Consumer, day: z.union([Day, z.literal('unknown')]) })),
          }),
          ...responses(404, 413, 415, 503),
        },
      },
    },
    async request => {
      const { dates, framework } = request.body
      const today = californiaDay(now())
      const newest = framework === undefined ? undefined : await frameworks.newest(framework)
      const previous = newest && { release: newest._id, dates: newest.dates }
      return {
        today,
        warnings: dateWarnings(dates, { today, previous }),
        inForceFrom: Consumer.options.map(consumer => ({ consumer, day: CLOCKS[consumer].dayOf(dates) ?? 'unknown' })),
      }
    },
  )
}
