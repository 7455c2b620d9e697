import type { Item } from '@cte-align/contracts'
import { keyOf, type Tree } from '@cte-align/impact'
import { inBatches } from '@cte-align/service'
import type { DraftRelease } from './draft-release.ts'
import type { ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

const BATCH = 1000

/**
 * Closes the versions that end with a release and writes those that begin with it. What is there stays: an attempt that comes
 * late may find that a later release has closed it.
 */
export async function writeItems(
  { base, proposed, release }: DraftRelease,
  { ItemVersion }: Pick<Models, 'ItemVersion'>,
): Promise<void> {
  const differing = [...proposed.items.values()].filter(item => !sameVersion(base, proposed, item))
  for (const batch of inBatches(differing, BATCH))
    await ItemVersion.bulkWrite([
      ...batch.map(item => ({
        updateOne: {
          filter: { itemId: item.id, from: { $lt: release.number }, to: null },
          update: { $set: { to: release.number } },
        },
      })),
      ...batch.map(item => {
        const { _id, ...version } = versionOf(proposed, item, release.number)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: version }, upsert: true } }
      }),
    ])
}

function sameVersion(base: Tree, proposed: Tree, item: Item): boolean {
  const before = base.items.get(item.id)
  if (before === undefined) return false
  return before === item && keyOf(base, item.id) === keyOf(proposed, item.id)
}

function versionOf(tree: Tree, { id, ...fields }: Item, number: number): ItemVersionDoc {
  return {
    _id: `${id}@${number}`,
    framework: tree.framework,
    itemId: id,
    key: keyOf(tree, id),
    from: number,
    to: null,
    ...fields,
  }
}
