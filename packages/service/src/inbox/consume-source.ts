import { setTimeout as delay } from 'node:timers/promises'
import type { Bus, Delivery } from '@cte-align/bus'
import type { CteEvent, Source } from '@cte-align/contracts'
import { sequenceOf } from '@cte-align/contracts'
import type { ClientSession, Database } from '../database.ts'
import type { ServiceName } from '../env.ts'
import { failPoint } from '../fail-point.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { toFault } from './fault.ts'
import { isPoison, type Message, readMessage } from './read-message.ts'
import { readMissing } from './read-missing.ts'
import { redriveLetters } from './redrive.ts'
import { createInboxStore, PositionMoved } from './store.ts'
import { isTransient } from './transient.ts'

export interface ConsumeSourceOptions {
  bus: Bus
  db: Database
  /** Service and reaction, `credentials-hear-standards`. All instances of a service use the same name. */
  durable: string
  /** Everything the source says, `['cte.cde.>']`: only then has `sequence` no gaps. */
  subjects: string[]
  source: Source
  /** The service that owns the source and answers for its log. */
  service: ServiceName
  /**
   * Called once for each event in order, in the transaction that also advances the position. It may be called again
   * when the transaction is retried, and a redriven event comes late: writers are idempotent and do not rely on order
   * beyond what the event itself says. Throw something not transient and the event is put aside.
   */
  write: (event: CteEvent, session: ClientSession) => Promise<void>
  /** After each commit, before the acknowledgement. Not repeated for its own failure; do here what can be redone later. */
  afterCommit?: () => Promise<void>
  log: Log
  metrics?: Metrics
  now?: () => Date
  /** How long to wait for other instances to fill a gap before the owner is asked. */
  gapWaitMs?: number
}

export interface Inbox {
  source: Source
  stop(): Promise<void>
  /** Tries the dead letters once more. */
  redrive(): Promise<{ redriven: number; failed: number }>
  /** Last event applied. */
  position(): Promise<number>
  /** Reads from the owner's log whatever is not applied yet; returns the position reached. Throws when the owner does not answer. */
  catchUp(): Promise<number>
  /** Within a transaction that empties the projection: the next `catchUp` or event applies everything anew. */
  rewind(session: ClientSession): Promise<void>
  letters(): Promise<
    {
      id: string
      sequence: number | null
      error: { code: string; message: string }
      at: Date
      attempts: number
      raw: string
    }[]
  >
}

type Numbered = Message & { sequence: number; delivery?: Delivery }

const MAX_RUN = 200
const ALONE_ATTEMPTS = 3
const NAK_MS = 2000

