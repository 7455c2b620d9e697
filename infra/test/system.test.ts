import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'nats'
import t from 'tap'
import { root } from '../system/program.ts'
import { openMongo, type ServiceName, startNats, startSystem } from '../system.ts'

t.test('a nats-server that is killed comes back on its port with what it had acknowledged', async t => {
  const nats = await startNats()
  t.teardown(() => nats.close())
  const before = await connect({ servers: nats.url, reconnect: false })
  const manager = await before.jetstreamManager()
  await manager.streams.add({ name: 'T', subjects: ['t.>'] })
  await before.jetstream().publish('t.a', 'one')
  t.strictSame(await nats.kill(), { code: null, signal: 'SIGKILL' })
  await before.closed()
  await nats.restart()
  const after = await connect({ servers: nats.url })
  t.equal((await (await after.jetstreamManager()).streams.info('T')).state.messages, 1)
  await after.close()
})

t.test('every nats-server of ours syncs each message to the disk and is on loopback alone', async t => {
  const nats = await startNats()
  t.teardown(() => nats.close())
  const variables = await (await fetch(`${nats.monitorUrl}/varz`)).json()
  t.match(variables, { host: '127.0.0.1', http_host: '127.0.0.1', jetstream: { config: { sync_always: true } } })
})

t.test('a database for a test has transactions, and is gone afterwards', async t => {
  const mongo = await openMongo()
  await mongo.db.createCollection('things')
  await mongo.client.withSession(session =>
    session.withTransaction(() => mongo.db.collection('things').insertOne({ a: 1 }, { session })),
  )
  t.equal(await mongo.db.collection('things').countDocuments(), 1)
  await mongo.close()
  const again = await openMongo(mongo.database.slice('test_'.length))
  t.teardown(() => again.close())
  t.equal(await again.db.collection('things').countDocuments(), 0)
})

t.test('without servers the harness names the command that provides them', async t => {
  const { MONGODB_URI, CTE_NATS_SERVER, ...env } = process.env
  const script = `import('${join(root, 'infra/system.ts')}').then(m => m.startSystem()).catch(e => console.log(e.message))`
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env })
  t.match(stdout, 'Run it with: npm test')
})

const services: ServiceName[] = ['standards', 'credentials', 'course-codes']
const missing = services.find(name => !existsSync(join(root, 'services', name, 'src', 'server.ts')))

t.test(
  'a service can be killed and started again where it was',
  { skip: missing ? `${missing} is not there yet` : false },
  async t => {
    const system = await startSystem()
    t.teardown(() => system.close())
    const { credentials } = system.services
    t.strictSame(await credentials.kill('SIGKILL'), { code: null, signal: 'SIGKILL' })
    await t.rejects(fetch(credentials.url))
    t.equal((await fetch(`${system.standards.url}/health/live`)).status, 200)
    await credentials.restart({ env: { LOG_LEVEL: 'debug' } })
    t.equal((await fetch(`${credentials.url}/health/ready`)).status, 200)
    t.ok(credentials.logs().length > 0)
    await system.close()
    t.strictSame(await credentials.waitExit(), { code: 0, signal: null }, 'a polite end is a clean one')
  },
)
