import type { OperationInput } from '@cte-align/contracts'
import t from 'tap'
import { childrenOf, findItem, keyOf, OperationError, problems, treeOf } from '../src/index.ts'
import { apply, cluster, id, item, MCS, newItem, ref, sectors } from './builders.ts'

const after = (...operations: OperationInput[]) => apply(sectors(), ...operations).tree
const childCodes = (...[tree, key]: Parameters<typeof findItem>) =>
  childrenOf(tree, findItem(tree, key)!.id)
    .filter(each => each.status === 'active')
    .map(each => each.code)

t.test('an added item stands last, or where it was put, and the others make room', async t => {
  const tree = after(
    { op: 'add', parent: 'ICT', item: newItem('pathway', 'D') },
    { op: 'add', parent: 'ICT', item: { ...newItem('pathway', 'Z'), position: 0 } },
  )
  t.strictSame(childCodes(tree, 'ICT'), ['Z', 'B', 'C', '5.0', 'P1', 'D'])
})

t.test('operations see what the ones before them left', async t => {
  const tree = after(
    { op: 'recode', item: 'ICT', code: 'DT' },
    { op: 'retitle', item: 'DT.B', title: 'Networks' },
    { op: 'revise', item: 'DT.B5.3', title: 'Plan networks.' },
  )
  t.equal(tree.items.get(id('ICT.B'))?.title, 'Networks')
  t.equal(keyOf(tree, id('ICT.B5.3')), 'DT.B5.3')
})

t.test('a retired container takes its active subtree along; a successor may be in another framework', async t => {
  const tree = after(
    { op: 'retire', item: 'ICT.B5.3', successors: 'none' },
    { op: 'retire', item: 'ICT.B', successors: [{ framework: 'ca-cte-clusters', item: 'AED' }] },
  )
  t.strictSame(tree.items.get(id('ICT.B'))?.retirement, {
    manner: 'retired',
    successors: [cluster('AED')],
    within: null,
  })
  t.strictSame(tree.items.get(id('ICT.B5.0'))?.retirement, {
    manner: 'retired',
    successors: 'unknown',
    within: id('ICT.B'),
  })
  t.equal(tree.items.get(id('ICT.B5.3'))?.retirement?.within, null)
})

t.test('a restored container brings back what was retired within it, not what had gone before', async t => {
  const tree = after(
    { op: 'retire', item: 'ICT.B5.3', successors: 'none' },
    { op: 'retire', item: 'ICT', successors: 'unknown' },
    { op: 'restore', item: 'ICT' },
  )
  t.equal(tree.items.get(id('ICT.B5.0'))?.status, 'active')
  t.equal(tree.items.get(id('ICT.B5.3'))?.status, 'retired')
})

t.test('merged items are succeeded by the target, which receives their children', async t => {
  const tree = after({ op: 'merge', items: ['ICT.B', 'ICT.C'], into: { new: newItem('pathway', 'B'), parent: 'ICT' } })
  const target = findItem(tree, 'ICT.B')!
  t.not(target.id, id('ICT.B'))
  t.strictSame(childCodes(tree, 'ICT.B'), ['B5.0', 'C1.0'])
  t.match(tree.items.get(id('ICT.C'))?.retirement, { manner: 'merged', successors: [{ id: target.id, key: 'ICT.B' }] })
  t.strictSame(problems(tree), [])
})

t.test(
  'two sectors with like anchors merge: what is alike joins, what is not comes along, what collides is all named',
  async t => {
    const base = treeOf(MCS, [
      ...['ICT', 'BUS'].flatMap(sector => [
        item('sector', sector),
        item('anchor', `${sector}.1.0`, sector),
        item('indicator', `${sector}.1.1`, `${sector}.1.0`),
        item('anchor', `${sector}.2.0`, sector),
        item('pathway', `${sector}.A`, sector),
      ]),
      item('indicator', 'BUS.1.2', 'BUS.1.0'),
    ])
    const merge: OperationInput = {
      op: 'merge',
      items: ['ICT', 'BUS'],
      into: { new: newItem('sector', 'DT'), parent: null },
    }
    t.throws(() => apply(base, merge), {
      code: 'CTE_CODE_TAKEN',
      message: /BUS\.1\.0.*BUS\.1\.1.*BUS\.2\.0.*BUS\.A.*"join"/,
    })
    const join: OperationInput = { ...merge, join: ['anchor', 'indicator'] }
    t.throws(() => apply(base, join), {
      code: 'CTE_CODE_TAKEN',
      message: /would get pathway BUS\.A, whose code is taken/,
    })
    const { tree } = apply(base, { op: 'recode', item: 'BUS.A', code: 'B' }, join)
    t.strictSame(childCodes(tree, 'DT'), ['1.0', '2.0', 'A', 'B'])
    t.strictSame(childCodes(tree, 'DT.1.0'), ['1.1', '1.2'])
    t.match(tree.items.get(id('BUS.1.1'))?.retirement, {
      manner: 'merged',
      successors: [{ id: id('ICT.1.1'), key: 'DT.1.1' }],
    })
    t.equal(keyOf(tree, id('BUS.1.2')), 'DT.1.2')
    t.strictSame(problems(tree), [])
  },
)

