import { idFrom } from '@cte-align/contracts'
import t from 'tap'
import { catalogue, courseCode, ruleSaid } from './builders.ts'
import { changeOf } from './release-said.ts'
import { sayTwoReleases } from './two-releases.ts'
import { until } from './until.ts'
import { type Answer, MCS, withCourseCodes } from './with-course-codes.ts'
import { workbook } from './workbook.ts'

const years = { effectiveFrom: '2020-21', effectiveTo: '2039-40' }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

t.test('a district sends the codes it uses and hears what changes for it', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { bus, call, db } = service
  const pair = ['7111', '7112']
  const courseCodes = catalogue().courseCodes.map(row =>
    pair.includes(row.code) ? courseCode(row.code, row.level, ['AGR.A'], years) : row,
  )
  await call(
    'POST',
    '/imports',
    catalogue({ courseCodes: [...courseCodes, courseCode('7122', 'capstone', ['AGR.B'], years)] }),
  )
  const ask = (body: unknown, more = '', type?: string) =>
    call('POST', `/district-list?schoolYear=2027-28${more}`, body, type === undefined ? {} : { 'content-type': type })
  const of = ({ body }: Answer, code: string) => body.codes.find((each: { code: string }) => each.code === code)

  t.test('rows keep their order, and what is odd is named by row', async t => {
    const file =
      'Local Course ID,State Course Code,Course Name\r\nAG2,7112,Farm Shop II\r\nAG1,7111,Farm Shop\r\nAG1,7112,Farm Shop\r\nAG2,7112,Farm Shop II\r\nROBOTICS-ADV,7999,\r\nOLD,,\r\n'
    const answer = await ask(file, '', 'text/csv')
    t.equal(answer.status, 200, JSON.stringify(answer.body))
    t.match(answer.body.rows, [
      { row: 2, code: '7112', localCourseId: 'AG2', name: 'Farm Shop II', remarks: [] },
      { row: 3, code: '7111', remarks: [] },
      { row: 4, remarks: ['row 3 maps AG1 to 7111: one Local Course ID has one state code (CRSE0231)'] },
      { row: 5, remarks: ['says the same as row 2'] },
      { row: 6, code: '7999', status: 'unknown', act: true, remarks: [/at most ten characters/] },
      { row: 7, code: '', status: 'no-code', remarks: ['has no code'] },
    ])
    t.match(answer.body.counts, { rows: 6, codes: 4, remarks: 4 })
  })
  t.test('each code is known, retired, not there, or of unknown years', async t => {
    const answer = await ask(['7111', '7121', '7100', '7999', '9111', 'AGRI'].map(code => ({ code })))
    t.match(of(answer, '7111'), { status: 'valid', valid: 'yes', title: 'Course 7111', level: 'concentrator' })
    t.match(of(answer, '7121'), {
      status: 'retired',
      valid: 'no',
      act: true,
      successor: null,
      action: /Do not submit it with 2027-28 \(GERR0007\)/,
    })
    t.match(of(answer, '7100'), { status: 'years-unknown', valid: 'unknown', act: false })
    t.match(of(answer, '7999'), { status: 'unknown', title: null, action: /Look it up/ })
    t.match(of(answer, '9111'), { status: 'not-cte', act: false })
    t.match(of(answer, 'AGRI'), { status: 'no-code', act: true })
    t.match(of(await ask([{ code: '7122' }]), '7122'), {
      sequence: [/AGR.B .* has no concentrator in 2027-28/],
      act: true,
    })
  })
  t.test('flags, credentials and successors are told with a suggestion', async t => {
    for (const said of [ruleSaid(1, '7111:CTE/R4T/ANR'), ruleSaid(2, '7111:TC1/R1S/AGRI')])
      await bus.join().publish(said.type, said)
    const gone = ruleSaid(3, '7111:TC1/R1S/AGRI')
    await bus.join().publish(gone.type, { ...gone, data: { ...(gone.data as object), removed: true } } as never)
    await until(async () => (await call('GET', '/positions')).body['/cte/credentials'] === 3)
    t.match(of(await ask([{ code: '7111' }]), '7111'), {
      credentials: { admit: ['CTE/R4T/ANR'], gone: ['TC1/R1S/AGRI'] },
      action: 'Check who teaches it: TC1/R1S/AGRI no longer admits to it.',
    })
    await sayTwoReleases(bus.join(), [changeOf('AGR.A', { successors: 'none' })])
    await until(async () => (await call('GET', `/releases/${MCS}@2/assessment`)).body.state === 'assessed')
    const flagged = of(await ask([{ code: '7111' }], `&release=${MCS}@2`), '7111')
    t.match(flagged, {
      flags: [{ severity: 'breaking', release: `${MCS}@2`, effective: '2027-28', moreCauses: 0 }],
      action: /before CALPADS has decided; it holds from 2027-28: /,
      act: true,
    })
    t.strictSame(of(await ask([{ code: '7111' }], `&release=${MCS}@1`), '7111').flags, [])
    t.strictSame(of(await ask([{ code: '7111' }], '&since=2999-01-01'), '7111').flags, [])
    const change = { edition: 'test', kind: 'Archived; code updated', from: ['7121'], to: ['7191'], successor: 'named' }
    await db.connection.collection<{ _id: string }>('code_changes').insertOne({
      ...{
        _id: idFrom('test', 1),
        ...change,
        schoolYear: '2026-27',
        reason: 'test',
        provenance: { source: 'test', verified: false, note: null },
      },
    })
    t.match(of(await ask([{ code: '7121' }]), '7121'), {
      status: 'retired',
      successors: ['7191'],
      action: /Use 7191 instead/,
    })
  })
  t.test('a plan that is asked about says what it would change', async t => {
    t.match(await ask([{ code: '7111' }], '&plan=none-such'), { status: 404, body: { code: 'CTE_NO_SUCH_CODE_PLAN' } })
    const opened = await call('POST', '/code-plans', {
      title: 'A plan (hypothetical)',
      schoolYear: '2027-28',
      reason: 'a test',
    })
    const entry = { kind: 'Archived', from: ['7112'], successor: 'none', reason: 'a test' }
    const added = await call(
      'POST',
      `/code-plans/${opened.body.id}/entries`,
      { entries: [entry], reason: 'a test' },
      { 'if-match': String(opened.headers.etag) },
    )
    t.ok(added.status < 300, JSON.stringify(added.body))
    t.match(of(await ask([{ code: '7112' }], `&plan=${opened.body.id}`), '7112'), {
      planned: { kind: 'Archived', successor: 'none', schoolYear: '2027-28', state: 'draft' },
      action: /^Nothing yet: a plan that is not published would change it/,
      act: false,
    })
  })
  t.test('a workbook is read and written, and persons are refused', async t => {
    const file = workbook({
      Codes: [
        ['State Course Code', 'Local Course ID'],
        [7111, 'AG1'],
        ['7121', 'AG3'],
      ],
    })
    t.match((await ask(file, '', XLSX)).body.rows, [
      { row: 2, code: '7111' },
      { row: 3, code: '7121' },
    ])
    const csv = await ask([{ code: '7121', localCourseId: 'AG3' }], '&format=csv')
    t.match(String(csv.body), /^Row,State Course Code,Local Course ID,.*\r\n1,7121,AG3,,Course 7121,retired,no,/)
    t.match((await ask([{ code: '7121' }], '&format=xlsx')).headers['content-type'], XLSX)
    const refused = async (body: unknown, type?: string) => {
      const { status, body: said } = await ask(body, '', type)
      return `${status} ${said.code}`
    }
    t.equal(await refused('State Course Code,SSID\r\n7111,x', 'text/csv'), '422 CTE_LOOKS_LIKE_PERSONS')
    t.equal(
      await refused('State Course Code,Course Name\r\n7111,"call 916-555-0100"', 'text/csv'),
      '422 CTE_LOOKS_LIKE_PERSONS',
    )
    t.equal(await refused([{ code: '7111', name: 'a@example.org' }]), '422 CTE_LOOKS_LIKE_PERSONS')
    t.equal(await refused([{ code: '7111', ssid: '1' }]), '400 CTE_INVALID_INPUT')
    t.equal(await refused('nothing of the kind', 'text/csv'), '422 CTE_BAD_CSV')
    t.equal(await refused(`State Course Code\r\n${'7111\r\n'.repeat(20_001)}`, 'text/csv'), '422 CTE_BAD_CSV')
  })
})
