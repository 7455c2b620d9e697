import type { Item } from '@cte-align/contracts'
import { compareKeys } from './natural-order.ts'
import type { Tree } from './tree.ts'

/**
 * A tree being worked on: a copy whose maps change while its items stay values, so that the base is never touched.
 * Codes are indexed below their top-level item: recoding a sector does not touch what is below it.
 */
export type Draft = {
  readonly framework: string
  readonly items: Map<string, Item>
  readonly children: Map<string | null, Set<string>>
  /** Top-level items by code; all others by top-level item, then code. Retired ones included. */
  readonly tops: Map<string, Set<string>>
  readonly below: Map<string, Map<string, Set<string>>>
}

export function draftOf(base: Tree): Draft {
  const draft: Draft = {
    framework: base.framework,
    items: new Map(base.items),
    children: new Map(),
    tops: new Map(),
    below: new Map(),
  }
  for (const item of draft.items.values()) {
    addTo(draft.children, item.parent, item.id)
    listCode(draft, item)
  }
  return draft
}

/** Adds an item or replaces the one with its id; what is below it goes where it goes. */
export function put(draft: Draft, item: Item): void {
  const old = draft.items.get(item.id)
  const placed = old !== undefined && old.parent === item.parent
  const affected = placed ? [] : allBelow(draft, item.id)
  if (old !== undefined) for (const each of [old, ...affected]) unlistCode(draft, each)
  if (!placed) {
    if (old !== undefined) draft.children.get(old.parent)?.delete(item.id)
    addTo(draft.children, item.parent, item.id)
  }
  draft.items.set(item.id, item)
  for (const each of [item, ...affected]) listCode(draft, each)
}

/** By id or natural key; of several with the key the active one, else the first by id. */
export function find(draft: Draft, target: string): Item | undefined {
  const byId = draft.items.get(target)
  if (byId !== undefined) return byId
  const holders = holdersOf(draft, target)
  return holders.find(item => item.status === 'active') ?? holders[0]
}

/** All items that have the natural key, by id. Codes may hold dots themselves, so each dot may be the one that divides. */
export function holdersOf(draft: Draft, key: string): Item[] {
  const ids = [...(draft.tops.get(key) ?? [])]
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1))
    for (const top of draft.tops.get(key.slice(0, dot)) ?? [])
      ids.push(...(draft.below.get(top)?.get(key.slice(dot + 1)) ?? []))
  return ids.sort().map(id => draft.items.get(id)!)
}

export function keyIn(draft: Draft, item: Item): string {
  const top = topOf(draft, item)
  return top.id === item.id ? item.code : `${top.code}.${item.code}`
}

/** The item and its ancestors, nearest first. */
export function chainOf(draft: Draft, item: Item): Item[] {
  const chain = [item]
  for (let parent = item.parent; parent !== null; parent = chain.at(-1)!.parent) chain.push(draft.items.get(parent)!)
  return chain
}

/** In no order, retired ones included. */
export function* childrenIn(draft: Draft, parent: string | null): Generator<Item> {
  for (const id of draft.children.get(parent) ?? []) yield draft.items.get(id)!
}

export function activeChildren(draft: Draft, parent: string | null): Item[] {
  return Array.from(draft.children.get(parent) ?? [], id => draft.items.get(id)!)
    .filter(item => item.status === 'active')
    .sort((a, b) => a.position - b.position || compareKeys(a.code, b.code))
}

/** All below the item that can be reached through items of which `passes` holds. */
export function below(draft: Draft, id: string, passes: (item: Item) => boolean): Item[] {
  const found: Item[] = []
  for (const child of draft.children.get(id) ?? []) {
    const item = draft.items.get(child)!
    if (passes(item)) found.push(item, ...below(draft, child, passes))
  }
  return found
}

export const isActive = (item: Item): boolean => item.status === 'active'

const allBelow = (draft: Draft, id: string): Item[] => below(draft, id, () => true)

function topOf(draft: Draft, item: Item): Item {
  let top = item
  while (top.parent !== null) top = draft.items.get(top.parent)!
  return top
}

function listCode(draft: Draft, item: Item): void {
  addTo(codesAround(draft, item), item.code, item.id)
}

function unlistCode(draft: Draft, item: Item): void {
  codesAround(draft, item).get(item.code)?.delete(item.id)
}

/** The codes among which the item's must be unique. */
function codesAround(draft: Draft, item: Item): Map<string, Set<string>> {
  if (item.parent === null) return draft.tops
  const top = topOf(draft, item).id
  const codes = draft.below.get(top) ?? new Map()
  draft.below.set(top, codes)
  return codes
}

function addTo<K>(sets: Map<K, Set<string>>, key: K, id: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([id]))
  else set.add(id)
}
