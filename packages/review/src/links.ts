import type { Link } from '@cte-align/contracts'
import { type LinkDoc, rowIdOf, toLink } from './models/link.ts'
import type { ReviewModels } from './models/models.ts'
import type { Positions } from './positions.ts'
import type { At, Kinds, LinkStore } from './surroundings.ts'
import { tellChanges } from './tell-changes.ts'

/** Links of all kinds, found by item, by any ancestor, and by dependent. */
export function createLinks({ Link }: ReviewModels, positions: Positions, kinds: Kinds): LinkStore {
  return {
    async put(session, { added, removed }, at) {
      await positions.note(session, at)
      const ids = [...added.map(link => link.id), ...removed]
      const rows = await Link.find({ link: { $in: ids } }, null, { session }).lean<LinkDoc[]>()
      const given = new Map(added.map(link => [rowIdOf(link), contentOf(link, rows)]))
      const goneAt = ({ link }: { link: string }) =>
        firstAfter(
          at.sequence,
          rows.filter(row => row.link === link),
        )
      const unknown = removed.filter(id => !rows.some(row => row.link === id) && !added.some(link => link.id === id))
      const writes = [...tellChanges(given, rows, at, goneAt), ...unknown.map(id => removedUnseen(id, at))]
      if (writes.length > 0) await Link.bulkWrite(writes, { session, ordered: true })
    },
    async of({ kind: of, key }) {
      const rows = await Link.find({ 'dependent.key': key, 'dependent.kind': of, removed: null })
        .sort({ _id: 1 })
        .lean<LinkDoc[]>()
      return rows.map(toLink)
    },
    async courseCodeOwners() {
      const where = { 'dependent.kind': 'course-code', removed: null, item: { $ne: null } } as object
      const rows = await Link.find(where, { 'dependent.key': 1, item: 1, lineage: 1 })
        .sort({ _id: 1 })
        .lean<LinkDoc[]>()
      return rows.map(({ dependent, item, lineage }) => ({
        courseCode: dependent.key,
        owner: lineage.at(-1) ?? item!,
      }))
    },
    async own() {
      const rows = await Link.find({ 'dependent.kind': { $in: [...kinds] }, removed: null })
        .sort({ _id: 1 })
        .lean<LinkDoc[]>()
      return rows.map(toLink)
    },
    async countByFramework() {
      const counts = await Link.aggregate<{ _id: string; links: number }>([
        { $match: { 'dependent.kind': { $in: [...kinds] }, any: { $in: [null, 'sector'] }, removed: null } },
        { $group: { _id: '$framework', links: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      return Object.fromEntries(counts.map(row => [row._id, row.links]))
    },
  }
}

/** When something was said of a link after this sequence, if ever. */
function firstAfter(sequence: number, rows: readonly LinkDoc[]): number | null {
  const later = rows.flatMap(row => [row.added, row.removed ?? 0]).filter(said => said > sequence)
  return later.length === 0 ? null : Math.min(...later)
}

/** A removal heard before the link itself is kept, without content, so that the link comes as gone. No plan counts it. */
function removedUnseen(id: string, { source, sequence }: At) {
  const known = { source, added: sequence, removed: sequence, assessed: true, revision: 0 }
  const nothing = { link: id, dependent: null, framework: '', item: null, any: null, lineage: [], release: 0 }
  const row = { ...nothing, verified: false, basis: '', initial: { item: null, lineage: [] }, ...known }
  return { updateOne: { filter: { _id: `${id}:removed` }, update: { $setOnInsert: row }, upsert: true } }
}

/** Said anew of the same item, a link keeps where it began: a place given later may have moves in it that releases tell too. */
function contentOf(link: Link, rows: readonly LinkDoc[]) {
  const { id, ...said } = link
  const known = rows.find(row => row.link === id && row.item?.id === link.item?.id && row.release > 0)
  if (known === undefined) return { ...said, link: id, initial: { item: link.item, lineage: link.lineage } }
  const { item, lineage, release, initial } = known
  return { ...said, link: id, item, lineage, release, initial }
}
