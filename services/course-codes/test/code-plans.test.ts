import { setTimeout as delay } from 'node:timers/promises'
import { createMemoryBus } from '@cte-align/bus'
import type { CourseCodeConsequence } from '@cte-align/contracts'
import { openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildCourseCodes } from '../src/app.ts'
import { catalogue, courseCode } from './builders.ts'
import { changeOf, sayRelease, serveConsequences } from './release-said.ts'
import { type Answer, callOn, item, serveStandards, withCourseCodes } from './with-course-codes.ts'

const PUBLISHER = { 'x-cte-actor': 'id=mlopez; agency=CALPADS; role=publisher' }
const reason = 'a test'
const made = (code: string, more = {}) => ({
  ...{ code, title: `New ${code} (hypothetical)`, level: 'concentrator', sectorName: 'Some sector' },
  ...{ pathwayName: 'Agricultural Business', item: { framework: 'ca-mcs-2013', item: 'AGR.A' }, ...more },
})
type Call = ReturnType<typeof callOn>
const etag = (answer: Answer) => ({ 'if-match': String(answer.headers.etag) })
const open = (call: Call, more = {}) =>
  call('POST', '/code-plans', { title: 'Plan (hypothetical)', schoolYear: '2027-28', reason, ...more })
const add = (call: Call, plan: Answer, entries: object[]) =>
  call('POST', `/code-plans/${plan.body.id}/entries`, { entries, reason }, etag(plan))
const publish = (call: Call, plan: Answer, edition: string) =>
  call(
    'POST',
    `/code-plans/${plan.body.id}/publish`,
    { edition, title: `Edition ${edition}`, reason },
    { ...etag(plan), ...PUBLISHER },
  )

const ENTRIES = [
  {
    kind: 'Change; code',
    from: ['7111'],
    to: ['7113', '7114'],
    newCodes: [made('7113'), made('7114', { item: null })],
    successor: 'named',
    reason,
  },
  { kind: 'Change; title', from: ['7112'], title: 'Farm Enterprise (hypothetical)', reason },
  { kind: 'Archived', from: ['7839'], successor: 'unknown', reason },
]

