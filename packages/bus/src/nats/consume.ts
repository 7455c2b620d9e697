import { setTimeout as delay } from 'node:timers/promises'
import { STREAM } from '@cte-align/contracts'
import {
  AckPolicy,
  type Consumer,
  type ConsumerMessages,
  DeliverPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/transport-node'
import type { ConsumeOptions, Delivery, Subscription } from '../bus.ts'
import { busError } from '../bus-error.ts'
import type { BusLog } from '../log.ts'

interface Pull {
  js: JetStreamClient
  jsm: JetStreamManager
  ensureStream: () => Promise<unknown>
  ackWaitMs: number
  log: BusLog
}

/** How long one pull waits. Short, so that a consumer that went quiet without a word is looked for again soon. */
const PULL_MS = 5000

/** The server's code for a consumer that is there with other settings, as after a start with another CTE_ACK_WAIT_MS. */
const THERE_OTHERWISE = 10148

/**
 * Pulls batch after batch, never ahead: nothing waits here while its time to be acknowledged runs. Whatever is lost
 * (connection, consumer, stream) is declared again.
 */
export async function consumeNats(pull: Pull, options: ConsumeOptions): Promise<Subscription> {
  const { durable, subjects, batch = 100, handle } = options
  const { js, jsm, log } = pull
  const stopping = new AbortController()
  let waiting: ConsumerMessages | undefined
  let consumer: Consumer | undefined = await declare()
  const finished = run()

  async function declare(): Promise<Consumer> {
    await pull.ensureStream()
    const config = {
      durable_name: durable,
      filter_subjects: subjects,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      max_deliver: -1,
      ack_wait: nanos(pull.ackWaitMs),
      max_ack_pending: 1000,
    }
    await jsm.consumers.add(STREAM, config).catch(error => {
      if (!(error instanceof JetStreamApiError && error.code === THERE_OTHERWISE)) throw error
      return jsm.consumers.update(STREAM, durable, config)
    })
    return js.consumers.get(STREAM, durable)
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        consumer ??= await declare()
        const messages = await pullBatch(consumer)
        failures = 0
        if (messages.length > 0) await deliver(messages)
      } catch (error) {
        if (stopping.signal.aborted) return
        consumer = undefined
        failures++
        log.warn({ err: error, durable, failures }, 'The consumer was lost; it will be declared again')
        await delay(Math.min(100 * 2 ** failures, 5000), undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  /** Waits for one message, then takes what else is there. */
  async function pullBatch(from: Consumer): Promise<JsMsg[]> {
    const [first] = await collect(from, 1, PULL_MS)
    if (first === undefined) return []
    const more = Math.min(batch - 1, first.info.pending)
    if (more === 0) return [first]
    try {
      return [first, ...(await collect(from, more, 1000))]
    } catch (error) {
      log.warn({ err: error, durable }, 'Only a part of a batch came')
      return [first]
    }
  }

  async function collect(from: Consumer, most: number, expires: number): Promise<JsMsg[]> {
    const messages: JsMsg[] = []
    const iterator = await from.fetch({ max_messages: most, expires })
    waiting = iterator
    if (stopping.signal.aborted) iterator.stop()
    // The pull ends by itself; this is for the case that the connection changed under it and nobody noticed.
    const guard = setTimeout(
      () => iterator.stop(busError('CTE_BUS_UNAVAILABLE', `${durable} went quiet`)),
      expires + 3000,
    )
    try {
      for await (const message of iterator) messages.push(message)
    } catch (error) {
      if (messages.length === 0) throw error
    } finally {
      clearTimeout(guard)
      waiting = undefined
    }
    return messages
  }

  async function deliver(messages: JsMsg[]): Promise<void> {
    const inOrder = messages.sort((a, b) => a.seq - b.seq)
    if (stopping.signal.aborted) {
      for (const message of inOrder) message.nak()
      return
    }
    const open = new Set(inOrder)
    try {
      await handle(inOrder.map(message => toDelivery(message, () => open.delete(message))))
    } catch (error) {
      log.error({ err: error, durable }, 'A batch was not handled; it comes again')
      for (const message of open) message.nak(250)
    }
  }

  return {
    async stop() {
      stopping.abort()
      waiting?.stop()
      await finished
    },
  }
}

function toDelivery(message: JsMsg, answered: () => void): Delivery {
  return {
    subject: message.subject,
    raw: message.data,
    attempt: message.info.deliveryCount,
    streamSequence: message.seq,
    async ack() {
      answered()
      try {
        if (!(await message.ackAck({ timeout: 5000 }))) throw new Error('answered already')
      } catch (error) {
        throw busError('CTE_BUS_UNAVAILABLE', `acknowledging ${message.seq}`, error)
      }
    },
    nak(delayMs) {
      answered()
      message.nak(delayMs)
    },
    working: () => message.working(),
  }
}
