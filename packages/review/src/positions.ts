import type { ClientSession } from '@cte-align/service'
import type { ReviewModels } from './models/models.ts'
import type { At } from './surroundings.ts'

const REBUILDING = 'rebuilding'

/** How far each source is known, and whether a rebuild is under way. */
export function createPositions({ Position }: ReviewModels) {
  return {
    /** A late event does not take a position back. */
    async note(session: ClientSession, at: At): Promise<void> {
      await Position.updateOne({ _id: at.source }, { $max: { sequence: at.sequence } }, { session, upsert: true })
    },
    async all(session?: ClientSession): Promise<Record<string, number>> {
      const rows = await Position.find({ _id: { $ne: REBUILDING } }, null, { session: session ?? null }).lean()
      return Object.fromEntries(rows.sort((a, b) => (a._id < b._id ? -1 : 1)).map(row => [row._id, row.sequence]))
    },
    /** From the first deletion to the last flag; a rebuild that was killed leaves it set, and has to be run again. */
    async rebuilding(session?: ClientSession): Promise<boolean> {
      return (await Position.findById(REBUILDING, null, { session: session ?? null }).lean()) !== null
    },
    async begin(): Promise<void> {
      await Position.updateOne({ _id: REBUILDING }, { $set: { sequence: 0 } }, { upsert: true })
    },
    async end(): Promise<void> {
      await Position.deleteOne({ _id: REBUILDING })
    },
    async forgetOthers(own: string): Promise<void> {
      await Position.deleteMany({ _id: { $nin: [REBUILDING, own] } })
    },
  }
}
export type Positions = ReturnType<typeof createPositions>
