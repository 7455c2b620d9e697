import t from 'tap'
import { authorization, catalogue, rule, subject } from './builders.ts'
import { CTC, withCredentials } from './with-credentials.ts'

const AUTHORIZATION_CHANGED = 'cte.ctc.authorization.changed'
const RULE_CHANGED = 'cte.ctc.assignment-rule.changed'

t.test('a catalogue is taken in with its traps', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events } = service
  const first = await call('POST', '/imports', catalogue())
  t.equal(first.status, 200, JSON.stringify(first.body))
  t.match(first.body.sections, {
    subjects: { added: 5, changed: 0, unchanged: 0, notListed: [] },
    documents: { added: 7 },
    authorizations: { added: 12 },
    assignmentRules: { added: 5 },
  })
  const linksOf = async (key: string) => (await call('GET', `/authorizations/${key}`)).body.links
  const items = async (key: string) => (await linksOf(key)).map((link: { item: { key: string } }) => link.item.key)

  t.test('the sector is found by the table of subjects, not by the subject code', async t => {
    t.strictSame(await items('CTE/R4T/ANR'), ['AGR'])
    t.strictSame(await items('CTE/R4T/FAB'), ['BUS'])
    t.strictSame(await items('CTE/R4T/FID'), ['FID'], 'which five of them happen to equal')
    t.strictSame(await items('AETC/R4FA/ANR'), ['AGR'], 'adult classes too')
  })
  t.test('a blank authorization code is kept as a gap', async t => {
    const { body } = await call('GET', '/authorizations/BIPT/_/ANR')
    t.equal(body.authorizationCode, null)
    t.strictSame(body.gaps, ['authorization-code-blank'])
    t.strictSame(await items('BIPT/_/ANR'), ['AGR'])
  })
  t.test('what nobody has checked gives an unverified link', async t => {
    t.match(await linksOf('TC4T/R4T/ANR'), [{ verified: false, basis: 'subject code ANR' }])
    t.match(await linksOf('CTE/R4T/ANR'), [{ verified: true }])
  })
  t.test('single subjects are reached through rules only', async t => {
    const { body } = await call('GET', '/authorizations/TC1/R1S/AGRI')
    t.strictSame(body.links, [])
    t.match(body.rules, [{ id: '7100:TC1/R1S/AGRI', by: 'direct' }])
  })
  t.test('an examination twin is admitted by the rule of the other, which is inferred', async t => {
    const { body } = await call('GET', '/authorizations/TC1/R1S/AGRX')
    t.match(body.rules, [{ id: '7100:TC1/R1S/AGRI', by: 'twin' }])
    const said = (await events(RULE_CHANGED)).find(event => event.subject === '7100:TC1/R1S/AGRI')
    t.match(said?.data, { authorization: { key: 'TC1/R1S/AGRI' }, twins: [{ key: 'TC1/R1S/AGRX' }], removed: false })
    t.match(await service.db.connection.collection('rules').find({ 'edge.rule': '7100:TC1/R1S/AGRI' }).toArray(), [
      { edge: { inferred: false } },
      { edge: { inferred: true } },
    ])
  })
  t.test('the wildcard admits every sector of its document and authorization', async t => {
    const { body } = await call('GET', '/authorizations/CTE/R4T/FID')
    t.match(body.rules, [{ id: '7000:CTE/R4T/*', by: 'wildcard' }])
    const edge = await service.db.connection.collection('rules').findOne({ 'edge.rule': '7000:CTE/R4T/*' })
    t.match(edge?.edge, { authorization: null, prefix: 'CTE/R4T/' })
    t.strictSame((await call('GET', '/authorizations/CTE/S17C/NONE')).body.rules, [])
  })
  t.test('who has no subject is for manual review, never left out', async t => {
    const { body } = await call('GET', '/authorizations')
    const manual = body.items.filter((row: { manualReview: boolean }) => row.manualReview)
    t.strictSame(
      manual.map((row: { key: string }) => row.key),
      ['CTE/S17C/NONE', 'SUBE/P30V/NONE', 'TC4H/R4H/_'],
    )
  })
  t.test('gaps are reported by the import and afterwards', async t => {
    const { body } = await call('GET', '/gaps')
    t.strictSame(body.items, first.body.gaps)
    t.strictSame(
      body.items.map((gap: { code: string; key: string }) => `${gap.code} ${gap.key}`),
      [
        'authorization-code-blank BIPT/_/ANR',
        'no-subject CTE/S17C/NONE',
        'no-subject SUBE/P30V/NONE',
        'no-subject TC4H/R4H/_',
        'title-dates-unknown subject FAB',
        'unverified TC4H/R4H/_',
        'unverified TC4T/R4T/ANR',
      ],
    )
  })
  t.test('the same file again changes nothing, says nothing and asks nobody', async t => {
    const before = (await events(AUTHORIZATION_CHANGED)).length + (await events(RULE_CHANGED)).length
    t.equal(before, 17)
    const asked = service.standards.asked.length
    const { status, body } = await call('POST', '/imports', catalogue())
    t.equal(status, 200)
    t.match(body.sections.authorizations, { added: 0, changed: 0, unchanged: 12 })
    t.equal((await events(AUTHORIZATION_CHANGED)).length + (await events(RULE_CHANGED)).length, before)
    const told = [...(await events(AUTHORIZATION_CHANGED)), ...(await events(RULE_CHANGED))]
    t.strictSame([...new Set(told.map(event => event.actor))], [CTC], 'whoever sent the file')
    t.equal(service.standards.asked.length, asked)
    t.equal((await call('GET', '/authorizations/CTE/R4T/ANR')).headers.etag, '"v1"')
  })
  t.test('what a file no longer lists is reported and stays', async t => {
    const { authorizations } = catalogue()
    const { body } = await call(
      'POST',
      '/imports',
      catalogue({ authorizations: authorizations.slice(1), assignmentRules: [] }),
    )
    t.strictSame(body.sections.authorizations.notListed, ['CTE/R4T/ANR'])
    t.equal(body.sections.assignmentRules.notListed.length, 5)
    t.equal((await call('GET', '/authorizations/CTE/R4T/ANR')).status, 200)
  })
})

