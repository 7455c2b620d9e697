import { setTimeout as delay } from 'node:timers/promises'
import { STREAM } from '@cte-align/contracts'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import t from 'tap'
import { connectNats, type Delivery } from '../src/index.ts'
import { busContract, until } from './bus.contract.ts'
import { opened } from './events.ts'

const url = process.env.CTE_TEST_NATS_URL
if (url === undefined) t.plan(0, 'CTE_TEST_NATS_URL is not set; npm test starts a server and sets it')
else {
  const raw = await connect({ servers: url })
  const jsm = await jetstreamManager(raw)
  t.teardown(async () => {
    for await (const { name } of jsm.consumers.list(STREAM))
      if (name.startsWith('test-')) await jsm.consumers.delete(STREAM, name)
    await raw.close()
  })

  t.test('the NATS bus keeps the promises of a bus', async t => {
    busContract(t, async () => {
      const [bus, other] = await Promise.all(
        ['test-one', 'test-other'].map(name => connectNats({ url, name, ackWaitMs: 500 })),
      )
      return {
        bus: bus!,
        other: other!,
        publishRaw: async (subject, bytes) => void (await jetstream(raw).publish(subject, bytes)),
        close: async () => void (await Promise.all([bus!.close(), other!.close()])),
      }
    })
  })

  t.test('the stream keeps everything and lets nobody delete', async t => {
    await (await connectNats({ url, name: 'test' })).close()
    const { config } = await jsm.streams.info(STREAM)
    t.match(config, { storage: 'file', discard: 'new', deny_delete: true, deny_purge: true, max_msgs: -1, max_age: 0 })
    t.ok(config.duplicate_window >= 120e9)
    await t.rejects(jsm.streams.purge(STREAM))
  })

  t.test('a tail whose reader somebody deletes goes on where it was, and leaves none behind', async t => {
    const client = `test-reads-${process.pid}`
    const readers = async () => {
      const found = []
      for await (const { name } of jsm.consumers.list(STREAM)) if (name.startsWith(client)) found.push(name)
      return found
    }
    const bus = await connectNats({ url, name: client })
    t.teardown(() => bus.close())
    const subject = `cte.cde.proposal.opened.tail-${process.pid}`
    const got: string[] = []
    const tail = await bus.tail({
      newest: 0,
      handle: message => {
        if (message.subject === subject) got.push(JSON.parse(new TextDecoder().decode(message.raw)).subject)
      },
      onAnew: () => t.fail('the stream is the same'),
    })
    await bus.publish(subject, opened(1, subject))
    await until(() => got.length === 1)
    const [reader, ...more] = await readers()
    t.strictSame(more, [])
    await jsm.consumers.delete(STREAM, reader!)
    await bus.publish(subject, opened(2, subject))
    await until(() => got.length === 2, 15_000)
    t.strictSame(got, ['proposal 1', 'proposal 2'])
    await tail.stop()
    t.strictSame(await readers(), [])
  })

  t.test('a consumer goes on where it was with other settings than it was made with', async t => {
    const subject = `cte.cde.proposal.opened.settings-${process.pid}`
    const durable = `test-settings-${process.pid}`
    for (const [n, ackWaitMs] of [500, 1500].entries()) {
      const bus = await connectNats({ url, name: 'test', ackWaitMs })
      t.teardown(() => bus.close())
      const got: string[] = []
      const handle = async (deliveries: Delivery[]) => {
        for (const delivery of deliveries) {
          got.push(JSON.parse(new TextDecoder().decode(delivery.raw)).subject)
          await delivery.ack()
        }
      }
      const subscription = await bus.consume({ durable, subjects: [subject], handle })
      await bus.publish(subject, opened(n + 1, subject))
      await until(() => got.length === 1)
      t.strictSame(got, [`proposal ${n + 1}`])
      t.equal((await jsm.consumers.info(STREAM, durable)).config.ack_wait, ackWaitMs * 1_000_000)
      await subscription.stop()
    }
  })

  t.test('a consumer that somebody deletes is declared again', async t => {
    const bus = await connectNats({ url, name: 'test', ackWaitMs: 500 })
    t.teardown(() => bus.close())
    const subject = `cte.cde.proposal.opened.deleted-${process.pid}`
    const durable = `test-deleted-${process.pid}`
    const got = new Set<string>()
    await bus.consume({
      durable,
      subjects: [subject],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          got.add(new TextDecoder().decode(delivery.raw))
          await delivery.ack()
        }
      },
    })
    await bus.publish(subject, opened(1, subject))
    await until(() => got.size === 1)
    await jsm.consumers.delete(STREAM, durable)
    await delay(50)
    await bus.publish(subject, opened(2, subject))
    await until(() => got.size === 2, 15_000)
  })
}
