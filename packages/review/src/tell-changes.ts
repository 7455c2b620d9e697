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

/**
 * The writes by which rows follow one event that gives `given` (content by row id) and speaks of `rows`. Rows spoken of
 * and not given are marked as gone; what comes, or comes again, waits to be assessed. An event older than what a row
 * already knows changes nothing, so a repeat or a late copy does no harm. What comes so late that something newer has
 * taken its place (`goneAt`) comes as gone.
 */
export function tellChanges<T extends object>(
  given: ReadonlyMap<string, T>,
  rows: readonly Kept[],
  at: At,
  goneAt: (content: T) => number | null = () => null,
) {
  const writes: { updateOne: { filter: object; update: object; upsert?: boolean } }[] = []
  for (const row of rows) {
    if (given.has(row._id) || row.removed !== null || at.sequence <= row.added) continue
    writes.push({ updateOne: { filter: { _id: row._id }, update: { $set: { removed: at.sequence } } } })
  }
  const known = new Map(rows.map(row => [row._id, row]))
  for (const [_id, content] of given) {
    const row = known.get(_id)
    if (row !== undefined && (row.removed === null || at.sequence <= row.removed)) continue
    const removed = row === undefined ? goneAt(content) : null
    const $set = { source: at.source, added: at.sequence, removed, assessed: false }
    // What a row began with is kept: where it hangs now follows from the releases since.
    const update = { $set, $setOnInsert: content, $inc: { revision: 1 } }
    writes.push({ updateOne: { filter: { _id }, update, upsert: true } })
  }
  return writes
}
