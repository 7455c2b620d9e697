import type { Item } from '@cte-align/contracts'
import { type Tree, treeOf } from '@cte-align/impact'
import { asOfRelease, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

/** Chains go through several frameworks, and each may be read at its newest release and at one before it. */
const KEPT = 12

/**
 * A framework's whole tree at a published release. Releases never change, so the last few trees stay in memory:
 * a preview then costs what it touches.
 */
export function createTrees({ ItemVersion }: Models) {
  const kept = new Map<string, Promise<Tree>>()

  async function load(framework: string, number: number): Promise<Tree> {
    if (number === 0) return treeOf(framework, [])
    const docs = await ItemVersion.find(asOfRelease(framework, number)).lean<ItemVersionDoc[]>()
    return treeOf(framework, docs.map(itemOf))
  }

  return {
    /** `number` 0 is the empty tree before the first release. */
    at(framework: string, number: number): Promise<Tree> {
      const name = `${framework}@${number}`
      const known = kept.get(name)
      kept.delete(name)
      const tree = known ?? load(framework, number)
      kept.set(name, tree)
      tree.catch(() => kept.delete(name))
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
      return tree
    },
  }
}
export type Trees = ReturnType<typeof createTrees>

export function itemOf(doc: ItemVersionDoc): Item {
  const { kind, code, title, text, scopeNote, parent, position, status, retirement, provenance } = doc
  return { id: doc.itemId, kind, code, title, text, scopeNote, parent, position, status, retirement, provenance }
}
