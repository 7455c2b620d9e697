import type { Bus } from '@cte-align/bus'
import { z } from 'zod'
import type { Database } from '../database.ts'
import { responses } from './problem-details.ts'
import type { Service } from './service.ts'

/** A service's own condition for being ready. Resolves to words for the answer, throws when not ready. */
export type Check = () => Promise<string>

const Readiness = z.object({
  ready: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })),
  /** Whether the stream's disk is written before a publish is acknowledged. */
  syncAlways: z.union([z.boolean(), z.literal('unknown')]),
})

export interface HealthOptions {
  bus: Bus
  db?: Database
  checks: Record<string, Check>
  natsMonitorUrl: string | undefined
}

/** `/health/live`: the process answers. `/health/ready`: send it work. */
export function healthRoutes(app: Service, options: HealthOptions): void {
  const { bus, db, checks, natsMonitorUrl } = options
  app.get(
    '/health/live',
    {
      logLevel: 'warn',
      schema: {
        tags: ['operations'],
        operationId: 'readLive',
        summary: 'Does the process answer?',
        response: { 200: z.object({ alive: z.literal(true) }), ...responses() },
      },
    },
    async () => ({ alive: true as const }),
  )
  app.get(
    '/health/ready',
    {
      logLevel: 'warn',
      schema: {
        tags: ['operations'],
        operationId: 'readReady',
        summary: 'May it be sent work?',
        response: { 200: Readiness, 503: Readiness, ...responses() },
      },
    },
    async (_request, reply) => {
      const syncAlways = await readSyncAlways(natsMonitorUrl)
      const all: Record<string, Check> = {
        ...(db && { database: () => db.ping().then(() => 'answers') }),
        bus: async () => {
          if (!bus.connected()) throw new Error('not connected')
          return 'connected'
        },
        // With any other setting a power cut loses messages that were acknowledged.
        durability: async () => {
          if (syncAlways === false) throw new Error('nats-server runs without sync_interval: always')
          return syncAlways === true ? 'sync_interval: always' : 'unknown (no monitor to ask)'
        },
        ...checks,
      }
      const results = await Promise.all(
        Object.entries(all).map(async ([name, check]) => [name, await run(check)] as const),
      )
      const ready = results.every(([, result]) => result.ok)
      return reply.code(ready ? 200 : 503).send({ ready, checks: Object.fromEntries(results), syncAlways })
    },
  )
}

async function run(check: Check): Promise<{ ok: boolean; detail: string }> {
  try {
    return { ok: true, detail: await check() }
  } catch (error) {
    return { ok: false, detail: (error as Error).message.slice(0, 200) }
  }
}

async function readSyncAlways(monitor: string | undefined): Promise<boolean | 'unknown'> {
  if (monitor === undefined) return 'unknown'
  try {
    const answer = await fetch(new URL('/varz', monitor), { signal: AbortSignal.timeout(1000) })
    const varz = (await answer.json()) as {
      jetstream?: { config?: { sync_always?: unknown; sync_interval?: unknown } }
    }
    const config = varz.jetstream?.config
    if (config === undefined) return 'unknown'
    return config.sync_always === true
  } catch {
    return 'unknown'
  }
}
