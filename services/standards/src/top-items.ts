import type { ItemRef, ReachedChange } from '@cte-align/contracts'
import { ancestorsOf, refOf, type Tree } from '@cte-align/impact'
import type { DraftRelease, Heads } from './draft-release.ts'
import type { Trees } from './trees.ts'

/** The top-level item above any item that the changes lead to, in its own framework's newest release. */
export async function topItems(
  { base }: Pick<DraftRelease, 'base'>,
  reached: readonly ReachedChange[],
  { trees, heads }: { trees: Trees; heads: Heads },
): Promise<(ref: ItemRef) => ItemRef> {
  const known = new Map<string, Tree>([[base.framework, base]])
  for (const framework of frameworksOf(reached)) {
    const head = known.has(framework) ? undefined : await heads(framework)
    if (head !== undefined) known.set(framework, await trees.at(framework, head))
  }
  return ref => {
    const tree = known.get(ref.framework)
    if (!tree?.items.has(ref.id)) return ref
    return refOf(tree, ancestorsOf(tree, ref.id).at(-1) ?? ref.id)
  }
}

function frameworksOf(reached: readonly ReachedChange[]): Set<string> {
  const found = new Set<string>()
  for (const { change, reach } of reached) {
    if (Array.isArray(change.successors)) for (const { framework } of change.successors) found.add(framework)
    for (const { item } of reach) found.add(item.framework)
  }
  return found
}
