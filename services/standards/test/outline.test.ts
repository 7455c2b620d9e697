import t from 'tap'
import { mapClusters, SECTORS, skipped, standards } from './standards.ts'

const test = (title: string, body: (t: import('tap').Test) => Promise<void>) => t.test(title, { skip: skipped }, body)
const keys = (items: { key: string }[]) => items.map(({ key }) => key)

test('an outline goes level by level, in the framework’s own order, and says how much stands below', async t => {
  const { call } = await standards(t)
  const top = (await call('GET', '/frameworks/mcs/outline')).body
  t.match(top, { framework: 'mcs', release: 'mcs@1', asOf: null, total: 2, next: null })
  t.strictSame(
    top.items.map(({ key, children }: { key: string; children: number }) => [key, children]),
    [
      ['EEU', 3],
      ['ICT', 1],
    ],
  )
  const [sector] = top.items
  t.strictSame(Object.keys(sector).sort(), [
    'children',
    'code',
    'framework',
    'id',
    'key',
    'kind',
    'parent',
    'status',
    'title',
    'verified',
  ])
  const below = (await call('GET', `/frameworks/mcs/outline?parent=${sector.id}`)).body
  t.strictSame(keys(below.items), ['EEU.1.0', 'EEU.A', 'EEU.B'])
  const pages = [(await call('GET', `/frameworks/mcs/outline?parent=${sector.id}&limit=2`)).body]
  pages.push((await call('GET', `/frameworks/mcs/outline?parent=${sector.id}&limit=2&cursor=${pages[0].next}`)).body)
  t.strictSame(keys(pages.flatMap(({ items }) => items)), ['EEU.1.0', 'EEU.A', 'EEU.B'])
  t.equal(pages[1].next, null)
})

test('an outline is of the release or day asked for, and retired items show when asked for', async t => {
  const system = await standards(t)
  const { call } = system
  const retired = await system.propose('mcs', [{ op: 'retire', item: 'ICT', successors: 'none' }])
  t.equal((await retired.publish()).status, 200)
  const of = async (query: string) => keys((await call('GET', `/frameworks/mcs/outline?${query}`)).body.items)
  t.strictSame(await of(''), ['EEU'])
  t.strictSame(await of('status=any'), ['EEU', 'ICT'])
  t.strictSame(await of('release=1'), ['EEU', 'ICT'])
  t.strictSame(await of('asOf=2020-01-01'), ['EEU', 'ICT'])
  t.match(await call('GET', '/frameworks/mcs/outline?parent=00000000-0000-8000-8000-000000000000'), {
    status: 404,
    body: { code: 'CTE_NO_SUCH_ITEM' },
  })
  t.match((await call('GET', '/frameworks/mcs/outline?release=1&asOf=2020-01-01')).status, 400)
})

test('items are found in all frameworks: the code that was typed first, every word somewhere', async t => {
  const system = await standards(t)
  await mapClusters(system)
  const find = async (query: string) => (await system.call('GET', `/items?${query}`)).body
  const byCode = await find('q=eeu.a')
  t.match(byCode.items[0], { key: 'EEU.A', match: 'key', framework: 'mcs', release: 'mcs@1', above: [{ key: 'EEU' }] })
  t.strictSame(keys(byCode.items), ['EEU.A', 'EEU.A1.0', 'EEU.A1.1'])
  t.match((await find('q=10.0')).items, [{ key: 'ICT.10.0', match: 'code' }])
  t.strictSame(keys((await find('q=resources+energy')).items), ['energy'])
  const all = await find('q=resources')
  t.equal(all.total, 4)
  t.strictSame(all.facets, {
    framework: { mcs: 3, clusters: 1 },
    kind: { pathway: 1, standard: 1, indicator: 1, cluster: 1 },
    status: { active: 4 },
    verified: { false: 4 },
  })
})

test('a facet counts what its other choices would give, and pages are of the releases of the first', async t => {
  const system = await standards(t)
  await mapClusters(system)
  const find = async (query: string) => (await system.call('GET', `/items?${query}`)).body
  const chosen = await find('q=resources&framework=mcs&kind=pathway')
  t.equal(chosen.total, 1)
  t.match(chosen.facets, { kind: { pathway: 1, standard: 1, indicator: 1 } })
  const first = await find('framework=mcs&limit=3')
  t.equal(first.total, SECTORS.length)
  const add = { kind: 'sector' as const, code: 'AAA', title: 'Hypothetical' }
  t.equal((await (await system.propose('mcs', [{ op: 'add', parent: null, item: add }])).publish()).status, 200)
  const rest = await find(`framework=mcs&limit=200&cursor=${first.next}`)
  t.equal(first.items.length + rest.items.length, SECTORS.length)
  t.match(await find('release=1'), { code: 'CTE_INVALID_INPUT' })
})

test('words below the title are found and shown where they stand', async t => {
  const system = await standards(t)
  const scopeNote = `${'Filler. '.repeat(60)}Includes geothermal wells.`
  const revise = await system.propose('mcs', [{ op: 'revise', item: 'EEU', scopeNote }])
  t.equal((await revise.publish()).status, 200)
  const [found] = (await system.call('GET', '/items?q=geothermal')).body.items
  t.match(found, { key: 'EEU', match: 'words', excerpt: /^… .*geothermal wells\.$/ })
})

test('a release counts its changes by class and kind, and proposals are found by an item under any of its keys', async t => {
  const system = await standards(t)
  const first = await system.propose('mcs', [
    { op: 'retitle', item: 'EEU.A', title: 'Environmental Resources and Parks' },
    { op: 'recode', item: 'EEU.B', code: 'C' },
    { op: 'retitle', item: 'ICT', title: 'Information Technology' },
  ])
  t.equal((await first.publish()).status, 200)
  const changes = async (query: string) => (await system.call('GET', `/releases/mcs@2/changes?${query}`)).body
  const all = await changes('')
  t.equal(all.total, all.items.length)
  t.equal(all.facets.class.label, 2)
  const sectors = await changes('kind=sector&class=label')
  t.match(sectors, { total: 1, items: [{ change: { item: { key: 'ICT' } } }] })
  t.equal(sectors.facets.kind.pathway, 1, 'with the class label')
  const { id } = (await system.call('GET', '/frameworks/mcs/items?q=EEU.C')).body.items[0]
  const open = await system.propose('mcs', [{ op: 'retitle', item: 'EEU.C', title: 'Telecommunications, revised' }])
  const naming = (await system.call('GET', `/proposals?item=${id}`)).body.items
  t.strictSame(naming.map((each: { id: string }) => each.id).sort(), [first.id, open.id].sort())
})
