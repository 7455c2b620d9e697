import t from 'tap'
import { EDITOR, load, publishProposal, row, type Standards, skipped, standards } from './standards.ts'
import { workbook } from './workbook.ts'

// Layouts as the publishers have them; every code's title and every pair here is made up.
const PROGRAMS =
  'CIP Code (2020),CIP Title (2020)\n01.0000,Farming (hypothetical)\n01.0102,Farm Business (hypothetical)\n'
const CLUSTERS = [
  row('agriculture', 'cluster', null, 'Agriculture'),
  row('agriculture.water', 'sub-cluster', 'agriculture', 'Water Systems'),
  row('agriculture.food', 'sub-cluster', 'agriculture', 'Food Science & Processing'),
]
const query = (given: Record<string, string>) => new URLSearchParams({ source: 'a made up table', ...given })
const scheme = (system: Standards, body: unknown, given: Record<string, string> = {}) =>
  system.call(
    'POST',
    `/imports/scheme?${query({ scheme: 'cip', framework: 'cip', title: 'Programs', ...given })}`,
    body,
    as(body),
  )
const pairs = (system: Standards, body: unknown, given: Record<string, string> = {}) => {
  const asked = {
    layout: 'cluster-cip',
    crosswalk: 'to-cip',
    title: 'Clusters to programs',
    from: 'clusters',
    to: 'cip',
  }
  return system.call('POST', `/imports/pairs?${query({ ...asked, ...given })}`, body, as(body))
}
const as = (body: unknown) => ({
  'x-cte-actor': EDITOR,
  'content-type':
    typeof body === 'string' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

async function withPrograms(t: Parameters<typeof standards>[0]): Promise<Standards> {
  const system = await standards(t)
  await load(system, 'clusters', CLUSTERS)
  await publishProposal(system, (await scheme(system, PROGRAMS)).body.proposal.id)
  return system
}

t.test(
  'a published list of codes becomes a framework by way of a proposal, dry run first',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const file = `CIPFamily,CIPCode,Action,CIPTitle\n"=""01""","=""01""",No substantive changes,A FAMILY\n"=""01""","=""01.0000""",New,Farming (hypothetical)\n"=""01""","=""01.0001""",Deleted,Gone (hypothetical)\n"=""01""","=""01.0002""",Moved from,Elsewhere (hypothetical)\n01,1.0102,New,Farm Business (hypothetical)\n`
    const dry = await scheme(system, file, { dryRun: 'true' })
    t.match(dry.body, {
      proposal: null,
      added: 2,
      headings: 1,
      passedOver: ['01.0001', '01.0002'],
      tidied: [{ at: '/rows/6/CIPCode', from: '1.0102', to: '01.0102' }],
    })
    t.match(await system.call('GET', '/frameworks/cip'), { status: 404 }, 'a dry run writes nothing')
    const sent = await scheme(system, file)
    await publishProposal(system, sent.body.proposal.id)
    const items = (await system.call('GET', '/frameworks/cip/items')).body.items
    t.match(items, [
      { key: '01.0000', kind: 'program', parent: null, provenance: { source: 'a made up table', verified: false } },
      { key: '01.0102', title: 'Farm Business (hypothetical)' },
    ])
    t.match(
      (await scheme(system, PROGRAMS)).body,
      { proposal: null, unchanged: 2 },
      'another layout of the same says nothing new',
    )
    const fewer = await scheme(system, PROGRAMS.split('\n').slice(0, 2).join('\n'))
    t.match(fewer.body, { proposal: null, notListed: ['01.0102'] }, 'what a file no longer lists stays')
  },
)

t.test('a list is refused whole, each fault with its row and column', { skip: skipped }, async t => {
  const system = await standards(t)
  const file =
    'SOC Code,Occupation Title\n11-1011,Chief (hypothetical)\n11-1011,Boss (hypothetical)\n1111.0,Odd\n11-1021,\n'
  t.match(await scheme(system, file, { scheme: 'soc', framework: 'soc' }), {
    status: 422,
    body: {
      code: 'CTE_IMPORT_REFUSED',
      errors: [
        { path: '/rows/3/Occupation Title', message: '11-1011 is "Chief (hypothetical)" in row 2' },
        { path: '/rows/4/SOC Code', message: /1111.0 is no SOC code such as 11-1011; if zeros were lost/ },
        { path: '/rows/5/Occupation Title' },
      ],
    },
  })
  t.match(await scheme(system, 'a,b\n1,2\n'), {
    status: 422,
    body: { code: 'CTE_NO_TABLE', detail: /CIP Code \(2020\)/ },
  })
  t.match(await scheme(system, PROGRAMS.split('\n')[0]), {
    status: 422,
    body: { errors: [{ message: 'No code in it' }] },
  })
  t.match(await scheme(system, Buffer.from('PK\x03\x04 not a workbook')), {
    status: 422,
    body: { code: 'CTE_BAD_WORKBOOK' },
  })
  t.match((await system.call('GET', '/frameworks')).body.items.length, 1)
})

t.test('a workbook is read where its columns are, past prose, headings and wide sheets', { skip: skipped }, async t => {
  const system = await withPrograms(t)
  const head = ['CIP Code (2020)', 'CIP Title (2020)', 'Career Cluster', 'Sub-Cluster']
  const file = workbook({
    Overview: [['How to read this'], ['Prose']],
    Wide: [
      [...head, 'Career Cluster'],
      ['01.0000', 'x', 'Agriculture', 'Nowhere', 'Agriculture'],
    ],
    'CIP - CC - Sub-Clusters': [
      ['Made up for a test'],
      head,
      ['Agriculture'],
      ['01.0000', 'Farming (hypothetical)', 'Agriculture', 'water systems'],
      ['01.0000', 'Farming (hypothetical)', 'Agriculture', 'Food Science and Processing'],
      ['01.0000', 'Farming (hypothetical)', 'Agriculture', 'Water\u00a0Systems'],
      [1.0102, 'Farm Business (hypothetical)', 'Agriculture', null],
      ['99.9999', 'NO MATCH', 'Agriculture', 'Water Systems'],
    ],
  })
  const dry = await pairs(system, file, { dryRun: 'true' })
  t.match(dry, {
    status: 200,
    body: {
      ...{ added: 3, repeated: 1, headings: 1, none: 0, sheet: 'CIP - CC - Sub-Clusters' },
      tidied: [
        { at: '/rows/4/Sub-Cluster', from: 'water systems', to: 'Water Systems' },
        { at: '/rows/5/Sub-Cluster' },
        { at: '/rows/7/CIP Code (2020)', from: '1.0102', to: '01.0102' },
      ],
      leftOut: [{ at: '/rows/8', message: /has no match here, and one in another row/ }],
    },
  })
  t.match(await system.call('GET', '/crosswalks/to-cip'), { status: 404 })
  t.match(await pairs(system, file), { status: 200, body: { added: 3 } })
  t.match((await system.call('GET', '/crosswalks/to-cip')).body, { purpose: 'reference', byState: { draft: 3 } })
  const { items } = (await system.call('GET', '/crosswalks/to-cip/relations')).body
  t.match(items[0], {
    from: { key: 'agriculture', kind: 'cluster' },
    to: { key: '01.0102' },
    ...{ relation: 'related', state: 'draft', pinned: { from: 'clusters@1', to: 'cip@1' } },
    provenance: { source: 'a made up table' },
  })
  t.match(await pairs(system, file), { body: { added: 0, unchanged: 3 } }, 'the same file again changes nothing')
})

t.test(
  'an item unknown to us is a fault of its row, unless somebody says to leave it out',
  { skip: skipped },
  async t => {
    const system = await withPrograms(t)
    const file =
      'CIP Code (2020),CIP Title (2020),Career Cluster,Sub-Cluster\n01.0000,x,Agriculture,Water Systems\n01.7777,x,Agriculture,Water Systems\n01.0000,x,Agriculture,Clouds\n01.0000,x,Weather,Clouds\n01,x,Agriculture,Water Systems\n'
    const refused = await pairs(system, file)
    t.equal(refused.status, 422)
    t.strictSame(
      refused.body.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`),
      [
        '/rows/3/CIP Code (2020): No item 01.7777 in cip',
        '/rows/4/Sub-Cluster: No sub-cluster "Clouds" in "Agriculture"',
        '/rows/5/Career Cluster: No cluster "Weather"',
        '/rows/6/CIP Code (2020): 01 is no CIP code such as 01.0000; if zeros were lost, store the column as text',
      ],
    )
    t.match(await system.call('GET', '/crosswalks/to-cip'), { status: 404 }, 'nothing is half-written')
    t.match(await pairs(system, file, { leaveOutUnknown: 'true' }), {
      status: 422,
      body: { errors: [{ path: /rows\/6/ }] },
    })
    const sound = file.split('\n').slice(0, 5).join('\n')
    t.match((await pairs(system, sound, { leaveOutUnknown: 'true' })).body, {
      added: 1,
      leftOutCount: 3,
      leftOut: [{ at: '/rows/3/CIP Code (2020)' }, {}, {}],
    })
  },
)

t.test('the codes for no match are an explicit none, from either end', { skip: skipped }, async t => {
  const system = await withPrograms(t)
  await publishProposal(
    system,
    (
      await scheme(system, 'SOC Code,Occupation Title\n11-1011,Chief (hypothetical)\n', {
        scheme: 'soc',
        framework: 'soc',
      })
    ).body.proposal.id,
  )
  const file =
    'CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n01.0000,x,99-9999,NO MATCH\n99.9999,NO MATCH,11-1011,x\n'
  const given = { layout: 'cip-soc', crosswalk: 'cip-soc', from: 'cip', to: 'soc' }
  t.match((await pairs(system, file, given)).body, { added: 2, none: 2 })
  const said = async (item: string, direction: string) =>
    (await system.call('GET', `/crosswalks/cip-soc/translate?item=${item}&direction=${direction}`)).body.answer
  t.equal(await said('01.0000', 'forward'), 'none')
  t.equal(await said('11-1011', 'back'), 'none')
  t.equal(await said('01.0102', 'forward'), 'unmapped')
  const against = 'CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n01.0000,x,11-1011,x\n'
  t.match(await pairs(system, against, given), {
    status: 422,
    body: { errors: [{ path: '/rows/2', message: /01.0000 -> 11-1011 contradicts/ }] },
  })
})