t.test('a bad row refuses the whole file and names every fault', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events, db } = service
  const refused = async (body: unknown) => {
    const answer = await call('POST', '/imports', body)
    t.equal(answer.status, 422, JSON.stringify(answer.body))
    t.equal(answer.body.code, 'CTE_IMPORT_REFUSED')
    return answer.body.errors as { path: string; message: string }[]
  }
  const bad = catalogue()
  bad.authorizations[2] = authorization('CTE/R4T/F-D')
  Object.assign(bad.assignmentRules[0]!, { courseCode: 'Agriculture' })
  t.strictSame(
    (await refused(bad)).map(({ path }) => path),
    ['/authorizations/2/subjectCode', '/assignmentRules/0/courseCode'],
  )
  t.match(await refused([]), [{ path: '', message: /object/ }])
  t.match(await refused({ ...catalogue(), format: 'something/else@1' }), [{ path: '/format' }])

  const wrong = catalogue({
    authorizations: [
      authorization('CTE/R4T/ANR'),
      authorization('CTE/R4T/ANR'),
      authorization('CTE/R4T/XXX'),
      authorization('TC1/R1S/AGRI'),
      authorization('ZZZ/R4T/ANR', { source: 'hearsay' }),
      authorization('TC4T/R4T/ANR', { twinOf: 'TC4T/R4T/FAB' }),
    ],
    assignmentRules: [rule('7100:CTE/R4T/ANR', { kind: 'wildcard' })],
  })
  t.strictSame(await refused(wrong), [
    { path: '/authorizations/1', message: 'CTE/R4T/ANR is listed before, at /authorizations/0' },
    { path: '/authorizations/4/source', message: 'No source hearsay' },
    { path: '/authorizations/2/subjectCode', message: 'No subject XXX says which item it stands for' },
    {
      path: '/authorizations/3/cteRelation',
      message: 'TC1 is reached through assignment rules, never through a sector',
    },
    { path: '/authorizations/4/documentCode', message: 'No document ZZZ' },
    { path: '/authorizations/5/twinOf', message: 'No other authorization TC4T/R4T/FAB' },
    { path: '/assignmentRules/0/kind', message: 'wildcard and the subject * go together' },
  ])

  const unknown = catalogue({
    subjects: catalogue().subjects.map(row => (row.code === 'ANR' ? subject('ANR', 'ANR') : row)),
  })
  t.match(await refused(unknown), [
    { path: '/authorizations/0/subjectCode', message: 'No item ANR in ca-mcs-2013' },
    { path: '/authorizations/5/subjectCode' },
    { path: '/authorizations/6/subjectCode' },
    { path: '/authorizations/9/subjectCode' },
  ])

  const dry = await call('POST', '/imports?dryRun=true', catalogue())
  t.match(dry.body, { dryRun: true, sections: { authorizations: { added: 12 } } })
  for (const name of ['subjects', 'documents', 'authorizations', 'assignment_rules', 'links', 'rules', 'outbox'])
    t.equal(await db.connection.collection(name).countDocuments(), 0, `nothing in ${name}`)
  t.strictSame(await events(AUTHORIZATION_CHANGED), [])
  t.equal((await call('POST', '/imports', catalogue(), { 'x-cte-actor': 'id=a; agency=CDE; role=editor' })).status, 403)
  t.equal((await call('POST', '/imports?dryRun=perhaps', catalogue())).body.code, 'CTE_INVALID_INPUT')
  t.equal((await call('POST', '/imports', '{', { 'content-type': 'application/json' })).body.code, 'CTE_MALFORMED_JSON')
})

