import t from 'tap'
import { authorization, courseCode, type Hanging, speakingAgencies } from './agencies.ts'
import { type Standards, skipped, standards } from './standards.ts'

const reason = 'to catch up'
const rebase = async (system: Standards, id: string, body: object) => {
  const { etag } = await system.call('GET', `/proposals/${id}`)
  return system.call('POST', `/proposals/${id}/rebase`, { reason, ...body }, { 'if-match': etag! })
}
const titleOf = async (system: Standards, q: string) =>
  (await system.call('GET', `/frameworks/mcs/items?kind=sector&q=${q}`)).body.items[0].title

t.test(
  'a conflict shows both texts, who and when, and is resolved by a choice for each item',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const operations = [
      { op: 'retitle', item: 'EEU', title: 'Energy' } as const,
      { op: 'retitle', item: 'ICT', title: 'Technologies' } as const,
      { op: 'revise', item: 'EEU.A1.0', title: 'Describe how land is managed.' } as const,
      { op: 'retitle', item: 'EEU.B', title: 'Networks' } as const,
    ]
    const { id, publish } = await system.propose('mcs', operations)
    const theirs = await system.propose('mcs', [
      { op: 'retitle', item: 'EEU', title: 'Utilities' },
      { op: 'retitle', item: 'ICT', title: 'Computing' },
      { op: 'retire', item: 'EEU.B', successors: 'none' },
    ])
    await theirs.publish()

    const { body } = await system.call('GET', `/proposals/${id}/conflicts`)
    t.match(body, { base: 1, head: 2, truncated: false })
    t.strictSame(
      body.conflicts.map((each: { item: { key: string }; operations: number[] }) => [each.item.key, each.operations]),
      [
        ['EEU', [0]],
        ['EEU.B', [3]],
        ['ICT', [1]],
      ],
    )
    t.match(body.conflicts[0], {
      ours: { changes: [{ before: { title: /Environment/ }, after: { title: 'Energy' } }], by: { id: 'pat' }, at: /T/ },
      theirs: [{ release: 'mcs@2', change: { after: { title: 'Utilities' } }, by: { id: 'pat' }, at: /T/ }],
    })
    t.match(body.misfits, [{ operation: 3, code: 'CTE_ITEM_RETIRED', message: /EEU\.B/ }])
    t.equal(body.misfits.length, 1)

    const half = { resolutions: [{ item: 'EEU', keep: 'ours' }] }
    t.match(await rebase(system, id, half), { status: 409, body: { code: 'CTE_CONFLICTS', detail: /EEU\.B, ICT/ } })
    const all = (keep: string) => ({
      resolutions: [
        { item: 'EEU', keep: 'ours' },
        { item: 'ICT', keep: 'theirs' },
        { item: 'EEU.B', keep },
      ],
    })
    t.match(await rebase(system, id, all('ours')), { status: 422, body: { code: 'CTE_OPERATION_REFUSED' } })
    const strange = { resolutions: [...all('theirs').resolutions, { item: 'EEU.A', keep: 'ours' }] }
    t.match(await rebase(system, id, strange), { status: 422, body: { code: 'CTE_NO_SUCH_CONFLICT' } })
    t.match(await rebase(system, id, { ...all('theirs'), drop: [9] }), { body: { code: 'CTE_NO_SUCH_OPERATION' } })
    t.match(
      (await system.call('GET', `/proposals/${id}`)).body,
      { base: 1, operations: 4 },
      'what was refused did nothing',
    )

    const moved = await rebase(system, id, all('theirs'))
    t.match(moved, { status: 200, body: { base: 2, operations: 2 } })
    const { items } = (await system.call('GET', `/proposals/${id}/record?limit=200`)).body
    t.match(items.at(-1), {
      step: 'rebased',
      details: { from: 1, to: 2, dropped: [{ index: 1, operation: { item: 'ICT' } }, { index: 3 }] },
    })
    t.match(await publish(), { status: 200 })
    t.equal(await titleOf(system, 'EEU'), 'Energy')
    t.equal(await titleOf(system, 'ICT'), 'Computing')
  },
)

t.test(
  'two proposals side by side: the items and dependents both touch, and the difference in impact',
  { skip: skipped },
  async t => {
    const hanging: { ctc: Hanging; calpads: Hanging } = { ctc: {}, calpads: {} }
    const system = await standards(t, { agencies: bus => speakingAgencies(bus, hanging) })
    hanging.ctc = { EEU: [authorization('CTE/R4T/EU')], ICT: [authorization('CTE/R4T/ITEC')] }
    hanging.calpads = { EEU: [courseCode('7600')], 'EEU.A': [courseCode('7610')] }
    const left = await system.propose('mcs', [
      { op: 'retitle', item: 'EEU', title: 'Energy' },
      { op: 'retitle', item: 'EEU.A', title: 'Resources' },
      { op: 'retitle', item: 'ICT', title: 'Technologies' },
    ])
    const right = await system.propose('mcs', [
      { op: 'retire', item: 'EEU', successors: 'none' },
      { op: 'retitle', item: 'ICT', title: 'Technologies' },
    ])
    const { status, body } = await system.call('GET', `/proposals/${left.id}/compare/${right.id}`)
    t.equal(status, 200)
    t.match(body.left, { id: left.id, changes: 3, byClass: { label: 3 }, flags: { ctc: 2, calpads: 2 } })
    t.strictSame(
      body.items.rows.map((row: { item: { key: string }; same: boolean }) => [row.item.key, row.same]),
      [
        ['EEU', false],
        ['EEU.A', false],
        ['ICT', true],
      ],
    )
    t.strictSame(body.onlyLeft.rows, [])
    t.ok(body.onlyRight.total > 0, 'what goes with the sector is changed by one of them only')
    t.match(body.dependents, {
      differ: 3,
      rows: [
        { dependent: { key: '7600' }, left: { severity: 'notice' }, right: { severity: 'breaking' } },
        { dependent: { key: '7610' }, left: { severity: 'notice' }, right: null },
        { dependent: { key: 'CTE/R4T/EU' }, left: { severity: 'notice' }, right: { severity: 'breaking' } },
        { dependent: { key: 'CTE/R4T/ITEC' }, same: true },
      ],
    })
    t.match(await system.call('GET', `/proposals/${left.id}/compare/${left.id}`), { status: 422 })
    t.match(await system.call('GET', `/proposals/${left.id}/compare/none-such`), { status: 404 })
    const page = (await system.call('GET', `/proposals/${left.id}/compare/${right.id}?limit=2`)).body
    t.equal(page.items.rows.length, 2)
    const rest = await system.call('GET', `/proposals/${left.id}/compare/${right.id}?limit=2&cursor=${page.next}`)
    t.match(rest.body.items.rows, [{ item: { key: 'ICT' } }])
  },
)

