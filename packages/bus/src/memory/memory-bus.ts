import type { Bus, ConsumeOptions, Delivery, Subscription } from '../bus.ts'
import { busError } from '../bus-error.ts'
import { type Broker, createBroker, type Durable, type Faults, type Stored } from './broker.ts'
import { createExchange, type Exchange } from './exchange.ts'
import { tailMemory } from './tail.ts'

export interface MemoryBusOptions {
  /** Numbers in [0, 1) that decide about faults; give a seeded one to repeat a run. */
  random?: () => number
  /** How long an unanswered delivery stays out. */
  ackWaitMs?: number
  faults?: Partial<Faults>
}

/** A bus within the process with the same promises as the real one, and powers to break what it does not promise. */
export interface MemoryBus extends Bus {
  /** Another connection to the same broker, as another service has. */
  join(): MemoryBus
  /** Change them at any time. */
  faults: Faults
  /** The next publishes fail; `stored`: the message is kept and only the confirmation lost. */
  failPublish(times: number, options?: { stored?: boolean }): void
  /** Puts bytes on the stream that nobody checked. */
  publishRaw(subject: string, raw: Uint8Array): void
  /** Everything on the stream, in order. */
  published(): { sequence: number; subject: string; raw: Uint8Array }[]
  sever(): void
  mend(): void
  loseStream(): void
  forgetIds(): void
}

export function createMemoryBus(options: MemoryBusOptions = {}): MemoryBus {
  const { random = Math.random, ackWaitMs = 30_000, faults = {} } = options
  return connectTo(createBroker({ random, ackWaitMs, faults }), createExchange())
}

function connectTo(broker: Broker, exchange: Exchange): MemoryBus {
  const subscriptions = new Set<Subscription>()
  let connected = true
  let failures = 0
  let stored = false

  const refuseIfSevered = (what: string) => {
    if (!connected) throw busError('CTE_BUS_UNAVAILABLE', what)
  }
  function keep(stop: () => Promise<void>): Subscription {
    const kept = {
      async stop() {
        subscriptions.delete(kept)
        await stop()
      },
    }
    subscriptions.add(kept)
    return kept
  }

  return {
    faults: broker.faults,
    join: () => connectTo(broker, exchange),
    failPublish(times, how = {}) {
      failures = times
      stored = how.stored ?? false
    },
    publishRaw: (subject, raw) => void broker.store(subject, raw),
    published: () => [...broker.messages()],
    sever() {
      connected = false
    },
    mend() {
      connected = true
      broker.wake()
    },
    loseStream: broker.loseStream,
    forgetIds: broker.forgetIds,
    async publish(subject, event) {
      await new Promise(setImmediate)
      refuseIfSevered(subject)
      const raw = new TextEncoder().encode(JSON.stringify(event))
      if (failures > 0) {
        failures--
        if (stored) broker.store(subject, raw, event.id)
        throw busError('CTE_BUS_UNAVAILABLE', `told to fail ${event.id}`)
      }
      return broker.store(subject, raw, event.id)
    },
    async consume(consume) {
      return keep(consumeFrom(broker, consume, () => connected))
    },
    async tail(options) {
      refuseIfSevered('following the stream')
      const { caughtUp, stop } = tailMemory(broker, options, () => connected)
      return { caughtUp, ...keep(stop) }
    },
    async *request(subject, data, asking) {
      refuseIfSevered(subject)
      yield* exchange.ask(subject, data, asking)
    },
    async serve(subject, answer) {
      return keep(exchange.serve(subject, answer))
    },
    async streamIdentity() {
      refuseIfSevered('asking for the stream')
      return broker.identity()
    },
    connected: () => connected,
    async close() {
      await Promise.all([...subscriptions].map(subscription => subscription.stop()))
      connected = false
    },
  }
}

/** One instance of a durable consumer: batches one after the other until it is stopped. Returns the stop. */
function consumeFrom(broker: Broker, options: ConsumeOptions, connected: () => boolean): () => Promise<void> {
  const { durable: name, subjects, batch = 100, handle } = options
  const durable = broker.durable(name, subjects)
  let stopped = false
  let wake: () => void = () => {}
  const wakeMe = () => wake()
  durable.wake.add(wakeMe)
  const finished = run()

  async function run(): Promise<void> {
    while (!stopped) {
      // Prepared before looking, so that nothing arrives unnoticed between looking and waiting.
      const arrival = new Promise<void>(resolve => {
        wake = resolve
      })
      const taken = connected() ? broker.take(durable, batch) : []
      if (taken.length === 0) {
        if (connected() && !stopped && durable.again.length > 0) continue
        await arrival
        continue
      }
      await handle(taken.map(message => toDelivery(broker, durable, message))).catch(() => {
        for (const message of taken) broker.nak(durable, message, 250)
      })
      await new Promise(setImmediate)
    }
    durable.wake.delete(wakeMe)
  }

  return async () => {
    stopped = true
    wake()
    await finished
  }
}

function toDelivery(broker: Broker, durable: Durable, message: Stored): Delivery {
  return {
    subject: message.subject,
    raw: message.raw,
    attempt: durable.attempts.get(message.sequence) ?? 1,
    streamSequence: message.sequence,
    async ack() {
      broker.ack(durable, message)
    },
    nak: delayMs => broker.nak(durable, message, delayMs),
    working: () => broker.working(durable, message),
  }
}
