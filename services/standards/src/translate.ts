import type { CrosswalkRelation, Item, ItemRef } from '@cte-align/contracts'
import {
  ancestorsOf,
  beginAt,
  childrenOf,
  closest,
  compareKeys,
  type DeadEnd,
  findItem,
  hop,
  refOf,
  type Tree,
  type Way,
} from '@cte-align/impact'
import type { Link } from './chain.ts'
import { type RelationDoc, STANDING } from './crosswalk.ts'
import { problem } from './errors.ts'
import type { Frameworks } from './frameworks.ts'
import type { Models } from './models.ts'
import type { Trees } from './trees.ts'
import { relationOf } from './write-relations.ts'

export interface Translated {
  item: Item
  ref: ItemRef
  release: string
  /** `none`: somebody looked, there is no counterpart. `unmapped`: nobody has said anything. */
  answer: 'mapped' | 'none' | 'unmapped'
  /** The surest way to each target, in the natural order of the targets' keys; `count` ways lead there. */
  targets: { ref: ItemRef; item: Item; release: string; way: Way }[]
  ends: { ref: ItemRef; crosswalk: string; answer: DeadEnd['answer'] }[]
  /** How every item on a way is named now. */
  nameOf: (framework: string, id: string) => ItemRef
}

interface Asked {
  item: string
  /** The release to find the item in; its newest where it is not said. Targets are named as their newest release has them. */
  release?: number | undefined
  /** Relations of the item alone, or also those of what is below and above it. */
  within: 'item' | 'tree'
}

/** Follows crosswalks from an item to its counterparts. A retired item translates too: that is how its records find their way. */
export function createTranslate(
  { Relation }: Pick<Models, 'Relation'>,
  { trees, frameworks }: { trees: Trees; frameworks: Frameworks },
) {
  return async (chain: Link[], { item: target, release: asked, within }: Asked): Promise<Translated> => {
    const [first] = chain
    const number = await frameworks.releaseFor(first!.from, { release: asked })
    const home = await trees.at(first!.from, number)
    const item = findItem(home, target)
    if (item === undefined) throw problem('CTE_NO_SUCH_ITEM', { item: target, where: `${home.framework}@${number}` })

    const read = new Map<string, { tree: Tree; number: number }>()
    for (const framework of [...chain.map(({ from }) => from), chain.at(-1)!.to]) {
      const head = await frameworks.releaseFor(framework, {})
      read.set(framework, { tree: await trees.at(framework, head), number: head })
    }
    const names = (framework: string, id: string): ItemRef => refOf(read.get(framework)!.tree, id)

    let ways: Way[] = [beginAt(item.id)]
    const ends: Translated['ends'] = []
    for (const link of chain) {
      const { tree } = read.get(link.from)!
      const extent = within === 'tree' ? tree : { framework: tree.framework, items: new Map() }
      const relations = await relationsFrom(link, ways, extent)
      const further = hop(ways, { crosswalk: link.crosswalk._id, tree: extent, relations })
      for (const end of further.ends) ends.push({ ...end, ref: names(link.from, end.item) })
      ways = further.ways
    }
    const last = read.get(chain.at(-1)!.to)!
    const targets = [...best(ways).values()]
      .map(way => ({
        ref: refOf(last.tree, way.item),
        item: last.tree.items.get(way.item)!,
        release: `${last.tree.framework}@${last.number}`,
        way,
      }))
      .sort((a, b) => compareKeys(a.ref.key, b.ref.key) || (a.ref.id < b.ref.id ? -1 : 1))
    const silent = ends.length === 0 || ends.some(({ answer }) => answer === 'unmapped')
    return {
      item,
      ref: refOf(home, item.id),
      release: `${home.framework}@${number}`,
      answer: targets.length > 0 ? 'mapped' : silent ? 'unmapped' : 'none',
      targets,
      ends,
      nameOf: names,
    }
  }

  /** Standing relations of the crosswalk at the items that ways have come to, and at what is below and above them. */
  async function relationsFrom({ crosswalk, from, back = false }: Link, ways: Way[], tree: Tree) {
    const ids = new Set<string>()
    const below = (id: string): void => {
      ids.add(id)
      for (const child of childrenOf(tree, id)) below(child.id)
    }
    for (const { item } of ways) {
      below(item)
      for (const above of ancestorsOf(tree, item)) ids.add(above)
    }
    const named = { $in: [...ids] }
    const docs = await Relation.find({
      crosswalk: crosswalk._id,
      ...STANDING,
      $or: [{ 'from.id': named }, { 'to.id': named }],
    })
      .sort({ _id: 1 })
      .lean<RelationDoc[]>()
    const found = new Map<string, { relation: CrosswalkRelation; forth: boolean }[]>()
    for (const doc of docs) {
      // Within one framework only the direction tells from which end a relation is entered.
      const forth = crosswalk.from === crosswalk.to ? !back : doc.from.framework === from
      const end = forth ? doc.from : doc.to
      if (end === null || !ids.has(end.id)) continue
      const entry = { relation: relationOf(doc), forth }
      const known = found.get(end.id)
      if (known === undefined) found.set(end.id, [entry])
      else known.push(entry)
    }
    return found
  }
}
export type Translate = ReturnType<typeof createTranslate>

/** One way to each item: the surest, then the one that says most; with how many there are in all. */
function best(ways: Way[]): Map<string, Way> {
  const found = new Map<string, Way>()
  for (const way of [...ways].sort(closest)) {
    const known = found.get(way.item)
    found.set(way.item, known === undefined ? way : { ...known, count: known.count + way.count })
  }
  return found
}
