import { setTimeout as sleep } from 'node:timers/promises'
import { createMemoryBus } from '@cte-align/bus'
import { CteEvent, releaseDigest } from '@cte-align/contracts'
import { createLog, createOutbox, openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildStandards } from '../src/app.ts'
import { createFrameworks } from '../src/frameworks.ts'
import { standardsModels } from '../src/models.ts'
import type { ProposalDoc } from '../src/proposal.ts'
import { createProposals } from '../src/proposals.ts'
import { createPublisher } from '../src/publish-release.ts'
import { createRelations } from '../src/relations.ts'
import { createTrees } from '../src/trees.ts'
import { accept, load, mapClusters, type Standards, skipped, standards } from './standards.ts'

/** Another instance's publisher on the system's database, with parts of it replaced. */
function partsOf({ db }: Standards) {
  const models = standardsModels(db)
  const outbox = createOutbox({ db, source: '/cte/standards' })
  const log = createLog({ name: 'standards', level: 'silent' })
  const relations = createRelations(models)
  const trees = createTrees(models)
  const heads = createFrameworks(models).head
  const proposals = createProposals({ models, db, outbox, trees, relations, heads })
  const whole = { models, db, proposals, outbox, relations, trees, heads, log }
  const publisherWith = (others: Partial<Parameters<typeof createPublisher>[0]>) =>
    createPublisher({ ...whole, now: () => new Date(), ...others })
  return { ...whole, publisherWith }
}

const publishingOf = ({ openedBy }: ProposalDoc) => ({
  title: 'x',
  reason: 'y',
  dates: { adoption: null, effective: null },
  correlationId: 'c',
  by: openedBy,
  over: null,
})

t.test('an item keeps its id and its history through recode, move and retirement', { skip: skipped }, async t => {
  const system = await standards(t)
  const found = await system.call('GET', '/frameworks/mcs/items?q=EEU.A1.0')
  const { id } = found.body.items[0]
  const step = async (operation: object) => (await system.propose('mcs', [operation as never])).publish()
  await step({ op: 'recode', item: 'EEU', code: 'ENV' })
  await step({ op: 'move', item: 'ENV.A', parent: 'ICT' })
  await step({ op: 'retire', item: 'ICT.A', successors: 'none' })

  const keys = (await system.call('GET', `/items/${id}/history`)).body.versions.map(
    (v: { key: string; from: string; status: string }) => [v.from, v.key, v.status],
  )
  t.strictSame(keys, [
    ['mcs@1', 'EEU.A1.0', 'active'],
    ['mcs@2', 'ENV.A1.0', 'active'],
    ['mcs@3', 'ICT.A1.0', 'active'],
    ['mcs@4', 'ICT.A1.0', 'retired'],
  ])
  const then = await system.call('GET', `/items/${id}?release=1`)
  t.strictSame(
    then.body.lineage.map((item: { key: string }) => item.key),
    ['EEU.A', 'EEU'],
  )
  t.match(await system.call('GET', '/frameworks/mcs/items?release=1&limit=200'), {
    body: { total: 8, release: 'mcs@1' },
  })
  t.match((await system.call('GET', '/frameworks/mcs/items?limit=200')).body.total, 5)
})

t.test('reads as of a day say which release was in force, and admit when none was', { skip: skipped }, async t => {
  const system = await standards(t)
  const { id } = await system.propose('mcs', [{ op: 'retitle', item: 'EEU', title: 'Energy' }])
  const dates = { adoption: '2026-11-10', effective: '2027-07-01' }
  const match = { 'if-match': await system.approve(id) }
  await system.call('POST', `/proposals/${id}/publish`, { reason: 'dated', dates }, match)
  const on = async (day: string) =>
    (await system.call('GET', `/frameworks/mcs/items?kind=sector&q=EEU&asOf=${day}`)).body
  t.match(await on('2027-06-30'), { release: 'mcs@1', items: [{ title: 'Energy, Environment, and Utilities' }] })
  t.match(await on('2027-07-01'), { release: 'mcs@2', items: [{ title: 'Energy' }] })
  t.match(await on('2012-12-31'), { code: 'CTE_NO_RELEASE_AS_OF', detail: /2013-01-16/ })
  t.match(await on('2027-02-30'), { code: 'CTE_INVALID_INPUT' }, 'a day that does not exist')
})

