import { type Item, type ItemKind, isContainer, Operation, type OperationInput } from '@cte-align/contracts'
import {
  type Applied,
  ancestorsOf,
  applyOperations,
  childrenOf,
  keyOf,
  OperationError,
  type Tree,
} from '../src/index.ts'
import { cluster, newItem, release } from './builders.ts'
import { type Dice, TEXTS } from './random-tree.ts'

const CHILD: Partial<Record<ItemKind, readonly ItemKind[]>> = {
  sector: ['pathway', 'anchor', 'standard', 'practice'],
  cluster: ['sub-cluster', 'anchor', 'standard', 'practice'],
  pathway: ['standard'],
  'sub-cluster': ['standard'],
  anchor: ['indicator'],
  standard: ['indicator'],
}

export const context = (proposal: string) => ({
  proposal,
  release,
  foreign: (_: string, target: string) => (target === 'AED' ? cluster('AED') : undefined),
  by: 'editor',
})

/** Operations that can be done one after the other on the tree that the ones before left: each is made to fit it. */
export function randomOperations(
  base: Tree,
  dice: Dice,
  // codes that no other proposal gives out
  { proposal, count, start = proposal === 'p0' ? 0 : 100 }: { proposal: string; count: number; start?: number },
): Operation[] {
  let tree = base
  const operations: Operation[] = []
  for (let n = 0; n < count; n++) {
    const made = MAKERS[dice.roll(MAKERS.length)]!(tree, dice, start + n).map(each => Operation.parse(each))
    if (made.length === 0) continue
    const next = appliedOrLeft(base, [...operations, ...made], proposal)
    if (next === null) continue
    operations.push(...made)
    tree = next
  }
  return operations
}

/** Null for a join whose other codes collide: whether they do shows only when it is done, after all that came before. */
function appliedOrLeft(base: Tree, operations: Operation[], proposal: string): Tree | null {
  try {
    return applyOperations(base, operations, context(proposal)).tree
  } catch (error) {
    const last = operations.at(-1)!
    if (error instanceof OperationError && last.op === 'merge' && last.join !== undefined) return null
    throw error
  }
}

export const applied = (base: Tree, operations: Operation[], proposal: string): Applied =>
  applyOperations(base, operations, context(proposal))

type Maker = (tree: Tree, dice: Dice, n: number) => OperationInput[]

const override = (dice: Dice) =>
  dice.roll(8) === 0 ? { override: { class: 'editorial' as const, reason: 'agreed in committee' } } : {}

const add: Maker = (tree, dice, n) => {
  const parent = choose(dice, active(tree), item => CHILD[item.kind] !== undefined)
  if (parent === undefined || dice.roll(5) === 0)
    return [{ op: 'add', parent: null, item: newItem(dice.pick(['sector', 'cluster', 'practice']), `N${n}`) }]
  const kinds = CHILD[parent.kind]!
  return [{ op: 'add', parent: parent.id, item: { ...newItem(dice.pick(kinds), `N${n}`), position: dice.roll(3) } }]
}

const revise: Maker = (tree, dice, n) => {
  const item = choose(dice, active(tree))
  if (item === undefined) return []
  const text = dice.pick([...TEXTS, null])
  if (dice.roll(2) === 0) return item.scopeNote === text ? [] : [{ op: 'revise', item: item.id, scopeNote: text }]
  if (isContainer(item.kind)) return []
  return [{ op: 'revise', item: keyOf(tree, item.id), title: `${dice.pick(TEXTS)} n${n}`, ...override(dice) }]
}

const retitle: Maker = (tree, dice, n) => {
  const item = choose(dice, active(tree), each => isContainer(each.kind))
  if (item === undefined) return []
  const title = dice.roll(2) === 0 ? `${item.title}.` : `Title ${n}`
  return [{ op: 'retitle', item: item.id, title, ...override(dice) }]
}

const recode: Maker = (tree, dice, n) => {
  const item = choose(dice, active(tree))
  return item === undefined ? [] : [{ op: 'recode', item: item.id, code: `R${n}` }]
}

const move: Maker = (tree, dice) => {
  const item = choose(dice, active(tree), each => each.parent !== null && each.kind !== 'practice')
  if (item === undefined) return []
  const parent = choose(dice, active(tree), each => {
    if (!CHILD[each.kind]?.includes(item.kind) || each.id === item.parent) return false
    return topOf(tree, each.id) === topOf(tree, item.id) || fits(tree, item, topOf(tree, each.id))
  })
  if (parent !== undefined) return [{ op: 'move', item: item.id, parent: parent.id, ...override(dice) }]
  const position = dice.roll(5)
  return position === item.position ? [] : [{ op: 'move', item: item.id, parent: item.parent, position }]
}

