import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import t from 'tap'
import { servicePath } from '../src/proxy/service-path.ts'
import { listening } from './console.ts'
import { standIn } from './stand-in.ts'

const within = (path: string) => servicePath(`/api/standards${path}`, '/api/standards')

t.test('an address passes exactly as it was written', async t => {
  const same = [
    '/things',
    '/items/ICT.B5.3',
    '/authorizations/CTE/R4T/ANR',
    '/legal-references/5%20CCR%2F80034',
    '/a?b=../c',
    '/a/',
    '/a//b',
  ]
  for (const path of same) t.equal(within(path), path)
})

t.test('what is for the people who run the services is not there', async t => {
  const code = { code: 'CTE_NO_SUCH_ROUTE' }
  for (const path of [
    '/metrics',
    '/metrics?x',
    '/metrics/',
    '/health/ready',
    '/dead-letters/redrive',
    '/rebuild',
    '/positions',
    '/admin/x',
  ])
    t.throws(() => within(path), code, path)
  for (const path of ['/%6detrics', '//metrics', '/./metrics', '/;/metrics', '/', '/METRICS', '/metrics%00'])
    t.throws(() => within(path), code, path)
  t.throws(() => servicePath('/api/%73tandards/things', '/api/standards'), code)
  t.throws(() => servicePath('http://other.example/api/standards/x', '/api/standards'), code)
})

t.test('what steps aside is refused', async t => {
  const paths = [
    '/a/../metrics',
    '/a/..',
    '/a/./b',
    '/a/%2e%2e/metrics',
    '/a/..%2fmetrics',
    '/a/%2e%2e%2fmetrics',
    '/a/..%5cmetrics',
    '/a/b%00',
    '/a/%zz',
    '/a/x%2f..%2f..%2fmetrics',
  ]
  for (const path of paths) t.throws(() => within(path), { code: 'CTE_BAD_PATH' }, path)
})

t.test('no spelling of an address reaches what is not public', async t => {
  const service = await standIn(t)
  const targets = { standards: service.url, credentials: service.url, 'course-codes': service.url }
  const { url } = await listening(t, { targets })
  const piece = fc.constantFrom(
    ...['/', '//', '..', '.', '%2e', '%2E%2e', '%2f', '%5c', '\\', '%00', ';', '?', '#', '%25', '%252e', '@', ':'],
    ...[
      'metrics',
      '%6detrics',
      'METRICS',
      'health',
      'ready',
      'admin',
      'rebuild',
      'things',
      'documentation',
      'api',
      'standards',
    ],
  )
  const path = fc.array(piece, { minLength: 1, maxLength: 8 }).map(pieces => `/api/standards/${pieces.join('')}`)
  const PRIVATE = /^\/*(?:metrics|health|admin|rebuild|positions|dead-letters)(?:[/?]|$)/i
  await fc.assert(
    fc.asyncProperty(path, async target => {
      const before = service.seen.length
      const answer = await raw(url, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      const passed = service.seen.slice(before).map(seen => seen.url)
      const aside = passed.filter(seen => PRIVATE.test(seen) || PRIVATE.test(new URL(seen, service.url).pathname))
      return aside.length === 0 && !answer.includes('secrets')
    }),
    { numRuns: Number(process.env.CTE_PROPERTY_RUNS ?? 400) },
  )
  t.ok(service.seen.length > 0, `${service.seen.length} of them were public and passed`)
})

/** As it is written: a client library would put the address in order first. */
async function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(request)
  return text(socket)
}
