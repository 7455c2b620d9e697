import type { CrosswalkRelation, Relation, RelationState } from '@cte-align/contracts'
import { compose, inverse, sureness, weakest } from './compose-relations.ts'
import { compareText } from './natural-order.ts'
import { ancestorsOf, childrenOf, type Tree } from './tree.ts'

/** A step of a chain: across a relation (read in the direction of travel), or within a framework to where relations are. */
export type ChainStep =
  | { edge: 'across'; item: string; relation: Relation; by: CrosswalkRelation }
  | { edge: 'down' | 'up'; item: string; relation: Relation }

/** A way from where the chain began to an item. `count` ways lead there with this relation and this sureness; one is kept. */
export type Way = {
  item: string
  relation: Relation
  state: RelationState
  approximate: boolean
  steps: readonly ChainStep[]
  count: number
}
/** Where a chain does not go on, and whether somebody said so. */
export type DeadEnd = { item: string; crosswalk: string; answer: 'none' | 'unmapped' }

export const beginAt = (item: string): Way => ({
  ...{ item, relation: 'equivalent', state: 'accepted' },
  ...{ approximate: false, steps: [], count: 1 },
})

/** One crosswalk of a chain, in the direction in which it is travelled. */
export type Hop = {
  crosswalk: string
  /** The framework that the ways have come to. */
  tree: Tree
  /** Standing relations of the crosswalk by the id of the end we come from; an explicit none among them. */
  relations: ReadonlyMap<string, readonly { relation: CrosswalkRelation; forth: boolean }[]>
}

/**
 * Every way one crosswalk further. A way takes the relations of its item and of everything below it (a cluster is translated
 * through its sub-clusters); where there are none, those of the nearest item above that has some. Of the ways to one item
 * that say the same, one is kept: there are never more than there are items, relations and states.
 */
export function hop(ways: readonly Way[], { crosswalk, tree, relations }: Hop): { ways: Way[]; ends: DeadEnd[] } {
  const found = new Map<string, Way>()
  const ends = new Map<string, DeadEnd>()
  for (const way of ways) {
    if (relations.get(way.item)?.some(({ relation }) => relation.to === null)) {
      ends.set(way.item, { item: way.item, crosswalk, answer: 'none' })
      continue
    }
    const departures = departuresOf(way, tree, relations)
    if (departures.length === 0) ends.set(way.item, { item: way.item, crosswalk, answer: 'unmapped' })
    for (const from of departures)
      for (const { relation: by, forth } of relations.get(from.item)!) {
        const end = forth ? by.to : by.from
        if (end === null) continue
        keep(found, across(from, by, forth, end.id))
      }
  }
  return { ways: [...found.values()].sort(closest), ends: [...ends.values()] }
}

/** The surest way first; of equally sure ones the one that says most. */
export const closest = (a: Way, b: Way): number =>
  sureness(b.state) - sureness(a.state) ||
  CLOSENESS.indexOf(a.relation) - CLOSENESS.indexOf(b.relation) ||
  a.steps.length - b.steps.length ||
  compareText(a.item, b.item)
const CLOSENESS: readonly Relation[] = ['equivalent', 'narrower', 'broader', 'related', 'none']

function departuresOf(way: Way, tree: Tree, relations: Hop['relations']): Way[] {
  const leads = (id: string) => relations.get(id)?.some(({ relation }) => relation.to !== null) ?? false
  const within = (item: string, edge: 'down' | 'up'): Way => {
    const relation = edge === 'down' ? 'broader' : 'narrower'
    const steps = [...way.steps, { edge, item, relation } as const]
    return { ...way, item, relation: compose(way.relation, relation), steps }
  }
  const here = leads(way.item) ? [way] : []
  const below = belowOf(tree, way.item).filter(leads)
  const departures = [...here, ...below.map(id => within(id, 'down'))]
  if (departures.length > 0) return departures
  const above = ancestorsOf(tree, way.item).find(leads)
  return above === undefined ? [] : [within(above, 'up')]
}

function across(way: Way, by: CrosswalkRelation, forth: boolean, item: string): Way {
  const relation = forth ? by.relation : inverse(by.relation)
  return {
    item,
    relation: compose(way.relation, relation),
    state: weakest(way.state, by.state),
    approximate: way.approximate || by.approximate === true,
    steps: [...way.steps, { edge: 'across', item, relation, by }],
    count: way.count,
  }
}

function keep(found: Map<string, Way>, way: Way): void {
  const name = `${way.item} ${way.relation} ${way.state} ${way.approximate}`
  const known = found.get(name)
  if (known === undefined) found.set(name, way)
  else found.set(name, { ...(known.steps.length <= way.steps.length ? known : way), count: known.count + way.count })
}

function belowOf(tree: Tree, id: string): string[] {
  return childrenOf(tree, id).flatMap(child => [child.id, ...belowOf(tree, child.id)])
}
