import { Consumer, californiaDay, Day, type ItemKind } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, holding } from '@cte-align/service'
import { z } from 'zod'
import { problem } from './errors.ts'
import type { Asked, Frameworks } from './frameworks.ts'
import { asOfRelease, BY_KEY, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

export interface ItemFilter extends Asked {
  q?: string | undefined
  kind?: ItemKind | undefined
  /** Id or natural key; `none` for the top. */
  parent?: string | undefined
  status: 'active' | 'retired' | 'any'
}

/** Key and id of the last item; the release, and the day and consumer that it answers for. */
const Place = z.tuple([z.string(), z.string(), z.int(), Day.nullable(), Consumer.nullable()])

/** Items as any published release or day has them, also as a consumer sees them. What a release under way has written does not show. */
export function createItems({ ItemVersion, ReleaseChange, Release }: Models, frameworks: Frameworks, now: () => Date) {
  /** A consumer without a day asks about today. */
  const dayOf = ({ asOf, consumer }: Asked) => asOf ?? (consumer === undefined ? null : californiaDay(now()))

  async function parentId(framework: string, number: number, parent: string): Promise<string | null> {
    if (parent === 'none') return null
    const found = await ItemVersion.findOne({
      $and: [asOfRelease(framework, number), { $or: [{ itemId: parent }, { key: parent, status: 'active' }] }],
    }).lean<ItemVersionDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_ITEM', { item: parent, where: `${framework}@${number}` })
    return found.itemId
  }

  async function versionsOf(id: string): Promise<ItemVersionDoc[]> {
    const versions = await ItemVersion.find({ itemId: id }).sort({ from: 1 }).lean<ItemVersionDoc[]>()
    const head = versions[0] && (await frameworks.head(versions[0].framework))
    const visible = versions.filter(doc => doc.from <= (head ?? 0))
    if (visible.length === 0) throw problem('CTE_NO_SUCH_ITEM', { item: id, where: 'any framework' })
    return visible
  }

  return {
    /** A page in the natural order of keys. All pages of one listing are of one release, even if another is published in between. */
    async page(framework: string, filter: ItemFilter, page: { limit: number; cursor?: string | undefined }) {
      const { q, kind, parent, status } = filter
      const place = page.cursor === undefined ? null : decodeCursor(Place, page.cursor)
      // A cursor is the caller's word too: only a published release is read.
      const answered =
        place === null
          ? { asOf: dayOf(filter), consumer: filter.consumer ?? null }
          : { asOf: place[3], consumer: place[4] }
      for (const part of ['asOf', 'consumer'] as const)
        if ((filter[part] ?? answered[part]) !== answered[part]) throw problem('CTE_BAD_CURSOR')
      const number = await frameworks.releaseFor(
        framework,
        place === null ? { ...filter, asOf: answered.asOf ?? undefined } : { release: place[2] },
      )
      const where: Record<string, unknown>[] = [asOfRelease(framework, number)]
      if (kind !== undefined) where.push({ kind })
      if (status !== 'any') where.push({ status })
      if (parent !== undefined) where.push({ parent: await parentId(framework, number, parent) })
      if (q !== undefined) where.push(holding(q, ['key', 'title']))
      const total = await ItemVersion.countDocuments({ $and: where })
      if (place !== null)
        where.push({ $or: [{ key: { $gt: place[0] } }, { key: place[0], itemId: { $gt: place[1] } }] })
      const found = await ItemVersion.find({ $and: where })
        .collation(BY_KEY)
        .sort({ key: 1, itemId: 1 })
        .limit(page.limit + 1)
        .lean<ItemVersionDoc[]>()
      const items = found.slice(0, page.limit)
      const last = items.at(-1)
      const next =
        found.length > page.limit && last
          ? encodeCursor([last.key, last.itemId, number, answered.asOf, answered.consumer])
          : null
      return { items, next, framework, release: number === 0 ? null : `${framework}@${number}`, ...answered, total }
    },

    /** An item with what stands above it, nearest first. */
    async withLineage(id: string, asked: Asked) {
      const versions = await versionsOf(id)
      const { framework } = versions[0]!
      const asOf = dayOf(asked)
      const number = await frameworks.releaseFor(framework, { ...asked, asOf: asOf ?? undefined })
      const item = versions.find(doc => doc.from <= number && (doc.to === null || doc.to > number))
      if (item === undefined) throw problem('CTE_NO_SUCH_ITEM', { item: id, where: `${framework}@${number}` })
      const lineage: ItemVersionDoc[] = []
      for (let above = item.parent; above !== null; above = lineage.at(-1)!.parent) {
        const at = { $and: [asOfRelease(framework, number), { itemId: above }] }
        lineage.push((await ItemVersion.findOne(at).lean<ItemVersionDoc>())!)
      }
      return { item, lineage, release: `${framework}@${number}`, asOf, consumer: asked.consumer ?? null }
    },

    /** Every version of an item, and every change that a release made to it. */
    async history(id: string) {
      const versions = await versionsOf(id)
      const { framework } = versions[0]!
      const head = (await frameworks.head(framework)) ?? 0
      const found = await ReleaseChange.find({ framework, 'change.item.id': id, releaseNumber: { $lte: head } })
        .sort({ releaseNumber: 1, number: 1 })
        .lean()
      const releases = await Release.find({ _id: { $in: found.map(({ release }) => release) } }).lean()
      const publishedAt = new Map(releases.map(release => [release._id, release.publishedAt!.toISOString()]))
      const changes = found.map(({ release, change }) => ({ release, change, publishedAt: publishedAt.get(release)! }))
      return { versions, changes }
    },
  }
}
export type Items = ReturnType<typeof createItems>
