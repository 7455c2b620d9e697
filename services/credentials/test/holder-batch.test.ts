import { type Service, sendTable } from '@cte-align/service'
import { fastify } from 'fastify'
import t from 'tap'
import { catalogue } from './builders.ts'
import { withCredentials } from './with-credentials.ts'

const HEAD = 'profile,document,authorization,subject,printed title,issued,added,expires,course code,count'
const line = (cells: string) => `${cells}\n`
const file = (...rows: string[]) => line(HEAD) + rows.map(line).join('')
const DAYS = '2020-01-15,,2030-01-01'

t.test('a file of anonymous profiles is counted while it comes', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const app = service.app as Service
  await service.call('POST', '/imports', catalogue())
  const send = async (payload: string | Buffer, query = '', type = 'text/csv') => {
    const url = `/holder-check/batch?schoolYear=2026-27${query}`
    const answer = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
    const json = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body }
  }

  t.test('holders by verdict, by course code, sector, subject, rule and doubt', async t => {
    const { status, body } = await send(
      file(
        `P1,CTE,R4T,ANR,,${DAYS},7100,10`,
        `P2,CTE,R4T,FAB,,${DAYS},7100,3`,
        `P2,CTE,R4T,MSS,,${DAYS},,`,
        `,CTE,R4T,ANR,,${DAYS},7000,`,
        `,TC1,R1S,AGRX,,01/15/2020,,never,7100,2`,
      ),
    )
    t.equal(status, 200, JSON.stringify(body))
    t.match(body, {
      ...{ rows: 5, profiles: 4, holders: 16, censusDate: '2026-10-07', compareWith: null, changes: [] },
      verdicts: { authorized: 10, 'not-authorized': 3, review: 3 },
      profilesByVerdict: { authorized: 1, 'not-authorized': 1, review: 2 },
      errors: { rows: 0, profiles: 0, count: 0, list: [] },
    })
    const row = (key: string, authorized: number, not: number, review: number) => ({
      ...{ key, authorized, 'not-authorized': not, review },
    })
    t.strictSame(body.byCourseCode, [row('7000', 0, 0, 1), row('7100', 10, 3, 2)])
    t.strictSame(body.bySector, [row('*', 0, 0, 1), row('ANR', 10, 3, 2)])
    t.strictSame(body.bySubject, [row('AGRX', 0, 0, 2), row('ANR', 10, 0, 1), row('FAB', 0, 3, 0), row('MSS', 0, 3, 0)])
    t.strictSame(
      body.byRule.map(({ key }: { key: string }) => key),
      ['7000:CTE/R4T/*', '7100:CTE/R4T/ANR', '7100:TC1/R1S/AGRI', '_'],
    )
    t.strictSame(body.byDoubt, [
      { doubt: 'inferred-twin', holders: 2 },
      { doubt: 'wildcard', holders: 1 },
    ])
  })
  t.test('a row in error is named by row and column, counted apart, and takes its profile along', async t => {
    const rows = file(
      `P1,CTE,R4T,ANR,,${DAYS},7100,`,
      `P2,CTE,R4T,ANR,,2020-02-30,,2030-01-01,7100,`,
      `P2,CTE,R4T,FAB,,${DAYS},7400,`,
      `,cte,,ANR,,${DAYS},,0`,
      `,,R4T,ANR,,${DAYS},7100,`,
      `,CTE,R4T,ANR,Marketing, Sales,${DAYS},7100,1`,
    )
    const { body } = await send(rows)
    t.match(body, { rows: 6, profiles: 1, holders: 1, errors: { rows: 5, profiles: 4, count: 7 } })
    t.strictSame(
      body.errors.list.map(({ path }: { path: string }) => path),
      [
        ...['/rows/3/issued', '/rows/4/course code', '/rows/5/document', '/rows/5/count', '/rows/5/course code'],
        ...['/rows/6/document', '/rows/7'],
      ],
    )
    const strict = await send(rows, '&strict=true')
    t.match(strict, { status: 422, body: { code: 'CTE_IMPORT_REFUSED', errors: [{ path: '/rows/3/issued' }] } })
    const dry = await send(rows, '&dryRun=true')
    t.match(dry.body, { dryRun: true, errors: { count: 7 }, profiles: 1, verdicts: { authorized: 0 }, byRule: [] })
    t.equal((await send(file(`P1,CTE,R4T,ANR,,${DAYS},7100,`), '&strict=true')).status, 200)
  })
  t.test('a file that looks like persons is refused whole, and says no more than where', async t => {
    const heading = async (name: string) => (await send(`${name},${HEAD}\n`)).body
    for (const name of ['SEID', 'SSID', 'Teacher Name', 'Last Name', 'E-mail', 'Date of Birth'])
      t.match(await heading(name), { code: 'CTE_PERSONAL_DATA', errors: [{ path: '/header/1' }] }, name)
    t.match(await heading('Notes'), { code: 'CTE_BAD_CSV', errors: [{ path: '/header/1' }] }, 'nobody would look there')
    const cell = async (row: string) => {
      const { status, body } = await send(file(`P1,CTE,R4T,ANR,,${DAYS},7100,`, row))
      t.notMatch(JSON.stringify(body), /1234567890|lopez|Maria/i, 'what stood there is not repeated')
      return `${status} ${body.code} ${body.errors?.[0]?.path}`
    }
    t.equal(await cell(`1234567890,CTE,R4T,ANR,,${DAYS},7100,`), '422 CTE_PERSONAL_DATA /rows/3/profile')
    t.equal(
      await cell(`P1,CTE,R4T,ANR,m.lopez@example.org,${DAYS},7100,`),
      '422 CTE_PERSONAL_DATA /rows/3/printed title',
    )
    t.equal(await cell(`P1,CTE,R4T,123-45-6789,,${DAYS},7100,`), '422 CTE_PERSONAL_DATA /rows/3/subject')
    const name = await send(file(`Maria Lopez,CTE,R4T,ANR,,${DAYS},7100,`))
    t.match(name.body.errors.list, [{ path: '/rows/2/profile', message: /label that names nobody/ }])
    const headless = await send(`P1,CTE,R4T,ANR,Maria Lopez,${DAYS},7100,\n`)
    t.notMatch(JSON.stringify(headless.body), /Maria/)
    const quote = await send(file(`P1,CTE,R4T,Maria"Lopez,,${DAYS},7100,`))
    t.match(quote.body, { code: 'CTE_BAD_CSV' })
    t.notMatch(JSON.stringify(quote.body), /Maria/)
  })
  t.test('what is no such file is refused clearly', async t => {
    t.match(await send(''), { status: 422, body: { code: 'CTE_BAD_CSV' } })
    t.match((await send('document,subject\n')).body.errors, [{ path: '/header/authorization' }])
    t.match((await send(`${HEAD},document\n`)).body.errors, [{ message: 'the column document is there twice' }])
    t.match(await send(`${file()}P1,"CTE\n`), { status: 422, body: { code: 'CTE_BAD_CSV' } })
    t.equal((await send('{}', '', 'application/json')).status, 400)
    t.equal((await send('x', '', 'text/xml')).status, 415)
    t.equal((await send(file(), '&format=csv&strict=true')).status, 422)
    t.match(await send(file()), { status: 200, body: { rows: 0, profiles: 0 } })
  })
  t.test('one line for each profile comes back with format=csv', async t => {
    const { body } = await send(
      file(`P1,CTE,R4T,ANR,,${DAYS},7100,4`, `P2,TC1,R1S,AGRX,,${DAYS},7100,`, `P3,CTE,R4T,ANR,,x,,x,7100,`),
      '&format=csv&compareWith=current',
    )
    const lines = String(body).trim().split('\r\n')
    t.equal(lines.length, 4)
    t.match(lines[0], /^row,profile,courseCode,count,verdict,rule,/)
    t.match(lines[1], /^2,P1,7100,4,authorized,7100:CTE\/R4T\/ANR,Full,false,.*agree",authorized,/)
    t.match(lines[2], /^3,P2,7100,1,review,.*inferred/)
    t.match(lines[3], /^4,P3,7100,1,error,.*\/rows\/4\/issued must be a day/)
    const many = Array.from({ length: 5000 }, (_, n) => `P${n},CTE,R4T,ANR,,${DAYS},7100,4`)
    const broken = await send(`${file(...many)}P2,"CTE\n`, '&format=csv')
    t.equal(broken.status, 200, 'lines were on their way when it broke')
    t.match(String(broken.body).trim().split('\r\n').at(-1), /^0,,,0,error,.*refused whole/)
    const refused = await send(`SEID,${HEAD}\n`, '&format=csv')
    t.match(refused, { status: 422, body: { code: 'CTE_PERSONAL_DATA' } })
  })
  t.test('a workbook is read as a whole', async t => {
    const workbook = async (columns: string[], ...rows: (string | number)[][]) => {
      const maker = fastify()
      const records = rows.map(row => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
      maker.get('/', (_request, reply) => sendTable(reply, { format: 'xlsx', name: 'holders', columns }, records))
      return (await maker.inject('/')).rawPayload
    }
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const head = ['document', 'authorization', 'subject', 'issued', 'expires', 'course code']
    const good = await workbook(
      head,
      ['CTE', 'R4T', 'ANR', '2020-01-15', '2030-01-01', 7100],
      ['CTE', 'R4T', 'FAB', '2020-01-15', '2030-01-01', 7100],
    )
    t.match((await send(good, '', xlsx)).body, { rows: 2, verdicts: { authorized: 1, 'not-authorized': 1 } })
    const named = await workbook(['SEID', ...head], ['1', 'CTE', 'R4T', 'ANR', '2020-01-15', '2030-01-01', 7100])
    t.match(await send(named, '', xlsx), { status: 422, body: { code: 'CTE_PERSONAL_DATA' } })
    t.match(await send(Buffer.from('no zip'), '', xlsx), { status: 422 })
  })
})