t.test('what a split leaves below the old item goes with it, unless it is moved by the end', async t => {
  const split: OperationInput = { op: 'split', item: 'ICT', into: [newItem('sector', 'NET'), newItem('sector', 'SW')] }
  const tree = after(split, { op: 'move', item: 'ICT.B', parent: 'NET' })
  t.equal(keyOf(tree, id('ICT.B5.3')), 'NET.B5.3')
  t.equal(tree.items.get(id('ICT.B5.3'))?.status, 'active')
  t.strictSame(tree.items.get(id('ICT.C1.0'))?.retirement, {
    manner: 'retired',
    successors: 'unknown',
    within: id('ICT'),
  })
  t.strictSame(problems(tree), [])
})

t.test('a successor is named as the last operation left it', async t => {
  const tree = after(
    { op: 'retire', item: 'EEU', successors: [{ framework: MCS, item: 'ICT' }] },
    { op: 'recode', item: 'ICT', code: 'DT' },
  )
  t.match(tree.items.get(id('EEU'))?.retirement?.successors, [{ key: 'DT' }])
})

t.test('a mapping is a fact beside the tree', async t => {
  const { mapped, unmapped } = apply(
    sectors(),
    { op: 'map', crosswalk: 'x', from: 'ICT', to: { framework: 'ca-cte-clusters', item: 'AED' }, relation: 'related' },
    { op: 'unmap', relation: 'r1', reason: 'wrong row' },
  )
  t.match(mapped, [{ index: 0, from: ref('ICT'), to: cluster('AED'), relation: 'related', note: null }])
  t.strictSame(unmapped, [{ index: 1, relation: 'r1', reason: 'wrong row' }])
})

t.test('a new item gets the same id each time', async t => {
  const add: OperationInput = { op: 'add', parent: 'ICT', item: newItem('pathway', 'D') }
  t.equal(findItem(after(add), 'ICT.D')?.id, findItem(after(add), 'ICT.D')?.id)
})

