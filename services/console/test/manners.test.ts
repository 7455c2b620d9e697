import t from 'tap'
import { clientOf } from '../src/manners/rate-limit.ts'
import { consoleFor } from './console.ts'

t.test('health and metrics answer this machine and nobody else', async t => {
  const app = await consoleFor(t)
  const from = async (remoteAddress: string, headers = {}) => {
    const all = ['/metrics', '/health/live', '/health/ready', '/metrics?x=1']
    const answers = await Promise.all(all.map(url => app.inject({ url, remoteAddress, headers })))
    return [...new Set(answers.map(answer => answer.statusCode))]
  }
  t.strictSame(await from('127.0.0.1'), [200])
  t.strictSame(await from('10.1.2.3'), [404])
  t.strictSame(await from('127.0.0.1', { 'x-forwarded-for': '10.1.2.3' }), [404], 'a proxy on this machine')
  t.strictSame(await from('127.0.0.1', { forwarded: 'for=10.1.2.3' }), [404])
  const ready = (await app.inject('/health/ready')).json()
  t.strictSame(Object.keys(ready.checks), ['bus', 'durability'], 'there is no database to ask')
})

t.test('the metrics count answers by route, not by address', async t => {
  const app = await consoleFor(t)
  for (const url of ['/api/standards/a', '/api/standards/b', '/page-1', '/page-2']) await app.inject(url)
  const { body } = await app.inject('/metrics')
  t.match(body, /route="\/api\/standards\/\*"/)
  t.notMatch(body, /page-1/)
})

t.test('who asks too often is told when to come again', async t => {
  const app = await consoleFor(t, { limits: { requestsPerMinute: 3 } })
  const ask = (remoteAddress: string) => app.inject({ url: '/api/console/session', remoteAddress })
  for (let n = 0; n < 3; n++) t.equal((await ask('10.0.0.1')).statusCode, 200)
  const refused = await ask('10.0.0.1')
  t.equal(refused.statusCode, 429)
  t.match(refused.json(), { code: 'CTE_TOO_MANY_REQUESTS', detail: /More than 3 requests/ })
  t.match(refused.headers['retry-after'], /^\d+$/)
  t.match(refused.headers['content-type'], /problem\+json/)
  t.equal((await ask('10.0.0.2')).statusCode, 200, 'somebody else')
})

t.test('an IPv6 client is counted by its /64', async t => {
  t.equal(clientOf('10.0.0.1'), '10.0.0.1')
  t.equal(clientOf('::ffff:10.0.0.1'), '::ffff:10.0.0.1')
  t.equal(clientOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  t.equal(clientOf('2001:db8:1:2::6'), '2001:db8:1:2::/64')
  t.equal(clientOf('2001:db8::6'), '2001:db8:0:0::/64')
  t.equal(clientOf('::1'), '0:0:0:0::/64')
})

t.test('its own documentation tells sessions and events, and nothing that is passed on', async t => {
  const app = await consoleFor(t)
  const { paths } = (await app.inject('/documentation/json')).json()
  t.strictSame(
    Object.keys(paths)
      .filter(path => path.startsWith('/api'))
      .sort(),
    ['/api/console/events', '/api/console/events/counts', '/api/console/events/stream', '/api/console/session'],
  )
})
