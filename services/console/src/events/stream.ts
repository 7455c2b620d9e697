import { setTimeout as sleep } from 'node:timers/promises'
import { responses, type Service } from '@cte-align/service'
import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { problem } from '../errors.ts'
import { clientOf } from '../manners/rate-limit.ts'
import type { EventLog } from './event-log.ts'

export interface StreamOptions {
  events: EventLog
  heartbeatMs: number
  /** Who takes nothing for so long is let go. */
  patienceMs: number
  mostPerClient: number
}

const Position = z.coerce.number().int().min(0)
const AT_ONCE = 100

/**
 * Events as they happen. A stream keeps nothing of its own but its position: it reads from the log as fast as its reader takes, so a slow one
 * costs no memory; one that takes nothing is let go and may come back with the position it had.
 */
export async function eventStream(app: Service, options: StreamOptions): Promise<void> {
  const { events, heartbeatMs, patienceMs, mostPerClient } = options
  await (app as unknown as FastifyInstance).register(fastifySSE, { heartbeatInterval: heartbeatMs })
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  const places = createPlaces(mostPerClient)

  app.get(
    '/api/console/events/stream',
    {
      sse: 'only',
      schema: {
        tags: ['events'],
        operationId: 'followEvents',
        summary: 'Events as they happen (SSE): `here`, then `cte` for each; `gap` where some are no longer kept',
        headers: z.looseObject({ 'last-event-id': Position.optional() }),
        querystring: z.strictObject({ after: Position.optional() }),
        response: {
          200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
          ...responses(429),
        },
      },
    },
    async (request, reply) => {
      const after = request.headers['last-event-id'] ?? request.query.after
      const leave = places.take(clientOf(request.ip))
      try {
        await run(reply, after)
      } finally {
        leave()
      }
    },
  )

  async function run(reply: FastifyReply, after: number | undefined): Promise<void> {
    const done = new AbortController()
    const arrived = createBell(done.signal)
    const unlisten = events.listen(arrived.ring)
    const end = () => done.abort()
    reply.sse.onClose(end)
    closing.signal.addEventListener('abort', end, { once: true })
    try {
      await pump(reply, { after, arrived, done: done.signal })
    } finally {
      unlisten()
      closing.signal.removeEventListener('abort', end)
    }
  }

  async function pump(
    reply: FastifyReply,
    { after, arrived, done }: { after: number | undefined; arrived: Bell; done: AbortSignal },
  ): Promise<void> {
    const send = async (event: string, position: number, data: unknown) =>
      !done.aborted && inTime(reply, reply.sse.send({ event, id: String(position), data }), { patienceMs, done })
    let generation = events.generation()
    let position = after ?? events.last()
    // The answer begins at once, and the reader has a position to come back with before there is any event.
    if (!(await send('here', position, { position }))) return
    while (!done.aborted) {
      arrived.reset()
      const jump = generation === events.generation() ? missing(position) : 0
      generation = events.generation()
      if (jump !== undefined) {
        if (!(await send('gap', jump, { after: position, oldest: events.oldest() }))) return
        position = jump
      }
      for (const event of events.after(position, AT_ONCE)) {
        if (!(await send('cte', event.position, event))) return
        position = event.position
        if (generation !== events.generation()) break
      }
      if (generation === events.generation() && events.after(position, 1).length === 0) await arrived.wait()
    }
  }

  /** Where a reader must go on that cannot get what follows its position: it is no longer kept, or never was on this stream. */
  function missing(position: number): number | undefined {
    const oldest = events.oldest()
    if (position > events.last()) return events.last()
    if (oldest !== null && !oldest.first && position < oldest.position - 1) return oldest.position - 1
    return undefined
  }
}

/** False when the reader did not take it in time, or the stream ends while it is waited for; then it is let go. */
async function inTime(
  reply: FastifyReply,
  sent: Promise<void>,
  { patienceMs, done }: { patienceMs: number; done: AbortSignal },
): Promise<boolean> {
  if (!reply.raw.writableNeedDrain) return sent.then(() => reply.sse.isConnected)
  const settled = new AbortController()
  const signal = AbortSignal.any([settled.signal, done])
  const tooLong = sleep(patienceMs, false, { signal, ref: false }).catch(() => false)
  const taken = await Promise.race([sent.then(() => true), tooLong])
  settled.abort()
  if (taken) return reply.sse.isConnected
  reply.log.info('A reader of the event stream took nothing for too long, or until the end, and is let go')
  reply.raw.destroy()
  return false
}

interface Bell {
  ring(): void
  reset(): void
  /** Resolves when it rang after the last reset, or at the end. */
  wait(): Promise<void>
}

function createBell(end: AbortSignal): Bell {
  let next = Promise.withResolvers<void>()
  end.addEventListener('abort', () => next.resolve(), { once: true })
  return {
    ring: () => next.resolve(),
    reset() {
      if (!end.aborted) next = Promise.withResolvers<void>()
    },
    wait: () => next.promise,
  }
}

/** How many streams each client holds. */
function createPlaces(most: number) {
  const taken = new Map<string, number>()
  return {
    take(client: string): () => void {
      const held = taken.get(client) ?? 0
      if (held >= most) throw problem('CTE_TOO_MANY_STREAMS', { most })
      taken.set(client, held + 1)
      return () => {
        const left = (taken.get(client) ?? 1) - 1
        if (left > 0) taken.set(client, left)
        else taken.delete(client)
      }
    },
  }
}
