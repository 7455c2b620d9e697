import type { OperationInput } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { diff, ownerChanges, ownerChangesIn, ownerMoves } from '../src/index.ts'
import { apply, id, newItem, release, sectors } from './builders.ts'
import { numbers, worldOf } from './random-world.ts'

const tree = sectors()
function told(item: string, ...operations: OperationInput[]) {
  const { tree: proposed, notes } = apply(tree, ...operations)
  return ownerChangesIn(diff(tree, proposed, release, notes))(id(item), '7611')
}

t.test('successors under another sector change the owner, those under the same do not', async t => {
  t.equal(told('EEU.A', { op: 'move', item: 'EEU.A', parent: 'ICT' }), true)
  t.equal(
    told('EEU.A', { op: 'retire', item: 'EEU.A', successors: [{ framework: 'ca-mcs-2013', item: 'ICT.B' }] }),
    true,
  )
  const split: OperationInput = {
    ...{ op: 'split', item: 'EEU.A', into: [newItem('pathway', 'X'), newItem('pathway', 'Y')] },
    assignments: [{ dependent: { kind: 'course-code', key: '7611' }, successor: 'X' }],
  }
  t.equal(told('EEU.A', split), false)
  t.equal(told('EEU.A', split, { op: 'move', item: 'EEU.X', parent: 'ICT' }), true, 'the one it is assigned to counts')
  t.equal(told('EEU.A', split, { op: 'move', item: 'EEU.Y', parent: 'ICT' }), false)
})

t.test('where the changes do not tell, it says so', async t => {
  t.equal(told('ICT.B5.3', { op: 'move', item: 'ICT.B5.3', parent: 'ICT.C1.0' }), null)
  t.equal(told('EEU.A', { op: 'retitle', item: 'EEU.A', title: 'Other' }), null)
})

/** A pathway moves into a sector that is retired in the same release, and goes along with it. */
const MOVED_AND_GONE = [5938, 1, 0, 0, 0, 7215, 0, 4378, 9283, 0, 5569, 9097, 0, 7946, 0, 0, 1686, 7697, 9352]

t.test('what it tells of a moved pathway is what the trees tell', async t => {
  let compared = 0
  fc.assert(
    fc.property(numbers, drawn => {
      const { base, proposed, changes, reached } = worldOf(drawn)
      const moves = ownerMoves(reached, { base, proposed }, each => each)
      const byTree = ownerChanges(moves, base)
      const byChanges = ownerChangesIn(changes)
      return changes
        .filter(({ class: chosen, item }) => chosen === 'moved' && item.kind === 'pathway')
        .every(({ item }) => {
          const told = byChanges(item.id, '7611')
          compared++
          return told === null || told === byTree(item.id, '7611')
        })
    }),
    { numRuns: 300, examples: [[MOVED_AND_GONE]] },
  )
  t.comment(`${compared} compared`)
  t.pass()
})
