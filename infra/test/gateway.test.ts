import { rm } from 'node:fs/promises'
import { connectNats } from '@cte-align/bus'
import { type CteEvent, idFrom, toSequence } from '@cte-align/contracts'
import { connect as connectOld } from 'nats'
import t from 'tap'
import { type Listener, listen, until } from '../../services/console/test/listener.ts'
import { startConsole } from '../system/console.ts'
import { startNats } from '../system.ts'

// The gateway as a process of its own, with a nats-server of its own: what a crash, a restart and a lost disk do to who listens.
const nats = await startNats()
t.teardown(() => nats.close())
const nowhere = 'http://127.0.0.1:9'
const gateway = await startConsole(
  { standards: nowhere, credentials: nowhere, courseCodes: nowhere },
  { NATS_URL: nats.url },
)
t.teardown(() => gateway.stop())
const bus = await connectNats({ url: nats.url, name: 'test' })
t.teardown(() => bus.close())
const stream = `${gateway.url}/api/console/events/stream`

let made = 0
function opened(): CteEvent {
  const n = ++made
  return {
    specversion: '1.0',
    id: idFrom('gateway-test', n),
    source: '/cte/standards',
    type: 'cte.cde.proposal.opened',
    subject: `proposal ${n}`,
    time: '2026-11-30T08:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/schemas/cte.cde.proposal.opened',
    sequence: toSequence(n),
    correlationid: 'test',
    data: { proposal: `p-${n}`, framework: 'ca-mcs-2013', title: 'Hypothetical' },
  }
}
async function publish(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const event = opened()
    // Until NATS is back; the server knows the event by its id.
    for (let tries = 0; ; tries++) {
      try {
        await bus.streamIdentity()
        await bus.publish(event.type, event)
        break
      } catch (error) {
        if (tries > 50) throw error
      }
    }
  }
}
const subjects = (listener: Listener) =>
  listener.heard.filter(each => each.event === 'cte').map(each => String(each.data.subject))
const proposals = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => `proposal ${first + at}`)

t.test('a listener hears on while NATS dies and comes back', async t => {
  const listener = await listen(stream)
  await publish(20)
  await until(() => subjects(listener).length === 20)
  await nats.kill()
  await nats.restart()
  await publish(20)
  await until(() => subjects(listener).length === 40, 30_000)
  t.strictSame(subjects(listener), proposals(1, 40))
  t.notOk(listener.ended(), 'over the same connection')
  await listener.leave()
})

t.test('a gateway that is killed knows everything again, and its listeners go on where they were', async t => {
  const listener = await listen(`${stream}?after=30`)
  await until(() => subjects(listener).length === 10)
  await gateway.kill('SIGKILL')
  await until(() => listener.ended())
  await publish(5)
  await gateway.restart()
  const again = await listen(`${stream}?after=30`, { headers: { 'last-event-id': listener.lastId()! } })
  await until(() => subjects(again).length === 5)
  t.strictSame([...subjects(listener), ...subjects(again)], proposals(31, 45))
  const log = await fetch(`${gateway.url}/api/console/events?limit=200`)
  const { items, oldest } = (await log.json()) as { items: object[]; oldest: object }
  t.equal(items.length, 45)
  t.match(oldest, { position: 1, first: true })
  await again.leave()
})

t.test('a stream whose disk is lost begins anew, and its listeners are told', async t => {
  const listener = await listen(stream)
  await nats.kill()
  await rm(nats.store, { recursive: true })
  await nats.restart()
  await publish(3)
  await until(() => subjects(listener).length >= 3, 30_000)
  t.strictSame(subjects(listener), proposals(46, 48))
  t.ok(
    listener.heard.some(each => each.event === 'gap'),
    'by a gap',
  )
  t.strictSame(listener.cte(), [1, 2, 3])
  await listener.leave()
})

t.test('told to end, it lets its listeners go, ends with 0 and leaves no reader on the server', async t => {
  const listener = await listen(stream)
  t.strictSame(await gateway.kill('SIGTERM'), { code: 0, signal: null })
  await until(() => listener.ended())
  const nc = await connectOld({ servers: nats.url })
  t.teardown(() => nc.close())
  const readers = []
  for await (const { name } of (await nc.jetstreamManager()).consumers.list('CTE')) readers.push(name)
  t.strictSame(readers, [])
})