t.test('a diff reads word by word, moved subtrees as moved, gravest class first', { skip: skipped }, async t => {
  const system = await standards(t)
  const { id } = await system.propose('mcs', [
    { op: 'revise', item: 'EEU.A1.1', title: 'Name all the resources.' },
    { op: 'move', item: 'EEU.A', parent: 'ICT' },
    {
      op: 'split',
      item: 'EEU.B',
      into: [
        { kind: 'pathway', code: 'X', title: 'Wires' },
        { kind: 'pathway', code: 'Y', title: 'Waves' },
      ],
    },
    { op: 'retitle', item: 'EEU', title: 'Energy', override: { class: 'editorial', reason: 'the Board says so' } },
  ])
  const { body } = await system.call('GET', `/proposals/${id}/diff`)
  t.strictSame(Object.keys(body.byClass), ['split', 'moved', 'substantive', 'added', 'editorial'])
  const of = (key: string) => body.changes.find((change: { item: { key: string } }) => change.item.key === key)
  t.match(of('ICT.A'), {
    said: 'pathway ICT.A "Environmental Resources" moves from EEU to ICT with the 2 items below it',
    moved: { from: ['EEU'], to: ['ICT'], below: 2 },
  })
  t.equal(of('ICT.A1.0'), undefined, 'what comes along is not told again as gone and come')
  t.match(of('EEU.B'), { said: /is split into EEU\.X "Wires", EEU\.Y "Waves"/ })
  t.strictSame(of('ICT.A1.1').words, [
    {
      field: 'title',
      pieces: [
        { kind: 'same', text: 'Name ' },
        { kind: 'added', text: 'all ' },
        { kind: 'same', text: 'the resources.' },
      ],
    },
  ])
  t.match(of('EEU'), { said: /pat calls it editorial: the Board says so/, rule: /^title\//, override: { by: 'pat' } })
  const one = (await system.call('GET', `/proposals/${id}/diff?class=moved&limit=1`)).body
  t.match(one, { total: 1, changes: [{ class: 'moved' }], next: null })
})

t.test('a proposal carries what ties it to other systems, and is found by it', { skip: skipped }, async t => {
  const system = await standards(t)
  const ties = {
    references: [
      { kind: 'sbe-agenda-item', name: 'Hypothetical agenda item', identifier: '07', date: '2026-11-12' },
      { kind: 'perkins-v', name: 'Programs of study' },
    ],
    deliveryModels: ['work-based', 'apprenticeship'],
    dualEnrollment: [{ courseCode: '7612', cip: '03.0101', collegeProgram: 'Hypothetical program' }],
    occupations: [{ soc: '19-2041', title: 'A hypothetical title' }],
  }
  const opened = await system.call('POST', '/proposals', { framework: 'mcs', title: 'Tied', ...ties })
  t.match(opened.body, {
    deliveryModels: [
      { tag: 'work-based', monitored: 'WBLR' },
      { tag: 'apprenticeship', monitored: 'not monitored' },
    ],
    occupations: [{ onet: 'https://www.onetonline.org/link/summary/19-2041.00' }],
    references: [{ url: null }, { identifier: null, date: null }],
  })
  const found = async (query: string) => (await system.call('GET', `/proposals?${query}`)).body.items.length
  for (const query of [
    'reference=perkins-v',
    'deliveryModel=apprenticeship',
    'courseCode=7612',
    'cip=03.0101',
    'soc=19-2041',
    'q=tied',
  ])
    t.equal(await found(query), 1, query)
  t.equal(await found('reference=initiative'), 0)
  t.equal(await found('courseCode=7612&soc=11-1011'), 0)
  const bad = [
    { references: [{ kind: 'sbe-agenda-item', name: 'x', date: '2026-02-30' }] },
    { references: [{ kind: 'sbe-agenda-item', name: 'x', url: 'javascript:alert(1)' }] },
    { dualEnrollment: [{ courseCode: '9000', collegeProgram: 'x' }] },
    { occupations: [{ soc: '19', title: 'x' }] },
    { deliveryModels: ['telepathy'] },
  ]
  for (const body of bad)
    t.match(
      await system.call('PATCH', `/proposals/${opened.body.id}`, body, { 'if-match': opened.etag! }),
      { status: 400 },
      JSON.stringify(body),
    )
  const kept = await system.call(
    'PATCH',
    `/proposals/${opened.body.id}`,
    { references: [] },
    { 'if-match': opened.etag! },
  )
  t.match(kept.body, { references: [], occupations: [{ soc: '19-2041' }] })
})
