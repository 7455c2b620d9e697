import { setTimeout as delay } from 'node:timers/promises'
import { createMemoryBus, type MemoryBus, type MemoryBusOptions } from '@cte-align/bus'
import { type CteEvent, LogRequest, rpc, sequenceOf } from '@cte-align/contracts'
import t, { type Test } from 'tap'
import { type ConsumeSourceOptions, consumeSource, createMetrics } from '../src/index.ts'
import { bytes, numbered, until, upTo } from './events.ts'
import { silent } from './silent.ts'
import { withDatabase } from './with-database.ts'

const SUBJECT = 'cte.cde.proposal.opened.ca-mcs-2013'

/** A database, a bus, and a writer that counts how often each event was applied. */
async function inboxFor(t: Test, busOptions: MemoryBusOptions = { ackWaitMs: 300 }) {
  const db = await withDatabase(t)
  if (!db) return null
  const bus = createMemoryBus(busOptions)
  t.teardown(() => bus.close())
  const applied = db.connection.collection<{ _id: number; times: number }>('applied')
  await applied.createIndex({ times: 1 })
  const write: ConsumeSourceOptions['write'] = async (event, session) => {
    const n = sequenceOf(event)
    await applied.updateOne({ _id: n }, { $inc: { times: 1 } }, { upsert: true, session })
  }
  const consume = async (options: Partial<ConsumeSourceOptions> = {}) => {
    const inbox = await consumeSource({
      bus,
      db,
      durable: 'test-hear-standards',
      subjects: ['cte.cde.>'],
      source: '/cte/standards',
      service: 'standards',
      write,
      log: silent,
      gapWaitMs: 20,
      metrics: createMetrics('test'),
      ...options,
    })
    t.teardown(() => inbox.stop())
    return inbox
  }
  const result = async () =>
    (await applied.find().sort({ _id: 1 }).toArray()).map(({ _id, times }) => (times === 1 ? _id : `${_id}x${times}`))
  const publish = async (...ns: number[]) => {
    for (const n of ns) await bus.publish(SUBJECT, numbered(n))
  }
  return { db, bus, consume, result, publish, write }
}

/** The owner of the source: answers with the first `last` events. */
const own = (bus: MemoryBus, last: () => number) =>
  bus.serve(rpc.log('standards'), async function* (data) {
    const { after, limit } = LogRequest.parse(data)
    const events: CteEvent[] = []
    for (let n = after + 1; n <= Math.min(last(), after + limit); n++) events.push(numbered(n))
    yield { events, last: last() }
  })

t.test('events are applied once each and the position follows', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  let commits = 0
  const inbox = await with_.consume({ afterCommit: async () => void commits++ })
  await with_.publish(...upTo(30))
  await until(async () => (await inbox.position()) === 30)
  t.strictSame(await with_.result(), upTo(30))
  t.ok(commits > 0)
})

t.test('an event delivered again is acknowledged and not applied again', async t => {
  const with_ = await inboxFor(t, { ackWaitMs: 300, faults: { duplicate: 1 } })
  if (!with_) return
  const inbox = await with_.consume()
  await with_.publish(1, 2, 3)
  await until(async () => (await inbox.position()) === 3)
  with_.bus.publishRaw(SUBJECT, bytes(numbered(2)))
  await with_.publish(4)
  await until(async () => (await inbox.position()) === 4)
  await delay(50)
  t.strictSame(await with_.result(), [1, 2, 3, 4])
})

t.test('a gap is read from the owner', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  await own(with_.bus.join(), () => 8)
  const inbox = await with_.consume()
  await with_.publish(1, 2, 7)
  await until(async () => (await inbox.position()) === 7)
  t.strictSame(await with_.result(), upTo(7))
})

t.test('where the owner is silent, what lies beyond a gap waits, and comes when it can', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  const inbox = await with_.consume()
  await with_.publish(1, 3)
  await until(async () => (await inbox.position()) === 1)
  await delay(100)
  t.strictSame(await with_.result(), [1])
  await with_.publish(2)
  await until(async () => (await inbox.position()) === 3)
  t.strictSame(await with_.result(), [1, 2, 3])
})

t.test('catching up reads from the owner what no message brought', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  await own(with_.bus.join(), () => 450)
  const inbox = await with_.consume()
  t.equal(await inbox.catchUp(), 450)
  t.strictSame(await with_.result(), upTo(450))
})

t.test('poison is put aside and the rest flows on', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  const newer = { ...numbered(2), data: { nonsense: true } }
  await with_.bus.join().serve(rpc.log('standards'), async function* (data) {
    const { after } = LogRequest.parse(data)
    yield { events: after === 1 ? [newer] : [], last: 4 }
  })
  const inbox = await with_.consume()
  await with_.publish(1)
  with_.bus.publishRaw(SUBJECT, new Uint8Array([0, 255, 1]))
  // The owner too has nothing better under this number: it is a newer program than this one.
  with_.bus.publishRaw(SUBJECT, bytes(newer))
  with_.bus.publishRaw(SUBJECT, bytes({ ...numbered(3), source: '/cte/credentials' }))
  await with_.publish(3, 4)
  await until(async () => (await inbox.position()) === 4)
  t.strictSame(await with_.result(), [1, 3, 4])
  await until(async () => (await inbox.letters()).length === 3)
  const letters = await inbox.letters()
  const codes = Object.fromEntries(letters.map(letter => [letter.error.code, letter.sequence]))
  t.strictSame(codes, { CTE_NOT_JSON: null, CTE_NOT_OUR_EVENT: 2, CTE_WRONG_SOURCE: null })
  t.match(letters.find(letter => letter.sequence === 2)!.raw, /nonsense/)
})

