import { setTimeout as delay } from 'node:timers/promises'
import { createMemoryBus, type MemoryBus } from '@cte-align/bus'
import t, { type Test } from 'tap'
import { createMetrics, createOutbox, relayModels, startRelay } from '../src/index.ts'
import { opened, until, upTo } from './events.ts'
import { silent } from './silent.ts'
import { withDatabase } from './with-database.ts'

async function relayFor(t: Test) {
  const db = await withDatabase(t)
  if (!db) return null
  const outbox = createOutbox({ db, source: '/cte/standards' })
  await db.prepare([...outbox.models, ...relayModels(db)])
  const bus = createMemoryBus()
  const start = (through: MemoryBus = bus, pollMs = 50) => {
    const relay = startRelay({ bus: through, outbox, db, log: silent, pollMs, metrics: createMetrics('test') })
    t.teardown(() => relay.stop())
    return relay
  }
  const append = (...names: string[]) =>
    db.transaction(session =>
      outbox.append(
        session,
        names.map(name => opened(name)),
      ),
    )
  const published = () =>
    bus
      .published()
      .map(({ raw }) => Number((JSON.parse(new TextDecoder().decode(raw)) as { sequence: string }).sequence))
  return { db, outbox, bus, start, append, published }
}

t.test('the outbox is published in order, what others appended included', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const { append, start, published, bus } = with_
  await append('a', 'b')
  start()
  await until(() => published().length === 2)
  await append('c', 'd', 'e')
  await until(() => published().length === 5)
  t.strictSame(published(), upTo(5))
  t.equal(bus.published()[0]!.subject, 'cte.cde.proposal.opened.ca-mcs-2013')
})

t.test('a nudge publishes at once', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const relay = with_.start(with_.bus, 60_000)
  await delay(50)
  await with_.append('a')
  relay.nudge()
  await until(() => with_.published().length === 1, 2000)
  t.pass()
})

t.test('several relays at once publish each event once', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const { append, start, published, bus } = with_
  for (const through of [bus, bus.join(), bus.join()]) start(through)
  for (const n of upTo(30)) await append(`p-${n}`)
  await until(() => published().length >= 30)
  await delay(150)
  t.strictSame(published(), upTo(30))
})

t.test('a relay that crashed between publishing and noting it publishes again, and the stream keeps one', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const { append, start, published, bus, db } = with_
  await append('a', 'b', 'c')
  const relay = start()
  await until(() => published().length === 3)
  await relay.stop()
  await db.connection.collection<{ _id: string }>('relays').updateOne({ _id: 'relay' }, { $set: { sequence: 1 } })
  await append('d')
  start()
  await until(() => published().length === 4)
  t.strictSame(published(), upTo(4))
  bus.forgetIds()
})

t.test('a bus that is away or forgets to confirm delays, and loses nothing', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const { append, start, published, bus } = with_
  bus.failPublish(2)
  await append('a', 'b')
  start()
  await until(() => published().length === 2)
  bus.failPublish(1, { stored: true })
  await append('c', 'd')
  await until(() => published().length === 4)
  bus.sever()
  await append('e')
  await delay(100)
  bus.mend()
  await until(() => published().length === 5)
  t.strictSame(published(), upTo(5))
})

t.test('a stream created anew gets everything again from the first event', async t => {
  const with_ = await relayFor(t)
  if (!with_) return
  const { append, start, published, bus } = with_
  await append('a', 'b', 'c')
  start()
  await until(() => published().length === 3)
  bus.loseStream()
  await append('d')
  await until(() => published().length === 4)
  t.strictSame(published(), upTo(4))
})