t.test('where standards does not answer nothing is written', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, db, standards } = service
  await standards.stop()
  const { status, body } = await call('POST', '/imports', catalogue())
  t.strictSame([status, body.code], [503, 'CTE_STANDARDS_UNREACHABLE'])
  t.equal(await db.connection.collection('documents').countDocuments(), 0)
})

t.test('a later file changes what it says anew', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, events } = service
  const withoutTwin = catalogue().authorizations.filter(row => row.subjectCode !== 'AGRX' && row.subjectCode !== 'MSS')
  const first = await call('POST', '/imports', catalogue({ authorizations: withoutTwin }))
  t.match(
    first.body.gaps.filter((gap: { code: string }) => gap.code === 'rule-without-authorization'),
    [{ key: '7400:CTE/R4T/MSS' }],
  )
  const edges = () => service.db.connection.collection('rules').countDocuments({ removed: null })
  t.equal(await edges(), 4)

  t.test('an authorization that comes later completes the rules that admit it', async t => {
    const { body } = await call('POST', '/imports', catalogue())
    t.match(body.sections, {
      authorizations: { added: 2, unchanged: 10 },
      assignmentRules: { changed: 0, unchanged: 5 },
    })
    t.equal(await edges(), 6)
    const said = await events(RULE_CHANGED)
    t.strictSame(
      said.slice(5).map(event => event.subject),
      ['7100:TC1/R1S/AGRI', '7400:CTE/R4T/MSS'],
    )
  })
  t.test('a subject that stands for another item takes its links along', async t => {
    const subjects = catalogue().subjects.map(row => (row.code === 'FAB' ? subject('FAB', 'MSS') : row))
    const { body } = await call('POST', '/imports', catalogue({ subjects }))
    t.match(body.sections.authorizations, { changed: 1 })
    const { links } = (await call('GET', '/authorizations/CTE/R4T/FAB')).body
    t.match(links, [{ item: { key: 'MSS' } }])
    const last = (await events(AUTHORIZATION_CHANGED)).at(-1)
    t.match(last?.data, { dependent: { key: 'CTE/R4T/FAB' }, added: [{ item: { key: 'MSS' } }], removed: [/.+/] })
    const alone = await call('POST', '/imports', catalogue({ authorizations: [] }))
    t.match(alone.body.errors, [{ path: '/subjects/1/item', message: /CTE\/R4T\/FAB follows FAB/ }])
  })
  t.test('a person keeps the word where the file says nothing new', async t => {
    const url = '/authorizations/CTE/R4T/ANR'
    const edited = await call('PATCH', url, { notes: 'Seen' }, { 'if-match': '"v1"' })
    t.equal(edited.status, 200)
    const again = await call('POST', '/imports', catalogue())
    t.strictSame(again.body.sections.authorizations.kept, ['CTE/R4T/ANR'])
    t.equal((await call('GET', url)).body.notes, 'Seen')
    const authorizations = catalogue().authorizations
    authorizations[0] = authorization('CTE/R4T/ANR', { subjectTitle: 'Agriculture' })
    await call('POST', '/imports', catalogue({ authorizations }))
    t.match((await call('GET', url)).body, { notes: 'Seen', subjectTitle: 'Agriculture', version: 3 })
    t.match((await call('GET', url)).body.links, [{ dependent: { title: 'Credential CTE: Agriculture' } }])
  })
})
