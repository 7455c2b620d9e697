import { Change, type ChangeClass, type ItemRef } from '@cte-align/contracts'
import { childrenOf, itemInWords, lineageOf, refOf, type Tree } from '@cte-align/impact'
import { diffWordsWithSpace } from 'diff'
import { z } from 'zod'

const Piece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export const ChangeForPeople = Change.extend({
  said: z.string().meta({ description: 'The change in one sentence' }),
  words: z
    .array(z.object({ field: z.enum(['title', 'text', 'scopeNote', 'code']), pieces: z.array(Piece) }))
    .meta({ description: 'Word by word, for each text that differs' }),
  moved: z
    .object({
      from: z.array(z.string()).meta({ description: 'Keys above it, nearest first' }),
      to: z.array(z.string()),
      below: z.int().meta({ description: 'Items that come along unchanged' }),
    })
    .nullable(),
})
export type ChangeForPeople = z.infer<typeof ChangeForPeople>

/** Gravest first; in this order a diff is read. */
export const CLASS_ORDER = [
  'retired',
  'split',
  'merged',
  'moved',
  'scope-narrowed',
  'substantive',
  'scope-broadened',
  'recode',
  'label',
  'added',
  'editorial',
] as const satisfies ChangeClass[]

export const byClassOrder = (changes: readonly Change[]): Change[] =>
  CLASS_ORDER.flatMap(each => changes.filter(change => change.class === each))

export function countByClass(changes: readonly Change[]): Partial<Record<ChangeClass, number>> {
  const counts: Partial<Record<ChangeClass, number>> = {}
  for (const name of CLASS_ORDER) {
    const count = changes.filter(change => change.class === name).length
    if (count > 0) counts[name] = count
  }
  return counts
}

/** A change as a person reads it: in a sentence, word by word, and a moved subtree as moved with all that comes along. */
export function forPeople(change: Change, trees: { base: Tree; proposed: Tree }): ChangeForPeople {
  return { ...change, said: inOneSentence(change, trees), words: wordsOf(change), moved: movedOf(change, trees) }
}

const TEXTS = ['title', 'text', 'scopeNote', 'code'] as const

function wordsOf({ before, after }: Change): ChangeForPeople['words'] {
  if (before === null || after === null) return []
  return TEXTS.filter(field => field in before || field in after).map(field => ({
    field,
    pieces: diffWordsWithSpace(before[field] ?? '', after[field] ?? '').map(({ added, removed, value }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    })),
  }))
}

function movedOf(
  { item, lineage }: Change,
  { base, proposed }: { base: Tree; proposed: Tree },
): ChangeForPeople['moved'] {
  if (lineage === null) return null
  return { from: keys(lineageOf(base, item.id)), to: keys(lineage), below: countBelow(proposed, item.id) }
}
const keys = (refs: ItemRef[]): string[] => refs.map(({ key }) => key)

function countBelow(tree: Tree, id: string): number {
  const children = childrenOf(tree, id).filter(({ status }) => status === 'active')
  return children.reduce((count, child) => count + 1 + countBelow(tree, child.id), 0)
}

function inOneSentence(change: Change, trees: { base: Tree; proposed: Tree }): string {
  const { item, aspect, before, after, successors, within, added, override } = change
  const name = `${item.kind} ${itemInWords(item)}`
  const because = override === null ? '' : ` (${override.by} calls it ${change.class}: ${override.reason})`
  return `${sentence()}${because}`

  function sentence(): string {
    if (change.rule === 'existence/takes-over') return `${name} takes over what others leave`
    if (aspect === 'existence' && added !== null)
      return change.rule === 'existence/restored' ? `${name} is restored` : `${name} is added${under(trees.proposed)}`
    if (aspect === 'existence') {
      if (within !== null) return `${name} goes with ${nameIn(trees.base, within)}`
      const what = { merged: 'is merged into', split: 'is split into', retired: 'is retired; it is followed by' }
      const verb = what[change.class as keyof typeof what] ?? 'is retired; it is followed by'
      return `${name} ${verb} ${followers(successors)}`
    }
    if (aspect === 'code') return `${name} gets the code ${after?.code}, until then ${before?.code}`
    if (aspect === 'title') return `${name} was titled "${before?.title}"`
    if (aspect === 'place') {
      const moved = movedOf(change, trees)
      if (moved === null) return `${name} stands at another place among its siblings`
      const along = moved.below === 0 ? '' : ` with the ${moved.below} items below it`
      return `${name} moves from ${moved.from[0] ?? 'the top'} to ${moved.to[0] ?? 'the top'}${along}`
    }
    return `${name} is worded differently`
  }

  function under(tree: Tree): string {
    const parent = lineageOf(tree, item.id)[0]
    return parent === undefined ? '' : ` under ${itemInWords(parent)}`
  }
}

const nameIn = (tree: Tree, id: string): string => (tree.items.has(id) ? itemInWords(refOf(tree, id)) : id)

function followers(successors: Change['successors']): string {
  if (successors === null || successors === 'unknown') return 'something that nobody has named'
  if (successors === 'none') return 'nothing'
  return successors.map(itemInWords).join(', ')
}