t.test(
  'a release is told as numbered messages and one word that counts and digests them',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const { publish } = await system.propose('mcs', [
      { op: 'retitle', item: 'EEU', title: 'Energy' },
      { op: 'revise', item: 'ICT.10.0', title: 'Technical Knowledge and Skills.' },
    ])
    const { body } = await publish()
    const outbox = createOutbox({ db: system.db, source: '/cte/standards' })
    const { events } = await outbox.read(0, 1000)
    t.strictSame(
      events.map(event => Number(event.sequence)),
      events.map((_, at) => at + 1),
      'numbers have no gaps',
    )
    const ours = events
      .filter(event => event.correlationid === body.release.correlationId)
      .map(event => CteEvent.parse(event))
    const messages = ours.flatMap(event => (event.type === 'cte.cde.item.changed' ? [event.data] : []))
    t.strictSame(
      messages.map(message => [message.number, message.change.class]),
      [
        [1, 'label'],
        [2, 'editorial'],
      ],
    )
    const last = ours.at(-1)!
    t.match(last, { type: 'cte.cde.release.published', data: { messages: 2, digest: releaseDigest(messages) } })
  },
)

t.test(
  'a release that was interrupted is invisible, and the next start finishes it once',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const { models, outbox, log, publisherWith } = partsOf(system)
    const publisher = publisherWith({
      outbox: { ...outbox, append: () => Promise.reject(new Error('the power is gone')) },
    })
    const { id, publish } = await system.propose('mcs', [{ op: 'retitle', item: 'EEU', title: 'Energy' }])
    await system.approve(id)
    const proposal = (await models.Proposal.findById(id).lean<ProposalDoc>())!
    await t.rejects(publisher.publish(proposal, publishingOf(proposal)), /power/)

    t.match((await system.call('GET', '/frameworks/mcs/items?q=EEU&kind=sector')).body.items, [
      { title: /Environment/ },
    ])
    t.match(await system.call('GET', '/releases/mcs@2'), { status: 404 })
    t.match(
      await publish(),
      { status: 409, body: { code: 'CTE_PROPOSAL_CLOSED' } },
      'what was begun is not begun again',
    )
    const other = await system.propose('mcs', [{ op: 'retitle', item: 'ICT', title: 'T' }])
    t.match(await other.publish(), { status: 409, body: { code: 'CTE_PUBLISHING_UNDER_WAY' } })

    const before = await outbox.last()
    const sameDb = await openDatabase(process.env.MONGODB_URI!, system.db.connection.name)
    const again = await buildStandards({
      env: { LOG_LEVEL: 'silent' } as never,
      db: sameDb,
      bus: createMemoryBus(),
      log,
    })
    t.teardown(() => again.close())
    for (let tries = 0; tries < 100 && (await again.inject('/releases/mcs@2')).statusCode === 404; tries++)
      await sleep(50)
    t.match((await again.inject('/releases/mcs@2')).json(), { id: 'mcs@2', changes: 1, correlationId: 'c' })
    t.match((await again.inject('/frameworks/mcs/items?q=EEU&kind=sector')).json().items, [{ title: 'Energy' }])
    t.equal(await outbox.last(), before + 2)
  },
)

t.test(
  'an interrupted release is finished though the framework of its successors has moved on',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    const { models, outbox, publisherWith } = partsOf(system)
    const broken = { ...outbox, append: () => Promise.reject(new Error('the power is gone')) }
    const successors = [{ framework: 'clusters', item: 'energy' }]
    const { id } = await system.propose('mcs', [{ op: 'retire', item: 'EEU.B', successors }])
    await system.approve(id)
    const proposal = (await models.Proposal.findById(id).lean<ProposalDoc>())!
    await t.rejects(publisherWith({ outbox: broken }).publish(proposal, publishingOf(proposal)), /power/)
    const other = await system.propose('clusters', [{ op: 'recode', item: 'energy', code: 'enr' }])
    t.match(await other.publish(), { status: 200 })
    await publisherWith({}).finishAll(new Date())
    t.match(await models.ReleaseChange.find({ release: 'mcs@2' }).lean(), [
      { change: { item: { key: 'EEU.B' }, successors: [{ key: 'energy' }] } },
    ])
  },
)

