import t from 'tap'
import { childrenOf, compareKeys, findItem, keyOf, lineageOf, problems, refOf, treeOf } from '../src/index.ts'
import { id, item, MCS, sectors } from './builders.ts'

t.test('a natural key is the top-level code, a dot and the item code; a top-level item is its own code', async t => {
  const tree = sectors()
  t.equal(keyOf(tree, id('ICT.B5.3')), 'ICT.B5.3')
  t.equal(keyOf(tree, id('ICT')), 'ICT')
  t.strictSame(
    lineageOf(tree, id('ICT.B5.3')).map(ref => ref.key),
    ['ICT.B5.0', 'ICT.B', 'ICT'],
  )
  t.equal(refOf(tree, id('ICT.B')).kind, 'pathway')
  t.throws(() => refOf(tree, id('nobody')), /No item/)
})

t.test('the same code in two sectors is two items', async t => {
  const tree = sectors(item('pathway', 'EEU.B', 'EEU'))
  t.equal(findItem(tree, 'ICT.B')?.id, id('ICT.B'))
  t.equal(findItem(tree, 'EEU.B')?.id, id('EEU.B'))
  t.equal(findItem(tree, id('EEU.B'))?.code, 'B')
  t.equal(findItem(tree, 'B'), undefined)
  t.strictSame(problems(tree), [])
})

t.test('of a retired and an active item with one key the active one is found', async t => {
  const gone = { status: 'retired', retirement: { manner: 'retired', successors: 'none', within: null } } as const
  const tree = sectors({ ...item('pathway', 'ICT.B', 'ICT', gone), id: id('old B') })
  t.equal(findItem(tree, 'ICT.B')?.id, id('ICT.B'))
  t.strictSame(problems(tree), [])
})

t.test('children stand by position, then by code as people count', async t => {
  const tree = treeOf(MCS, [
    item('sector', 'ICT'),
    item('anchor', 'ICT.10.0', 'ICT'),
    item('anchor', 'ICT.9.0', 'ICT'),
    item('anchor', 'ICT.11.0', 'ICT', { position: -1 }),
  ])
  t.strictSame(
    childrenOf(tree, id('ICT')).map(each => each.code),
    ['11.0', '9.0', '10.0'],
  )
  t.strictSame(['5.11', '5.9', 'B5.3', '5.10'].sort(compareKeys), ['5.9', '5.10', '5.11', 'B5.3'])
})

t.test('a tree says what is wrong with it', async t => {
  const gone = { status: 'retired', retirement: { manner: 'retired', successors: 'none', within: null } } as const
  t.match(problems(sectors(item('pathway', 'ICT.X', 'nowhere')))[0], /parent .* is missing/)
  t.match(problems(sectors({ ...item('pathway', 'ICT.B', 'ICT'), id: id('twin') }))[0], /two active items/)
  t.match(
    problems(treeOf(MCS, [item('sector', 'A', null, gone), item('pathway', 'A.B', 'A')]))[0],
    /below the retired A/,
  )
  const circle = [item('standard', 'A.1', 'A.2'), item('standard', 'A.2', 'A.1')]
  t.match(problems(treeOf(MCS, circle)), [/circle/, /circle/])
})
