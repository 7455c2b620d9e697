import type { Item } from '@cte-align/contracts'
import { childrenOf, keyOf, type Tree } from '@cte-align/impact'

/** An item with all its words in small letters, made once for a release. */
export interface Entry {
  framework: string
  item: Item
  key: string
  words: string
  above: Entry | null
}

/** How near an item is to what was typed, nearest first. */
export const MATCHES = ['key', 'code', 'beginning', 'title', 'words'] as const

const indexes = new WeakMap<Tree, Entry[]>()

/** Every item of a tree in the tree's own order. Kept as long as the tree is. */
export function entriesOf(tree: Tree): readonly Entry[] {
  const known = indexes.get(tree)
  if (known !== undefined) return known
  const entries: Entry[] = []
  const add = (item: Item, above: Entry | null): void => {
    const key = keyOf(tree, item.id)
    const words = [key, item.title, item.text, item.scopeNote].join('\n').toLowerCase()
    const entry = { framework: tree.framework, item, key, words, above }
    entries.push(entry)
    for (const child of childrenOf(tree, item.id)) add(child, entry)
  }
  for (const top of childrenOf(tree, null)) add(top, null)
  indexes.set(tree, entries)
  return entries
}

/** Entries that hold every word, with how near each is to the whole of what was typed (a place in MATCHES). */
export function findEntries(entries: readonly Entry[], typed: string): { entry: Entry; near: number }[] {
  const whole = typed.trim().toLowerCase()
  const words = whole.split(/\s+/).filter(Boolean)
  const found: { entry: Entry; near: number }[] = []
  for (const entry of entries)
    if (words.every(word => entry.words.includes(word))) found.push({ entry, near: nearness(entry, whole) })
  return found
}

function nearness({ item, key }: Entry, whole: string): number {
  if (whole === '') return MATCHES.indexOf('words')
  const lower = key.toLowerCase()
  if (lower === whole) return MATCHES.indexOf('key')
  if (item.code.toLowerCase() === whole) return MATCHES.indexOf('code')
  if (lower.startsWith(whole)) return MATCHES.indexOf('beginning')
  return MATCHES.indexOf(item.title.toLowerCase().includes(whole) ? 'title' : 'words')
}

const EXCERPT = 240

/** Where a word stands in text or scope note that neither key nor title holds, with what is around it; else null. */
export function excerptOf({ item, key }: Entry, typed: string): string | null {
  const head = `${key} ${item.title}`.toLowerCase()
  const words = typed.trim().toLowerCase().split(/\s+/)
  const beside = words.find(word => !head.includes(word))
  const long = beside && [item.scopeNote, item.text].find(each => each?.toLowerCase().includes(beside))
  if (!long) return null
  const from = Math.max(0, long.toLowerCase().indexOf(beside) - EXCERPT / 2)
  const piece = long.slice(from, from + EXCERPT).trim()
  return `${from > 0 ? '… ' : ''}${piece}${from + EXCERPT < long.length ? ' …' : ''}`
}
