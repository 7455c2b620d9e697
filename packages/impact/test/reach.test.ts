import type { Change, CrosswalkRelation, OperationInput, Reach } from '@cte-align/contracts'
import t from 'tap'
import { diff, reachOf, relationIndex } from '../src/index.ts'
import { apply, cluster, newItem, ref, relation, release, sectors } from './builders.ts'

/** `up ICT.B item` for each reach of the change of the item named, in order. */
function reach(key: string, relations: CrosswalkRelation[], ...operations: OperationInput[]): string[] {
  const base = sectors()
  const { tree: proposed, notes } = apply(base, ...operations)
  const change = diff(base, proposed, release, notes).find(each => each.item.key === key) as Change
  return reachOf(change, { base, proposed, relations }).map(tell)
}
const tell = ({ item, scope, path }: Reach): string => `${path.map(step => step.edge).join(' ')} ${item.key} ${scope}`

const retire = (item: string): OperationInput => ({ op: 'retire', item, successors: 'none' })
const revise = (item: string): OperationInput => ({ op: 'revise', item, title: 'Other words.' })

t.test('a pathway standard touches its pathway and the sector itself, never the sibling pathways', async t => {
  t.strictSame(reach('ICT.C1.0', [], revise('ICT.C1.0')), [
    'change ICT.C1.0 item',
    'change up ICT.C item',
    'change up up ICT item',
  ])
})

t.test('an anchor, its indicators and a practice cover the whole sector', async t => {
  t.strictSame(reach('ICT.5.0', [], revise('ICT.5.0')), ['change ICT.5.0 item', 'change up ICT subtree'])
  t.strictSame(reach('ICT.P1', [], revise('ICT.P1')), ['change ICT.P1 item', 'change up ICT subtree'])
  t.strictSame(reach('ICT.5.1', [], revise('ICT.5.1')), [
    'change ICT.5.1 item',
    'change up ICT.5.0 item',
    'change up up ICT subtree',
  ])
})

t.test('a changed container reaches its subtree', async t => {
  t.strictSame(reach('ICT.B', [], { op: 'retitle', item: 'ICT.B', title: 'Nets' }), [
    'change ICT.B subtree',
    'change up ICT item',
  ])
})

t.test('a statement that goes takes its indicators along, one that is reworded does not', async t => {
  t.equal(reach('ICT.B5.0', [], retire('ICT.B5.0'))[0], 'change ICT.B5.0 subtree')
  t.equal(reach('ICT.B5.0', [], revise('ICT.B5.0'))[0], 'change ICT.B5.0 item')
})

t.test('what a container takes along is covered by it, but for its own counterparts', async t => {
  const relations = [relation(ref('EEU.A1.0', 'standard'), cluster('ENR'), 'related')]
  t.strictSame(reach('EEU.A1.0', relations, retire('EEU')), ['change across ENR subtree'])
  t.strictSame(reach('EEU.A', relations, retire('EEU')), [])
})

t.test('a moved item has two sets of owners', async t => {
  t.strictSame(reach('EEU.B', [], { op: 'move', item: 'ICT.B', parent: 'EEU' }), [
    'change EEU.B subtree',
    'change up ICT item',
    'change up EEU item',
  ])
})

t.test('the crosswalk is crossed once, from the item and from each owner, both ways', async t => {
  const relations = [
    relation(ref('ICT.B', 'pathway'), cluster('DT.1', 'sub-cluster'), 'broader'),
    relation(cluster('DT'), ref('ICT'), 'broader'),
    relation(ref('EEU'), cluster('DT'), 'equivalent'),
  ]
  t.strictSame(reach('ICT.B', relations, retire('ICT.B')), [
    'change ICT.B subtree',
    'change up ICT item',
    'change across DT.1 subtree',
    'change up across DT subtree',
  ])
})

t.test('a relation is read in the direction of travel', async t => {
  const base = sectors()
  const { tree: proposed } = apply(base, retire('EEU'))
  const [change] = diff(base, proposed, release)
  const travelled = (made: CrosswalkRelation) =>
    reachOf(change!, { base, proposed, relations: relationIndex([made]) }).flatMap(({ path }) =>
      path.flatMap(step => (step.edge === 'across' ? [step.relation] : [])),
    )
  t.strictSame(travelled(relation(ref('EEU'), cluster('ENR'), 'broader')), ['broader'])
  t.strictSame(travelled(relation(cluster('ENR'), ref('EEU'), 'broader')), ['narrower'])
  t.strictSame(travelled(relation(cluster('ENR'), ref('EEU'), 'narrower')), ['broader'])
  t.strictSame(travelled(relation(cluster('ENR'), ref('EEU'), 'related')), ['related'])
})

t.test(
  'a rejected relation, and the word that there is none, are not followed; draft and suspect ones are',
  async t => {
    const to = (state: CrosswalkRelation['state']) => [relation(ref('EEU'), cluster('ENR'), 'equivalent', state)]
    t.equal(reach('EEU', to('rejected'), retire('EEU')).length, 1)
    t.equal(reach('EEU', [relation(ref('EEU'), null, 'none')], retire('EEU')).length, 1)
    t.equal(reach('EEU', to('draft'), retire('EEU')).length, 2)
    t.equal(reach('EEU', to('suspect'), retire('EEU')).length, 2)
  },
)

t.test('a new order among siblings reaches nobody', async t => {
  t.strictSame(reach('ICT.B', [], { op: 'move', item: 'ICT.B', parent: 'ICT' }), [])
})

t.test('a new item tells its owners', async t => {
  t.strictSame(reach('ICT.D', [], { op: 'add', parent: 'ICT', item: newItem('pathway', 'D') }), [
    'change ICT.D subtree',
    'change up ICT item',
  ])
})