t.test('a plan is decided by people, and published as an edition', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, events } = service
  await call('POST', '/imports', catalogue())
  const opened = await open(call)
  t.match(opened, { status: 201, headers: { etag: '"v1"' }, body: { state: 'draft', about: null, edition: null } })

  await t.test('the impossible does not get into it', async t => {
    const entries = [{ kind: 'New', to: ['6999'], newCodes: [made('6999', { pathwayCode: '111A' })], reason }]
    const refused = await add(call, opened, entries)
    t.match(refused, { status: 422, body: { code: 'CTE_PLAN_IMPOSSIBLE' } })
    t.match(refused.body.errors, [{ path: '/body/entries/0', message: /CRSC0464/ }, { message: /11\.13/ }])
    t.equal((await add(call, opened, [{ kind: 'Previously archived', from: ['7111'], reason }])).status, 400)
    t.equal((await publish(call, opened, 'v17.0')).body.code, 'CTE_PLAN_EMPTY')
  })
  const planned = await add(call, opened, ENTRIES)
  t.match(planned, { status: 200, body: { entries: { accepted: 3 }, version: 2 } }, JSON.stringify(planned.body))
  const plan = `/code-plans/${opened.body.id}`

  await t.test('it is held against the code set, and shows what would be', async t => {
    const { body } = await call('GET', `${plan}/check`)
    t.equal(body.publishable, true)
    const said = body.findings.map(
      (each: { code: string; courseCodes: string[] }) => `${each.code} ${each.courseCodes}`,
    )
    t.ok(said.includes('no-alignment 7114'))
    t.ok(said.includes('successor-unknown 7839'))
    const what = (await call('GET', `${plan}/what-if`)).body
    t.match(what.counts, { codes: 10, added: 2, retired: 2, revised: 1 })
    t.match(what.comparison.counts, { added: 2, gone: 0, title: 1, effectiveTo: 2 })
    t.equal((await call('GET', '/course-codes/7113')).status, 404, 'nothing is written')
  })
  await t.test('it takes a publisher, the version that was read, and a free name', async t => {
    t.equal(
      (await call('POST', `${plan}/publish`, { edition: 'v17.0', title: 'X', reason }, etag(planned))).status,
      403,
    )
    t.equal((await publish(call, opened, 'v17.0')).status, 412)
    const file = 'Coded Value,Name\n7100,X (hypothetical)'
    await call('POST', '/imports/code-set?edition=v16.9&source=file', file, { 'content-type': 'text/csv' })
    t.equal((await publish(call, planned, 'v16.9')).body.code, 'CTE_EDITION_EXISTS')
    t.match((await call('GET', plan)).body, { state: 'draft', version: 2 }, 'and stays a draft')
  })
  const published = await publish(call, planned, 'v17.0')
  t.match(published, { status: 200, body: { state: 'published', edition: 'v17.0' } }, JSON.stringify(published.body))

  await t.test('new codes are live from its year, retired ones end before, none is deleted', async t => {
    t.match((await call('GET', '/course-codes/7113')).body, {
      ...{ title: 'New 7113 (hypothetical)', effectiveFrom: '2027-28', effectiveTo: null },
      links: [{ item: { key: 'AGR.A' }, lineage: [{ key: 'AGR' }] }],
    })
    t.match((await call('GET', '/course-codes/7111')).body, { title: 'Course 7111', effectiveTo: '2026-27' })
    t.match((await call('GET', '/code-sets/check?code=7111&schoolYear=2027-28')).body, {
      ...{ valid: 'no', status: 'retired', successors: ['7113', '7114'] },
      changes: [{ kind: 'Change; code', schoolYear: '2027-28' }],
    })
    t.match((await call('GET', '/code-sets/check?code=7839&schoolYear=2027-28')).body, {
      status: 'retired',
      successors: [],
    })
    t.match((await call('GET', '/code-sets/check?code=7113&schoolYear=2027-28')).body, { valid: 'yes' })
    t.match((await call('GET', '/code-sets/check?code=7113&schoolYear=2026-27')).body, {
      valid: 'no',
      status: 'proposed',
    })
  })
  await t.test('earlier years read as they did', async t => {
    const title = async (url: string) =>
      (await call('GET', url)).body.items.find((row: { code: string }) => row.code === '7112').title
    t.equal(await title('/code-sets/2026-27'), 'Course 7112')
    t.equal(await title('/code-sets/2027-28'), 'Farm Enterprise (hypothetical)')
    t.equal(await title('/course-codes?schoolYear=2026-27'), 'Course 7112')
    t.equal(await title('/code-set-editions/v17.0/codes'), 'Farm Enterprise (hypothetical)')
    const history = (await call('GET', '/course-codes/7112/history')).body
    t.match(history, {
      earlier: [{ before: '2027-28', title: 'Course 7112', edition: 'v17.0' }],
      changes: [{ kind: 'Change; title', from: ['7112'], to: ['7112'] }],
      succession: { current: ['7112'], steps: [] },
    })
  })
  await t.test('changes, map and edition tell it', async t => {
    t.match((await call('GET', '/code-changes?from=7111')).body.items, [{ to: ['7113', '7114'], edition: 'v17.0' }])
    t.equal((await call('GET', '/code-changes?edition=v17.0')).body.items.length, 3)
    t.strictSame((await call('GET', '/code-changes?schoolYear=2026-27')).body.items, [])
    const map = String((await call('GET', '/code-sets/2027-28/export?layout=map')).body).split('\r\n')
    t.ok(map.some(line => line.startsWith('7111,7114,named,Change; code,2027-28,v17.0')))
    t.ok(
      map.some(line => line.startsWith('7839,unknown,unknown,Archived,2027-28')),
      'unknown stays unknown',
    )
    t.notOk(
      map.some(line => line.startsWith('7112')),
      'a new title goes nowhere',
    )
    t.match((await call('GET', '/code-set-editions/v17.0')).body, {
      origin: 'published',
      codes: 10,
      plan: opened.body.id,
    })
  })
  await t.test('every change is an event, and the edition comes last', async t => {
    const changed = (await events('cte.calpads.course-code.changed')).slice(-5)
    t.strictSame(changed.map(({ subject }) => subject).sort(), ['7111', '7112', '7113', '7114', '7839'])
    const changes = await events('cte.calpads.code-change.published')
    t.equal(changes.length, 3)
    for (const { actor } of [...changed, ...changes]) t.equal(actor, PUBLISHER['x-cte-actor'])
    t.match((await events('cte.calpads.code-set.published')).at(-1), {
      subject: 'v17.0',
      actor: PUBLISHER['x-cte-actor'],
      data: { schoolYear: '2027-28', counts: { codes: 10, added: 2, retired: 2, revised: 1, changes: 3 } },
    })
  })
  await t.test('a later import of the catalogue undoes nothing', async t => {
    const { sections } = (await call('POST', '/imports', catalogue())).body
    t.strictSame(sections.courseCodes.kept, ['7111', '7112', '7839'])
    t.strictSame(sections.courseCodes.notListed, ['7113', '7114'])
    const listed = courseCode('7113', 'concentrator', ['AGR'], { title: 'New 7113 (hypothetical)' })
    await call('POST', '/imports', catalogue({ courseCodes: [...catalogue().courseCodes, listed] }))
    t.match(
      (await call('GET', '/course-codes/7113')).body,
      { effectiveFrom: '2027-28' },
      'a file without years takes none away',
    )
  })
  await t.test('the record tells who did what and why; a closed plan is closed', async t => {
    const { items } = (await call('GET', `${plan}/record`)).body
    t.strictSame(
      items.map((step: { step: string }) => step.step),
      ['opened', 'entries-added', 'publishing-begun', 'published'],
    )
    t.match(items.at(-1), { by: { id: 'mlopez' }, reason, details: { edition: 'v17.0' } })
    t.equal((await publish(call, published, 'v18.0')).body.code, 'CTE_PLAN_CLOSED')
    t.equal((await call('GET', `${plan}/what-if`)).body.code, 'CTE_PLAN_CLOSED')
  })
  await t.test('a second plan builds on the first; a code goes on through chains', async t => {
    const second = await open(call, { schoolYear: '2028-29', base: 'v17.0' })
    const entries = [{ kind: 'Change; code', from: ['7113'], to: ['7114'], successor: 'named', reason }]
    t.equal((await publish(call, await add(call, second, entries), 'v18.0')).status, 200)
    const ends = async (query = '') =>
      (await call('GET', `/course-codes/7111/history?${query}`)).body.succession.current
    t.strictSame([await ends(), await ends('until=2027-28')], [['7114'], ['7113', '7114']])
    const undone = await open(call, { schoolYear: '2029-30' })
    const again = await add(call, undone, [{ kind: 'New', to: ['7111'], newCodes: [made('7111')], reason }])
    const refused = await publish(call, again, 'v19.0')
    t.match(refused.body.errors, [{ message: /retired, and earlier years still read by it/ }])
    t.match(await call('POST', `/code-plans/${undone.body.id}/withdraw`, { reason }, etag(again)), {
      body: { state: 'withdrawn' },
    })
  })
  await t.test('two plans are put side by side', async t => {
    const a = await add(call, await open(call), [{ kind: 'Archived', from: ['7112'], successor: 'none', reason }])
    const b = await add(call, await open(call), [
      { kind: 'Archived', from: ['7112'], to: ['7114'], successor: 'named', reason },
    ])
    const { body } = await call('GET', `/code-plans/compare?a=${a.body.id}&b=${b.body.id}`)
    t.match(body, {
      counts: { differing: 1, same: 0 },
      differing: [{ code: '7112', a: { successor: 'none' }, b: { to: ['7114'] } }],
    })
    t.equal((await call('GET', '/code-plans?state=published')).body.items.length, 2)
  })
})

