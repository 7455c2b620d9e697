import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMemoryBus, type MemoryBus } from '@cte-align/bus'
import { type CteEvent, idFrom, toSequence } from '@cte-align/contracts'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { listening } from './console.ts'
import { listen, until } from './listener.ts'

let made = 0
function opened(title = 'Hypothetical'): CteEvent {
  const n = ++made
  return {
    specversion: '1.0',
    id: idFrom('stream-test', n),
    source: '/cte/standards',
    type: 'cte.cde.proposal.opened',
    subject: `proposal ${n}`,
    time: '2026-11-30T08:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/schemas/cte.cde.proposal.opened',
    sequence: toSequence(n),
    correlationid: 'test',
    data: { proposal: `p-${n}`, framework: 'ca-mcs-2013', title },
  }
}
const publish = async (bus: MemoryBus, count: number, title?: string) => {
  for (let n = 0; n < count; n++) await bus.publish('cte.cde.proposal.opened', opened(title))
}

async function streaming(t: Test, limits: NonNullable<Parameters<typeof listening>[1]>['limits'] = {}, there = 0) {
  const bus = createMemoryBus()
  const publisher = bus.join()
  await publish(publisher, there)
  const { app, url } = await listening(t, { bus, limits })
  return { app, url, bus: publisher, stream: `${url}/api/console/events/stream` }
}
const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

t.test('a listener is told where it is, and then each event as the list has it', async t => {
  const { app, bus, stream } = await streaming(t, {}, 3)
  const listener = await listen(stream)
  t.match(listener.answer.headers.get('content-type'), /^text\/event-stream/)
  await until(() => listener.heard.length === 1)
  t.match(listener.heard[0], { event: 'here', id: '3', data: { position: 3 } })
  await publish(bus, 2)
  await until(() => listener.heard.length === 3)
  t.strictSame(listener.cte(), [4, 5])
  const { items, oldest } = (await app.inject('/api/console/events?limit=2')).json()
  t.strictSame(
    listener.heard
      .slice(1)
      .map(each => each.data)
      .reverse(),
    items,
  )
  t.strictSame(
    listener.heard.slice(1).map(each => each.id),
    ['4', '5'],
  )
  t.match(oldest, { position: 1, first: true })
  await listener.leave()
})

t.test('a listener that comes back with its position misses nothing and gets nothing twice', async t => {
  const { bus, stream } = await streaming(t, {}, 5)
  const byQuery = await listen(`${stream}?after=2`)
  await until(() => byQuery.cte().length === 3)
  t.strictSame(byQuery.cte(), [3, 4, 5])
  await byQuery.leave()
  await publish(bus, 3)
  // A browser repeats the address it was given at first, and adds the header.
  const again = await listen(`${stream}?after=2`, { headers: { 'last-event-id': byQuery.lastId()! } })
  await until(() => again.cte().length === 3)
  t.strictSame(again.cte(), [6, 7, 8])
  await again.leave()
  const refused = await listen(`${stream}?after=soon`)
  t.equal(refused.answer.status, 400)
})

t.test('however often a listener is cut off, it ends with every event once (property)', async t => {
  const { bus, stream } = await streaming(t)
  const steps = fc.array(
    fc.oneof(fc.record({ publish: fc.integer({ min: 1, max: 150 }) }), fc.constant('cut' as const)),
    {
      minLength: 2,
      maxLength: 10,
    },
  )
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const begun = bus.published().length
      const got: number[] = []
      let last = String(begun)
      let listener = await listen(`${stream}?after=${begun}`)
      for (const step of all) {
        if (step !== 'cut') {
          await publish(bus, step.publish)
          continue
        }
        await listener.leave()
        got.push(...listener.cte())
        last = listener.lastId() ?? last
        listener = await listen(stream, { headers: { 'last-event-id': last } })
      }
      const end = bus.published().length
      await until(() => Number(listener.lastId() ?? last) === end)
      await listener.leave()
      got.push(...listener.cte())
      return JSON.stringify(got) === JSON.stringify(numbers(begun + 1, end))
    }),
    { numRuns: Number(process.env.CTE_PROPERTY_RUNS ?? 25) },
  )
})

t.test('who comes back too late is told of the gap, and goes on with what is kept', async t => {
  const { stream } = await streaming(t, { eventsKept: 10 }, 50)
  const listener = await listen(`${stream}?after=3`)
  await until(() => listener.lastId() === '50')
  t.match(listener.heard[1], { event: 'gap', id: '40', data: { after: 3, oldest: { position: 41, first: false } } })
  t.strictSame(listener.cte(), numbers(41, 50))
  await listener.leave()
})

