import { Readable } from 'node:stream'
import t from 'tap'
import { findPersonal, isPersonalHeading, streamCsv, type TableRow } from '../src/index.ts'

const COLUMNS = {
  code: { headings: ['code', 'Course Code'] },
  title: { headings: ['title'], optional: true },
}
async function read(chunks: string[]) {
  const rows: TableRow<keyof typeof COLUMNS>[] = []
  for await (const row of streamCsv(Readable.from(chunks.map(text => Buffer.from(text))), COLUMNS)) rows.push(row)
  return rows
}

t.test('rows come under their numbers in the file, whatever the chunks', async t => {
  const rows = await read(['\uFEFFtitle,Course', ' Code\r\n"a, ', 'b",7100\r\n\r\nc,7200,x,y\r\n', 'd\r\n'])
  t.strictSame(
    rows.map(({ number, cells, beyond }) => ({ number, ...cells, beyond })),
    [
      { number: 2, code: '7100', title: 'a, b', beyond: 0 },
      { number: 4, code: '7200', title: 'c', beyond: 2 },
      { number: 5, code: null, title: 'd', beyond: 0 },
    ],
  )
  t.equal(rows[1]?.at('code'), '/rows/4/Course Code')
})

t.test('what breaks off is refused, and the message does not repeat what stood there', async t => {
  await t.rejects(read(['']), { code: 'CTE_BAD_CSV', message: /empty/ })
  await t.rejects(read(['title\na\n']), { errors: [{ path: '/header/code' }] })
  await t.rejects(read(['code,code\n7100,a\n']), { errors: [{ path: '/header/code' }] })
  await t.rejects(read(['code,title\n7100,a\0b\n']), { errors: [{ path: '/rows/2' }] })
  const quote = await read(['code,title\n7100,secret"word\n']).catch((error: Error) => error.message)
  t.match(quote, /Opening Quote/)
  t.notMatch(quote, /secret/)
})

t.test('a source that ends in an error is no shorter file', async t => {
  const source = new Readable({ read() {} })
  source.push('code,title\n7100,a\n')
  setImmediate(() => source.destroy(new Error('gone')))
  const all = async () => {
    for await (const row of streamCsv(source, COLUMNS)) t.equal(row.number, 2)
  }
  await t.rejects(all(), /gone/)
})

t.test('persons are recognized by headings and cells; plain titles are passed over at once', async t => {
  for (const heading of ['SEID', 'Teacher_Last Name', 'E-mail', 'Credential Number'])
    t.ok(isPersonalHeading(heading), heading)
  for (const heading of ['subject', 'printed title', 'count', 'profile']) t.notOk(isPersonalHeading(heading), heading)
  for (const text of ['a@b.example', '1234567890', 'call 916-555-0100', '123-45-6789']) t.ok(findPersonal(text), text)
  for (const text of ['Marketing, Sales, and Service', 'R4T', 'Agriculture (Examination)', '2026'])
    t.equal(findPersonal(text), null, text)
})
