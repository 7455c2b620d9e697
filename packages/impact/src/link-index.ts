import type { ItemList, Link, Reach, ReachedChange, Step, Wildcard } from '@cte-align/contracts'
import { listsTouchedBy } from './item-list.ts'
import { compareText } from './natural-order.ts'

/** Links by the item they name, by every ancestor of it, and wildcards by framework and what they mean. */
export type LinkIndex = {
  items: ReadonlyMap<string, readonly Link[]>
  subtrees: ReadonlyMap<string, readonly Link[]>
  wildcards: ReadonlyMap<string, readonly Link[]>
}

/** Only what the reach asks for is indexed, so that more links cost one pass and no memory. */
export function linkIndex(links: Iterable<Link>, reached: readonly ReachedChange[]): LinkIndex {
  const needed = linksNeeded(reached)
  const items = wanted(needed.items)
  const subtrees = wanted(needed.subtrees)
  const wildcards = wanted(needed.wildcards.map(({ framework, any }) => wildcardKey(framework, any)))
  for (const link of links) {
    if (link.any !== null) wildcards.get(wildcardKey(link.framework, link.any))?.push(link)
    if (link.item === null) continue
    items.get(link.item.id)?.push(link)
    for (const ancestor of new Set(link.lineage.map(ref => ref.id))) subtrees.get(ancestor)?.push(link)
  }
  return { items, subtrees, wildcards }
}

/** What a store must fetch for `planImpact`. Fetching more does not change the plan. */
export type LinksNeeded = {
  /** Links whose item is one of these. */
  items: string[]
  /** Links whose lineage holds one of these. */
  subtrees: string[]
  wildcards: { framework: string; any: Wildcard }[]
}

export function linksNeeded(reached: readonly ReachedChange[]): LinksNeeded {
  const items = new Set<string>()
  const subtrees = new Set<string>()
  const wildcards = new Map<string, { framework: string; any: Wildcard }>()
  const want = (framework: string, any: Wildcard) => wildcards.set(wildcardKey(framework, any), { framework, any })
  for (const { change, reach } of reached) {
    for (const list of listsTouchedBy(change)) want(change.item.framework, list)
    for (const { item, scope } of reach) {
      items.add(item.id)
      if (scope === 'subtree') subtrees.add(item.id)
      if (item.kind === 'sector') want(item.framework, 'sector')
    }
  }
  return {
    items: [...items].sort(),
    subtrees: [...subtrees].sort(),
    wildcards: [...wildcards].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each),
  }
}

/** The links that a reach leads to, each with the whole path. `lists`: those that the reached item's own change touches. */
export function* pathsTo(
  reach: Reach,
  index: LinkIndex,
  lists: readonly ItemList[] = [],
): Generator<{ link: Link; steps: Step[]; wildcard: boolean }> {
  const { item, scope, path } = reach
  for (const link of index.items.get(item.id) ?? []) yield { link, steps: [...path, linkStep(link)], wildcard: false }
  for (const any of [item.kind, ...lists])
    for (const link of index.wildcards.get(wildcardKey(item.framework, any)) ?? [])
      yield { link, steps: [...path, linkStep(link)], wildcard: true }
  if (scope === 'item') return
  for (const link of index.subtrees.get(item.id) ?? [])
    yield { link, steps: [...path, ...downTo(link, item.id), linkStep(link)], wildcard: false }
}

/** Through the link's lineage from the reached item (left out) to the link's own (included). */
function downTo(link: Link, from: string): Step[] {
  const between = link.lineage
    .slice(
      0,
      link.lineage.findIndex(ref => ref.id === from),
    )
    .reverse()
  return [...between, link.item!].map(item => ({ edge: 'down', item }))
}

const linkStep = ({ id, dependent: { kind, key }, basis }: Link): Step => ({
  edge: 'link',
  link: id,
  dependent: { kind, key },
  basis,
})

const wanted = (keys: string[]): Map<string, Link[]> => new Map(keys.map(key => [key, []]))
const wildcardKey = (framework: string, any: string): string => `${framework}:${any}`
