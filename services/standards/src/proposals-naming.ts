/** Where an operation names an item (packages/contracts/src/operation.ts). */
const PLACES = [
  ...['item', 'items', 'parent', 'from', 'to.item'],
  ...['into.existing', 'into.parent', 'successors.item'],
]

/**
 * Proposals of which an operation names the item: by id, or by a natural key, then also those that name what is below it (`ICT` finds
 * `ICT.B5.3`). What an operation touches without naming it, the preview says.
 */
export const namingItem = (item: string): Record<string, unknown> => {
  const $regex = `^${item.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\.|$)`
  return { $or: PLACES.map(place => ({ [`operations.${place}`]: { $regex } })) }
}
