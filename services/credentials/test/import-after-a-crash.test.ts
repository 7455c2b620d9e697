import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { connectNats } from '@cte-align/bus'
import { openDatabase } from '@cte-align/service'
import t from 'tap'
import { catalogue } from './builders.ts'
import { CTC, serveStandards } from './with-credentials.ts'

const { MONGODB_URI: uri, CTE_TEST_NATS_URL: nats } = process.env
const missing =
  !uri || !nats ? 'MONGODB_URI or CTE_TEST_NATS_URL is not set; npm test starts servers and sets both' : false

t.test('an import that was killed half-way is finished by importing again', { skip: missing }, async t => {
  const name = `credentials_${randomUUID().slice(0, 12)}`
  const bus = await connectNats({ url: nats!, name: 'test-standards', log: { info() {}, warn() {}, error() {} } })
  const standards = await serveStandards(bus)
  const db = await openDatabase(uri!, name)
  let running: ChildProcess | undefined
  t.teardown(async () => {
    running?.kill('SIGKILL')
    await standards.stop()
    await bus.close()
    await db.connection.dropDatabase()
    await db.close()
  })
  const url = `http://127.0.0.1:${await freePort()}`

  async function start(failAt: string): Promise<void> {
    const own = {
      PORT: new URL(url).port,
      NATS_URL: nats,
      CTE_DATABASE: name,
      LOG_LEVEL: 'silent',
      CTE_FAIL_AT: failAt,
    }
    running = spawn(process.execPath, ['services/credentials/src/server.ts'], { env: { ...process.env, ...own } })
    for (const end = Date.now() + 20_000; Date.now() < end; await delay(50))
      if (await fetch(`${url}/health/live`).catch(() => null)) return
    throw new Error('The service did not start')
  }
  const load = () =>
    fetch(`${url}/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cte-actor': CTC },
      body: JSON.stringify(catalogue()),
    })
  const count = (collection: string) => db.connection.collection(collection).countDocuments()

  // The authorizations are committed with their events; the rules are not there yet.
  await start('outbox.committed')
  const killed = once(running!, 'exit')
  await t.rejects(load())
  await killed
  t.strictSame([await count('authorizations'), await count('links'), await count('outbox')], [12, 7, 12])
  t.equal(await count('assignment_rules'), 0)

  await start('')
  const answer = await load()
  t.equal(answer.status, 200)
  const { sections } = (await answer.json()) as { sections: Record<string, object> }
  t.match(sections, { authorizations: { added: 0, unchanged: 12 }, assignmentRules: { added: 5 } })
  t.strictSame([await count('authorizations'), await count('links'), await count('outbox')], [12, 7, 17])
  const rows = await db.connection.collection<{ _id: number }>('outbox').find().sort({ _id: 1 }).toArray()
  t.strictSame(
    rows.map(row => row._id),
    rows.map((_, index) => index + 1),
    'nothing lost, nothing twice',
  )
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
