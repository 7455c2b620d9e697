import { Relation } from '@cte-align/contracts'
import t from 'tap'
import { compose, coverageOf, inverse, weakest } from '../src/index.ts'

t.test('what is equivalent adds nothing to a chain; what is not clear is related', async t => {
  for (const relation of Relation.options) {
    t.equal(compose('equivalent', relation), relation)
    t.equal(compose(relation, 'equivalent'), relation)
  }
  t.equal(compose('broader', 'broader'), 'broader')
  t.equal(compose('narrower', 'narrower'), 'narrower')
  t.equal(compose('broader', 'narrower'), 'related')
  t.equal(compose('related', 'broader'), 'related')
  t.equal(compose('related', 'none'), 'none')
})

t.test('a chain read backwards is the inverse of the chain read forwards', async t => {
  for (const a of Relation.options)
    for (const b of Relation.options) t.equal(inverse(compose(a, b)), compose(inverse(b), inverse(a)), `${a} then ${b}`)
})

t.test('a chain is as sure as its least sure relation', async t => {
  t.equal(weakest('accepted', 'reviewed'), 'reviewed')
  t.equal(weakest('draft', 'reviewed'), 'draft')
  t.equal(weakest('suspect', 'draft'), 'suspect')
  t.equal(weakest('accepted', 'accepted'), 'accepted')
})

t.test('coverage says of every item whether it is mapped, has no counterpart, or was forgotten', async t => {
  const mapping = (from: string, to: string | null) =>
    ({ from, to, relation: to === null ? 'none' : 'related', state: 'draft' }) as const
  const mappings = [
    mapping('a', '1'),
    mapping('b', '2'),
    mapping('b', '3'),
    mapping('c', '4'),
    mapping('d', '4'),
    mapping('e', null),
  ]
  const items = (ids: string) => [...ids].map(id => ({ id, kind: 'sector' as const, active: id !== 'g' }))
  const said = (end: 'from' | 'to', ids: string) =>
    coverageOf(end, mappings, items(ids), new Set(['sector'])).map(
      ({ id, answer, cardinality }) => `${id} ${cardinality ?? answer}`,
    )
  t.strictSame(said('from', 'abcdefg'), [
    'a one-to-one',
    'b one-to-many',
    'c many-to-one',
    'd many-to-one',
    'e none',
    'f unmapped',
  ])
  t.strictSame(said('to', '12345'), ['1 one-to-one', '2 one-to-many', '3 one-to-many', '4 many-to-one', '5 unmapped'])
})

t.test('what is mapped several times on both sides is many-to-many', async t => {
  const pairs = ['a1', 'a2', 'b1', 'b2'].map(pair => ({
    from: pair[0]!,
    to: pair[1]!,
    relation: 'related' as const,
    state: 'draft' as const,
  }))
  const items = [{ id: 'a', kind: 'sector' as const, active: true }]
  t.match(coverageOf('from', pairs, items, new Set(['sector'])), [{ cardinality: 'many-to-many' }])
})