t.test('an unreadable message under a number of the owner does not displace the event', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  await own(with_.bus.join(), () => 3)
  const inbox = await with_.consume()
  with_.bus.publishRaw(SUBJECT, bytes({ ...numbered(1), data: 'forged' }))
  await with_.publish(1, 2, 3)
  await until(async () => (await inbox.position()) === 3)
  t.strictSame(await with_.result(), [1, 2, 3])
  t.match(await inbox.letters(), [{ sequence: null, raw: /forged/ }])
})

t.test("a poisonous event in the owner's log is put aside under its number", async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  await with_.bus.join().serve(rpc.log('standards'), async function* (data) {
    const { after } = LogRequest.parse(data)
    const all = [numbered(1), { ...numbered(2), type: 'cte.cde.unheard.of' }, numbered(3)]
    yield { events: all.slice(after), last: 3 }
  })
  const inbox = await with_.consume()
  t.equal(await inbox.catchUp(), 3)
  t.strictSame(await with_.result(), [1, 3])
  t.match(await inbox.letters(), [{ sequence: 2 }])
})

t.test('an event with a number that its owner does not know is put aside', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  await own(with_.bus.join(), () => 2)
  const inbox = await with_.consume()
  await with_.publish(1, 999, 2)
  await until(async () => (await inbox.position()) === 2)
  await until(async () => (await inbox.letters()).length === 1)
  t.match(await inbox.letters(), [{ error: { code: 'CTE_UNKNOWN_TO_OWNER' } }])
  t.strictSame(await with_.result(), [1, 2])
})

t.test('an event that the writer refuses is found in its batch, put aside, and can be driven again', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  let mended = false
  let tries = 0
  let commits = 0
  const inbox = await with_.consume({
    afterCommit: async () => void commits++,
    async write(event, session) {
      if (sequenceOf(event) === 5 && !mended) {
        tries++
        throw Object.assign(new Error('No framework ca-x'), { code: 'CTE_NO_SUCH_FRAMEWORK' })
      }
      await with_.write(event, session)
    },
  })
  await with_.publish(...upTo(10))
  await until(async () => (await inbox.position()) === 10)
  t.strictSame(await with_.result(), [1, 2, 3, 4, 6, 7, 8, 9, 10])
  t.match(await inbox.letters(), [{ sequence: 5, error: { code: 'CTE_NO_SUCH_FRAMEWORK' }, attempts: 3 }])
  t.ok(tries >= 3, 'it was tried alone a few times')
  t.strictSame(await inbox.redrive(), { redriven: 0, failed: 1 })
  t.match(await inbox.letters(), [{ attempts: 4 }])
  mended = true
  const before = commits
  t.strictSame(await inbox.redrive(), { redriven: 1, failed: 0 })
  t.equal(commits, before + 1, 'what follows from a commit follows from a redrive')
  t.strictSame(await with_.result(), upTo(10))
  t.strictSame(await inbox.letters(), [])
})

t.test('what fails for a while is tried again and never put aside', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  let failures = 3
  const inbox = await with_.consume({
    async write(event, session) {
      if (failures-- > 0) throw Object.assign(new Error('away'), { code: 'CTE_UNAVAILABLE' })
      await with_.write(event, session)
    },
  })
  await with_.publish(1, 2)
  await until(async () => (await inbox.position()) === 2, 20_000)
  t.strictSame(await with_.result(), [1, 2])
  t.strictSame(await inbox.letters(), [])
})

t.test('two instances of a service apply each event once', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  const { bus } = with_
  await own(bus.join(), () => 300)
  const one = await with_.consume({ bus: bus.join() })
  const two = await with_.consume({ bus: bus.join() })
  await with_.publish(...upTo(300))
  await until(async () => (await one.position()) === 300, 20_000)
  t.equal(await two.position(), 300)
  t.strictSame(await with_.result(), upTo(300))
})

t.test('after a rewind everything is applied anew', async t => {
  const with_ = await inboxFor(t)
  if (!with_) return
  const { db } = with_
  await own(with_.bus.join(), () => 5)
  const inbox = await with_.consume()
  await with_.publish(...upTo(5))
  await until(async () => (await inbox.position()) === 5)
  await db.transaction(async session => {
    await db.connection.collection('applied').deleteMany({}, { session })
    await inbox.rewind(session)
  })
  t.equal(await inbox.catchUp(), 5)
  t.strictSame(await with_.result(), upTo(5))
})
