import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Bus, Delivery } from '../src/index.ts'
import { opened } from './events.ts'

export interface Harness {
  /** Two connections to one server. */
  bus: Bus
  other: Bus
  /** Bytes that did not go through `publish`. */
  publishRaw(subject: string, raw: Uint8Array): Promise<void>
  close(): Promise<void>
}

const decode = (raw: Uint8Array) => JSON.parse(new TextDecoder().decode(raw)) as { sequence: string }
const numberOf = (delivery: Delivery) => Number(decode(delivery.raw).sequence)

/** Waits until something is so; tests say what must happen, never how long it takes. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 8000): Promise<void> {
  const end = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not so after ${ms} ms: ${condition}`)
    await delay(10)
  }
}

async function collect(pieces: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

/** What every bus promises. `connect` gives one whose unanswered deliveries come back after about half a second. */
export function busContract(t: Test, connect: () => Promise<Harness>): void {
  const topic = () => {
    const unique = randomUUID().slice(0, 8)
    return { subject: `cte.cde.proposal.opened.${unique}`, durable: `test-${unique}`, rpc: `rpc.test.${unique}` }
  }
  const asking = { correlationId: 'corr-1', timeoutMs: 2000 }
  const test = (title: string, body: (t: Test, h: Harness, names: ReturnType<typeof topic>) => Promise<void>) =>
    t.test(title, async t => {
      const harness = await connect()
      t.teardown(() => harness.close())
      await body(t, harness, topic())
    })

  test('deliveries come in the order of publication', async (t, { bus }, { subject, durable }) => {
    for (let n = 1; n <= 25; n++) await bus.publish(subject, opened(n, subject))
    const got: number[] = []
    await bus.consume({
      durable,
      subjects: [subject],
      batch: 7,
      async handle(deliveries) {
        t.ok(deliveries.length <= 7)
        for (const delivery of deliveries) {
          got.push(numberOf(delivery))
          await delivery.ack()
        }
      },
    })
    for (let n = 26; n <= 30; n++) await bus.publish(subject, opened(n, subject))
    await until(() => got.length >= 30)
    t.strictSame(
      got,
      Array.from({ length: 30 }, (_, i) => i + 1),
    )
  })

  test('an event is on the stream once, however often it is published', async (t, { bus, other }, names) => {
    const event = opened(1, names.subject)
    t.strictSame(await bus.publish(names.subject, event), { duplicate: false })
    t.strictSame(await bus.publish(names.subject, event), { duplicate: true })
    t.strictSame(await other.publish(names.subject, event), { duplicate: true })
    const got: number[] = []
    await bus.consume({
      durable: names.durable,
      subjects: [names.subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          got.push(numberOf(delivery))
          await delivery.ack()
        }
      },
    })
    await until(() => got.length > 0)
    await delay(100)
    t.strictSame(got, [1])
  })

  test('what is naked comes again, what is acknowledged does not', async (t, { bus }, { subject, durable }) => {
    for (const n of [1, 2]) await bus.publish(subject, opened(n, subject))
    const attempts: [number, number][] = []
    await bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          attempts.push([numberOf(delivery), delivery.attempt])
          if (numberOf(delivery) === 1 && delivery.attempt < 3) delivery.nak(20)
          else await delivery.ack()
        }
      },
    })
    await until(() => attempts.length >= 4)
    await delay(700)
    t.strictSame(
      attempts.filter(([n]) => n === 1).map(([, attempt]) => attempt),
      [1, 2, 3],
    )
    t.equal(attempts.filter(([n]) => n === 2).length, 1)
  })

  test('a batch whose handler throws comes again', async (t, { bus }, { subject, durable }) => {
    await bus.publish(subject, opened(1, subject))
    let times = 0
    await bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        if (++times === 1) throw new Error('told to fail')
        await deliveries[0]!.ack()
      },
    })
    await until(() => times === 2)
    t.equal(times, 2)
  })

  test('the next batch waits for the one before', async (t, { bus }, { subject, durable }) => {
    for (let n = 1; n <= 6; n++) await bus.publish(subject, opened(n, subject))
    let busy = 0
    let most = 0
    let seen = 0
    await bus.consume({
      durable,
      subjects: [subject],
      batch: 2,
      async handle(deliveries) {
        most = Math.max(most, ++busy)
        await delay(20)
        busy--
        seen += deliveries.length
        for (const delivery of deliveries) await delivery.ack()
      },
    })
    await until(() => seen === 6)
    t.equal(most, 1)
  })

  test('what a consumer leaves unanswered when it stops, the next one gets', async (t, h, { subject, durable }) => {
    for (const n of [1, 2, 3]) await h.bus.publish(subject, opened(n, subject))
    const first: number[] = []
    const stopped = await h.bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          first.push(numberOf(delivery))
          if (numberOf(delivery) === 1) await delivery.ack()
        }
      },
    })
    await until(() => first.length === 3)
    await stopped.stop()
    const second = new Set<number>()
    await h.other.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          second.add(numberOf(delivery))
          await delivery.ack()
        }
      },
    })
    await until(() => second.size === 2)
    t.strictSame([...second].sort(), [2, 3])
  })

  test('working keeps a delivery from coming again', async (t, { bus }, { subject, durable }) => {
    await bus.publish(subject, opened(1, subject))
    let times = 0
    await bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        times++
        for (let n = 0; n < 6; n++) {
          await delay(200)
          deliveries[0]!.working()
        }
        await deliveries[0]!.ack()
      },
    })
    await delay(2000)
    t.equal(times, 1)
  })

  test('instances of one durable share the work', async (t, { bus, other }, { subject, durable }) => {
    const by = { bus: [] as number[], other: [] as number[] }
    const start = (name: 'bus' | 'other', through: Bus) =>
      through.consume({
        durable,
        subjects: [subject],
        batch: 1,
        async handle(deliveries) {
          for (const delivery of deliveries) {
            by[name].push(numberOf(delivery))
            await delay(5)
            await delivery.ack()
          }
        },
      })
    await start('bus', bus)
    await start('other', other)
    for (let n = 1; n <= 20; n++) await bus.publish(subject, opened(n, subject))
    await until(() => by.bus.length + by.other.length >= 20)
    t.ok(by.bus.length > 0 && by.other.length > 0, 'both had some')
    t.equal(new Set([...by.bus, ...by.other]).size, 20)
  })

  test('bytes that are no event are delivered as they came', async (t, h, { subject, durable }) => {
    const garbage = new Uint8Array([0, 255, 254, 10, 123, 34])
    await h.publishRaw(subject, garbage)
    await h.publishRaw(subject, new Uint8Array())
    const got: Uint8Array[] = []
    await h.bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          got.push(delivery.raw)
          await delivery.ack()
        }
      },
    })
    await until(() => got.length === 2)
    t.strictSame(
      got.map(raw => [...raw]),
      [[...garbage], []],
    )
  })

  test('a filter with a wildcard takes its subjects and no others', async (t, { bus }, { subject, durable }) => {
    await bus.publish(`${subject}.a`, opened(1, subject))
    await bus.publish(`${subject}x`, opened(2, subject))
    await bus.publish(`${subject}.b`, opened(3, subject))
    const got: number[] = []
    await bus.consume({
      durable,
      subjects: [`${subject}.>`],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          got.push(numberOf(delivery))
          await delivery.ack()
        }
      },
    })
    await until(() => got.length >= 2)
    t.strictSame(got, [1, 3])
  })

  test('a tail gives what is there and then what comes, each once and in order', async (t, { bus, other }, names) => {
    const { subject, durable } = names
    for (let n = 1; n <= 5; n++) await bus.publish(subject, opened(n, subject))
    const got: [position: number, number: number][] = []
    const tail = await other.tail({
      newest: 1_000_000,
      handle: ({ sequence, raw, ...message }) => {
        if (message.subject === subject) got.push([sequence, Number(decode(raw).sequence)])
      },
      onAnew: () => t.fail('the stream is the same'),
    })
    await tail.caughtUp
    t.strictSame(
      got.map(([, n]) => n),
      [1, 2, 3, 4, 5],
    )
    for (let n = 6; n <= 700; n++) await bus.publish(subject, opened(n, subject))
    await until(() => got.length >= 700)
    t.strictSame(
      got.map(([, n]) => n),
      Array.from({ length: 700 }, (_, i) => i + 1),
    )
    const positions = got.map(([position]) => position)
    t.strictSame(
      positions,
      [...new Set(positions)].sort((a, b) => a - b),
    )
    let consumed = 0
    await bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        consumed += deliveries.length
        for (const delivery of deliveries) await delivery.ack()
      },
    })
    await until(() => consumed === 700)
    t.equal(consumed, 700, 'and takes nothing from a consumer')
  })

  test('a tail that asks for none of what is there gets only what comes, until it is stopped', async (t, h, names) => {
    const { subject } = names
    await h.bus.publish(subject, opened(1, subject))
    const got: number[] = []
    const tail = await h.other.tail({
      newest: 0,
      handle: message => {
        if (message.subject === subject) got.push(Number(decode(message.raw).sequence))
      },
      onAnew: () => t.fail('the stream is the same'),
    })
    await h.bus.publish(subject, opened(2, subject))
    await until(() => got.length > 0)
    await tail.stop()
    await h.bus.publish(subject, opened(3, subject))
    await delay(100)
    t.strictSame(got, [2])
  })

  test('an answer comes in order, in as many pieces as it has', async (t, { bus, other }, { rpc }) => {
    let heard = ''
    await other.serve(rpc, async function* (data, context) {
      heard = context.correlationId
      const { count } = data as { count: number }
      for (let n = 1; n <= count; n++) yield { n, text: 'é'.repeat(100) }
    })
    const pieces = (await collect(bus.request(rpc, { count: 300 }, asking))) as { n: number }[]
    t.strictSame(
      pieces.map(piece => piece.n),
      Array.from({ length: 300 }, (_, i) => i + 1),
    )
    t.equal(heard, 'corr-1')
    t.strictSame(await collect(bus.request(rpc, { count: 0 }, asking)), [], 'none at all is an answer too')
  })

  test("the responder's own error arrives with its code, any other without details", async (t, h, { rpc }) => {
    await h.other.serve(rpc, async function* (data) {
      yield 'first'
      if (data === 'ours') throw Object.assign(new Error('No framework x'), { code: 'CTE_NO_SUCH_FRAMEWORK' })
      throw new Error('password hunter2 refused')
    })
    await t.rejects(collect(h.bus.request(rpc, 'ours', asking)), {
      code: 'CTE_NO_SUCH_FRAMEWORK',
      message: 'No framework x',
    })
    const error = await collect(h.bus.request(rpc, 'other', asking)).catch(e => e as Error & { code: string })
    t.match(error, { code: 'CTE_RESPONDER_FAILED' })
    t.notMatch((error as Error).message, /hunter2/)
  })

  test('without a responder the asker is told at once', async (t, { bus }, { rpc }) => {
    const began = Date.now()
    await t.rejects(collect(bus.request(rpc, {}, asking)), { code: 'CTE_NO_RESPONDER' })
    t.ok(Date.now() - began < 1000)
  })

  test('a responder that falls silent is not waited for longer than the limit', async (t, { bus, other }, { rpc }) => {
    const cancelled = new Promise<void>(resolve => {
      void other.serve(rpc, async function* (_data, { signal }) {
        yield 1
        await new Promise<void>(done => signal.addEventListener('abort', () => done()))
        resolve()
        yield 2
      })
    })
    await until(() => true)
    await delay(50)
    await t.rejects(collect(bus.request(rpc, {}, { ...asking, timeoutMs: 150 })), { code: 'CTE_REQUEST_TIMEOUT' })
    await cancelled
  })

  test('leaving the loop early stops the responder', async (t, { bus, other }, { rpc }) => {
    let produced = 0
    let finished = false
    await other.serve(rpc, async function* () {
      try {
        for (;;) {
          yield ++produced
          await delay(5)
        }
      } finally {
        finished = true
      }
    })
    for await (const piece of bus.request(rpc, {}, asking)) if ((piece as number) >= 3) break
    await until(() => finished)
    const then = produced
    await delay(50)
    t.equal(produced, then)
  })

  test('an asker can give up from outside', async (t, { bus, other }, { rpc }) => {
    await other.serve(rpc, async function* (_data, { signal }) {
      await new Promise<void>(done => signal.addEventListener('abort', () => done()))
      yield 1
    })
    const asker = new AbortController()
    setTimeout(() => asker.abort(), 50)
    await t.rejects(collect(bus.request(rpc, {}, { ...asking, signal: asker.signal })), {
      code: 'CTE_REQUEST_CANCELLED',
    })
    await t.rejects(collect(bus.request(rpc, {}, { ...asking, signal: AbortSignal.abort() })), {
      code: 'CTE_REQUEST_CANCELLED',
    })
  })

  test('too large a request is refused before it is sent, too large a piece ends the answer', async (t, h, { rpc }) => {
    let asked = 0
    await h.other.serve(rpc, async function* (data) {
      asked++
      yield 'x'.repeat(data as number)
    })
    await t.rejects(collect(h.bus.request(rpc, 'x'.repeat(1024 * 1024), asking)), { code: 'CTE_REQUEST_TOO_LARGE' })
    t.equal(asked, 0)
    await t.rejects(collect(h.bus.request(rpc, 300 * 1024, asking)), { code: 'CTE_PIECE_TOO_LARGE' })
    t.equal((await collect(h.bus.request(rpc, 200 * 1024, asking))).length, 1)
  })

  test('responders of one subject take turns; one that stopped gets no more', async (t, { bus, other }, { rpc }) => {
    const by: string[] = []
    const first = await bus.serve(rpc, async function* () {
      by.push('first')
      yield 1
    })
    await other.serve(rpc, async function* () {
      by.push('second')
      yield 1
    })
    for (let n = 0; n < 40; n++) await collect(bus.request(rpc, n, asking))
    t.strictSame([...new Set(by)].sort(), ['first', 'second'])
    await first.stop()
    by.length = 0
    for (let n = 0; n < 5; n++) await collect(bus.request(rpc, n, asking))
    t.strictSame(by, ['second', 'second', 'second', 'second', 'second'])
  })

  test('the stream keeps its identity from one connection to the next', async (t, { bus, other }) => {
    t.equal(await bus.streamIdentity(), await other.streamIdentity())
    t.ok(bus.connected())
    await bus.close()
    t.notOk(bus.connected())
  })
}
