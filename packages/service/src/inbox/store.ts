import type { CteEvent, Source } from '@cte-align/contracts'
import type { ClientSession, Database } from '../database.ts'
import { failPoint } from '../fail-point.ts'
import { inboxCollections } from './models.ts'
import { isPoison, letterId, type NumberedMessage, type Poison } from './read-message.ts'

/** Another instance of this service applied the events first; nothing of this transaction remains. */
export class PositionMoved extends Error {
  override name = 'PositionMoved'
}

export type Write = (event: CteEvent, session: ClientSession) => Promise<void>

/** Where one source's events have been applied up to, and what had to be put aside. */
export function createInboxStore(options: { db: Database; source: Source; write: Write; now: () => Date }) {
  const { db, source, write, now } = options
  const { positions, letters } = inboxCollections(db)

  async function putAside(poison: Poison, attempts: number, session?: ClientSession): Promise<void> {
    const letter = { source, sequence: poison.sequence, raw: poison.raw, error: poison.error, at: now(), attempts }
    await letters.updateOne(
      { _id: letterId(source, poison) },
      { $setOnInsert: letter },
      { upsert: true, ...(session && { session }) },
    )
  }

  return {
    letters,
    putAside,
    async position(): Promise<number> {
      const found = await positions.findById(source).lean<{ sequence: number }>()
      return found?.sequence ?? 0
    },
    async prepare(): Promise<void> {
      await db.prepare([positions, letters])
      await positions.updateOne({ _id: source }, { $setOnInsert: { sequence: 0 } }, { upsert: true })
    },
    /** Everything of the run, and the position after it, or nothing. Throws PositionMoved when the run does not begin right after the position. */
    async apply(run: readonly NumberedMessage[], attempts = 1): Promise<void> {
      const before = run[0]!.sequence - 1
      await db.transaction(async session => {
        const moved = await positions.findOneAndUpdate(
          { _id: source, sequence: before },
          { $set: { sequence: before + run.length } },
          { session },
        )
        if (moved === null) throw new PositionMoved(`${source} is no longer at ${before}`)
        for (const message of run) {
          if (isPoison(message)) await putAside(message, attempts, session)
          else await write(message.event, session)
        }
        failPoint('consume.before-commit')
      })
    },
    /** Back to the beginning: with the projection emptied in the same transaction, everything is applied anew. */
    async rewind(session: ClientSession): Promise<void> {
      await positions.updateOne({ _id: source }, { $set: { sequence: 0 } }, { session, upsert: true })
      await letters.deleteMany({ source }, { session })
    },
  }
}
export type InboxStore = ReturnType<typeof createInboxStore>
