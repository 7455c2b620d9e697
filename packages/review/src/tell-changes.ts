import type { Source } from '@cte-align/contracts'
import type { At } from './surroundings.ts'

/** What links and rules have in common as rows. */
export interface Kept {
  _id: string
  source: Source
  added: number
  removed: number | null
  assessed: boolean
  revision: number
}

interface Told<T, R extends Kept> {
  given: ReadonlyMap<string, T>
  removed: readonly string[]
  rows: ReadonlyMap<string, R>
  at: At
  same: (given: T, row: R) => boolean
  content: (given: T, row: R | undefined) => Partial<R>
}

/**
 * The writes by which rows follow one event. What comes or differs waits to be assessed; what goes is marked. An event
 * older than what a row already knows changes nothing, so a repeat or a late copy does no harm.
 */
export function tellChanges<T, R extends Kept>({ given, removed, rows, at, same, content }: Told<T, R>) {
  const writes: { updateOne: { filter: object; update: object; upsert?: boolean } }[] = []
  for (const id of new Set(removed)) {
    const row = rows.get(id)
    if (given.has(id) || row === undefined || row.removed !== null || at.sequence <= row.added) continue
    writes.push({ updateOne: { filter: { _id: id }, update: { $set: { removed: at.sequence } } } })
  }
  for (const [id, one] of given) {
    const row = rows.get(id)
    if (row !== undefined) {
      const known = Math.max(row.added, row.removed ?? 0)
      if (at.sequence <= known || (row.removed === null && same(one, row))) continue
    }
    const again = row === undefined || row.removed !== null
    const $set = {
      ...content(one, row),
      ...(again && { source: at.source, added: at.sequence, removed: null }),
      assessed: false,
    }
    writes.push({ updateOne: { filter: { _id: id }, update: { $set, $inc: { revision: 1 } }, upsert: true } })
  }
  return writes
}
