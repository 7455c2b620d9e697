import {
  type Change,
  type CrosswalkRelation,
  type Item,
  type ItemRef,
  isContainer,
  type Reach,
  type ReachedChange,
  type Step,
} from '@cte-align/contracts'
import { inverse } from './compose-relations.ts'
import { compareText } from './natural-order.ts'
import { ancestorsOf, childrenOf, refOf, type Tree } from './tree.ts'

/** Relations by the id of either end. */
export type RelationIndex = ReadonlyMap<string, readonly CrosswalkRelation[]>
export type Graph = { base: Tree; proposed: Tree; relations: readonly CrosswalkRelation[] | RelationIndex }

/**
 * What a change reaches (docs/architecture.md, "How a change is decided"): the item itself; up, the items that own it in the base and
 * in the proposed tree; one step across the crosswalk from the item and from each owner. Down is not walked: a scope says
 * that the reach extends over the whole subtree. One Reach for each path, in an order that depends on nothing else.
 */
export function reachOf(change: Change, graph: Graph): Reach[] {
  if (change.class === 'editorial' && change.rule === 'place/order-only') return []
  const relations = indexed(graph.relations)
  const start: Step[] = [{ edge: 'change', item: change.item }]
  const own: Reach = { item: change.item, scope: ownScope(change, graph), path: start }
  // The container whose retirement took the item along has the same subtree and the same owners.
  if (change.within !== null) return acrossFrom(own, relations)
  const owners = ownersOf(change, graph, start)
  return [own, ...owners, ...[own, ...owners].flatMap(from => acrossFrom(from, relations))]
}

/** Every change with what it reaches; the relations are indexed once. */
export function reachAll(changes: readonly Change[], { base, proposed, relations }: Graph): ReachedChange[] {
  const index = indexed(relations)
  return changes.map(change => ({ change, reach: reachOf(change, { base, proposed, relations: index }) }))
}

/** Builds once what `reachOf` would otherwise build on each call. Leaves out what is never followed. */
export function relationIndex(relations: Iterable<CrosswalkRelation>): RelationIndex {
  const index = new Map<string, CrosswalkRelation[]>()
  for (const relation of relations) {
    if (relation.to === null || relation.relation === 'none' || relation.state === 'rejected') continue
    for (const end of new Set([relation.from.id, relation.to.id])) {
      const known = index.get(end)
      if (known === undefined) index.set(end, [relation])
      else known.push(relation)
    }
  }
  for (const found of index.values()) found.sort((a, b) => compareText(a.id, b.id))
  return index
}

const indexed = (relations: Graph['relations']): RelationIndex =>
  'get' in relations ? relations : relationIndex(relations)

/** A container's change is its subtree's. So is it when a statement with indicators comes, goes or moves: they do too. */
function ownScope(change: Change, { base, proposed }: Graph): Reach['scope'] {
  const { id, kind } = change.item
  if (isContainer(kind)) return 'subtree'
  if (change.aspect !== 'existence' && change.aspect !== 'place') return 'item'
  return childrenOf(base, id).length > 0 || childrenOf(proposed, id).length > 0 ? 'subtree' : 'item'
}

/**
 * An owner is reached as one item: a standard touches its pathway and what hangs on the sector itself, never the sibling
 * pathways. But an anchor, its indicators and a practice hold for everything in the nearest container above them.
 */
function ownersOf(change: Change, { base, proposed }: Graph, start: Step[]): Reach[] {
  const id = change.item.id
  const found = new Map<string, Reach>()
  for (const tree of [base, proposed].filter(each => inForce(each, id, { base, proposed }))) {
    const wide = coversItsContainer(tree, id)
    let containers = 0
    let path = start
    for (const ancestor of ancestorsOf(tree, id)) {
      const item = proposed.items.has(ancestor) ? refOf(proposed, ancestor) : refOf(base, ancestor)
      path = [...path, { edge: 'up', item }]
      const nearest = isContainer(item.kind) && ++containers === 1
      const reach: Reach = { item, scope: wide && nearest ? 'subtree' : 'item', path }
      const key = path.map(step => ('item' in step ? step.item.id : '')).join()
      if (found.get(key)?.scope !== 'subtree') found.set(key, reach)
    }
  }
  return [...found.values()]
}

/** A tree in which the item is retired does not make its ancestors owners; if no tree has it active, any that has it does. */
function inForce(tree: Tree, id: string, { base, proposed }: { base: Tree; proposed: Tree }): boolean {
  const active = (each: Tree): boolean => each.items.get(id)?.status === 'active'
  return active(base) || active(proposed) ? active(tree) : tree.items.has(id)
}

function coversItsContainer(tree: Tree, id: string): boolean {
  const item = tree.items.get(id) as Item
  const holder = item.kind === 'indicator' && item.parent !== null ? tree.items.get(item.parent) : item
  return holder?.kind === 'anchor' || holder?.kind === 'practice'
}

/** One step, never two, and never where a person said that there is no counterpart. */
function acrossFrom(from: Reach, relations: RelationIndex): Reach[] {
  return (relations.get(from.item.id) ?? []).flatMap(relation => {
    const forth = relation.from.id === from.item.id
    const item = forth ? relation.to : relation.from
    if (item === null || item.id === from.item.id) return []
    return [{ item, scope: 'subtree' as const, path: [...from.path, step(relation, item, forth)] }]
  })
}

function step(relation: CrosswalkRelation, item: ItemRef, forth: boolean): Step {
  const { id, crosswalk, state } = relation
  return {
    edge: 'across',
    item,
    crosswalk,
    relationId: id,
    state,
    relation: forth ? relation.relation : inverse(relation.relation),
  }
}
