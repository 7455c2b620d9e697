import type { Item, ItemRef } from '@cte-align/contracts'
import { compareKeys } from './natural-order.ts'

/** One framework as one release (or proposal) has it. A value: never changed, so its index may be kept beside it. */
export type Tree = { readonly framework: string; readonly items: ReadonlyMap<string, Item> }

type Index = {
  children: Map<string | null, Item[]>
  keys: Map<string, string>
  byKey: Map<string, Item>
}
const indexes = new WeakMap<Tree, Index>()

export function treeOf(framework: string, items: Iterable<Item>): Tree {
  return { framework, items: new Map(Array.from(items, item => [item.id, item])) }
}

/** The children of an item (of the framework itself for null), retired ones included, by position, then code. */
export function childrenOf(tree: Tree, id: string | null): readonly Item[] {
  return indexOf(tree).children.get(id) ?? []
}

/** Ids of the ancestors, nearest first. Ends at a parent that is missing or was already passed (see `problems`). */
export function ancestorsOf(tree: Tree, id: string): string[] {
  const above: string[] = []
  let parent = tree.items.get(id)?.parent ?? null
  while (parent !== null && tree.items.has(parent) && parent !== id && !above.includes(parent)) {
    above.push(parent)
    parent = tree.items.get(parent)!.parent
  }
  return above
}

export function lineageOf(tree: Tree, id: string): ItemRef[] {
  return ancestorsOf(tree, id).map(ancestor => refOf(tree, ancestor))
}

/** Names an item that the tree holds; the caller has made sure that it does. */
export function refOf(tree: Tree, id: string): ItemRef {
  const item = tree.items.get(id)
  if (item === undefined) throw new RangeError(`No item ${id} in ${tree.framework}`)
  return { framework: tree.framework, id, key: keyOf(tree, id), kind: item.kind, title: item.title }
}

/** The natural key: `B5.3` repeats across sectors, so the top-level code stands before it (ICT.B5.3). */
export function keyOf(tree: Tree, id: string): string {
  return indexOf(tree).keys.get(id) ?? id
}

/** By id or natural key. Of several items that had the key over time, the active one; else the first by id. */
export function findItem(tree: Tree, target: string): Item | undefined {
  return tree.items.get(target) ?? indexOf(tree).byKey.get(target)
}

/** What is wrong with the tree, in words. Positions need not be dense. */
export function problems(tree: Tree): string[] {
  const found: string[] = []
  const active = new Map<string, string>()
  for (const item of tree.items.values()) {
    const key = keyOf(tree, item.id)
    const parent = item.parent === null ? undefined : tree.items.get(item.parent)
    if (item.parent !== null && parent === undefined) found.push(`${key}: parent ${item.parent} is missing`)
    const above = ancestorsOf(tree, item.id)
    const top = above.length === 0 ? item : tree.items.get(above.at(-1)!)!
    if (top.parent !== null && tree.items.has(top.parent)) found.push(`${key}: its ancestors form a circle`)
    if ((item.status === 'retired') !== (item.retirement !== null)) found.push(`${key}: status and retirement disagree`)
    if (item.status === 'retired') continue
    if (parent?.status === 'retired') found.push(`${key}: active below the retired ${keyOf(tree, parent.id)}`)
    if (active.has(key)) found.push(`${key}: the key of two active items, ${active.get(key)} and ${item.id}`)
    active.set(key, item.id)
  }
  return found
}

function indexOf(tree: Tree): Index {
  const known = indexes.get(tree)
  if (known !== undefined) return known
  const index: Index = { children: new Map(), keys: new Map(), byKey: new Map() }
  const tops = new Map<string, string>()
  for (const item of tree.items.values()) {
    const siblings = index.children.get(item.parent)
    if (siblings === undefined) index.children.set(item.parent, [item])
    else siblings.push(item)
    const above = item.parent === null ? undefined : tops.get(item.parent)
    const top = above ?? ancestorsOf(tree, item.id).at(-1) ?? item.id
    tops.set(item.id, top)
    const key = top === item.id ? item.code : `${tree.items.get(top)!.code}.${item.code}`
    index.keys.set(item.id, key)
    const holder = index.byKey.get(key)
    if (holder === undefined || precedes(item, holder)) index.byKey.set(key, item)
  }
  for (const siblings of index.children.values()) siblings.sort(byPosition)
  indexes.set(tree, index)
  return index
}

const byPosition = (a: Item, b: Item): number =>
  a.position - b.position || compareKeys(a.code, b.code) || (a.id < b.id ? -1 : 1)

const precedes = (a: Item, b: Item): boolean => (a.status === b.status ? a.id < b.id : a.status === 'active')
