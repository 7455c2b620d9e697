import { fingerprint, type Link } from '@cte-align/contracts'
import { type LinkDoc, rowIdOf, toLink } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { Positions } from './positions.ts'
import type { LinkStore } from './surroundings.ts'
import { tellChanges } from './tell-changes.ts'

/** Links of both kinds, found by item, by any ancestor, and by dependent. */
export function createLinks({ Link }: ReviewModels, positions: Positions, kind: string): LinkStore {
  return {
    async put(session, { added, removed }, at) {
      await positions.note(session, at)
      const given = new Map(added.map(link => [rowIdOf(link), link]))
      const ids = [...added.map(link => link.id), ...removed]
      const found = await Link.find({ link: { $in: ids } }, null, { session }).lean<LinkDoc[]>()
      const rows = new Map(found.map(row => [row._id, row]))
      // A link that comes again for another item leaves the one it had.
      const writes = tellChanges({ given, removed: [...rows.keys()], rows, at, same, content })
      if (writes.length > 0) await Link.bulkWrite(writes, { session, ordered: true })
    },
    async of({ kind: of, key }) {
      const rows = await Link.find({ 'dependent.key': key, 'dependent.kind': of, removed: null })
        .sort({ _id: 1 })
        .lean<LinkDoc[]>()
      return rows.map(toLink)
    },
    async countByFramework() {
      const counts = await Link.aggregate<{ _id: string; links: number }>([
        { $match: { 'dependent.kind': kind, removed: null } },
        { $group: { _id: '$framework', links: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      return Object.fromEntries(counts.map(row => [row._id, row.links]))
    },
  }
}

/** Where a link hangs is said once: the item's moves are told by releases, which also tell when. */
const same = (link: Link, row: LinkDoc) => fingerprint(words(link)) === fingerprint(words(row)) && row.release !== 0

const words = ({ dependent, verified, basis }: Pick<Link, 'dependent' | 'verified' | 'basis'>) => ({
  dependent,
  verified,
  basis,
})

/** A row is content for good, but for one made before its framework had a release, which learns its place later. */
function content(link: Link, row: LinkDoc | undefined): Partial<LinkDoc> {
  if (row !== undefined && row.release !== 0) return words(link)
  const { id, ...rest } = link
  return { ...rest, link: id, initial: { item: link.item, lineage: link.lineage } }
}
