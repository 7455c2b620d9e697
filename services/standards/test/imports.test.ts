import t from 'tap'
import { frameworkFile, SECTORS, skipped, standards } from './standards.ts'

t.test('a framework file that says nothing new opens no proposal', { skip: skipped }, async t => {
  const system = await standards(t)
  const again = await system.call('POST', '/imports/framework', frameworkFile('mcs', SECTORS))
  t.match(again, { status: 200, body: { proposal: null, added: 0, changed: 0, unchanged: 8, notListed: [] } })
})

t.test(
  'what differs becomes a proposal; what the file no longer lists is reported, never retired',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const fewer = SECTORS.filter(row => row.key !== 'ICT.10.0').map(row =>
      row.key === 'EEU.B' ? { ...row, title: 'Telecom' } : row,
    )
    const dry = await system.call('POST', '/imports/framework?dryRun=true', frameworkFile('mcs', fewer))
    t.match(dry.body, { proposal: null, changed: 1, unchanged: 6, notListed: ['ICT.10.0'] })
    const sent = await system.call('POST', '/imports/framework', frameworkFile('mcs', fewer))
    const twice = await system.call('POST', '/imports/framework', frameworkFile('mcs', fewer))
    t.equal(sent.body.proposal.id, twice.body.proposal.id, 'the same file finds the proposal it opened')
    const withdrawal = [{ reason: 'not yet' }, { 'if-match': '"v1"' }] as const
    await system.call('POST', `/proposals/${sent.body.proposal.id}/withdraw`, ...withdrawal)
    const anew = await system.call('POST', '/imports/framework', frameworkFile('mcs', fewer))
    t.match(anew.body.proposal, { state: 'draft' }, 'a file whose proposal was withdrawn may be sent again')
    const diff = await system.call('GET', `/proposals/${anew.body.proposal.id}/diff`)
    t.match(diff.body.changes, [{ class: 'label', item: { key: 'EEU.B' } }])
  },
)

t.test('a file is refused whole, with every fault named', { skip: skipped }, async t => {
  const system = await standards(t)
  const rows = [SECTORS[0], { ...SECTORS[1], parent: 'NONE' }, { ...SECTORS[2], source: 'unknown' }, SECTORS[0]]
  const refused = await system.call('POST', '/imports/framework', frameworkFile('other', rows as object[]))
  t.match(refused, { status: 422, body: { code: 'CTE_IMPORT_REFUSED' } })
  t.strictSame(
    refused.body.errors.map((error: { path: string }) => error.path),
    ['/items/2/source', '/items/3', '/items/1/parent'],
  )
  t.match(await system.call('GET', '/frameworks/other'), { status: 404 })
  t.match(await system.call('POST', '/imports/framework', { format: 'cte-align/framework@1' }), { status: 422 })
  t.match(await system.call('POST', '/imports/framework', '{"format":', { 'content-type': 'application/json' }), {
    status: 400,
  })
})

t.test('the key of a row is what its place and its code give', { skip: skipped }, async t => {
  const system = await standards(t)
  const row = { kind: 'sector', parent: null, title: 'A sector', source: 's', verified: false }
  const pathway = { ...row, kind: 'pathway', parent: 'NEW', code: 'A' }
  const items = [
    { ...row, key: 'NEW', code: 'NEW' },
    { ...row, key: 'ODD', code: 'OTHER' },
    { ...pathway, key: 'EEU.A' },
  ]
  const refused = await system.call('POST', '/imports/framework', frameworkFile('other', items))
  t.match(refused, { status: 422, body: { errors: [{ path: '/items/1/key' }, { path: '/items/2/key' }] } })
})

t.test('a framework whose first proposal would be too large is not begun', { skip: skipped }, async t => {
  const system = await standards(t)
  const items = Array.from({ length: 1800 }, (_, n) => ({
    ...SECTORS[0],
    key: `S${n}`,
    code: `S${n}`,
    text: 'x'.repeat(7000),
  }))
  const refused = await system.call('POST', '/imports/framework', frameworkFile('large', items))
  t.match(refused, { status: 422, body: { code: 'CTE_PROPOSAL_TOO_LARGE' } })
  t.match(await system.call('GET', '/frameworks/large'), { status: 404 })
})

t.test('the same file sent several times at once opens one proposal', { skip: skipped }, async t => {
  const system = await standards(t)
  const send = () => system.call('POST', '/imports/framework', frameworkFile('new', [SECTORS[0]!]))
  const answers = await Promise.all([send(), send(), send(), send()])
  t.strictSame(new Set(answers.map(({ status }) => status)), new Set([200]))
  t.equal(new Set(answers.map(({ body }) => body.proposal.id)).size, 1)
})

const csv = { 'content-type': 'text/csv' }
const url = '/imports/statements?framework=mcs&source=a+table'

t.test(
  'statements come from a small CSV as a proposal, with slips of the pen in codes mended and reported',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    const file =
      'parent,kind,code,title,text\nICT.10.0,indicator,10 1.,"Name, and use, the tools.",\nEEU.A,standard,A1.0,Describe how resources are managed.,\n'
    const sent = await system.call('POST', url, file, csv)
    t.match(sent, {
      status: 200,
      body: { added: 1, unchanged: 1, tidied: [{ row: 1, from: '10 1.', to: '10.1' }], proposal: { state: 'draft' } },
    })
  },
)

t.test('a CSV with a bad row is refused whole and the row named', { skip: skipped }, async t => {
  const system = await standards(t)
  const bad = async (text: string) => (await system.call('POST', url, text, csv)).body
  t.match(await bad('parent,kind,code,title\nNONE,indicator,1.1,Text\n'), {
    code: 'CTE_IMPORT_REFUSED',
    errors: [{ path: '/rows/1/parent' }],
  })
  t.match(await bad('parent,kind,code,title\nICT,sector,1.1,Text\n'), {
    code: 'CTE_BAD_CSV',
    errors: [{ path: '/rows/1/kind' }],
  })
  t.match(await bad('parent,kind,code\nICT,anchor,1.1\n'), { code: 'CTE_BAD_CSV' })
  t.match(await bad('\n'), { code: 'CTE_BAD_CSV' })
  t.match((await system.call('GET', '/proposals?state=draft')).body.items, [])
})
