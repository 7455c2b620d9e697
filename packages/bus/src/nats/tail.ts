import { setTimeout as delay } from 'node:timers/promises'
import { STREAM } from '@cte-align/contracts'
import {
  AckPolicy,
  type Consumer,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JetStreamManager,
  ReplayPolicy,
} from '@nats-io/jetstream'
import { nanos, nuid } from '@nats-io/transport-node'
import type { Tail, TailOptions } from '../bus.ts'
import { busError } from '../bus-error.ts'
import type { BusLog } from '../log.ts'
import { identityOf } from './stream.ts'

interface Reading {
  /** Of the client; the server's list of readers shows whose they are. */
  name: string
  js: JetStreamClient
  jsm: JetStreamManager
  ensureStream: () => Promise<unknown>
  log: BusLog
}

const PULL_MS = 5000
const PULL_MESSAGES = 500
/** The server forgets a reader that went away without a word. */
const FORGOTTEN_MS = 60_000

/**
 * See `Bus.tail`. The reader on the server lives in memory and acknowledges nothing, so what gets lost on the way does not come again
 * by itself: a gap in the numbers of delivery, or a quiet reader behind a longer stream, makes a new reader from the last message read.
 */
export async function tailNats({ name, js, jsm, ensureStream, log }: Reading, options: TailOptions): Promise<Tail> {
  const { newest, handle, onAnew } = options
  const stopping = new AbortController()
  let waiting: ConsumerMessages | undefined
  let reader: Consumer | undefined
  let delivered = 0
  await ensureStream()
  const begun = await jsm.streams.info(STREAM)
  let identity = identityOf(begun)
  const goal = begun.state.last_seq
  let read = Math.max(0, goal - newest)
  const caughtUp = Promise.withResolvers<void>()
  const finished = run()

  async function run(): Promise<void> {
    noteCaughtUp()
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        reader ??= await begin()
        if ((await pull(reader)) === 0) await lookWhetherQuietIsRight()
        failures = 0
      } catch (error) {
        if (stopping.signal.aborted) break
        await leave()
        failures++
        log.warn({ err: error, read, failures }, 'The reader of the stream was lost; it begins again where it was')
        await delay(Math.min(50 * 2 ** failures, 5000), undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    await leave()
    caughtUp.resolve()
  }

  async function begin(): Promise<Consumer> {
    await ensureStream()
    const now = identityOf(await jsm.streams.info(STREAM))
    if (now !== identity) {
      identity = now
      read = 0
      onAnew()
      caughtUp.resolve()
    }
    const made = await jsm.consumers.add(STREAM, {
      name: `${name}-tail-${nuid.next()}`,
      ack_policy: AckPolicy.None,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: read + 1,
      replay_policy: ReplayPolicy.Instant,
      inactive_threshold: nanos(FORGOTTEN_MS),
      mem_storage: true,
      num_replicas: 1,
    })
    delivered = 0
    return js.consumers.get(STREAM, made.name)
  }

  async function pull(from: Consumer): Promise<number> {
    const iterator = await from.fetch({ max_messages: PULL_MESSAGES, expires: PULL_MS })
    waiting = iterator
    if (stopping.signal.aborted) iterator.stop()
    // As in consume.ts: the pull ends by itself, unless the connection changed under it and nobody noticed.
    const guard = setTimeout(
      () => iterator.stop(busError('CTE_BUS_UNAVAILABLE', 'a reader went quiet')),
      PULL_MS + 3000,
    )
    let count = 0
    try {
      for await (const message of iterator) {
        if (stopping.signal.aborted) break
        if (message.info.deliverySequence !== ++delivered)
          throw busError('CTE_BUS_UNAVAILABLE', `a message after ${read} was lost on the way`)
        read = message.seq
        count++
        handle({ sequence: message.seq, subject: message.subject, raw: message.data })
        noteCaughtUp()
      }
    } finally {
      clearTimeout(guard)
      waiting = undefined
    }
    return count
  }

  function noteCaughtUp(): void {
    if (read >= goal) caughtUp.resolve()
  }

  async function lookWhetherQuietIsRight(): Promise<void> {
    const info = await jsm.streams.info(STREAM)
    if (identityOf(info) !== identity || info.state.last_seq > read) await leave()
  }

  async function leave(): Promise<void> {
    const left = reader
    reader = undefined
    if (left === undefined) return
    const { name: itsName } = await left.info(true)
    await jsm.consumers.delete(STREAM, itsName).catch(() => {})
  }

  return {
    caughtUp: caughtUp.promise,
    async stop() {
      stopping.abort()
      waiting?.stop()
      await finished
    },
  }
}
