import { type CodeSetRow, fingerprint } from '@cte-align/contracts'
import { type ClientSession, inBatches, pageByKey } from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import type { Edition } from './edition.ts'
import { liveRows } from './live-rows.ts'

/** In place of an edition's id: the course codes as they are here now. */
export const CURRENT = 'current'

export const digestOf = (rows: readonly CodeSetRow[]): string =>
  fingerprint([...rows].sort((a, b) => (a.code < b.code ? -1 : 1)))

const THERE = { pending: { $ne: true } } as const

/** Editions of the code set, each kept as it came. */
export function createEditionStore(models: CatalogueModels) {
  const { editions, editionRows } = models

  async function find(id: string): Promise<Edition> {
    const edition = await editions.findOne({ _id: id, ...THERE }).lean()
    if (edition === null) throw problem('CTE_NO_SUCH_EDITION', { edition: id })
    return edition
  }

  return {
    find,
    /** Also one whose name is but taken. */
    peek: (id: string): Promise<Edition | null> => editions.findById(id).lean().exec(),
    page: (filter: { schoolYear?: string | undefined }, page: { limit: number; cursor?: string | undefined }) =>
      pageByKey(
        editions,
        { ...THERE, ...(filter.schoolYear !== undefined && { schoolYear: filter.schoolYear }) },
        page,
      ),
    all: (): Promise<Edition[]> => editions.find(THERE).sort({ _id: 1 }).lean().exec(),
    /** Those that plans have become or are becoming. */
    countPublished: (session?: ClientSession): Promise<number> =>
      editions.countDocuments({ origin: 'published' }, session === undefined ? {} : { session }).exec(),
    /** All rows, in the order of the codes; of `current` the course codes as they are. */
    async rows(id: string): Promise<CodeSetRow[]> {
      if (id === CURRENT) return liveRows(models)
      const { set } = await find(id)
      return (await editionRows.find({ set }).sort({ 'row.code': 1 }).lean()).map(({ row }) => row)
    },
    /** Writes rows under a name that no edition has yet: nothing shows them. Again with the same rows it changes nothing. */
    async writeRows(set: string, rows: readonly CodeSetRow[]): Promise<void> {
      for (const batch of inBatches([...rows], 1000))
        await editionRows.bulkWrite(
          batch.map(row => ({
            replaceOne: { filter: { _id: `${set} ${row.code}` }, replacement: { set, row }, upsert: true },
          })),
        )
    },
    /** From here the edition is there. Its id may not be taken. */
    async insert(edition: Edition, session?: ClientSession): Promise<void> {
      try {
        await editions.collection.insertOne(edition as never, session === undefined ? {} : { session })
      } catch (cause) {
        if ((cause as { code?: unknown }).code !== 11000) throw cause
        throw problem('CTE_EDITION_EXISTS', { edition: edition._id }, { cause })
      }
    },
    /** The edition in the place of its taken name. */
    async complete(edition: Edition, session: ClientSession): Promise<void> {
      await editions.collection.replaceOne({ _id: edition._id as never, pending: true }, edition as never, { session })
    },
  }
}
export type EditionStore = ReturnType<typeof createEditionStore>
