import type { Item } from '@cte-align/contracts'
import { contentPrint } from '@cte-align/impact'

const known = new WeakMap<Item, string>()

/** The fingerprint of what an item says, reckoned once for each item of a tree in memory: items are values. */
export function printOf(item: Item): string {
  const print = known.get(item) ?? contentPrint(item)
  known.set(item, print)
  return print
}
