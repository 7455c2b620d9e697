import { setTimeout as delay } from 'node:timers/promises'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Bus, Subscription } from '../bus.ts'
import { busError } from '../bus-error.ts'
import { type BusLog, silent } from '../log.ts'
import { createResponder } from './answer.ts'
import { askNats } from './ask.ts'
import { consumeNats } from './consume.ts'
import { ensureStream } from './stream.ts'
import { tailNats } from './tail.ts'

export interface NatsOptions {
  /** One server or several with commas; `nats://user:password@host:4222` where it asks for them. */
  url: string
  /** Shown by the server's monitor. */
  name: string
  log?: BusLog
  /** Copies of the stream: 1 for a single server, 3 for a cluster. */
  replicas?: number
  /** How long the server waits for an acknowledgement before it delivers again. */
  ackWaitMs?: number
}

/** Connects (waiting for the server as long as it takes), declares the stream, and from then on reconnects for ever. */
export async function connectNats(options: NatsOptions): Promise<Bus> {
  const { name, log = silent, replicas = 1, ackWaitMs = 30_000 } = options
  const nc = await dial(options.url, name, log)
  const js = jetstream(nc)
  const jsm = await jetstreamManager(nc, { checkAPI: false })
  const ensure = () => ensureStream(jsm, replicas, log)
  await ensure()
  const serve = createResponder(nc, log)
  const subscriptions = new Set<Subscription>()
  let connected = true
  void watch()

  async function watch(): Promise<void> {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') connected = false
      if (status.type === 'reconnect') connected = true
      if (status.type === 'disconnect' || status.type === 'reconnect') log.warn({ status: status.type }, 'NATS')
    }
  }

  async function keep<T extends Subscription>(made: Promise<T>): Promise<T> {
    const subscription = await made
    const kept = {
      ...subscription,
      async stop() {
        subscriptions.delete(kept)
        await subscription.stop()
      },
    }
    subscriptions.add(kept)
    return kept
  }

  return {
    async publish(subject, event) {
      try {
        const ack = await js.publish(subject, JSON.stringify(event), { msgID: event.id, timeout: 5000 })
        return { duplicate: ack.duplicate }
      } catch (error) {
        // A lost stream is declared again by whoever asks for its identity next; the relay does before it goes on.
        throw busError('CTE_BUS_UNAVAILABLE', `publishing ${event.id} on ${subject}`, error)
      }
    },
    consume: consume => keep(consumeNats({ js, jsm, ensureStream: ensure, ackWaitMs, log }, consume)),
    tail: tail => keep(tailNats({ name, js, jsm, ensureStream: ensure, log }, tail)),
    request: (subject, data, asking) => askNats(nc, subject, data, asking),
    serve: (subject, answer) => keep(serve(subject, answer)),
    async streamIdentity() {
      try {
        return await ensure()
      } catch (error) {
        throw busError('CTE_BUS_UNAVAILABLE', 'asking for the stream', error)
      }
    },
    connected: () => connected && !nc.isClosed(),
    async close() {
      await Promise.allSettled([...subscriptions].map(subscription => subscription.stop()))
      if (!nc.isClosed()) await nc.drain()
    },
  }
}

async function dial(url: string, name: string, log: BusLog): Promise<NatsConnection> {
  const parts = url.split(',').map(part => part.trim())
  const credentials = credentialsIn(parts[0]!)
  for (let failures = 0; ; ) {
    try {
      return await connect({
        servers: parts.map(part => part.replace(/\/\/[^@/]*@/, '//')),
        ...credentials,
        name,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 500,
        pingInterval: 10_000,
        timeout: 5000,
      })
    } catch (error) {
      failures++
      log.warn({ err: error, failures }, 'NATS is not there yet; trying again')
      await delay(Math.min(250 * 2 ** failures, 5000))
    }
  }
}

/** The client does not read them from the address. */
function credentialsIn(url: string): { user?: string; pass?: string } {
  const [, user, pass] = /\/\/([^:@/]*):([^@/]*)@/.exec(url) ?? []
  if (user === undefined || pass === undefined) return {}
  return { user: decodeURIComponent(user), pass: decodeURIComponent(pass) }
}
