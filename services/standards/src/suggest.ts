import type { Item, ItemKind, ItemRef } from '@cte-align/contracts'
import { childrenOf, refOf, type Tree } from '@cte-align/impact'
import MiniSearch from 'minisearch'

export interface Suggestion {
  ref: ItemRef
  /** Higher is more alike; comparable within one answer alone. */
  score: number
  /** Words of the candidate that matched, with the fields in which they stand. */
  words: { word: string; fields: string[] }[]
}

const FIELDS = ['title', 'scope', 'children'] as const
const WEIGHTS = { title: 3, scope: 1, children: 1 }
/** Words that every title has. */
const EMPTY = new Set('and of the in for to or a an with on by general other related services all'.split(' '))

const indexes = new WeakMap<Tree, MiniSearch<Text>>()
type Text = { id: string; kind: ItemKind; title: string; scope: string; children: string }

/**
 * Items of a tree that read like this one, the most alike first: BM25 over title, scope note and the titles of what is below, with
 * words cut to their stems. It proposes and nothing more: what comes of it is a person's draft, reviewed like any other.
 */
export function suggest(
  item: Item,
  home: Tree,
  { tree, kinds, limit }: { tree: Tree; kinds: ReadonlySet<ItemKind>; limit: number },
): Suggestion[] {
  const { title, scope, children } = textOf(item, home)
  const found = indexOf(tree).search(
    {
      combineWith: 'OR',
      queries: [
        { queries: [title], combineWith: 'OR', boost: { ...WEIGHTS } },
        { queries: [scope, children], combineWith: 'OR', boost: { title: 1, scope: 0.5, children: 0.5 } },
      ],
    },
    { filter: result => kinds.has(result.kind) && result.id !== item.id },
  )
  return found.slice(0, limit).map(({ id, score, match }) => ({
    ref: refOf(tree, id),
    score: Math.round(score * 100) / 100,
    words: Object.entries(match).map(([word, fields]) => ({ word, fields })),
  }))
}

/** Made once for each tree in memory: a release never changes. */
function indexOf(tree: Tree): MiniSearch<Text> {
  const known = indexes.get(tree)
  if (known !== undefined) return known
  const index = new MiniSearch<Text>({
    fields: [...FIELDS],
    storeFields: ['kind'],
    processTerm: stemOf,
    searchOptions: { processTerm: stemOf, fuzzy: false, prefix: false },
  })
  index.addAll([...tree.items.values()].filter(({ status }) => status === 'active').map(item => textOf(item, tree)))
  indexes.set(tree, index)
  return index
}

function textOf({ id, kind, title, text, scopeNote }: Item, tree: Tree): Text {
  const children = childrenOf(tree, id).flatMap(child => (child.status === 'active' ? [child.title] : []))
  return { id, kind, title, scope: [scopeNote, text].filter(Boolean).join(' '), children: children.join(' ') }
}

/** Enough of a stem for titles: energies, engineering and engineers meet, and nothing is guessed beyond that. */
function stemOf(term: string): string | null {
  const word = term.toLowerCase()
  if (EMPTY.has(word) || word.length < 2) return null
  const stem = word
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?:s|es)$/, '')
    .replace(/(?:ations?|ing|ers?|ment|al)$/, '')
  return stem.length < 3 ? word : stem
}
