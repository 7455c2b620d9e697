import { setTimeout as delay } from 'node:timers/promises'
import { type CteEvent, LogReply, rpc, type Source, sequenceOf } from '@cte-align/contracts'
import type { Bus, Inbox, Outbox } from '@cte-align/service'
import type { Log, RebuildInput, Review } from './surroundings.ts'

const SERVICES = {
  '/cte/standards': 'standards',
  '/cte/credentials': 'credentials',
  '/cte/course-codes': 'course-codes',
} as const
const PAGE = 500
const START_AGAIN_MS = 1000

/**
 * Makes links, rules and flags again from the owners' logs, with the inboxes at rest meanwhile. Who asks while a rebuild is
 * under way gets its result.
 */
export function createRebuild(options: {
  bus: Bus
  outbox: Outbox
  review: Review
  writeOther: RebuildInput['writeOther']
  /** Those that run. */
  inboxes: Inbox[]
  /** How to start each of them. */
  starts: readonly (() => Promise<Inbox>)[]
  log: Log
}): () => Promise<{ flags: number; digest: string }> {
  const { bus, outbox, review, writeOther, inboxes, starts, log } = options
  let running: Promise<{ flags: number; digest: string }> | undefined

  async function* readLog(source: Source): AsyncGenerator<CteEvent> {
    for (let after = 0; ; ) {
      const events = source === outbox.source ? (await outbox.read(after, PAGE)).events : await ask(source, after)
      if (events.length === 0) return
      yield* events
      after = sequenceOf(events.at(-1)!)
    }
  }

  async function ask(source: Source, after: number): Promise<CteEvent[]> {
    const events: CteEvent[] = []
    const correlationId = `rebuild-${source}`
    for await (const piece of bus.request(rpc.log(SERVICES[source]), { after, limit: PAGE }, { correlationId }))
      events.push(...LogReply.parse(piece).events)
    return events
  }

  /** A bus that is away at this moment must not leave the service deaf. */
  async function startAgain(start: () => Promise<Inbox>): Promise<void> {
    try {
      inboxes.push(await start())
    } catch (err) {
      log.warn({ err }, 'An inbox could not be started after a rebuild; it will be tried again')
      void delay(START_AGAIN_MS, undefined, { ref: false }).then(() => startAgain(start))
    }
  }

  async function run(): Promise<{ flags: number; digest: string }> {
    for (const inbox of inboxes.splice(0)) await inbox.stop()
    try {
      return await review.rebuild({ readLog, writeOther })
    } finally {
      for (const start of starts) await startAgain(start)
      running = undefined
    }
  }

  return () => {
    running ??= run()
    return running
  }
}
