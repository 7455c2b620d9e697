import t from 'tap'
import { EDITOR, load, mapClusters, row, skipped, standards } from './standards.ts'

t.test(
  'counterparts are suggested by their words, and nothing is written until a person drafts one',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await load(system, 'clusters', [
      row('energy', 'cluster', null, 'Energy & Natural Resources'),
      row('energy.land', 'sub-cluster', 'energy', 'Conservation & Land Management'),
      row('digital', 'cluster', null, 'Digital Technology'),
      row('digital.net', 'sub-cluster', 'digital', 'Network Systems and Communication'),
      row('arts', 'cluster', null, 'Arts, Entertainment, & Design'),
    ])
    await system.call('POST', '/crosswalks', { key: 'map', title: 'Sectors to clusters', from: 'mcs', to: 'clusters' })
    const suggested = async (query: string) => (await system.call('GET', `/crosswalks/map/suggestions?${query}`)).body
    const { item, items } = await suggested('item=ICT')
    t.equal(item.key, 'ICT')
    t.match(items[0], { item: { key: 'digital' }, relation: null, words: [{ word: String, fields: [String] }] })
    t.ok(items[0].score > 0)
    t.notOk(
      items.some((each: { item: { key: string } }) => each.item.key === 'arts'),
      'what shares no word is not suggested',
    )
    t.strictSame((await system.call('GET', '/crosswalks/map/relations')).body.items, [])

    const made = { from: 'ICT', to: items[0].item.key, relation: 'related', suggested: true }
    const drafted = await system.call('POST', '/crosswalks/map/relations', made, { 'x-cte-actor': EDITOR })
    t.match(drafted, { status: 201, body: { state: 'draft', provenance: { source: /suggested/, verified: false } } })
    t.match((await suggested('item=ICT')).items[0].relation, { id: drafted.body.id, state: 'draft' })
    t.match((await suggested('item=ICT&kind=sub-cluster')).items[0], { item: { key: 'digital.net' } })
    t.match((await suggested('item=digital&direction=back')).items[0], { item: { key: 'ICT' } })
    t.match(await system.call('GET', '/crosswalks/map/suggestions?item=NONE'), {
      status: 404,
      body: { code: 'CTE_NO_SUCH_ITEM' },
    })
  },
)

t.test('a retired item is suggested to nobody', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const suggest = async () => (await system.call('GET', '/crosswalks/map/suggestions?item=EEU')).body.items
  t.match(await suggest(), [{ item: { key: 'energy' } }])
  await (await system.propose('clusters', [{ op: 'retire', item: 'energy', successors: 'none' }])).publish()
  t.strictSame(await suggest(), [])
})
