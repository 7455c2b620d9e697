import t from 'tap'
import { accept, EDITOR, mapClusters, type Standards, skipped, standards } from './standards.ts'

const draft = (system: Standards, body: object) =>
  system.call('POST', '/crosswalks/map/relations', body, { 'x-cte-actor': EDITOR })
const listed = async (system: Standards, query: string) =>
  (await system.call('GET', `/crosswalks/map/coverage/items?${query}`)).body.items.map(
    ({ item, answer, cardinality, surest }: Record<string, unknown> & { item: { key: string } }) =>
      `${item.key} ${cardinality ?? answer} ${surest}`,
  )

t.test(
  'coverage counts what is mapped, what has no counterpart, and what was forgotten',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    t.match((await system.call('GET', '/crosswalks/map/coverage')).body, {
      ends: {
        from: { kinds: ['sector'], items: 2, answers: { mapped: 1, unmapped: 1 }, cardinality: { 'one-to-one': 1 } },
        to: { kinds: ['cluster'], items: 1, answers: { mapped: 1 }, release: 'clusters@1' },
      },
      relations: { total: 1, byState: { draft: 1 }, stale: 0 },
    })
    await draft(system, { from: 'EEU', to: 'energy.land', relation: 'related', approximate: true })
    t.strictSame(await listed(system, 'end=from'), ['EEU one-to-many draft', 'ICT unmapped null'])
    t.strictSame(await listed(system, 'end=from&answer=unmapped'), ['ICT unmapped null'])
    await draft(system, { from: 'ICT', to: 'energy.land', relation: 'related' })
    t.strictSame(await listed(system, 'end=from'), ['EEU many-to-many draft', 'ICT many-to-one draft'])
    t.strictSame(await listed(system, 'end=to'), ['energy one-to-many draft', 'energy.land many-to-many draft'])
    const [{ id }] = (await system.call('GET', '/crosswalks/map/relations?item=ICT')).body.items
    await accept(system, 'map', id)
    t.strictSame(await listed(system, 'end=from&surest=accepted'), ['ICT many-to-one accepted'])
    t.match((await system.call('GET', '/crosswalks/map/coverage')).body.relations, {
      approximate: 1,
      byState: { draft: 2, accepted: 1 },
    })
    const page = await system.call('GET', '/crosswalks/map/coverage/items?limit=1')
    t.match((await system.call('GET', `/crosswalks/map/coverage/items?limit=1&cursor=${page.body.next}`)).body, {
      items: [{ item: { key: 'ICT' } }],
      next: null,
    })
  },
)

t.test('an explicit none is an answer, from either end', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  await draft(system, { from: 'ICT', to: null, relation: 'none' })
  await draft(system, { from: 'energy.land', end: 'to', to: null, relation: 'none' })
  t.strictSame(await listed(system, 'end=from&answer=none'), ['ICT none draft'])
  t.strictSame(await listed(system, 'end=to'), ['energy one-to-one draft', 'energy.land none draft'])
})

t.test('what a release has overtaken is named with the change and the release', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const publish = async (...change: Parameters<Standards['propose']>) => (await system.propose(...change)).publish()
  await publish('mcs', [{ op: 'move', item: 'EEU', parent: null, position: 7 }])
  t.match(
    (await system.call('GET', '/crosswalks/map/coverage/stale')).body,
    { items: [], next: null },
    'a release alone makes nothing stale',
  )
  await publish('mcs', [{ op: 'retitle', item: 'EEU', title: 'Energy' }])
  await publish('mcs', [{ op: 'revise', item: 'EEU', scopeNote: 'All of it.' }])
  await publish('clusters', [{ op: 'retire', item: 'energy', successors: 'none' }])
  const stale = await system.call('GET', '/crosswalks/map/coverage/stale')
  t.equal(stale.status, 200, JSON.stringify(stale.body))
  const { items } = stale.body
  t.match(items, [
    {
      end: 'from',
      pinned: 'mcs@1',
      head: 'mcs@4',
      changes: [
        { release: 'mcs@3', class: 'label' },
        { release: 'mcs@4', aspect: 'wording' },
      ],
    },
    { end: 'to', pinned: 'clusters@1', head: 'clusters@2', changes: [{ class: 'retired' }] },
  ])
  t.match((await system.call('GET', '/crosswalks/map/coverage')).body, {
    relations: { stale: 1 },
    ends: { to: { items: 1 } },
  })
  t.match(await system.call('GET', '/crosswalks/none/coverage'), { status: 404 })
})
