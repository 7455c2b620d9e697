import { createMemoryBus } from '@cte-align/bus'
import t from 'tap'
import { z } from 'zod'
import { buildService, readCsv, sendCsv } from '../src/index.ts'
import { noDatabase, silent } from './silent.ts'

const Row = z.strictObject({
  code: z.string().regex(/^[0-9]{4}$/),
  title: z.string().min(1),
  note: z.string().optional(),
})
const refusal = (text: string | Uint8Array, options = {}) => {
  try {
    readCsv(text, { columns: Row, ...options })
    return null
  } catch (error) {
    return error as { code: string; status: number; message: string; errors: { path: string; message: string }[] }
  }
}

t.test('rows are read in any order of columns, quoted or not, with or without a byte order mark', async t => {
  t.strictSame(readCsv('\uFEFFtitle,code\r\n"Health, Science","7600"\r\n\r\nb,0001\n', { columns: Row }), [
    { title: 'Health, Science', code: '7600' },
    { title: 'b', code: '0001' },
  ])
  t.strictSame(readCsv(Buffer.from('code,title,note\n7600,é,\n'), { columns: Row }), [
    { code: '7600', title: 'é', note: '' },
  ])
  t.strictSame(readCsv('code,title\n', { columns: Row }), [])
})

t.test('a file with any fault is refused whole, naming row and column', async t => {
  const error = refusal('code,title\n7600,a\n76,b\n7601,\n')
  t.match(error, { code: 'CTE_BAD_CSV', status: 422, errors: [{ path: '/rows/2/code' }, { path: '/rows/3/title' }] })
  t.match(refusal('code,title\n7600,a,b\n'), { errors: [{ path: '/rows/1' }] })
  t.match(refusal('code,title\n7600,"a\n'), { code: 'CTE_BAD_CSV' })
  t.match(refusal('code\n7600\n'), { errors: [{ path: '/header/title', message: 'the column title is missing' }] })
  t.match(refusal('code,title,extra\n'), { errors: [{ path: '/header/extra' }] })
  t.match(refusal('code,title,code\n'), { errors: [{ path: '/header/code' }] })
  t.match(refusal(''), { code: 'CTE_BAD_CSV' })
  t.match(refusal('code,title\n7600,a\0b\n'), { code: 'CTE_BAD_CSV' })
  t.match(refusal(new Uint8Array([99, 255, 254])), { message: /not UTF-8/ })
  t.match(refusal('code,title\n7600,a\n7601,b\n7602,c\n', { maxRows: 2 }), { message: /more than 2 rows/ })
  t.match(refusal(`code,title\n7600,${'x'.repeat(200_000)}\n`), { code: 'CTE_BAD_CSV' })
  t.match(refusal('code,title\n7600,__proto__\n'), null)
  t.equal(refusal(`code,title\n${'x,y\n'.repeat(500)}`)?.errors.length, 100)
})

t.test('rows are streamed out, and what a spreadsheet would run is escaped', async t => {
  const app = await buildService({
    env: { LOG_LEVEL: 'silent' },
    name: 'x',
    title: 'x',
    description: 'x',
    version: '1',
    bus: createMemoryBus(),
    db: noDatabase,
    logger: silent,
  })
  t.teardown(() => app.close())
  app.get('/csv', (_request, reply) =>
    sendCsv(reply, 'flags "2026".csv', ['code', 'title'], {
      async *[Symbol.asyncIterator]() {
        yield { code: '7600', title: '=1+1' }
        for (let n = 0; n < 5000; n++) yield { code: '7601', title: `Health, "Science" ${n}` }
      },
    }),
  )
  app.get('/named', (_request, reply) =>
    sendCsv(reply, 'x.csv', { code: 'Course code' }, [{ code: '7600', hidden: 1 }]),
  )
  const answer = await app.inject('/csv')
  t.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
  t.equal(answer.headers['content-disposition'], 'attachment; filename="flags__2026_.csv"')
  const lines = answer.body.split('\r\n')
  t.strictSame(lines.slice(0, 3), ['code,title', "7600,'=1+1", '7601,"Health, ""Science"" 0"'])
  t.equal(lines.length, 5003)
  t.equal((await app.inject('/named')).body, 'Course code\r\n7600\r\n')
})
