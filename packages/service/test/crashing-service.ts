// A small service that writes, publishes, and hears itself; the fail point test runs it in a process of its own and kills it.
import { connectNats } from '@cte-align/bus'
import { sequenceOf } from '@cte-align/contracts'
import {
  consumeSource,
  createLog,
  createOutbox,
  openDatabase,
  relayModels,
  serveLog,
  startRelay,
} from '../src/index.ts'
import { opened, until } from './events.ts'

const [database = '', topic = '', run = ''] = process.argv.slice(2)
const log = createLog({ name: 'crashing', level: 'fatal' })
const db = await openDatabase(process.env.MONGODB_URI!, database)
const bus = await connectNats({ url: process.env.CTE_TEST_NATS_URL!, name: topic, ackWaitMs: 500 })
const outbox = createOutbox({ db, source: '/cte/standards' })
await db.prepare([...outbox.models, ...relayModels(db)])
for (const name of ['written', 'applied']) await db.connection.createCollection(name).catch(() => {})
const written = db.connection.collection<{ _id: string }>('written')
const applied = db.connection.collection<{ _id: number; times: number }>('applied')

await db.transaction(async session => {
  await written.insertOne({ _id: run }, { session })
  await outbox.append(
    session,
    ['a', 'b'].map(part => ({ ...opened(`${run}${part}`), key: topic })),
  )
})
const relay = startRelay({ bus, outbox, db, log, pollMs: 100 })
await serveLog({ bus, outbox, service: 'standards' })
const inbox = await consumeSource({
  bus,
  db,
  durable: `test-${topic}`,
  subjects: [`cte.cde.proposal.opened.${topic}`],
  source: '/cte/standards',
  service: 'standards',
  log,
  gapWaitMs: 50,
  async write(event, session) {
    await applied.updateOne({ _id: sequenceOf(event) }, { $inc: { times: 1 } }, { upsert: true, session })
  },
})
await until(async () => (await inbox.position()) === (await outbox.last()), 20_000)
await inbox.stop()
await relay.stop()
await bus.close()
await db.close()
