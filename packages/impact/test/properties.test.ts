import { Change, fingerprint, Impact, Item, ReachedChange } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import {
  applyChanges,
  compareSeverity,
  diff,
  linksNeeded,
  mergeImpacts,
  planImpact,
  problems,
  reachAll,
  reachOf,
  relationIndex,
  rulesNeeded,
  type Tree,
} from '../src/index.ts'
import { release } from './builders.ts'
import { faultsOf, hitsOf, reachedIds } from './independent-check.ts'
import { applied } from './random-operations.ts'
import { numbers, type World, worldOf } from './random-world.ts'

const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 100)

/** Holds in every random world; says how many cases that were, and how many of them were about anything. */
function always(title: string, holds: (world: World, seed: number) => boolean): void {
  t.test(title, async t => {
    let telling = 0
    fc.assert(
      fc.property(numbers, fc.nat(), (drawn, seed) => {
        const each = worldOf(drawn)
        if (each.reached.length > 0 && each.links.length > 0) telling++
        return holds(each, seed)
      }),
      { numRuns },
    )
    t.pass(`${numRuns} cases, ${telling} with changes`)
    t.comment(`${numRuns} cases, ${telling} with changes`)
  })
}

const same = (a: unknown, b: unknown): boolean => fingerprint(a) === fingerprint(b)
const plan = ({ reached, links, rules }: World) => planImpact(reached, links, rules)
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((each, i) => ({ each, at: (seed * 31 + (i + 7) * 7919 * (seed + 3)) % 1009 }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each)
const statutesIn = (impacts: Impact[]): Impact[] =>
  impacts.filter(({ dependent }) => dependent.kind === 'legal-reference')
const byId = (tree: Tree): Item[] => [...tree.items.values()].sort((a, b) => (a.id < b.id ? -1 : 1))

always('a proposal on a sound tree leads to a sound tree', ({ base, proposed }) => {
  return problems(base).length === 0 && problems(proposed).length === 0
})

always('the same operations lead to the same tree, notes and ids, and leave the base as it was', world => {
  const before = JSON.stringify(byId(world.base))
  const again = applied(world.base, world.operations, 'p1')
  return (
    same(byId(again.tree), byId(world.proposed)) &&
    same([...again.notes], [...world.notes]) &&
    JSON.stringify(byId(world.base)) === before
  )
})

always('every item, change, reach and impact fits the contracts', world => {
  for (const item of world.proposed.items.values()) Item.parse(item)
  for (const each of world.reached) ReachedChange.parse(each)
  for (const each of plan(world)) Impact.parse(each)
  return true
})

always('a tree does not differ from itself', ({ base, proposed }) => {
  return [base, proposed].every(tree => diff(tree, { ...tree, items: new Map(tree.items) }, release).length === 0)
})

always('the changes applied to the base give exactly the proposed tree', ({ base, proposed, changes }) => {
  const heard = JSON.parse(JSON.stringify(changes)).map((each: unknown) => Change.parse(each))
  const expected = byId(proposed).map(fingerprint)
  return [changes, heard].every(given => same(byId(applyChanges(base, given)).map(fingerprint), expected))
})

always('preview is publish: each step twice, one in a single piece, one in parts through JSON', (world, seed) => {
  const { base, relations, links, rules } = world
  const { tree, notes } = applied(base, world.operations, 'p1')
  const changes = diff(base, tree, release, notes)
  const index = relationIndex(relations)
  const sent = changes.flatMap(change => {
    const reach = reachOf(change, { base, proposed: tree, relations: index })
    const cut = reach.length === 0 ? 0 : seed % reach.length
    return [
      { change, reach: reach.slice(0, cut) },
      { change, reach: reach.slice(cut) },
    ]
  })
  const heard = shuffled(sent, seed).map(each => ReachedChange.parse(JSON.parse(JSON.stringify(each))))
  const published = mergeImpacts(...heard.map(each => planImpact([each], links, rules)))
  return same(published, plan(world)) && same(planImpact(heard, links, rules), plan(world))
})

always('the plan does not depend on the order of changes, reach, links or rules', (world, seed) => {
  const reached = shuffled(world.reached, seed).map(({ change, reach }) => ({ change, reach: shuffled(reach, seed) }))
  return same(planImpact(reached, shuffled(world.links, seed), shuffled(world.rules, seed)), plan(world))
})

always('the order of crosswalk relations does not matter', ({ changes, graph, relations, reached }, seed) => {
  return same(reachAll(changes, { ...graph, relations: shuffled(relations, seed) }), reached)
})

always('no change, no impact', ({ links, rules }) => planImpact([], links, rules).length === 0)

always('merging plans adds nothing that was known and loses nothing', (world, seed) => {
  const all = plan(world)
  const cut = world.reached.length === 0 ? 0 : seed % world.reached.length
  const [a, b] = [world.reached.slice(0, cut), world.reached.slice(cut)].map(part =>
    planImpact(part, world.links, world.rules),
  )
  return same(mergeImpacts(a!, b!), all) && same(mergeImpacts(b!, a!), all) && same(mergeImpacts(all, all, a!), all)
})

always('every path is a chain of real edges from a change to its dependent, across at most once', world => {
  for (const { dependent, causes } of plan(world))
    for (const cause of causes)
      for (const path of cause.paths) {
        const faults = faultsOf(path, cause, dependent, world)
        if (faults.length > 0) throw new Error(faults.join('; '))
      }
  return true
})

always('a path with a doubt is never breaking, nor is one of second order', world => {
  const paths = plan(world).flatMap(each =>
    each.causes.flatMap(({ order, paths }) => paths.map(path => ({ order, path }))),
  )
  return paths.every(({ order, path }) => path.severity !== 'breaking' || (order === 1 && path.doubts.length === 0))
})

always('the gravest path of a cause stands first and gives its severity, and no path stands twice', world => {
  return plan(world).every(({ severity, causes }) =>
    causes.every(
      ({ paths, severity: ofCause }) =>
        paths[0]!.severity === ofCause &&
        paths.every(path => compareSeverity(path.severity, ofCause) <= 0) &&
        compareSeverity(ofCause, severity) <= 0 &&
        new Set(paths.map(path => JSON.stringify(path.steps))).size === paths.length,
    ),
  )
})

always('a label change never outranks a retirement on the same road', world => {
  const as = (given: Change['class']) => {
    const reached = world.reached.map(({ change, reach }) => ({ change: { ...change, class: given }, reach }))
    return new Map(planImpact(reached, world.links, []).map(each => [each.dependent.key, each.severity]))
  }
  const retired = as('retired')
  return [...as('label')].every(([key, severity]) => compareSeverity(severity, retired.get(key)!) <= 0)
})

always('reach is what a walk over all that there is finds, and every reach once', world => {
  return world.reached.every(({ change, reach }) => {
    const found = [...new Set(reach.map(each => each.item.id))].sort()
    const once = new Set(reach.map(each => JSON.stringify(each))).size === reach.length
    return once && same(found, [...reachedIds(world, change.id)].sort())
  })
})

always('links that nobody asked for do not change the plan, and those asked for suffice', world => {
  const { items, subtrees, wildcards } = linksNeeded(world.reached)
  const links = world.links.filter(
    link =>
      items.includes(link.item?.id ?? '') ||
      link.lineage.some(ref => subtrees.includes(ref.id)) ||
      wildcards.some(({ framework, any }) => link.any === any && link.framework === framework),
  )
  return same(planImpact(world.reached, links, world.rules), plan(world))
})

always('rules of the dependents that break suffice', world => {
  const { courseCodes, authorizations } = rulesNeeded(world.reached, world.links)
  const rules = world.rules.filter(
    ({ courseCode, authorization, prefix }) =>
      courseCodes.includes(courseCode.key) ||
      authorizations.some(key => key === authorization?.key || (prefix !== null && key.startsWith(prefix))),
  )
  return same(planImpact(world.reached, world.links, rules), plan(world))
})

always('the plan hits exactly whom a scan of every link against every reach hits', world => {
  const hits = plan(world).flatMap(({ dependent, causes }) =>
    causes.filter(cause => cause.order === 1).map(cause => `${cause.change.id}, ${dependent.key}`),
  )
  return same(hits.sort(), hitsOf(world))
})

always(
  'a statute is flagged exactly where a sector comes or goes, a list of titles also where one gets other words',
  world => {
    const { base, proposed, changes } = world
    const idsOf = (kind: string) =>
      new Set(
        [...base.items.values(), ...proposed.items.values()].flatMap(each => (each.kind === kind ? [each.id] : [])),
      )
    const isThere = (tree: Tree, id: string) => tree.items.get(id)?.status === 'active'
    const moves = (kind: string) => [...idsOf(kind)].some(id => isThere(base, id) !== isThere(proposed, id))
    const retitled = (kind: string) =>
      changes.some(
        ({ item, aspect, class: chosen }) => item.kind === kind && aspect === 'title' && chosen !== 'editorial',
      )
    const expected = [
      ...(moves('sector') ? ['EC 1', 'EC 2'] : []),
      ...(moves('sector') || retitled('sector') ? ['5 CCR 1'] : []),
      ...(moves('cluster') || retitled('cluster') ? ['5 CCR 2'] : []),
      // 5 CCR 3 speaks of a framework across: what changes here does not change its number.
    ]
    return same(
      statutesIn(plan(world))
        .map(each => each.dependent.key)
        .sort(),
      expected.sort(),
    )
  },
)

always('a statute is never more than a review, has no second order, and goes to no successor', world => {
  return statutesIn(plan(world)).every(
    ({ severity, causes }) =>
      severity !== 'breaking' &&
      causes.every(
        ({ order, assignment, paths }) =>
          order === 1 && assignment === null && paths.every(path => path.steps.length === 2),
      ),
  )
})

always('a statute puts nobody else at risk', world => {
  const links = world.links.filter(({ dependent }) => dependent.kind !== 'legal-reference')
  const others = plan(world).filter(({ dependent }) => dependent.kind !== 'legal-reference')
  return same(planImpact(world.reached, links, world.rules), others)
})
