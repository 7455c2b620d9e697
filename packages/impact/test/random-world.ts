import {
  type CourseLevel,
  type CrosswalkRelation,
  type ItemRef,
  type Link,
  Relation,
  RelationState,
  type RuleEdge,
} from '@cte-align/contracts'
import fc from 'fast-check'
import { diff, type Graph, lineageOf, reachAll, refOf, type Tree } from '../src/index.ts'
import { cluster, link, MCS, relation, release, rule, wildcard } from './builders.ts'
import { applied, randomOperations } from './random-operations.ts'
import { type Dice, diceOf, randomTree } from './random-tree.ts'

export type World = ReturnType<typeof worldOf>

/** From which a world is made. A failing case shows these, not the world. */
export const numbers: fc.Arbitrary<number[]> = fc.array(fc.nat(9999), { minLength: 12, maxLength: 120 })

/** A base with some history, a proposal for it, a crosswalk, links and rules. */
export function worldOf(numbers: number[]) {
  const dice = diceOf(numbers)
  const genesis = randomTree(dice)
  const base = applied(genesis, randomOperations(genesis, dice, { proposal: 'p0', count: dice.roll(4) }), 'p0').tree
  const operations = randomOperations(base, dice, { proposal: 'p1', count: dice.roll(7) })
  const { tree: proposed, notes } = applied(base, operations, 'p1')
  const relations = randomRelations(base, proposed, dice)
  const changes = diff(base, proposed, release, notes)
  const graph: Graph = { base, proposed, relations }
  const reached = reachAll(changes, graph)
  return { base, operations, proposed, notes, relations, changes, graph, reached, ...randomRecords(base, dice) }
}

/** The framework across: clusters with one sub-cluster each. */
export const FAR: { item: ItemRef; parent: ItemRef | null }[] = ['K1', 'K2', 'K3'].flatMap(code => [
  { item: cluster(code), parent: null },
  { item: cluster(`${code}.a`, 'sub-cluster'), parent: cluster(code) },
])

function randomRelations(base: Tree, proposed: Tree, dice: Dice): CrosswalkRelation[] {
  const near = [...base.items.keys()].map(id => refOf(base, id))
  const fresh = [...proposed.items.keys()].filter(id => !base.items.has(id)).map(id => refOf(proposed, id))
  return Array.from({ length: dice.roll(7) }, (_, n) => {
    const [here, there] = [dice.pick([...near, ...fresh]), dice.pick([...FAR.map(each => each.item), dice.pick(near)])]
    const made = relation(here, there, dice.pick(Relation.options), dice.pick([...RelationState.options, 'accepted']))
    const turned = dice.roll(2) === 0 ? made : { ...made, from: there, to: here }
    return { ...turned, id: `relation ${n}`, ...(dice.roll(9) === 0 ? { to: null, relation: 'none' as const } : {}) }
  })
}

const LEVELS: readonly CourseLevel[] = [
  'introductory',
  'concentrator',
  'concentrator',
  'capstone',
  'capstone',
  'exploratory',
]
/** Each speaks of another list of the framework here, and one of the one across. */
export const STATUTES: readonly Link[] = [
  wildcard('EC 1', MCS, 'sector-count'),
  { ...wildcard('EC 2', MCS, 'sector-count'), verified: false },
  wildcard('5 CCR 1', MCS, 'sector-titles'),
  wildcard('5 CCR 2', MCS, 'cluster-titles'),
  wildcard('5 CCR 3', 'ca-cte-clusters', 'cluster-count'),
]
const AUTHORIZATIONS = ['CTE/R4T/EU', 'CTE/R4T/ANR', 'CTE/R4T/ITEC', 'TC1/R1S/BUSI']

function randomRecords(base: Tree, dice: Dice): { links: Link[]; rules: RuleEdge[] } {
  const near = [...base.items.keys()]
  const someone = (): { key: string; level: CourseLevel | null } => {
    const n = dice.roll(LEVELS.length)
    return dice.roll(2) === 0 ? { key: dice.pick(AUTHORIZATIONS), level: null } : { key: `760${n}`, level: LEVELS[n]! }
  }
  const links = Array.from({ length: 3 + dice.roll(20) }, (_, n): Link => {
    const { key, level } = someone()
    const rest = { id: `link ${n}`, verified: dice.roll(5) > 0 }
    if (dice.roll(12) === 0) return { ...wildcard(key, MCS), ...rest }
    if (dice.roll(4) === 0) {
      const { item, parent } = dice.pick(FAR)
      return { ...link(item, key, { lineage: parent === null ? [] : [parent] }), ...rest }
    }
    const id = dice.pick(near)
    const made = link(refOf(base, id), key, { lineage: lineageOf(base, id), ...rest })
    return { ...made, dependent: { ...made.dependent, level } }
  })
  const rules = Array.from({ length: dice.roll(6) }, (_, n) =>
    rule(`760${dice.roll(6)}`, dice.pick([...AUTHORIZATIONS, 'CTE/R4T/*']), {
      rule: `rule ${n}`,
      inferred: dice.roll(3) === 0,
      verified: dice.roll(3) > 0,
    }),
  )
  return { links: [...links, ...STATUTES], rules }
}
