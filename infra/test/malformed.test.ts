// What no program of ours sends: every piece of it is refused in our words, nothing hangs, and the services stay well.
import t, { type Test } from 'tap'
import { ask } from '../system/program.ts'
import { type Service, startSystem } from '../system.ts'
import { hangUpAfter, request, sendRaw } from './raw-http.ts'

t.setTimeout(300_000)
const system = await startSystem()
t.teardown(() => system.close())

interface Target {
  service: Service
  actor: string
  /** Takes a JSON body. */
  write: string
  list: string
  thing: string
  /** Takes a large JSON body, and how large. */
  imports: string
  limit: number
}
const MEGABYTE = 1024 * 1024
const targets: Target[] = [
  {
    service: system.standards,
    actor: 'id=m; agency=CDE; role=administrator',
    write: '/proposals',
    list: '/frameworks/ca-mcs-2013/items',
    thing: '/proposals/',
    imports: '/imports/framework',
    limit: 20 * MEGABYTE,
  },
  {
    service: system.credentials,
    actor: 'id=m; agency=CTC; role=administrator',
    write: '/authorizations/CTE/R4T/ANR/links',
    list: '/authorizations',
    thing: '/documents/',
    imports: '/imports',
    limit: 10 * MEGABYTE,
  },
  {
    service: system.courseCodes,
    actor: 'id=m; agency=CALPADS; role=administrator',
    write: '/course-codes/7600/links',
    list: '/course-codes',
    thing: '/flags/',
    imports: '/imports',
    limit: 10 * MEGABYTE,
  },
]

const deep = (open: string, close: string, levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`
const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')

const bodies: [string, Buffer | string][] = [
  ['nothing', ''],
  ['a lone brace', '{'],
  ['two values', '{} {}'],
  ['a trailing comma', '{"title":"a",}'],
  ['a comment', '{/* */}'],
  ['single quotes', "{'title':'a'}"],
  ['NaN', '{"title":NaN}'],
  ['a number beyond all numbers', '{"title":1e400}'],
  ['a raw control character', '{"title":"a\nb"}'],
  ['an unfinished escape', '{"title":"\\u12"}'],
  ['NUL', '{"title":"a\\u0000"}'],
  ['half a surrogate pair', '{"title":"\\ud800"}'],
  ['no UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0xff, 0x22, 0x7d])],
  ['UTF-16', Buffer.from('{"title":"a"}', 'utf16le')],
  ['a byte order mark', '\ufeff{"title":"a"}'],
  ['only NUL', Buffer.alloc(1000)],
  ['an array', '[]'],
  ['null', 'null'],
  ['a text', '"title"'],
  ['the same key twice, the last one wrong', '{"framework":"a","framework":{"$ne":null},"title":"x"}'],
  ['an expression for the database', '{"framework":{"$gt":""},"title":{"$regex":".*"}}'],
  ['a poisonous prototype', '{"__proto__":{"admin":true},"title":"a"}'],
  ['a poisonous prototype, escaped', '{"\\u005f_proto__":{"admin":true}}'],
  ['a poisonous constructor', '{"constructor":{"prototype":{"admin":true}}}'],
  ['ten thousand arrays', deep('[', ']', 10_000)],
  ['ten thousand objects', deep('{"a":', '}', 10_000)],
  ['ten thousand objects in a field', `{"title":${deep('{"a":', '}', 10_000)}}`],
  ['a hundred thousand arrays that never close', '['.repeat(100_000)],
  ['fifty thousand unknown keys', `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
]

