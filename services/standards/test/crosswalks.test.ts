import { createOutbox } from '@cte-align/service'
import t from 'tap'
import { standardsModels } from '../src/models.ts'
import { APPROVER, accept, EDITOR, mapClusters, skipped, standards } from './standards.ts'

t.test('what a file maps is a draft until somebody other than its author decides', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const [relation] = (await system.call('GET', '/crosswalks/map/relations')).body.items
  t.match(relation, {
    state: 'draft',
    relation: 'related',
    originalWord: 'primary',
    author: 'ed',
    pinned: { from: 'mcs@1', to: 'clusters@1' },
  })
  const decide = (decision: string, actor: string, match = '"v1"') =>
    system.call(
      'POST',
      `/crosswalks/map/relations/${relation.id}/decision`,
      { decision, reason: 'looked at both' },
      { 'x-cte-actor': actor, 'if-match': match },
    )

  t.match(await decide('accept', EDITOR), { status: 403 }, 'an editor does not decide')
  t.match(await decide('accept', 'id=ed; agency=CDE; role=approver'), {
    status: 403,
    body: { code: 'CTE_OWN_RELATION' },
  })
  t.match(await decide('accept', APPROVER), { status: 409, body: { code: 'CTE_NOT_REVIEWED', detail: /\/review/ } })
  t.match(await accept(system, 'map', relation.id), {
    status: 200,
    body: { state: 'accepted', version: 3, decision: { by: { id: 'ann' } }, review: { by: { id: 'rae' } } },
  })
  t.match(await decide('accept', APPROVER, '"v3"'), { status: 409, body: { code: 'CTE_RELATION_SETTLED' } })
  t.match(await decide('reject', APPROVER), { status: 412 })
  t.match(await decide('reject', APPROVER, '"v3"'), { body: { state: 'rejected' } })
  t.match((await system.call('GET', '/crosswalks')).body.items, [{ key: 'map', byState: { rejected: 1 } }])

  const { events } = await createOutbox({ db: system.db, source: '/cte/standards' }).read(0, 1000)
  t.strictSame(
    events.flatMap(event => (event.type === 'cte.cde.crosswalk.changed' ? [event.data.relation.state] : [])),
    ['draft', 'reviewed', 'accepted', 'rejected'],
  )
})

t.test('a crosswalk joins the same two frameworks forever, and a dry run says so too', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const crosswalk = { key: 'map', title: 'Sectors to clusters', from: 'clusters', to: 'mcs' }
  const file = { format: 'cte-align/crosswalk@1', sources: {}, crosswalk, relations: [] }
  for (const dryRun of [true, false])
    t.match(await system.call('POST', `/imports/crosswalk?dryRun=${dryRun}`, file, { 'x-cte-actor': EDITOR }), {
      status: 422,
      body: { code: 'CTE_IMPORT_REFUSED', errors: [{ path: '/crosswalk', message: 'map joins mcs and clusters' }] },
    })
})

t.test('importing a crosswalk again leaves what was decided', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const [{ id }] = (await system.call('GET', '/crosswalks/map/relations')).body.items
  await accept(system, 'map', id)
  await mapClusters(system).catch(() => {})
  t.match((await system.call('GET', `/crosswalks/map/relations/${id}`)).body, { state: 'accepted' })
})

t.test(
  'a crosswalk stands still while a release of either framework is being published',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    const { Framework } = standardsModels(system.db)
    await Framework.updateOne({ _id: 'clusters' }, { publishing: 'clusters@2' })
    const [{ id }] = (await system.call('GET', '/crosswalks/map/relations')).body.items
    t.match(
      await system.call(
        'POST',
        `/crosswalks/map/relations/${id}/decision`,
        { decision: 'reject', reason: 'sure' },
        { 'x-cte-actor': APPROVER, 'if-match': '"v1"' },
      ),
      { status: 409, body: { code: 'CTE_PUBLISHING_UNDER_WAY' } },
    )
  },
)

t.test(
  'a proposal may map and unmap: new relations come as drafts, removed ones are gone from the next release on',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    const [{ id }] = (await system.call('GET', '/crosswalks/map/relations')).body.items
    const { publish } = await system.propose('mcs', [
      {
        op: 'map',
        crosswalk: 'map',
        from: 'ICT',
        to: { framework: 'clusters', item: 'energy.land' },
        relation: 'related',
      },
      { op: 'unmap', relation: id, reason: 'it was a mistake' },
    ])
    t.match(await publish(), { status: 200, body: { release: { changes: 0 } } })
    const { items } = (await system.call('GET', '/crosswalks/map/relations')).body
    t.match(items, [{ state: 'draft', from: { key: 'ICT' }, to: { key: 'energy.land' } }])
    t.equal(items.length, 1)
  },
)

t.test('a proposal that maps what is mapped already leaves the decision standing', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const relation = { from: 'EEU', to: { framework: 'clusters', item: 'energy' } }
  const [{ id }] = (await system.call('GET', '/crosswalks/map/relations')).body.items
  t.match(await accept(system, 'map', id), { status: 200 })
  const same = await system.propose('mcs', [{ op: 'map', crosswalk: 'map', ...relation, relation: 'related' }])
  t.match(await same.publish(), { status: 200 })
  t.match(await system.call('GET', `/crosswalks/map/relations/${id}`), { etag: '"v3"', body: { state: 'accepted' } })
  const other = await system.propose('mcs', [{ op: 'map', crosswalk: 'map', ...relation, relation: 'narrower' }])
  t.match(await other.publish(), { status: 200 })
  t.match(await system.call('GET', `/crosswalks/map/relations/${id}`), {
    etag: '"v4"',
    body: { state: 'draft', relation: 'narrower', decision: null },
  })
})

t.test('a relation to nothing is none, and none is a relation to nothing', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const refused = async (to: object | null, relation: string) => {
    const opened = await system.call('POST', '/proposals', { framework: 'mcs', title: 'A relation' })
    const operations = [{ op: 'map', crosswalk: 'map', from: 'ICT', to, relation }]
    return system.call('POST', `/proposals/${opened.body.id}/operations`, { operations }, { 'if-match': opened.etag! })
  }
  t.match(await refused(null, 'related'), { status: 422, body: { code: 'CTE_NO_COUNTERPART' } })
  t.match(await refused({ framework: 'clusters', item: 'energy' }, 'none'), { status: 422 })
  t.match(await refused(null, 'none'), { status: 200 })
})
