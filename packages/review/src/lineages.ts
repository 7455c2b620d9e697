import { type Change, type ItemRef, isContainer } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import type { LinkDoc } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { Moved, ReleaseHeaderDoc } from './models/release-header.ts'

interface Place {
  item: ItemRef | null
  lineage: ItemRef[]
}

/** What links take over from a release: new places, and the new names of containers. */
export function movesOf(changes: readonly Change[]): Moved[] {
  const moves = new Map<string, Moved>()
  for (const { item, aspect, lineage } of changes) {
    const renamed = isContainer(item.kind) && (aspect === 'code' || aspect === 'title')
    if (lineage === null && !renamed) continue
    moves.set(item.id, { item, lineage: lineage ?? moves.get(item.id)?.lineage ?? null })
  }
  return [...moves.values()]
}

/** Where a link hangs after the moves. The nearest moved ancestor says all that is above it. The same moves again change nothing. */
export function follow(place: Place, moves: ReadonlyMap<string, Moved>): Place {
  if (place.item === null) return place
  const chain = [place.item, ...place.lineage]
  const at = chain.findIndex(ref => (moves.get(ref.id)?.lineage ?? null) !== null)
  const moved = at < 0 ? chain : [...chain.slice(0, at + 1), ...moves.get(chain[at]!.id)!.lineage!]
  const [item, ...lineage] = moved.map(ref => moves.get(ref.id)?.item ?? ref)
  return { item: item!, lineage }
}

type MovingRelease = Pick<ReleaseHeaderDoc, 'release' | 'sequence' | 'moves'>

/** Where links hung when a release came, from where they began: each release of their framework between the two moved them. */
export function createLineages({ Link, Header }: ReviewModels) {
  const asMap = ({ moves }: Pick<ReleaseHeaderDoc, 'moves'>) => new Map(moves.map(move => [move.item.id, move]))

  const lineages = {
    /** The place of each given link before the release with this sequence, in memory; nothing is written. */
    async before(rows: readonly LinkDoc[], sequence: number, session?: ClientSession): Promise<LinkDoc[]> {
      const frameworks = [...new Set(rows.map(row => row.framework))]
      const earlier = await Header.find(
        {
          'release.framework': { $in: frameworks },
          'release.number': { $gt: 1 },
          state: 'assessed',
          sequence: { $lt: sequence },
        },
        { release: 1, moves: 1 },
        session === undefined ? {} : { session },
      )
        .sort({ sequence: 1 })
        .lean<MovingRelease[]>()
      const maps = earlier.map(header => ({ ...header.release, moves: asMap(header) }))
      return rows.map(row => {
        const passed = maps.filter(({ framework, number }) => framework === row.framework && number > row.release)
        return { ...row, ...passed.reduce<Place>((place, { moves }) => follow(place, moves), row.initial) }
      })
    },

    /** Items that this release or a later one has moved: a link below any of them may have hung elsewhere before. */
    async movedSince(frameworks: readonly string[], sequence: number): Promise<string[]> {
      const later = await Header.find(
        { 'release.framework': { $in: [...frameworks] }, state: 'assessed', sequence: { $gte: sequence } },
        { moves: 1 },
      ).lean<Pick<ReleaseHeaderDoc, 'moves'>[]>()
      const moved = later.flatMap(({ moves }) => moves.filter(({ lineage }) => lineage !== null))
      return [...new Set(moved.map(({ item }) => item.id))]
    },

    /** Lets links follow an assessed release. Each place is worked out from where the link began, so a repeat is harmless. */
    async apply({ release, moves, sequence }: MovingRelease): Promise<void> {
      const ids = moves.map(move => move.item.id)
      if (ids.length === 0) return
      const touched = Link.find({
        framework: release.framework,
        release: { $lt: release.number },
        $or: [{ 'item.id': { $in: ids } }, { 'lineage.id': { $in: ids } }],
      })
      for await (const batch of batches<LinkDoc>(touched.lean<LinkDoc[]>().cursor(), 500)) {
        const rows = await lineages.before(batch, sequence + 1)
        const writes = rows.map(({ _id, item, lineage }) => ({
          updateOne: { filter: { _id }, update: { $set: { item, lineage } } },
        }))
        await Link.bulkWrite(writes, { ordered: false })
      }
    },
  }
  return lineages
}
export type Lineages = ReturnType<typeof createLineages>

export async function* batches<T>(source: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of source) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
