import type { Bus } from '@cte-align/bus'
import { type CteEvent, LogReply, rpc, type Source, sequenceOf } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { Inbox, Outbox } from '@cte-align/service'
import { writeAssignmentRule } from './follow-assignment-rules.ts'
import type { FollowedRuleStore } from './followed-rules.ts'

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
  rules: FollowedRuleStore
  inboxes: Inbox[]
  startInboxes: () => Promise<Inbox[]>
}): () => Promise<{ flags: number; digest: string }> {
  const { bus, outbox, review, rules, inboxes, startInboxes } = options

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
    const request = bus.request(
      rpc.log(SERVICES[source]),
      { after, limit: PAGE },
      { correlationId: `rebuild-${source}` },
    )
    for await (const piece of request) events.push(...LogReply.parse(piece).events)
    return events
  }

  return async () => {
    for (const inbox of inboxes.splice(0)) await inbox.stop()
    try {
      return await review.rebuild({
        readLog,
        writeOther: (event, session) => writeAssignmentRule({ review, rules }, event, session),
      })
    } finally {
      inboxes.push(...(await startInboxes()))
    }
  }
}
