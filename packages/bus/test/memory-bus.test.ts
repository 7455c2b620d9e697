import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { createMemoryBus } from '../src/index.ts'
import { matches } from '../src/memory/broker.ts'
import { busContract, until } from './bus.contract.ts'
import { opened } from './events.ts'

t.test('the memory bus keeps the promises of a bus', async t => {
  busContract(t, async () => {
    const bus = createMemoryBus({ ackWaitMs: 500 })
    const other = bus.join()
    return {
      bus,
      other,
      publishRaw: async (subject, raw) => bus.publishRaw(subject, raw),
      close: async () => void (await Promise.all([bus.close(), other.close()])),
    }
  })
})

t.test('it can be told to fail: before storing, or after', async t => {
  const bus = createMemoryBus()
  bus.failPublish(1)
  await t.rejects(bus.publish('cte.a', opened(1)), { code: 'CTE_BUS_UNAVAILABLE' })
  t.equal(bus.published().length, 0)
  bus.failPublish(1, { stored: true })
  await t.rejects(bus.publish('cte.a', opened(1)), { code: 'CTE_BUS_UNAVAILABLE' })
  t.strictSame(await bus.publish('cte.a', opened(1)), { duplicate: true })
})

t.test('with faults everything still arrives', async t => {
  const bus = createMemoryBus({ ackWaitMs: 50, faults: { duplicate: 0.3, reorder: 0.5, drop: 0.3 } })
  t.teardown(() => bus.close())
  const got: string[] = []
  await bus.consume({
    durable: 'all',
    subjects: ['cte.>'],
    batch: 10,
    async handle(deliveries) {
      for (const delivery of deliveries) {
        got.push(delivery.subject)
        await delivery.ack()
      }
    },
  })
  for (let n = 1; n <= 200; n++) await bus.publish(`cte.n${n}`, opened(n))
  await until(() => new Set(got).size === 200)
  t.ok(got.length > 200, 'some came twice')
  t.notSame(got.slice(0, 200), [...got.slice(0, 200)].sort(), 'and not in order')
})

t.test('a lost stream is empty and has another identity', async t => {
  const bus = createMemoryBus()
  const before = await bus.streamIdentity()
  await bus.publish('cte.a', opened(1))
  bus.loseStream()
  t.not(await bus.streamIdentity(), before)
  t.strictSame(await bus.publish('cte.a', opened(1)), { duplicate: false })
})

t.test('a tail begins with the newest so many, waits while severed, and is told of a new stream', async t => {
  const bus = createMemoryBus()
  const reader = bus.join()
  for (let n = 1; n <= 5; n++) await bus.publish('cte.a', opened(n))
  const got: (number | 'anew')[] = []
  const tail = await reader.tail({
    newest: 2,
    handle: ({ sequence }) => got.push(sequence),
    onAnew: () => got.push('anew'),
  })
  t.strictSame(got, [4, 5])
  reader.sever()
  await bus.publish('cte.a', opened(6))
  t.strictSame(got, [4, 5])
  reader.mend()
  t.strictSame(got, [4, 5, 6])
  bus.loseStream()
  await bus.publish('cte.a', opened(7))
  t.strictSame(got, [4, 5, 6, 'anew', 1])
  await tail.stop()
})

t.test('a severed connection says so and delivers nothing until it is mended', async t => {
  const bus = createMemoryBus()
  const here = bus.join()
  t.teardown(() => Promise.all([bus.close(), here.close()]))
  let got = 0
  here.sever()
  await here.consume({
    durable: 'd',
    subjects: ['cte.>'],
    async handle(deliveries) {
      got += deliveries.length
      for (const delivery of deliveries) await delivery.ack()
    },
  })
  await bus.publish('cte.a', opened(1))
  await delay(30)
  t.equal(got, 0)
  await t.rejects(here.publish('cte.a', opened(2)), { code: 'CTE_BUS_UNAVAILABLE' })
  here.mend()
  await until(() => got === 1)
})

t.test('subject filters follow the rules of NATS', async t => {
  t.ok(matches('cte.>', 'cte.cde.item'))
  t.notOk(matches('cte.>', 'cte'))
  t.ok(matches('cte.*.item', 'cte.cde.item'))
  t.notOk(matches('cte.*', 'cte.cde.item'))
  t.notOk(matches('cte.cde', 'cte'))
})
