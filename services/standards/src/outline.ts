import { Consumer, californiaDay, Day, type ItemKind } from '@cte-align/contracts'
import { decodeCursor, encodeCursor } from '@cte-align/service'
import { z } from 'zod'
import { problem } from './errors.ts'
import type { Asked, Frameworks } from './frameworks.ts'
import { asOfRelease, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

/** An item in a few words, as a tree or a list shows it. */
interface OutlineRow {
  id: string
  framework: string
  key: string
  kind: ItemKind
  code: string
  title: string
  status: 'active' | 'retired'
  verified: boolean
  parent: string | null
}

export interface OutlineFilter extends Asked {
  /** An id; without it the top. */
  parent?: string | undefined
  status: 'active' | 'retired' | 'any'
}

/** Position and id of the last item; the release, and the day and consumer that it answers for. */
const Place = z.tuple([z.int(), z.string(), z.int(), Day.nullable(), Consumer.nullable()])

const rowOf = (doc: ItemVersionDoc): OutlineRow => {
  const { itemId: id, framework, key, kind, code, title, status, parent, provenance } = doc
  return { id, framework, key, kind, code, title, status, verified: provenance.verified, parent }
}

/** A framework level by level: what stands right below an item, in its own order, each with how many stand below it. */
export function createOutline({ ItemVersion }: Models, frameworks: Frameworks, now: () => Date) {
  async function countBelow(framework: string, number: number, where: { ids: string[]; status: object }) {
    const at = asOfRelease(framework, number)
    const counts = await ItemVersion.aggregate<{ _id: string; children: number }>([
      { $match: { $and: [at, { parent: { $in: where.ids }, ...where.status }] } },
      { $group: { _id: '$parent', children: { $sum: 1 } } },
    ])
    return new Map(counts.map(({ _id, children }) => [_id, children]))
  }

  return {
    /** All pages of one listing are of one release, even if another is published in between. */
    async page(framework: string, filter: OutlineFilter, page: { limit: number; cursor?: string | undefined }) {
      const place = page.cursor === undefined ? null : decodeCursor(Place, page.cursor)
      const consumer = place === null ? (filter.consumer ?? null) : place[4]
      const asOf = place === null ? (filter.asOf ?? (consumer === null ? null : californiaDay(now()))) : place[3]
      if ((filter.asOf ?? asOf) !== asOf || (filter.consumer ?? consumer) !== consumer) throw problem('CTE_BAD_CURSOR')
      const number = await frameworks.releaseFor(
        framework,
        place === null ? { ...filter, asOf: asOf ?? undefined } : { release: place[2] },
      )
      const status = filter.status === 'any' ? {} : { status: filter.status }
      const at = asOfRelease(framework, number)
      if (filter.parent !== undefined && !(await ItemVersion.exists({ $and: [at, { itemId: filter.parent }] })))
        throw problem('CTE_NO_SUCH_ITEM', { item: filter.parent, where: `${framework}@${number}` })
      const where: object[] = [at, { parent: filter.parent ?? null, ...status }]
      const total = await ItemVersion.countDocuments({ $and: where })
      if (place !== null)
        where.push({ $or: [{ position: { $gt: place[0] } }, { position: place[0], itemId: { $gt: place[1] } }] })
      const found = await ItemVersion.find({ $and: where })
        .sort({ position: 1, itemId: 1 })
        .limit(page.limit + 1)
        .lean<ItemVersionDoc[]>()
      const shown = found.slice(0, page.limit)
      const below = await countBelow(framework, number, { ids: shown.map(({ itemId }) => itemId), status })
      const last = shown.at(-1)
      const goesOn = found.length > page.limit && last !== undefined
      return {
        items: shown.map(doc => ({ ...rowOf(doc), children: below.get(doc.itemId) ?? 0 })),
        next: goesOn ? encodeCursor([last.position, last.itemId, number, asOf, consumer]) : null,
        framework,
        release: number === 0 ? null : `${framework}@${number}`,
        asOf,
        consumer,
        total,
      }
    },
  }
}
export type Outline = ReturnType<typeof createOutline>
