import { allDates, type EventData, releaseRef } from '@cte-align/contracts'
import type { NewEvent } from '@cte-align/service'
import type { ReleaseDoc } from './release.ts'
import { type RelationStep, relationEvents } from './write-relations.ts'

/** What a published release tells: its relations, each of its messages, and the word that counts and digests them. */
export function releaseEvents(
  release: ReleaseDoc,
  messages: EventData<'cte.cde.item.changed'>[],
  relations: RelationStep[],
): NewEvent[] {
  const { framework: key, by, correlationId: correlationid, title, dates, corrects } = release
  return [
    ...relationEvents(relations, correlationid),
    ...messages.map(data => ({
      type: 'cte.cde.item.changed' as const,
      subject: data.change.item.key,
      key,
      data,
      by,
      correlationid,
    })),
    {
      type: 'cte.cde.release.published' as const,
      subject: release._id,
      key,
      data: {
        release: releaseRef(key, release.number),
        title,
        dates: allDates(dates),
        changes: release.changes!,
        messages: messages.length,
        digest: release.digest!,
        ...(corrects != null && { corrects }),
      },
      by,
      correlationid,
    },
  ]
}
