import { ItemId } from '@cte-align/contracts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'

/** Where an operation names an item (packages/contracts/src/operation.ts). */
const PLACES = [
  ...['item', 'items', 'parent', 'from', 'to.item'],
  ...['into.existing', 'into.parent', 'successors.item'],
]
const namedAs = (names: object): object => ({ $or: PLACES.map(place => ({ [`operations.${place}`]: names })) })

/**
 * Proposals of which an operation names the item: by id, under whatever key it has had in a release of its framework; or by a natural key, and
 * then also those that name what is below it (`ICT` finds `ICT.B5.3`). What an operation touches without naming it, the preview says.
 * Throws CTE_NO_SUCH_ITEM for an id that is none.
 */
export async function namingItem(models: Pick<Models, 'ItemVersion'>, item: string): Promise<object> {
  if (!ItemId.safeParse(item).success)
    return namedAs({ $regex: `^${item.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\.|$)` })
  const versions = await models.ItemVersion.find({ itemId: item }, { framework: 1, key: 1 }).lean()
  const framework = versions[0]?.framework
  if (framework === undefined) throw problem('CTE_NO_SUCH_ITEM', { item, where: 'any framework' })
  const keys = namedAs({ $in: versions.map(({ key }) => key) })
  return { $or: [namedAs({ $in: [item] }), { $and: [{ framework }, keys] }] }
}
