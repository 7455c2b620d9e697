import { type Dependent, type Link, sequenceOf } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { Act, ClientSession, NewEvent, Outbox } from '@cte-align/service'

export interface CourseCodeNews {
  dependent: Dependent
  added: Link[]
  removed: string[]
  /** Its title or level is another now. */
  renamed: boolean
}

/** Says what changed, in the transaction that changes it: events for others, links and rule edges for the own review. */
export function createAnnouncements(options: { outbox: Outbox; review: Review }) {
  const { outbox, review } = options
  const { source } = outbox
  return {
    async courseCodes(session: ClientSession, news: CourseCodeNews[], { by, correlationId }: Act): Promise<void> {
      const events = news.map(
        ({ dependent, added, removed }): NewEvent => ({
          type: 'cte.calpads.course-code.changed',
          subject: dependent.key,
          data: { dependent, added, removed },
          by,
          correlationid: correlationId,
        }),
      )
      const last = (await outbox.append(session, events)).at(-1)
      if (last === undefined) return
      const change = { added: news.flatMap(({ added }) => added), removed: news.flatMap(({ removed }) => removed) }
      await review.links.put(session, change, { source, sequence: sequenceOf(last) })
      for (const { dependent, renamed } of news) if (renamed) await review.rules.rename(session, dependent)
    },
  }
}
export type Announcements = ReturnType<typeof createAnnouncements>