/** Applies one source's events to this service's database: each once, in order, none left out, whatever the bus does. */
export async function consumeSource(options: ConsumeSourceOptions): Promise<Inbox> {
  const { bus, db, source, service, write, log, metrics, now = () => new Date(), gapWaitMs = 300 } = options
  const store = createInboxStore({ db, source, write, now })
  await store.prepare()
  const stopping = new AbortController()
  // One at a time: batches, catching up and redriving share the position.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  const subscription = await bus.consume({
    durable: options.durable,
    subjects: options.subjects,
    batch: MAX_RUN,
    handle: deliveries => inTurn(() => handle(deliveries)),
  })

  async function handle(deliveries: Delivery[]): Promise<void> {
    failPoint('consume.received')
    const open = new Set(deliveries)
    try {
      await persist(deliveries, () => applyBatch(deliveries, open))
    } catch (error) {
      // Only stopping and a silent owner lead here: what is open comes again.
      log.info({ err: error, source, open: open.size }, 'Deliveries are handed back')
      const delayMs = stopping.signal.aborted ? 0 : NAK_MS
      for (const delivery of open) delivery.nak(delayMs)
    }
    await measure()
  }

  async function applyBatch(deliveries: Delivery[], open: Set<Delivery>): Promise<void> {
    const pending = new Map<number, Numbered>()
    const finish = async (done: Iterable<Delivery>) => {
      for (const delivery of done) {
        if (!open.has(delivery)) continue
        await delivery.ack()
        open.delete(delivery)
      }
    }
    let position = await store.position()
    const copies: Delivery[] = []
    for (const delivery of open) {
      const message = readMessage(delivery.raw, source)
      if (isPoison(message) && message.sequence === null) {
        await store.putAside(message, delivery.attempt)
        log.error({ source, subject: delivery.subject, error: message.error }, 'A message was put aside')
        await finish([delivery])
      } else if (message.sequence! <= position) copies.push(delivery)
      else {
        const sequence = message.sequence!
        const other = pending.get(sequence)
        // Of two with one number, one that can be applied wins.
        if (other === undefined || (isPoison(other) && !isPoison(message))) {
          if (other?.delivery) copies.push(other.delivery)
          pending.set(sequence, { ...message, sequence, delivery })
        } else copies.push(delivery)
      }
    }
    await finish(copies.filter(copy => readMessage(copy.raw, source).sequence! <= position))
    while (pending.size > 0) {
      const run: Numbered[] = []
      for (let n = position + 1; run.length < MAX_RUN && pending.has(n); n++) run.push(pending.get(n)!)
      if (run.length === 0) await fillGap(pending, position, deliveries)
      else await applyRun(run, deliveries)
      position = await store.position()
      const passed: Delivery[] = []
      for (const [sequence, message] of pending) {
        if (sequence > position) continue
        pending.delete(sequence)
        if (message.delivery) passed.push(message.delivery)
      }
      await finish(passed)
      failPoint('consume.acked')
    }
    await finish(open)
  }

  /** Commits a run; one that fails for its own sake is taken apart to find the event that cannot be applied. */
  async function applyRun(run: Numbered[], deliveries: readonly Delivery[]): Promise<void> {
    try {
      await persist(deliveries, () => store.apply(run))
    } catch (error) {
      if (error instanceof PositionMoved) return
      if (stopping.signal.aborted || isTransient(error)) throw error
      for (const message of run) if (!(await applyAlone(message, deliveries))) return
    }
    failPoint('consume.committed')
    await options.afterCommit?.().catch(error => log.error({ err: error, source }, 'Work after a commit failed'))
  }

  async function applyAlone(message: Numbered, deliveries: readonly Delivery[]): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await persist(deliveries, () => store.apply([message]))
        return true
      } catch (error) {
        if (error instanceof PositionMoved) return false
        if (stopping.signal.aborted || isTransient(error)) throw error
        if (attempt < ALONE_ATTEMPTS) {
          await pause(20 * attempt)
          continue
        }
        const poison = { raw: message.raw, sequence: message.sequence, error: toFault(error) }
        log.error({ err: error, source, sequence: message.sequence }, 'An event was put aside')
        try {
          await persist(deliveries, () => store.apply([poison], attempt))
          return true
        } catch (moved) {
          if (moved instanceof PositionMoved) return false
          throw moved
        }
      }
    }
  }

  /** Another instance may be just applying what is missing; else the owner's log has it. */
  async function fillGap(pending: Map<number, Numbered>, position: number, deliveries: readonly Delivery[]) {
    for (const end = Date.now() + gapWaitMs; Date.now() < end; await pause(25))
      if ((await store.position()) > position) return
    for (const delivery of deliveries) delivery.working()
    const next = Math.min(...pending.keys())
    const { events, last } = await readMissing({ bus, service, after: position, limit: next - position - 1 })
    log.info({ source, after: position, before: next, found: events.length }, 'A gap was read from the owner')
    for (const event of events) {
      const sequence = sequenceOf(event)
      const known = pending.get(sequence)
      const raw = known?.raw ?? Buffer.from(JSON.stringify(event))
      pending.set(sequence, { event, sequence, raw, ...(known?.delivery && { delivery: known.delivery }) })
    }
    if (events.length > 0) return
    for (const [sequence, message] of pending) {
      if (sequence <= last) continue
      // The owner has committed everything it ever published: a number it does not know is not its own.
      const error = { code: 'CTE_UNKNOWN_TO_OWNER', message: `${service} has events up to ${last} only` }
      await store.putAside({ raw: message.raw, sequence: null, error }, 1)
      pending.delete(sequence)
    }
    if (pending.size > 0) throw new Error(`${service} does not give its events after ${position}`)
  }

  /** Repeats what failed because something was away, as long as it takes, telling the server that we are still at it. */
  async function persist<T>(deliveries: readonly Delivery[], work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; ) {
      try {
        return await work()
      } catch (error) {
        if (stopping.signal.aborted || !isTransient(error) || isBusSilence(error)) throw error
        failures++
        log.warn({ err: error, source, failures }, 'Something was away; the batch will be tried again')
        for (const delivery of deliveries) delivery.working()
        await pause(Math.min(50 * 2 ** failures, 5000))
      }
    }
  }

  async function catchUp(): Promise<number> {
    for (;;) {
      const position = await store.position()
      const { events, last } = await readMissing({ bus, service, after: position, limit: MAX_RUN })
      metrics?.lag.set({ source }, Math.max(0, last - position))
      if (events.length === 0) return position
      await applyRun(
        events.map(event => ({ event, sequence: sequenceOf(event), raw: Buffer.from(JSON.stringify(event)) })),
        [],
      )
    }
  }

  async function measure(): Promise<void> {
    if (metrics === undefined) return
    try {
      metrics.position.set({ source }, await store.position())
      metrics.deadLetters.set({ source }, await store.letters.countDocuments({ source }))
    } catch (error) {
      log.debug({ err: error }, 'Measuring failed')
    }
  }

  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {})

  return {
    source,
    position: store.position,
    rewind: store.rewind,
    catchUp: () => inTurn(catchUp),
    redrive: () => inTurn(() => redriveLetters({ db, source, store, write })),
    async letters() {
      const found = await store.letters.find({ source }).sort({ sequence: 1, at: 1 }).limit(500)
      return found.map(({ _id, sequence, error, at, attempts, raw }) => ({
        id: _id,
        sequence,
        error: { code: error.code, message: error.message },
        at,
        attempts,
        raw: raw.toString('utf8').slice(0, 4000),
      }))
    },
    async stop() {
      stopping.abort()
      await subscription.stop()
      await turn
    },
  }
}

/** An owner that does not answer may be away for long: rather than hold the batch, hand it back. */
function isBusSilence(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'CTE_NO_RESPONDER' || code === 'CTE_REQUEST_TIMEOUT' || code === 'CTE_ANSWER_BROKEN'
}