t.test('what cannot be done is refused, and the message names the operation and the thing', async t => {
  const retireB: OperationInput = { op: 'retire', item: 'ICT.B', successors: 'none' }
  const two = [newItem('pathway', 'X'), newItem('pathway', 'Y')]
  const rows: [code: string, message: RegExp, ...OperationInput[]][] = [
    ['CTE_NO_SUCH_ITEM', /No item ICT.Z/, { op: 'recode', item: 'ICT.Z', code: 'Q' }],
    [
      'CTE_NO_SUCH_ITEM',
      /No item XX in ca-cte-clusters/,
      { ...retireB, successors: [{ framework: 'ca-cte-clusters', item: 'XX' }] },
    ],
    [
      'CTE_ITEM_RETIRED',
      /Operation 2: pathway ICT.B is retired/,
      retireB,
      { op: 'recode', item: id('ICT.B'), code: 'Q' },
    ],
    ['CTE_ITEM_RETIRED', /takes no items/, retireB, { op: 'add', parent: 'ICT.B', item: newItem('standard', 'Q') }],
    ['CTE_ITEM_RETIRED', /cannot be a successor/, { ...retireB, successors: [{ framework: MCS, item: 'ICT.B5.0' }] }],
    ['CTE_ITEM_RETIRED', /below it: pathway ICT.B|ICT.B is retired/, retireB, { op: 'restore', item: 'ICT.B5.0' }],
    ['CTE_ITEM_ACTIVE', /ICT.B is not retired/, { op: 'restore', item: 'ICT.B' }],
    [
      'CTE_MOVE_INTO_ITSELF',
      /pathway ICT.B cannot move to standard ICT.B5.0, which is below it/,
      { op: 'move', item: 'ICT.B', parent: 'ICT.B5.0' },
    ],
    ['CTE_CODE_TAKEN', /ICT.C is the code of pathway/, { op: 'recode', item: 'ICT.B', code: 'C' }],
    [
      'CTE_CODE_TAKEN',
      /EEU.A/,
      { op: 'recode', item: 'ICT.B', code: 'A' },
      { op: 'move', item: 'ICT.A', parent: 'EEU' },
    ],
    [
      'CTE_CODE_TAKEN',
      /ICT.B/,
      retireB,
      { op: 'recode', item: 'ICT.C', code: 'B' },
      { op: 'restore', item: id('ICT.B') },
    ],
    [
      'CTE_KIND_NOT_ALLOWED',
      /A pathway \(Q\) may not stand at the top/,
      { op: 'add', parent: null, item: newItem('pathway', 'Q') },
    ],
    ['CTE_KIND_NOT_ALLOWED', /under pathway ICT.B/, { op: 'add', parent: 'ICT.B', item: newItem('indicator', 'Q') }],
    ['CTE_KIND_NOT_ALLOWED', /under sector/, { op: 'add', parent: 'ICT', item: newItem('sub-cluster', 'Q') }],
    ['CTE_KINDS_DIFFER', /anchor ICT.5.0/, { op: 'merge', items: ['ICT.B', 'ICT.5.0'], into: { existing: 'ICT.C' } }],
    ['CTE_KINDS_DIFFER', /into a standard/, { op: 'split', item: 'ICT.B', into: [two[0]!, newItem('standard', 'Y')] }],
    ['CTE_MERGE_TOO_FEW', /two different/, { op: 'merge', items: ['ICT.B', id('ICT.B')], into: { existing: 'ICT.C' } }],
    ['CTE_MERGE_INTO_ITSELF', /ICT.B cannot/, { op: 'merge', items: ['ICT.B', 'ICT.C'], into: { existing: 'ICT.B' } }],
    [
      'CTE_NO_SUCH_SUCCESSOR',
      /7600: Z/,
      {
        op: 'split',
        item: 'ICT.B',
        into: two,
        assignments: [{ dependent: { kind: 'course-code', key: '7600' }, successor: 'Z' }],
      },
    ],
    [
      'CTE_ASSIGNED_TWICE',
      /7600 is assigned twice/,
      {
        op: 'split',
        item: 'ICT.B',
        into: two,
        assignments: ['X', 'Y'].map(successor => ({ dependent: { kind: 'course-code', key: '7600' }, successor })),
      },
    ],
    ['CTE_USE_RETITLE', /ICT.B is a container/, { op: 'revise', item: 'ICT.B', title: 'Q' }],
    ['CTE_USE_REVISE', /ICT.B5.0 is a statement/, { op: 'retitle', item: 'ICT.B5.0', title: 'Q' }],
    ['CTE_NOTHING_CHANGES', /already reads so/, { op: 'revise', item: 'ICT.B5.0', text: null }],
    ['CTE_NOTHING_CHANGES', /already has the title/, { op: 'retitle', item: 'ICT.B', title: 'Title of ICT.B' }],
    ['CTE_NOTHING_CHANGES', /already has the code B/, { op: 'recode', item: 'ICT.B', code: 'B' }],
    ['CTE_NOTHING_CHANGES', /already stands there/, { op: 'move', item: 'ICT.P1', parent: 'ICT' }],
    ['CTE_NOTHING_CHANGES', /already stands there/, { op: 'move', item: 'ICT.B', parent: 'ICT', position: 0 }],
  ]
  for (const [code, message, ...operations] of rows) {
    const index = operations.length - 1
    const title = `${code} ${JSON.stringify(operations.at(-1))}`
    t.throws(() => after(...operations), { code, index, message }, title)
  }
})

t.test('fewer than two new items are no split', async t => {
  const split = { op: 'split', item: 'ICT.B', into: [newItem('pathway', 'X')] } as const
  t.throws(() => apply(sectors(), split as never), 'the contract refuses it first')
  t.ok(new OperationError('CTE_SPLIT_TOO_FEW', 0, 'x') instanceof Error)
})

t.test('what comes along with a move must be allowed there too', async t => {
  const base = sectors(item('practice', 'CRP'), item('practice', 'CRP.1', 'CRP'))
  t.throws(() => apply(base, { op: 'move', item: 'CRP', parent: 'ICT' }), { code: 'CTE_KIND_NOT_ALLOWED' })
})
