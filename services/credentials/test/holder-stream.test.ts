import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { catalogue } from './builders.ts'
import { withCredentials } from './with-credentials.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const DAYS = '2020-01-15,,2030-01-01'
const HEAD = 'profile,document,authorization,subject,printed title,issued,added,expires,course code\n'
/** Profiles of two documents each, with the verdict that a person reads off the table. */
const KINDS: { rows: [string, string]; verdict: 'authorized' | 'not-authorized' | 'review' }[] = [
  { rows: [`CTE,R4T,ANR,,${DAYS},7100`, `CTE,S17C,NONE,,${DAYS},7100`], verdict: 'authorized' },
  { rows: [`CTE,R4T,FAB,Finance and Business,${DAYS},7400`, `CTE,R4T,ANR,,${DAYS},7400`], verdict: 'authorized' },
  { rows: [`CTE,R4T,MSS,,${DAYS},7100`, `CTE,R4T,FAB,,${DAYS},7100`], verdict: 'not-authorized' },
  { rows: [`CTE,R4T,ANR,,2026-12-01,,2030-01-01,7100`, `AETC,R4FA,ANR,,${DAYS},7100`], verdict: 'not-authorized' },
  { rows: [`CTE,R4T,MSS,,${DAYS},7000`, `CTE,R4T,FAB,,${DAYS},7000`], verdict: 'review' },
  { rows: [`TC1,R1S,AGRX,,${DAYS},7100`, `CTE,R4T,FAB,,${DAYS},7100`], verdict: 'review' },
  { rows: [`CTE,R4T,ANR,,,,2030-01-01,7100`, `CTE,R4T,FAB,,${DAYS},7100`], verdict: 'review' },
]
/** Far from taking turns, and the same each time. */
const kindOf = (n: number): (typeof KINDS)[number] => KINDS[((n * 7919) % 10007) % KINDS.length]!

/** Two rows for each profile; calls `each` before every chunk. */
function* csv(profiles: number, each: () => void): Generator<string> {
  yield HEAD
  for (let n = 0; n < profiles; n += 500) {
    each()
    let chunk = ''
    for (let k = n; k < Math.min(n + 500, profiles); k++) for (const row of kindOf(k).rows) chunk += `P${k},${row}\n`
    yield chunk
  }
}

t.test('100,000 profiles over HTTP: counted rightly, and in no more memory than 10,000', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  await service.call('POST', '/imports', catalogue())
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo
  const open = (query = ''): ClientRequest =>
    request({
      ...{ host: '127.0.0.1', port, method: 'POST', headers: { 'content-type': 'text/csv' } },
      path: `/holder-check/batch?schoolYear=2026-27${query}`,
    })

  /** Sends a file and tells the answer and the most that was alive meanwhile, garbage taken out. */
  async function send(profiles: number, query = '') {
    let [most, chunks] = [0, 0]
    const alive = () => {
      if (chunks++ % 25 !== 0) return
      collectGarbage()
      const { heapUsed, external } = process.memoryUsage()
      most = Math.max(most, heapUsed + external)
    }
    const sending = open(query)
    const [[answer], body] = await Promise.all([
      once(sending, 'response') as Promise<[IncomingMessage]>,
      new Promise<string>((done, fail) => sending.once('response', answer => text(answer).then(done, fail))),
      pipeline(Readable.from(csv(profiles, alive)), sending),
    ])
    return { status: answer.statusCode, body, most }
  }

  const small = await send(10_000)
  const large = await send(100_000, '&compareWith=current')
  const report = JSON.parse(large.body)

  t.test('the counts are those of another computation', async t => {
    t.equal(large.status, 200)
    const expected = { authorized: 0, 'not-authorized': 0, review: 0 }
    for (let n = 0; n < 100_000; n++) expected[kindOf(n).verdict]++
    t.strictSame(report.verdicts, expected)
    t.match(report, { rows: 200_000, profiles: 100_000, holders: 100_000, errors: { count: 0 }, changes: [] })
    const codes: { authorized: number; review: number; 'not-authorized': number }[] = report.byCourseCode
    t.equal(
      codes.reduce((sum, row) => sum + row.authorized + row.review + row['not-authorized'], 0),
      100_000,
    )
  })
  t.test('memory is flat: ten times the rows keep no more alive', async t => {
    const grown = (large.most - small.most) / 1024 / 1024
    t.ok(grown < 12, `${grown.toFixed(1)} MB more`)
  })
  t.test('lines stream back while rows are sent', async t => {
    const { status, body } = await send(10_000, '&format=csv')
    t.equal(status, 200)
    const lines = body.trimEnd().split('\r\n')
    t.equal(lines.length, 10_001)
    const wrong = lines.slice(1).filter((line, n) => line.split(',')[4] !== kindOf(n).verdict)
    t.strictSame(wrong, [])
  })
  t.test('whoever goes away leaves a place for others; a third at once is told to come again', async t => {
    const left = [open(), open()]
    for (const each of left) {
      each.on('error', () => {})
      each.write(`${HEAD}P1,${KINDS[0]!.rows[0]}\n`)
    }
    const busy = async () => (await send(1)).status
    await until(async () => (await busy()) === 503)
    const answer = await send(1)
    t.match(JSON.parse(answer.body), { status: 503, code: 'CTE_HOLDERS_BUSY', detail: /send this one again/ })
    for (const each of left) each.destroy()
    await until(async () => (await busy()) === 200)
    t.equal((await send(10)).status, 200)
  })
  t.test('a client that leaves in the middle of the lines is let go', async t => {
    for (let n = 0; n < 3; n++) {
      const leaving = open('&format=csv')
      leaving.on('error', () => {})
      const file = Readable.from(csv(50_000, () => {}))
      file.pipe(leaving)
      const [answer] = (await once(leaving, 'response')) as [IncomingMessage]
      answer.on('error', () => {})
      await once(answer, 'data')
      leaving.destroy()
      file.destroy()
    }
    await until(async () => (await send(1)).status === 200)
    t.equal((await send(10, '&format=csv')).status, 200)
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(done => setTimeout(done, 20))
}
