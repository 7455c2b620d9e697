import { Agency } from '@cte-align/contracts'
import { z } from 'zod'
import type { Inbox } from '../inbox/consume-source.ts'
import { ActorHeader, requireActor } from './actor.ts'
import { responses } from './problem-details.ts'
import type { Service } from './service.ts'

const DeadLetter = z.object({
  id: z.string(),
  source: z.string(),
  sequence: z.int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }),
  at: z.iso.datetime(),
  attempts: z.int(),
  raw: z.string(),
})
const Outcome = z.object({ source: z.string(), redriven: z.int(), failed: z.int() })
const administrator = { agencies: Agency.options, roles: ['administrator'] } as const

/** For the people who run the service: what was put aside, how far it has read, try again, build again. */
export function adminRoutes(
  app: Service,
  options: { inboxes: readonly Inbox[]; rebuild?: () => Promise<Record<string, unknown>> },
): void {
  const { inboxes, rebuild } = options
  app.get(
    '/positions',
    {
      schema: {
        tags: ['operations'],
        operationId: 'readPositions',
        summary: 'How far each source has been read',
        response: { 200: z.record(z.string(), z.int()), ...responses(503) },
      },
    },
    async () => Object.fromEntries(await Promise.all(inboxes.map(async i => [i.source, await i.position()] as const))),
  )
  app.get(
    '/dead-letters',
    {
      schema: {
        tags: ['operations'],
        operationId: 'listDeadLetters',
        summary: 'List messages that were put aside',
        response: { 200: z.object({ items: z.array(DeadLetter) }), ...responses(503) },
      },
    },
    async () => {
      const all = await Promise.all(
        inboxes.map(async ({ source, letters }) =>
          (await letters()).map(letter => ({ ...letter, source, at: letter.at.toISOString() })),
        ),
      )
      return { items: all.flat() }
    },
  )
  app.post(
    '/dead-letters/redrive',
    {
      schema: {
        tags: ['operations'],
        operationId: 'redriveDeadLetters',
        summary: 'Try the dead letters again',
        headers: ActorHeader,
        response: { 200: z.object({ outcomes: z.array(Outcome) }), ...responses(401, 403, 413, 415, 503) },
      },
    },
    async request => {
      requireActor(request, administrator)
      const outcomes: z.infer<typeof Outcome>[] = []
      for (const inbox of inboxes) outcomes.push({ source: inbox.source, ...(await inbox.redrive()) })
      return { outcomes }
    },
  )
  if (rebuild === undefined) return
  app.post(
    '/rebuild',
    {
      schema: {
        tags: ['operations'],
        operationId: 'rebuild',
        summary: "Make the projection anew from the owners' logs",
        headers: ActorHeader,
        response: { 200: z.record(z.string(), z.unknown()), ...responses(401, 403, 413, 415, 503) },
      },
    },
    async request => {
      requireActor(request, administrator)
      return rebuild()
    },
  )
}
