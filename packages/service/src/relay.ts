import { setTimeout as delay } from 'node:timers/promises'
import type { Bus } from '@cte-align/bus'
import mongoose from 'mongoose'
import { type Database, modelOn, type Preparable } from './database.ts'
import { failPoint } from './fail-point.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Outbox } from './outbox.ts'

export interface Relay {
  /** Call after a commit: publishes now rather than at the next look. */
  nudge(): void
  /** Resolves when the event under way is published. */
  stop(): Promise<void>
}

interface RelayPosition {
  _id: string
  sequence: number
  /** Identity of the stream that holds events up to `sequence`. */
  stream: string
}

const positionSchema = new mongoose.Schema(
  { _id: String, sequence: Number, stream: String },
  { collection: 'relays', versionKey: false },
)

const modelOf = (db: Database) => modelOn<RelayPosition>(db.connection, 'RelayPosition', positionSchema)

export const relayModels = (db: Database): readonly Preparable[] => [modelOf(db)]

const BATCH = 500

/**
 * Publishes the outbox in order, one event after the other, from a stored position. Several relays at once do no harm:
 * the message id makes the stream keep each event once. A stream that was created anew gets everything again from 1 (only
 * events that were being published in that moment may stand before them).
 */
export function startRelay(options: {
  bus: Bus
  outbox: Outbox
  db: Database
  log: Log
  now?: () => Date
  metrics?: Metrics
  pollMs?: number
}): Relay {
  const { bus, outbox, db, log, metrics, pollMs = 1000 } = options
  const Position = modelOf(db)
  metrics?.beforeScrape.push(async () => metrics.outboxLast.set(await outbox.last()))
  const stopping = new AbortController()
  let wake: () => void = () => {}
  let nudged = false
  const finished = run()

  async function run(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      nudged = false
      try {
        await publishAll()
        failures = 0
      } catch (error) {
        failures++
        log.warn({ err: error, failures }, 'The relay could not publish; it will try again')
      }
      if (nudged && failures === 0) continue
      await sleep(failures === 0 ? pollMs : Math.min(100 * 2 ** failures, 10_000))
    }
  }

  async function publishAll(): Promise<void> {
    const stream = await bus.streamIdentity()
    const stored = await Position.findById('relay').lean<RelayPosition>()
    const sameStream = stored?.stream === stream
    if (stored !== null && !sameStream)
      log.warn({ stream, was: stored.stream }, 'The stream is a new one; publishing the whole outbox again')
    let position = sameStream ? stored.sequence : 0
    for (;;) {
      const rows = await outbox.rows(position, BATCH)
      metrics?.outboxDepth.set(rows.length === 0 ? 0 : (await outbox.last()) - position)
      if (rows.length === 0) return
      // Asked after the rows were read: what was appended since the stream was made anew must not come before the rest.
      if ((await bus.streamIdentity()) !== stream) return publishAll()
      for (const row of rows) {
        if (stopping.signal.aborted) break
        failPoint('relay.before-publish')
        await bus.publish(row.subject, row.event)
        failPoint('relay.published')
        position = row._id
      }
      await note(position, stream)
      failPoint('relay.position-written')
      if (stopping.signal.aborted) return
    }
  }

  /** Never backwards on the same stream: another relay may be further. */
  async function note(sequence: number, stream: string): Promise<void> {
    const result = await Position.updateOne({ _id: 'relay', stream }, { $max: { sequence } })
    if (result.matchedCount === 0) await Position.updateOne({ _id: 'relay' }, { sequence, stream }, { upsert: true })
  }

  async function sleep(ms: number): Promise<void> {
    const woken = new Promise<void>(resolve => {
      wake = resolve
    })
    const timer = new AbortController()
    const pause = delay(ms, undefined, { signal: AbortSignal.any([timer.signal, stopping.signal]) }).catch(() => {})
    await Promise.race([woken, pause])
    timer.abort()
  }

  return {
    nudge() {
      nudged = true
      wake()
    },
    async stop() {
      stopping.abort()
      await finished
    },
  }
}
