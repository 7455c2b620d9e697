import type { Source } from '@cte-align/contracts'
import type { Database } from '../database.ts'
import { toFault } from './fault.ts'
import { isPoison, readMessage } from './read-message.ts'
import type { InboxStore, Write } from './store.ts'

/** Tries every dead letter of the source once more, oldest first; each that succeeds is deleted with its writes. */
export async function redriveLetters(options: {
  db: Database
  source: Source
  store: InboxStore
  write: Write
}): Promise<{ redriven: number; failed: number }> {
  const { db, source, store, write } = options
  const outcome = { redriven: 0, failed: 0 }
  const found = await store.letters.find({ source }, { _id: 1 }).sort({ sequence: 1, at: 1 }).lean<{ _id: string }[]>()
  for (const { _id } of found) {
    try {
      const done = await db.transaction(async session => {
        const letter = await store.letters.findOneAndDelete({ _id }, { session })
        if (letter === null) return false
        const message = readMessage(letter.raw, source)
        if (isPoison(message)) throw Object.assign(new Error(message.error.message), { code: message.error.code })
        await write(message.event, session)
        return true
      })
      if (done) outcome.redriven++
    } catch (error) {
      outcome.failed++
      await store.letters.updateOne({ _id }, { $inc: { attempts: 1 }, $set: { error: toFault(error) } })
    }
  }
  return outcome
}