t.test('a stream that was made anew begins anew for its listeners, who are told', async t => {
  const { bus, app, stream } = await streaming(t, {}, 4)
  const listener = await listen(stream)
  await until(() => listener.heard.length === 1)
  bus.loseStream()
  await publish(bus, 2)
  await until(() => listener.cte().length === 2)
  t.match(listener.heard[1], { event: 'gap', data: { after: 4 } })
  t.strictSame(listener.cte(), [1, 2])
  t.equal((await app.inject('/api/console/events')).json().items.length, 2)
  await listener.leave()
})

t.test('what is no event is passed over, and the log goes on', async t => {
  const { bus, app, stream } = await streaming(t)
  const listener = await listen(stream)
  bus.publishRaw('cte.cde.nonsense', new Uint8Array([1, 2, 3]))
  bus.publishRaw('cte.cde.nonsense', new TextEncoder().encode('{"id":"x"}'))
  await publish(bus, 1)
  await until(() => listener.cte().length === 1)
  t.strictSame(listener.cte(), [3])
  t.equal((await app.inject('/api/console/events')).json().items.length, 1)
  await listener.leave()
})

t.test('a quiet stream is kept alive by heartbeats', async t => {
  const { stream } = await streaming(t, { heartbeatMs: 20 })
  const listener = await listen(stream)
  await until(() => listener.comments() >= 3)
  t.strictSame(listener.cte(), [])
  await listener.leave()
})

t.test('a client may hold so many streams, and a new one when it has left one', async t => {
  const { stream } = await streaming(t, { streamsPerClient: 2 })
  const [one, two] = [await listen(stream), await listen(stream)]
  const third = await listen(stream)
  t.equal(third.answer.status, 429)
  t.match(third.refusal, { code: 'CTE_TOO_MANY_STREAMS', detail: /^2 / })
  await one.leave()
  let again = await listen(stream)
  for (let tries = 0; again.answer.status !== 200 && tries < 200; tries++) again = await listen(stream)
  t.equal(again.answer.status, 200)
  await two.leave()
  await again.leave()
})

t.test('a reader that takes nothing is let go, and holds up nobody', async t => {
  const MANY = 4000
  const { url, bus, stream } = await streaming(t, { patienceMs: 300 })
  const { hostname, port } = new URL(url)
  const slow = connect({ port: Number(port), host: hostname })
  let gone = false
  slow.on('close', () => (gone = true)).on('error', () => {})
  slow.write('GET /api/console/events/stream HTTP/1.1\r\nHost: x\r\n\r\n')
  slow.pause()
  const quick = await listen(stream)
  // Far more than what a socket takes by itself.
  await publish(bus, MANY, 'x'.repeat(3500))
  await until(() => quick.heard.length > MANY)
  t.strictSame(quick.cte(), numbers(1, MANY))
  await sleep(1000)
  slow.resume()
  await until(() => gone)
  t.notOk(quick.ended())
  await quick.leave()
})

t.test('closing lets the listeners go, also one that takes nothing', async t => {
  const { app, url, bus, stream } = await streaming(t)
  const listeners = await Promise.all([listen(stream), listen(stream)])
  const slow = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }).on('error', () => {})
  slow.write('GET /api/console/events/stream HTTP/1.1\r\nHost: x\r\n\r\n')
  slow.pause()
  await publish(bus, 4000, 'x'.repeat(3500))
  await until(() => listeners.every(each => each.heard.length > 4000))
  const begun = Date.now()
  await app.close()
  await until(() => listeners.every(each => each.ended()))
  t.ok(Date.now() - begun < 15_000, 'its patience would have been twenty seconds')
})

t.test('the list refuses what it does not know', async t => {
  const { app } = await streaming(t)
  for (const query of ['limit=0', 'limit=201', 'before=x', 'type=ctc', 'source=/cte/x', 'nonsense=1'])
    t.equal((await app.inject(`/api/console/events?${query}`)).statusCode, 400, query)
  t.strictSame((await app.inject('/api/console/events?type=cte.ctc.*')).json(), { items: [], next: null, oldest: null })
  t.equal((await app.inject('/api/console/events/counts?after=-1')).statusCode, 400)
  t.strictSame((await app.inject('/api/console/events/counts')).json(), { counts: [], newest: 0, whole: true })
})
