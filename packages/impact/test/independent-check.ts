import type { Cause, Change, Dependent, Link, Path, Step } from '@cte-align/contracts'
import type { Tree } from '../src/index.ts'
import { FAR, type World } from './random-world.ts'

const parentIn = (tree: Tree, id: string): string | null => tree.items.get(id)?.parent ?? null

/** Goes along a path, asking the world itself whether each step exists. Written without a look at the code under test. */
export function faultsOf(path: Path, cause: Cause, dependent: Dependent, world: World): string[] {
  const faults: string[] = []
  const wrong = (fault: string): unknown => faults.push(fault)
  const [first, ...rest] = path.steps
  const last = path.steps.at(-1)!
  const change = world.changes.find(each => each.id === cause.change.id)
  if (first?.edge !== 'change' || first.item.id !== change?.item.id) wrong('does not begin at the change')
  if (last.edge !== (cause.order === 1 ? 'link' : 'rule')) wrong(`order ${cause.order} ends in ${last.edge}`)
  if ('dependent' in last && (last.dependent.key !== dependent.key || last.dependent.kind !== dependent.kind))
    wrong('does not end at its dependent')
  const grammar = path.steps.map(step => step.edge[0]).join('')
  if (!/^cu*a?d*lr?$/.test(grammar)) wrong(`steps out of order: ${grammar}`)
  let at = first!
  for (const step of rest) {
    if (!exists(at, step, world)) wrong(`no such edge: ${JSON.stringify(at)} -> ${JSON.stringify(step)}`)
    at = step
  }
  return faults
}

function exists(from: Step, to: Step, { base, proposed, relations, links, rules }: World): boolean {
  if (from.edge === 'link') {
    if (to.edge !== 'rule') return false
    const [code, held] = from.dependent.kind === 'course-code' ? [from, to] : [to, from]
    return rules.some(({ rule, courseCode, authorization, prefix }) => {
      const admits =
        authorization?.key === held.dependent.key ||
        (to === code && prefix !== null && held.dependent.key.startsWith(prefix))
      return rule === to.rule && courseCode.key === code.dependent.key && admits
    })
  }
  if (from.edge === 'rule') return false
  const here = from.item
  if (to.edge === 'up') return [base, proposed].some(tree => parentIn(tree, here.id) === to.item.id)
  if (to.edge === 'down')
    return (
      parentIn(base, to.item.id) === here.id ||
      FAR.some(far => far.item.id === to.item.id && far.parent?.id === here.id)
    )
  if (to.edge === 'link') {
    const link = links.find(each => each.id === to.link)
    if (link?.item?.id === here.id) return true
    if (link?.framework !== here.framework) return false
    return link.any === here.kind || (from.edge === 'change' && link.any?.startsWith(`${here.kind}-`) === true)
  }
  if (to.edge !== 'across') return false
  const found = relations.find(each => each.id === to.relationId)!
  if (found.state === 'rejected' || found.relation === 'none' || found.state !== to.state) return false
  const asWritten = found.from.id === here.id && found.to?.id === to.item.id && found.relation === to.relation
  const turned = { broader: 'narrower', narrower: 'broader', equivalent: 'equivalent', related: 'related' }
  const backwards = found.to?.id === here.id && found.from.id === to.item.id && turned[found.relation] === to.relation
  return asWritten || backwards
}

/** Ids that a change reaches, found by walking sets to a fixed point over everything there is. */
export function reachedIds(world: World, changeId: string): Set<string> {
  const { base, proposed, relations } = world
  const change = world.changes.find(each => each.id === changeId)!
  const reached = new Set([change.item.id])
  if (change.class === 'editorial' && change.rule === 'place/order-only') return new Set()
  if (change.within === null) {
    const alive = [base, proposed].filter(tree => tree.items.get(change.item.id)?.status === 'active')
    for (const tree of alive.length > 0 ? alive : [base, proposed]) {
      const chain = new Set([change.item.id])
      for (let size = 0; size !== chain.size; ) {
        size = chain.size
        for (const item of tree.items.values()) if (chain.has(item.id) && item.parent !== null) chain.add(item.parent)
      }
      for (const id of chain) reached.add(id)
    }
  }
  const across = relations.flatMap(({ from, to, relation, state }) => {
    if (to === null || to.id === from.id || relation === 'none' || state === 'rejected') return []
    return [from, to].some(end => reached.has(end.id)) ? [[from.id, to.id]] : []
  })
  // what a container took along is covered by the container's own change
  const found = new Set(change.within === null ? reached : [])
  for (const [a, b] of across) {
    if (reached.has(a!)) found.add(b!)
    if (reached.has(b!)) found.add(a!)
  }
  return found
}

/** Whether a link hangs on the list that a change touches: by what is there before and after, and by titles that are not the same words. */
function isOnList(
  { framework, any }: Link,
  { item, aspect, class: chosen }: Change,
  { base, proposed }: World,
): boolean {
  const isThere = (tree: Tree) => tree.items.get(item.id)?.status === 'active'
  const [kind, what] = any?.split('-') ?? []
  if (what === undefined || kind !== item.kind || framework !== item.framework) return false
  if (aspect === 'existence') return isThere(base) !== isThere(proposed)
  return what === 'titles' && aspect === 'title' && chosen !== 'editorial'
}

/** `change id, dependent` for each link that a change leads to: every link held against every reach, by the trees themselves. */
export function hitsOf(world: World): string[] {
  const { reached, links, base } = world
  const parentOf = (id: string): string | null =>
    parentIn(base, id) ?? FAR.find(far => far.item.id === id)?.parent?.id ?? null
  const isBelow = (id: string | null, top: string): boolean => id !== null && (id === top || isBelow(parentOf(id), top))
  const hits = new Set<string>()
  for (const { change, reach } of reached)
    for (const link of links) {
      if (isOnList(link, change, world)) hits.add(`${change.id}, ${link.dependent.key}`)
      for (const { item, scope } of reach) {
        const named = link.item?.id === item.id || (link.any === item.kind && link.framework === item.framework)
        const under = scope === 'subtree' && link.item !== null && isBelow(link.item.id, item.id)
        if (named || under) hits.add(`${change.id}, ${link.dependent.key}`)
      }
    }
  return [...hits].sort()
}
