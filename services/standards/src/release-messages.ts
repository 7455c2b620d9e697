import { type EventData, MAX_EVENT_BYTES, type ReachedChange, type ReleaseRef } from '@cte-align/contracts'
import { problem } from './errors.ts'
import type { RelationStep } from './write-relations.ts'

/** Room for the envelope around the data. */
const MAX_DATA_BYTES = MAX_EVENT_BYTES - 4096

/**
 * A release is told in the transaction that publishes it, and mongod fails one that outgrows its cache's room for unwritten
 * pages. Measured with a cache of 1 GB, as `npm start` gives it: 80 MB were written, 110 MB refused; half of that with 0.5 GB.
 */
const MAX_RELEASE_BYTES = 72 * 1024 * 1024
const ENVELOPE_BYTES = 640

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** The numbered messages that tell a release: one for each change, more where a change reaches too much for one. */
export function messagesOf(release: ReleaseRef, reached: ReachedChange[]): EventData<'cte.cde.item.changed'>[] {
  const parts = reached.flatMap(({ change, reach }) => {
    const shares = shareOut(reach, MAX_DATA_BYTES - bytesOf(change) - 512)
    return shares.map((share, at) => ({ change, reach: share, part: { number: at + 1, of: shares.length } }))
  })
  return parts.map((part, at) => ({ release, number: at + 1, ...part }))
}

/** Refuses what could not be told: a change that no event can carry, a release that no transaction can hold. */
export function refuseTooLarge(
  release: ReleaseRef,
  messages: EventData<'cte.cde.item.changed'>[],
  relations: RelationStep[] = [],
  limit: number = MAX_RELEASE_BYTES,
): void {
  // A relation is written in the same transaction three times: as it stands, as a step of its history, and as an event.
  let whole = relations.length === 0 ? 0 : 3 * bytesOf(relations.map(({ doc }) => doc))
  for (const message of messages) {
    const bytes = bytesOf(message)
    whole += bytes + ENVELOPE_BYTES
    const item = message.change.item.key
    if (bytes > MAX_DATA_BYTES) throw problem('CTE_CHANGE_TOO_LARGE', { item, bytes, limit: MAX_DATA_BYTES })
  }
  if (whole > limit) throw problem('CTE_RELEASE_TOO_LARGE', { release: release.id, bytes: whole, limit })
}

/** Divides reached changes into requests of at most a message each. */
export function chunksOf(reached: ReachedChange[]): ReachedChange[][] {
  const pieces = reached.flatMap(({ change, reach }) =>
    shareOut(reach, MAX_DATA_BYTES - bytesOf(change) - 512).map(share => ({ change, reach: share })),
  )
  return shareOut(pieces, MAX_DATA_BYTES)
}

/** Cuts a list into runs of at most `limit` bytes of JSON; always at least one run, each with at least one member if there is any. */
function shareOut<T>(list: T[], limit: number): T[][] {
  const runs: T[][] = [[]]
  let size = 0
  for (const member of list) {
    const bytes = bytesOf(member) + 1
    if (size + bytes > limit && runs.at(-1)!.length > 0) {
      runs.push([])
      size = 0
    }
    runs.at(-1)!.push(member)
    size += bytes
  }
  return runs
}