const merge: Maker = (tree, dice, n) => {
  const first = choose(dice, active(tree), each => each.kind !== 'practice')
  if (first === undefined) return []
  const like = active(tree).filter(each => each.kind === first.kind && each.id !== first.id)
  const others = like.filter(each => topOf(tree, each.id) === topOf(tree, first.id) && each.parent !== null)
  if (others.length === 0) return []
  const [second, third] = [dice.pick(others), dice.pick(others)]
  const items = [first.id, keyOf(tree, second.id)]
  if (third !== second) return [{ op: 'merge', items, into: { existing: third.id }, ...override(dice) }]
  return [{ op: 'merge', items, into: { new: newItem(first.kind, `M${n}`), parent: first.parent } }]
}

/** Two top-level items with anchors alike, which join. */
const mergeTops: Maker = (tree, _dice, n) => {
  const tops = active(tree).filter(each => each.parent === null && each.kind === 'sector')
  if (tops.length < 2) return []
  const items = [tops[0]!.id, tops[1]!.id]
  const join: ItemKind[] = ['anchor', 'standard', 'indicator', 'practice', 'pathway']
  return [{ op: 'merge', items, into: { new: newItem('sector', `T${n}`), parent: null }, join }]
}

/** With some of the children moved to the first of the new items. */
const split: Maker = (tree, dice, n) => {
  const item = choose(dice, active(tree))
  if (item === undefined) return []
  const [left, right] = [`X${n}`, `Y${n}`]
  const into = [newItem(item.kind, left), newItem(item.kind, right)]
  const top = topOf(tree, item.id)
  const target = item.parent === null ? left : `${tree.items.get(top)!.code}.${left}`
  const children = childrenOf(tree, item.id).filter(each => each.status === 'active' && each.kind !== 'practice')
  const moved = children.filter(() => dice.roll(2) === 0)
  const dependents = [dice.roll(3), 3 + dice.roll(3)].map(each => ({ kind: 'course-code' as const, key: `760${each}` }))
  const assignments = dependents.map((dependent, i) => ({ dependent, successor: i === 0 ? left : right }))
  return [
    { op: 'split', item: item.id, into, assignments },
    ...moved.map(child => ({ op: 'move' as const, item: child.id, parent: target })),
  ]
}

const retire: Maker = (tree, dice) => {
  const item = choose(dice, active(tree))
  if (item === undefined) return []
  const heir = choose(dice, active(tree), each => each.id !== item.id && !ancestorsOf(tree, each.id).includes(item.id))
  const own = heir === undefined ? ('none' as const) : [{ framework: tree.framework, item: heir.id }]
  const successors = dice.pick([own, 'none' as const, [{ framework: 'ca-cte-clusters', item: 'AED' }]])
  return [{ op: 'retire', item: item.id, successors, ...override(dice) }]
}

const restore: Maker = (tree, dice) => {
  const gone = [...tree.items.values()].filter(each => each.status === 'retired')
  const item = choose(dice, gone, each => {
    const above = ancestorsOf(tree, each.id).map(parent => tree.items.get(parent)!)
    return above.every(parent => parent.status === 'active') && fits(tree, each, topOf(tree, each.id))
  })
  return item === undefined ? [] : [{ op: 'restore', item: item.id }]
}

const MAKERS: readonly Maker[] = [
  add,
  revise,
  revise,
  retitle,
  recode,
  move,
  move,
  merge,
  mergeTops,
  split,
  retire,
  restore,
]

const active = (tree: Tree): Item[] => [...tree.items.values()].filter(item => item.status === 'active')
const topOf = (tree: Tree, id: string): string => ancestorsOf(tree, id).at(-1) ?? id

function choose(dice: Dice, items: Item[], fits: (item: Item) => boolean = () => true): Item | undefined {
  const fitting = items.filter(fits)
  return fitting.length === 0 ? undefined : dice.pick(fitting)
}

/** Nobody else below the top-level item, retired or not, has a code of the item or of what is below it. */
function fits(tree: Tree, item: Item, top: string): boolean {
  const coming = [...tree.items.values()].filter(
    each => each.id === item.id || ancestorsOf(tree, each.id).includes(item.id),
  )
  const ids = new Set(coming.map(each => each.id))
  const codes = coming.map(each => each.code)
  const there = [...tree.items.values()].filter(each => topOf(tree, each.id) === top && !ids.has(each.id))
  const isTop = item.parent === null
  const tops = [...tree.items.values()].filter(each => each.parent === null && each.id !== item.id)
  if (isTop && tops.some(each => each.code === item.code)) return false
  return new Set(codes).size === codes.length && there.every(each => !codes.includes(each.code))
}
