import type { Source } from '@cte-align/contracts'
import type { InboxStore } from './store.ts'

/** A dead letter as a person reads it. */
export interface ReadableLetter {
  id: string
  sequence: number | null
  error: { code: string; message: string }
  at: Date
  attempts: number
  /** The beginning of the message, as text as far as it is text. */
  raw: string
}

const MOST = 500

/** The source's dead letters, oldest numbers first. */
export async function readLetters(store: InboxStore, source: Source): Promise<ReadableLetter[]> {
  const found = await store.letters.find({ source }).sort({ sequence: 1, at: 1 }).limit(MOST)
  return found.map(({ _id, sequence, error, at, attempts, raw }) => ({
    id: _id,
    sequence,
    error: { code: error.code, message: error.message },
    at,
    attempts,
    raw: raw.toString('utf8').slice(0, 4000),
  }))
}