const json = { 'content-type': 'application/json' }
const manners: [string, Record<string, string>][] = [
  ['no content type', {}],
  ['XML', { 'content-type': 'text/xml' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a content type that is none', { 'content-type': 'application/json/json;;=' }],
  ['gzip that is none', { ...json, 'content-encoding': 'gzip' }],
  ['an actor of 8 kB', { ...json, 'x-cte-actor': `id=${'a'.repeat(8000)}; agency=CDE; role=editor` }],
  ['an actor in another alphabet', { ...json, 'x-cte-actor': 'id=é; agency=CDE; role=editor' }],
  ['an actor with a poisonous part', { ...json, 'x-cte-actor': '__proto__=x; id=m; agency=CDE; role=editor' }],
]

const queries = [
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=1.5',
  'limit=NaN',
  'limit=99999999999999999999',
  'limit=1&limit=2',
  'limit[$gt]=1',
  'q=%00',
  'q=%20',
  `q=${'x'.repeat(5000)}`,
  'q[]=a&q[]=b',
  '__proto__=1',
  'constructor[prototype][a]=1',
  'cursor=',
  'cursor=%00',
  'cursor=***',
  ...[null, 1, -1, {}, [], [[]], { $gt: '' }, [{ $gt: '' }, { $gt: '' }, 0], ['a', 'b', 1e308], [null, null, null]].map(
    place => `cursor=${cursor(place)}`,
  ),
]

const things = [
  '%00',
  '%zz',
  '%ff',
  '%c0%af',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '{"$gt":""}',
  'x'.repeat(600),
  '%F0%9F%98%80',
]

const connections: [string, string][] = [
  ['nonsense', 'HELLO\r\n\r\n'],
  ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['two lengths', 'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde'],
  [
    'a length and chunks',
    'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a length that is no number', 'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'],
  [
    'chunks that are none',
    'POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: x\r\n: x\r\n\r\n'],
  ['a header over two lines', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\r\n b: c\r\n\r\n'],
  ['no host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['an address of 20 kB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['five thousand headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: 1\r\n'.repeat(5000)}\r\n`],
  ['an address without a slash', 'GET health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
]

for (const { service, actor, write, list, thing, imports, limit } of targets) {
  const refused = async (t: Test, what: string, bytes: Buffer) => {
    const { status, type, body } = await sendRaw(service.url, bytes)
    t.ok(status >= 400 && status < 500, `${what}: ${status}`, { body: body.slice(0, 300) })
    // Without a host, Node itself answers, without a body.
    if (what !== 'no host') t.equal(type, 'application/problem+json', what)
  }
  await t.test(`${service.name} refuses what is no proper request`, async t => {
    for (const path of [write, imports])
      for (const [what, body] of bodies)
        await refused(
          t,
          `${what} to ${path}`,
          request('POST', path, { headers: { ...json, 'x-cte-actor': actor }, body }),
        )
    for (const [what, headers] of manners)
      await refused(t, what, request('POST', write, { headers: { 'x-cte-actor': actor, ...headers }, body: '{"a":1}' }))
    for (const query of queries) await refused(t, query.slice(0, 60), request('GET', `${list}?${query}`))
    for (const name of things) await refused(t, `${thing}${name.slice(0, 60)}`, request('GET', `${thing}${name}`))
    for (const [what, bytes] of connections) await refused(t, what, Buffer.from(bytes, 'latin1'))
    const large = Buffer.alloc(limit + MEGABYTE, ' ')
    await refused(
      t,
      'a megabyte too much',
      request('POST', imports, { headers: { ...json, 'x-cte-actor': actor }, body: large }),
    )
    await refused(
      t,
      'a megabyte too much, to a small route',
      request('POST', write, { headers: { ...json, 'x-cte-actor': actor }, body: large }),
    )
  })
}

await t.test('who hangs up in the middle of a body leaves nothing behind', async t => {
  for (const { service, actor, imports } of targets) {
    const headers = { ...json, 'x-cte-actor': actor, 'content-length': '5000' }
    for (let time = 0; time < 20; time++)
      await hangUpAfter(service.url, request('POST', imports, { headers, body: '{"format":' }))
  }
  t.pass('all closed')
})

await t.test('after all of it each service is the same process, ready, and has logged no error', async t => {
  for (const { service } of targets) {
    t.equal((await ask(`${service.url}/health/ready`)).status, 200)
    const bad = service.logs().filter(({ level }) => level === undefined || Number(level) >= 50)
    t.strictSame(bad, [], service.name)
  }
})
