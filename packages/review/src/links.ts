import type { Link } from '@cte-align/contracts'
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
      const given = new Map(added.map(link => [rowIdOf(link), contentOf(link)]))
      const ids = [...added.map(link => link.id), ...removed]
      const rows = await Link.find({ link: { $in: ids } }, null, { session }).lean<LinkDoc[]>()
      const writes = tellChanges(given, rows, at)
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

function contentOf({ id, ...rest }: Link) {
  return { ...rest, link: id, initial: { item: rest.item, lineage: rest.lineage } }
}
