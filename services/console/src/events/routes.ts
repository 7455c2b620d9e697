import { Source } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { EventCount, type EventLog } from './event-log.ts'
import { LoggedEvent } from './logged-event.ts'

const EventQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  source: Source.optional(),
  type: z
    .string()
    .regex(/^cte\.[a-z.-]*\*?$/, 'must be a type, or its beginning and *, as in cte.ctc.*')
    .max(100)
    .optional(),
  correlation: z.string().max(128).optional(),
  subject: z.string().max(500).optional().meta({ description: 'A part of it, whatever the case' }),
  actor: z.string().max(200).optional().meta({ description: 'Id of the person who acted' }),
  q: z.string().max(200).optional().meta({ description: 'Found anywhere in the event, whatever the case' }),
})
const EventPage = z.object({
  items: z.array(LoggedEvent),
  next: z.string().nullable(),
  oldest: z.object({ position: z.int(), time: z.string(), first: z.boolean() }).nullable().meta({
    description: 'The oldest event kept here; unless it is the `first` of all, there are older ones that are not shown',
  }),
})

const EventCounts = z.object({
  counts: z.array(EventCount),
  newest: z.int().meta({ description: 'The position up to which is counted: `after` of the next question' }),
  whole: z.boolean().meta({ description: 'false: some of what came after the position is no longer kept here' }),
})

/** What happened, newest first, and how much of what. */
export function eventRoutes(app: Service, { events }: { events: EventLog }): void {
  app.get(
    '/api/console/events',
    {
      schema: {
        tags: ['events'],
        operationId: 'listEvents',
        summary: 'The log of events, newest first',
        querystring: EventQuery,
        response: { 200: EventPage, ...responses() },
      },
    },
    async (request, reply) => {
      const { before, limit, ...filter } = request.query
      reply.header('cache-control', 'no-store')
      return { ...events.list(filter, { before, limit }), oldest: events.oldest() }
    },
  )
  app.get(
    '/api/console/events/counts',
    {
      schema: {
        tags: ['events'],
        operationId: 'countEvents',
        summary: 'How many events of which type have come after a position',
        querystring: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
        response: { 200: EventCounts, ...responses() },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return events.countsAfter(request.query.after)
    },
  )
}
