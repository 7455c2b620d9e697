import { type CteEvent, LogReply, rpc, type Source, sequenceOf } from '@cte-align/contracts'
import type { Bus, Inbox, Outbox } from '@cte-align/service'
import type { RebuildInput, Review } from './surroundings.ts'

const SERVICES = {
  '/cte/standards': 'standards',
  '/cte/credentials': 'credentials',
  '/cte/course-codes': 'course-codes',
} as const
const PAGE = 500

/** Makes links, rules and flags again from the owners' logs, with the inboxes at rest meanwhile. */
export function createRebuild(options: {
  bus: Bus
  outbox: Outbox
  review: Review
  writeOther: RebuildInput['writeOther']
  inboxes: Inbox[]
  startInboxes: () => Promise<Inbox[]>
}): () => Promise<{ flags: number; digest: string }> {
  const { bus, outbox, review, writeOther, inboxes, startInboxes } = options

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

  return async () => {
    for (const inbox of inboxes.splice(0)) await inbox.stop()
    try {
      return await review.rebuild({ readLog, writeOther })
    } finally {
      inboxes.push(...(await startInboxes()))
    }
  }
}
