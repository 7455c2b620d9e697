import type { Change } from '@cte-align/contracts'
import type { ReviewModels } from './models/models.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import type { HeardRelease, Review, TopLevelChange } from './surroundings.ts'

const KINDS = ['sector', 'cluster']
const ASPECTS = ['existence', 'code', 'title']
/** How many releases are looked through for one answer. */
const MOST_READ = 200
/** How many changes of one release are named. */
const MOST_NAMED = 100

/** What has been heard of releases, for whoever plans work by them. */
export function createReleaseNews({ Header, Piece }: ReviewModels): Pick<Review, 'release' | 'topLevelReleases'> {
  return {
    async release(id) {
      const header = await Header.findById(id, { moves: 0 }).lean<ReleaseHeaderDoc>()
      return header === null ? null : toHeard(header)
    },
    async topLevelReleases({ limit, except }) {
      const later = { 'release.number': { $gt: 1 }, _id: { $nin: [...except] } }
      const headers = await Header.find(later, { moves: 0 })
        .sort({ sequence: -1 })
        .limit(MOST_READ)
        .lean<ReleaseHeaderDoc[]>()
      const found: (HeardRelease & { changes: TopLevelChange[] })[] = []
      for (const header of headers) {
        if (found.length === limit) break
        const changes = await changesOf(header._id)
        if (changes.length > 0) found.push({ ...toHeard(header), changes })
      }
      return found
    },
  }

  async function changesOf(release: string): Promise<TopLevelChange[]> {
    const wanted = { 'data.change.item.kind': { $in: KINDS }, 'data.change.aspect': { $in: ASPECTS } }
    const rows = await Piece.find({ release, ...wanted, 'data.part.number': 1 }, { 'data.change': 1 })
      .sort({ number: 1 })
      .limit(MOST_NAMED)
      .lean<{ data: { change: Change } }[]>()
    return rows.map(({ data: { change } }) => ({
      item: change.item,
      aspect: change.aspect,
      class: change.class,
      before: saidOf(change.before, change.aspect),
      after: saidOf(change.after, change.aspect),
    }))
  }
}

const toHeard = ({ _id, release, title, dates }: ReleaseHeaderDoc): HeardRelease => ({
  id: _id,
  framework: release.framework,
  title,
  dates,
})

function saidOf(fields: Change['before'], aspect: Change['aspect']): string | null {
  return (aspect === 'code' ? fields?.code : fields?.title) ?? null
}