t.test('a release suggests, staff decide', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, bus } = service
  await call('POST', '/imports', catalogue())
  t.equal((await open(call, { about: { release: 'ca-mcs-2013@2' } })).body.code, 'CTE_RELEASE_NOT_ASSESSED')
  const successors = [item('AGR.B')]
  await sayRelease(bus.join(), [changeOf('AGR.A', { successors }), changeOf('FID.C', { successors: 'unknown' })])
  const assessed = async () => (await call('GET', '/releases/ca-mcs-2013@2/assessment')).body.state === 'assessed'
  for (let n = 0; n < 200 && !(await assessed()); n++) await delay(20)
  const opened = await open(call, { about: { release: 'ca-mcs-2013@2' } })
  t.match(opened, { status: 201, body: { about: { release: 'ca-mcs-2013@2' } } }, JSON.stringify(opened.body))
  const url = `/code-plans/${opened.body.id}`
  const { items } = (await call('GET', `${url}/entries`)).body
  const of = (code: string) => items.find((entry: { courseCode: string }) => entry.courseCode === code)
  t.match(of('7111'), {
    ...{ state: 'suggested', content: { kind: 'Archived; code updated', from: ['7111'] } },
    suggestion: { rule: 'retired/successor-named', candidates: ['7121'], flag: /.{36}/ },
  })
  t.match(of('7839'), { content: null, suggestion: { kind: 'unknown', rule: 'retired/successor-unknown' } })

  t.equal((await publish(call, opened, 'v17.0')).body.code, 'CTE_PLAN_UNDECIDED')
  const decide = (plan: Answer, body: object) => call('POST', `${url}/decisions`, { reason, ...body }, etag(plan))
  const vague = await decide(opened, { entries: [of('7839').id], decision: 'accept' })
  t.match(vague.body, { code: 'CTE_PLAN_IMPOSSIBLE', errors: [{ message: /Nobody can say what becomes of 7839/ }] })
  const short = await decide(opened, { entries: [of('7111').id], decision: 'accept' })
  t.match(short.body.errors, [{ message: /name it in "to"/ }], 'a successor is a code, which only a person can name')
  const content = { kind: 'Archived; code updated', from: ['7111'], to: ['7112'], successor: 'named', reason }
  const edited = await call('PUT', `${url}/entries/${of('7111').id}`, content, etag(opened))
  t.match(edited, { status: 200, body: { entries: { edited: 1 } } })
  const declined = await decide(edited, { entries: 'suggested', decision: 'decline' })
  t.match(declined.body.entries, { suggested: 0, edited: 1, accepted: 0 })
  const again = await call('POST', `${url}/suggestions`, { reason }, etag(declined))
  t.match(again.body.entries, { suggested: 0, edited: 1 }, 'what is decided stays so')
  t.match((await call('GET', `${url}/entries?state=edited`)).body.items, [{ decision: { by: { id: 'akim' } } }])
  t.match(await publish(call, again, 'v17.0'), { status: 200, body: { state: 'published' } })
  t.match(
    (await call('GET', `${url}/entries`)).body.items[0],
    { suggestion: { rule: /./ } },
    'the suggestion stays on record',
  )
})

