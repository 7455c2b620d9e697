import type { Bus, Delivery } from '@cte-align/bus'
import type { Source } from '@cte-align/contracts'
import type { ClientSession, Database } from '../database.ts'
import type { ServiceName } from '../env.ts'
import { failPoint } from '../fail-point.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { applyBatch, type Batching } from './apply-batch.ts'
import { applyRun } from './apply-run.ts'
import { type ReadableLetter, readLetters } from './letters.ts'
import { isSilence, patiently } from './patience.ts'
import { readMissing } from './read-missing.ts'
import { redriveLetters } from './redrive.ts'
import { createInboxStore, type Write } from './store.ts'

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
  write: Write
  /** After the position has advanced, before the acknowledgement; also where another instance advanced it, and after a redrive. Its own failure is logged, not repeated. */
  afterCommit?: () => Promise<void>
  log: Log
  metrics?: Metrics
  now?: () => Date
  /** How long to wait for other instances to fill a gap before the owner is asked. */
  gapWaitMs?: number
}

export interface Inbox {
  source: Source
  /** Resolves when the batch under way is finished. */
  stop(): Promise<void>
  /** Tries the dead letters once more. */
  redrive(): Promise<{ redriven: number; failed: number }>
  /** Last event applied. */
  position(): Promise<number>
  /** Reads from the owner's log whatever is not applied yet; returns the position reached. Throws when the owner does not answer. */
  catchUp(): Promise<number>
  /** Within a transaction that empties the projection: the next `catchUp` or event applies everything anew. */
  rewind(session: ClientSession): Promise<void>
  letters(): Promise<ReadableLetter[]>
}

const MAX_RUN = 200
const HAND_BACK_MS = 2000

/** Applies one source's events to this service's database: each once, in order, none left out, whatever the bus does. */
export async function consumeSource(options: ConsumeSourceOptions): Promise<Inbox> {
  const { bus, db, source, service, write, metrics, now = () => new Date(), gapWaitMs = 300 } = options
  const log = options.log.child({ source })
  const store = createInboxStore({ db, source, write, now })
  await store.prepare()
  metrics?.position.set({ source }, await store.position())
  const stopping = new AbortController()
  const inTurn = oneAtATime()
  let maxRun = MAX_RUN
  let highest = 0
  const batching: Batching = {
    store,
    log,
    gapWaitMs,
    stop: stopping.signal,
    owner: { bus, service, source },
    maxRun: () => maxRun,
    onSeen(sequence) {
      highest = Math.max(highest, sequence)
    },
    async onAdvance(position) {
      maxRun = MAX_RUN
      await afterCommit()
      metrics?.position.set({ source }, position)
      metrics?.lag.set({ source }, Math.max(0, highest - position))
    },
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
    const onFailure = (error: unknown, failures: number) => {
      log.warn({ err: error, failures }, 'Something was away; the batch will be tried again')
      // Smaller, in case it is the size of the transaction that takes too long.
      maxRun = Math.max(1, Math.floor(maxRun / 2))
      for (const delivery of open) delivery.working()
    }
    try {
      await patiently(stopping.signal, () => applyBatch(batching, open), onFailure)
    } catch (error) {
      const level = stopping.signal.aborted || isSilence(error) ? 'info' : 'error'
      log[level]({ err: error, open: open.size }, 'Deliveries are handed back')
      for (const delivery of open) delivery.nak(stopping.signal.aborted ? 0 : HAND_BACK_MS)
    }
    await countLetters()
  }

  async function catchUp(): Promise<number> {
    for (;;) {
      const position = await store.position()
      const { messages, last } = await readMissing(batching.owner, position, MAX_RUN)
      batching.onSeen(last)
      if (messages.length === 0) return position
      await applyRun(batching, messages)
      await batching.onAdvance(await store.position())
    }
  }

  async function afterCommit(): Promise<void> {
    await options.afterCommit?.().catch(error => log.error({ err: error }, 'Work after a commit failed'))
  }

  async function redrive(): Promise<{ redriven: number; failed: number }> {
    const outcome = await redriveLetters({ db, source, store, write }).finally(countLetters)
    if (outcome.redriven > 0) await afterCommit()
    return outcome
  }

  async function countLetters(): Promise<void> {
    if (metrics === undefined) return
    const count = await store.letters.countDocuments({ source }).catch(() => undefined)
    if (count !== undefined) metrics.deadLetters.set({ source }, count)
  }

  return {
    source,
    position: store.position,
    rewind: store.rewind,
    letters: () => readLetters(store, source),
    catchUp: () => inTurn(catchUp),
    redrive: () => inTurn(redrive),
    async stop() {
      stopping.abort()
      await subscription.stop()
      await inTurn(async () => {})
    },
  }
}

/** Batches, catching up and redriving share the position: they wait for each other. */
function oneAtATime() {
  let turn: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }
}
