import { createOutbox, type Service } from '@cte-align/service'
import t from 'tap'
import { catalogueModels } from '../src/catalogue.ts'
import { putGrandfathering } from '../src/grandfathering/grandfathering-rules.ts'
import { catalogue } from './builders.ts'
import { callOn, withCredentials } from './with-credentials.ts'

const APPROVER = 'id=rkim; agency=CTC; role=approver'
const RKIM = { id: 'rkim', agency: 'CTC', role: 'approver' } as const
const provenance = { source: 'A decision of a test (hypothetical)', verified: true, note: null }
const MSS = {
  title: 'Marketing goes on with finance (hypothetical)',
  precedent: 'grandfather_by_issue_date',
  authorization: 'CTE/R4T/MSS',
  courseCodes: ['7100'],
  ...{ date: 'issued', before: '2022-01-01', through: null, provenance },
}

t.test('who keeps what by an early date is decided, tried and told', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  await service.call('POST', '/imports', catalogue())
  const send = callOn(service.app as Service, APPROVER)
  const put = (url: string, body: object, version: string, actor = APPROVER) =>
    service.app.inject({ method: 'PUT', url, payload: body, headers: { 'x-cte-actor': actor, 'if-match': version } })
  const said = () => service.events('cte.ctc.grandfathering-rule.changed')
  const holder = async (issued: string) =>
    (
      await send('POST', '/holder-check', {
        documents: [
          { documentCode: 'CTE', authorizationCode: 'R4T', subjectCode: 'MSS', issued, expires: '2030-01-01' },
        ],
        ...{ courseCode: '7100', schoolYear: '2026-27' },
      })
    ).body
  const URL = '/grandfathering-rules/cte-r4t-mss-issued-before-2022-01-01'

  t.test('nine patterns have a precedent, and one of them makes a rule', async t => {
    const { items } = (await send('GET', '/grandfathering-templates')).body
    t.equal(items.length, 9)
    t.strictSame(
      items.flatMap((row: { fillable: boolean; template: string }) => (row.fillable ? [row.template] : [])),
      ['grandfather-by-issue-date'],
    )
    const fill = (body: object) => send('POST', '/grandfathering-rules/from-template', body)
    const wanted = { template: 'grandfather-by-issue-date', authorization: 'CTE/R4T/MSS', before: '2027-07-01' }
    t.match((await fill(wanted)).body, {
      rule: { id: 'cte-r4t-mss-issued-before-2027-07-01', courseCodes: ['7400', '7000'], through: null },
      notes: [/nobody has decided/, /7000: admitted in free words/],
    })
    t.equal((await fill({ ...wanted, template: 'rename-in-place' })).body.code, 'CTE_TEMPLATE_WITHOUT_RULE')
    t.equal((await fill({ ...wanted, authorization: 'TC1/R1S/PE' })).body.code, 'CTE_NOTHING_TO_KEEP')
    t.equal((await fill({ ...wanted, template: 'wish' })).status, 400)
    t.equal((await send('GET', '/grandfathering-rules')).body.items.length, 0, 'nothing is written')
  })
  t.test('a rule is tried before it is made', async t => {
    const { status, body } = await send('POST', '/grandfathering-rules/preview', { rule: MSS, schoolYear: '2026-27' })
    t.equal(status, 200, JSON.stringify(body))
    t.match(body, {
      rule: 'cte-r4t-mss-issued-before-2022-01-01',
      gained: { count: 1, pairs: [{ courseCode: '7100', without: 'not-authorized', with: 'authorized' }] },
      ...{ goingOn: 0, conflicts: [], openFlags: [] },
    })
    const unknown = { ...MSS, authorization: 'TC1/R1S/PE', courseCodes: ['9300'] }
    const { conflicts } = (await send('POST', '/grandfathering-rules/preview', { rule: unknown })).body
    t.match(conflicts, [{ code: 'course-code-unknown', subject: '9300' }, { code: 'authorization-unknown' }])
    t.strictSame(await said(), [])
  })
  t.test('an approver of CTC puts it in force, once, with a reason', async t => {
    const reason = 'Decided in a test (hypothetical)'
    t.equal((await service.call('POST', '/grandfathering-rules', { ...MSS, reason })).status, 403, 'an editor may not')
    t.equal((await send('POST', '/grandfathering-rules', MSS)).status, 400, 'not without a reason')
    t.equal((await holder('2021-12-31')).verdict, 'not-authorized')
    const made = await send('POST', '/grandfathering-rules', { ...MSS, reason })
    t.match(made, { status: 201, headers: { etag: '"v1"' }, body: { id: 'cte-r4t-mss-issued-before-2022-01-01' } })
    t.match(await holder('2021-12-31'), { verdict: 'authorized', grandfathering: made.body.id })
    t.equal((await holder('2022-01-01')).verdict, 'not-authorized', 'the day itself is too late')
    t.equal((await send('POST', '/grandfathering-rules', { ...MSS, reason })).body.version, 1, 'again: nothing new')
    const other = await send('POST', '/grandfathering-rules', { ...MSS, courseCodes: ['7000'], reason })
    t.match(other, { status: 409, body: { code: 'CTE_GRANDFATHERING_RULE_EXISTS' } })
    const rule = { ...MSS, id: made.body.id }
    t.match(await said(), [{ subject: made.body.id, actor: APPROVER, data: { rule, act: 'made', reason, version: 1 } }])
  })
  t.test('it is changed on the version that was read, and given an end; its history grows', async t => {
    const change = { ...MSS, courseCodes: ['7100', '7000'], reason: 'One more (hypothetical)' }
    t.equal((await put(URL, change, '"v9"')).statusCode, 412)
    t.equal((await put(URL, change, '"v1"', 'id=a; agency=CDE; role=approver')).statusCode, 403)
    t.equal((await put('/grandfathering-rules/none', change, '"v1"')).statusCode, 404)
    t.equal((await put(URL, change, '"v1"')).headers.etag, '"v2"')
    const end = (through: string, version: string) =>
      send('POST', `${URL}/end`, { through, reason: 'Over (hypothetical)' }, { 'if-match': version })
    t.equal((await end('2026-06-30', '"v1"')).status, 412)
    t.match(await end('2026-06-30', '"v2"'), { status: 200, body: { through: '2026-06-30', version: 3 } })
    t.equal((await holder('2021-12-31')).verdict, 'not-authorized', 'its time is over')
    const { items } = (await send('GET', `${URL}/history`)).body
    t.strictSame(
      items.map((row: { act: string; actor: string; version: number }) => `${row.version} ${row.act} ${row.actor}`),
      ['1 made rkim', '2 changed rkim', '3 ended rkim'],
    )
    t.strictSame(items[0].rule.courseCodes, ['7100'], 'what it said stays')
    t.equal((await said()).length, 3)
  })
  t.test('rules are found by authorization, course code and day', async t => {
    const found = async (query: string) => (await send('GET', `/grandfathering-rules?${query}`)).body.items.length
    t.equal(await found('authorization=CTE/R4T/MSS'), 1)
    t.equal(await found('courseCode=7100'), 1)
    t.equal(await found('courseCode=7400'), 0)
    t.equal(await found('on=2026-06-30'), 1)
    t.equal(await found('on=2026-07-01'), 0)
    t.equal((await send('GET', `${URL}x`)).body.code, 'CTE_NO_SUCH_GRANDFATHERING_RULE')
  })
  t.test('another part may put a rule in force in a transaction of its own, or not at all', async t => {
    const { db } = service
    const now = () => new Date()
    const parts = { models: catalogueModels(db), outbox: createOutbox({ db, source: '/cte/credentials', now }), now }
    const rule = { ...MSS, id: 'from-an-edition', date: 'issued' as const }
    const putting = { by: RKIM, reason: 'Published (hypothetical)', correlationId: 'c', expected: null }
    const fails = db.transaction(async session => {
      await putGrandfathering(parts, session, rule, putting)
      throw new Error('the edition was not published')
    })
    await t.rejects(fails)
    t.equal((await send('GET', '/grandfathering-rules/from-an-edition')).status, 404)
    await db.transaction(session => putGrandfathering(parts, session, rule, putting))
    await db.transaction(session => putGrandfathering(parts, session, rule, putting))
    t.match((await send('GET', '/grandfathering-rules/from-an-edition')).body, { version: 1 })
    t.equal((await said()).length, 4)
  })
})