t.test('an instance that is late with a release leaves the next one as it is', { skip: skipped }, async t => {
  const system = await standards(t)
  const { models, relations, publisherWith } = partsOf(system)
  const [begun, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let asked = 0
  const touching: typeof relations.touching = async ids => {
    if (++asked > 1) {
      begun.resolve()
      await reached.promise
    }
    return relations.touching(ids)
  }
  const { id } = await system.propose('mcs', [{ op: 'retitle', item: 'EEU', title: 'Energy' }])
  await system.approve(id)
  const proposal = (await models.Proposal.findById(id).lean<ProposalDoc>())!
  const late = publisherWith({ relations: { ...relations, touching } }).publish(proposal, publishingOf(proposal))
  await begun.promise
  await publisherWith({}).finishAll(new Date())
  const next = await system.propose('mcs', [{ op: 'retitle', item: 'EEU', title: 'Utilities' }])
  t.match(await next.publish(), { status: 200 })
  reached.resolve()
  t.match(await late, { _id: 'mcs@2', status: 'published' })
  t.equal(await models.ItemVersion.countDocuments({ key: 'EEU', to: null }), 1)
  t.match((await system.call('GET', '/frameworks/mcs/items?q=EEU&kind=sector')).body.items, [{ title: 'Utilities' }])
})

t.test('a release that cannot be finished holds up no other', { skip: skipped }, async t => {
  const system = await standards(t)
  await mapClusters(system)
  const { models, outbox, trees, publisherWith } = partsOf(system)
  const broken = { ...outbox, append: () => Promise.reject(new Error('the power is gone')) }
  for (const [framework, item] of [
    ['mcs', 'EEU'],
    ['clusters', 'energy'],
  ] as const) {
    const { id } = await system.propose(framework, [{ op: 'retitle', item, title: 'Energy' }])
    await system.approve(id)
    const proposal = (await models.Proposal.findById(id).lean<ProposalDoc>())!
    await t.rejects(publisherWith({ outbox: broken }).publish(proposal, publishingOf(proposal)), /power/)
  }
  const at: typeof trees.at = async (framework, number) => {
    if (framework === 'mcs') throw new Error('cannot be read')
    return trees.at(framework, number)
  }
  await t.rejects(publisherWith({ trees: { at } }).finishAll(new Date()), /cannot be read/)
  t.match(await system.call('GET', '/releases/clusters@2'), { status: 200 })
  t.match(await system.call('GET', '/releases/mcs@2'), { status: 404 })
})

t.test('a release that no transaction can hold is refused before it is begun', { skip: skipped }, async t => {
  const system = await standards(t)
  const row = { title: 'A title', source: 's', verified: false }
  const many = Array.from({ length: 40 }, (_, n) => String(n))
  const top = (key: string, kind: string) => ({ ...row, kind, key, code: key, parent: null })
  const standardsOf = many.map(n => ({ ...row, kind: 'standard', key: `S.${n}`, code: n, parent: 'S' }))
  await load(system, 'wide', [top('S', 'sector'), ...standardsOf])
  await load(
    system,
    'far',
    many.map(n => top(n, 'cluster')),
  )
  const relation = { from: 'S', relation: 'related', state: 'draft', originalWord: null, source: 's', verified: false }
  const crosswalk = {
    format: 'cte-align/crosswalk@1',
    sources: { s: 'made up for a test' },
    crosswalk: { key: 'wide-far', title: 'One to many', from: 'wide', to: 'far' },
    relations: many.map(to => ({ ...relation, to })),
  }
  t.match(await system.call('POST', '/imports/crosswalk', crosswalk), { status: 200 })
  const { id } = await system.propose(
    'wide',
    many.map(n => ({ op: 'revise', item: `S.${n}`, title: 'Another title' })),
  )
  const { models, publisherWith } = partsOf(system)
  await system.approve(id)
  const proposal = (await models.Proposal.findById(id).lean())!
  const { publish } = publisherWith({ releaseBytes: 512 * 1024 })
  await t.rejects(publish(proposal, publishingOf(proposal)), { code: 'CTE_RELEASE_TOO_LARGE', status: 422 })
  const small = await system.propose('wide', [{ op: 'revise', item: 'S.0', title: 'Another title' }])
  t.match(await small.publish(), { status: 200 }, 'nothing was begun')
})

t.test('a proposal that changes nothing does not go into review', { skip: skipped }, async t => {
  const system = await standards(t)
  const opened = await system.call('POST', '/proposals', { framework: 'mcs', title: 'Nothing', equity: 'nobody loses' })
  const submit = `/proposals/${opened.body.id}/submit`
  t.match(await system.call('POST', submit, { reason: 'nothing' }, { 'if-match': opened.etag! }), {
    status: 409,
    body: { code: 'CTE_PROPOSAL_EMPTY' },
  })
})

t.test(
  'an instance that comes late to a release that has made relations suspect rewrites nothing of it',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    const [{ id }] = (await system.call('GET', '/crosswalks/map/relations')).body.items
    await accept(system, 'map', id)
    const { publish } = await system.propose('clusters', [{ op: 'retitle', item: 'energy', title: 'Power' }])
    t.match(await publish(), { status: 200 })
    const { models, outbox, publisherWith } = partsOf(system)
    const standing = async () => [
      await models.ReleaseChange.find({ release: 'clusters@2' }).lean(),
      await models.Relation.find().lean(),
      await models.RelationStep.find().lean(),
      await outbox.last(),
    ]
    const before = await standing()
    t.match(before, [[{ change: { class: 'label' } }], [{ state: 'suspect' }]])

    // It has read the release as publishing, and wakes up when another instance has long flipped it.
    const release = (await models.Release.findById('clusters@2').lean())!
    const found = { lean: async () => [{ ...release, status: 'publishing', publishedAt: null }] }
    const { Release } = models
    const Late = {
      find: () => found,
      findOneAndReplace: Release.findOneAndReplace.bind(Release),
      findById: Release.findById.bind(Release),
    } as never
    await publisherWith({ models: { ...models, Release: Late } }).finishAll(new Date())
    t.strictSame(await standing(), before)
  },
)