t.test('a proposal suggests by its preview', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, bus } = service
  await call('POST', '/imports', catalogue())
  const proposal = '1f0f1f0f-0000-4000-8000-000000000001'
  t.match((await open(call, { about: { proposal } })).body, { code: 'CTE_PROPOSAL_NOT_TOLD', status: 503 })
  const told = (key: string, suggested: CourseCodeConsequence['suggested']): CourseCodeConsequence => ({
    courseCode: { kind: 'course-code', key, title: `Course ${key}`, level: null },
    ...{ places: [], suggested, rule: 'test/rule', schoolYear: '2027-28' },
  })
  await serveConsequences(bus.join(), [told('7111', 'Archived'), told('7112', 'No change')])
  const opened = await open(call, { about: { proposal } })
  t.match(opened.body, { about: { proposal, revision: 3 }, entries: { suggested: 1 }, withoutChange: 1 })
  const absent = await open(call, { about: { proposal: `0${proposal.slice(1)}` } })
  t.match(absent, { status: 422, body: { code: 'CTE_NO_SUCH_PROPOSAL_THERE' } })
})

t.test('a crash amid publishing is finished by the next start, once', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { app, call, db, events } = service
  await call('POST', '/imports', catalogue())
  const planned = await add(call, await open(call), ENTRIES)
  const before = (await events('cte.calpads.course-code.changed')).length
  t.equal((await publish(call, planned, 'v17.0')).status, 200)
  t.equal((await events('cte.calpads.course-code.changed')).length, before + 5)
  // Back to what a crash leaves after four of five codes: begun, the name taken, nothing said of the edition.
  const collection = (name: string) => db.connection.collection<{ _id: string }>(name)
  await collection('code_plans').updateOne({ _id: planned.body.id }, { $set: { state: 'publishing' } })
  await collection('code_set_editions').updateOne({ _id: 'v17.0' }, { $set: { pending: true } })
  await collection('code_changes').deleteMany({})
  await collection('course_codes').updateOne({ _id: '7839' }, { $set: { effectiveTo: null, editions: [] } })
  t.equal((await call('GET', '/code-set-editions/v17.0')).status, 404, 'an edition is there whole or not at all')
  const another = await add(call, await open(call), [{ kind: 'Archived', from: ['7100'], successor: 'none', reason }])
  t.equal((await publish(call, another, 'v17.0')).body.code, 'CTE_EDITION_EXISTS', 'its name is taken')
  t.equal((await publish(call, another, 'v18.0')).body.code, 'CTE_PLAN_UNDER_WAY', 'one at a time')
  await app.close()

  const bus = createMemoryBus()
  await serveStandards(bus.join())
  const again = await buildCourseCodes({
    ...{ env: { LOG_LEVEL: 'silent', NATS_MONITOR_URL: undefined }, bus: bus.join() },
    db: await openDatabase(String(process.env.MONGODB_URI), db.connection.name),
  })
  t.teardown(() => again.close())
  const ask = callOn(again)
  t.match((await ask('GET', `/code-plans/${planned.body.id}`)).body, { state: 'published', edition: 'v17.0' })
  t.match((await ask('GET', '/code-set-editions/v17.0')).body, { codes: 10 })
  t.match((await ask('GET', '/course-codes/7839')).body, { effectiveTo: '2026-27' })
  t.equal((await ask('GET', '/code-changes')).body.items.length, 3)
  t.match((await ask('GET', '/course-codes/7112/history')).body.earlier, [{ before: '2027-28' }], 'written once')
  t.equal((await ask('GET', '/course-codes/7113')).body.links.length, 1)
})
