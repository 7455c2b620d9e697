import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { connectNats } from '@cte-align/bus'
import { openDatabase } from '@cte-align/service'
import type { Test } from 'tap'
import { CTC, serveStandards } from './with-credentials.ts'

const { MONGODB_URI: uri, CTE_TEST_NATS_URL: nats } = process.env
export const missing =
  !uri || !nats ? 'MONGODB_URI or CTE_TEST_NATS_URL is not set; npm test starts servers and sets both' : false

/** The service as a process of its own, to be killed at a labelled step and started again on the same database. */
export async function serviceProcess(t: Test) {
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

  const launch = (failAt: string): ChildProcess => {
    const own = {
      PORT: new URL(url).port,
      NATS_URL: nats,
      CTE_DATABASE: name,
      LOG_LEVEL: 'silent',
      CTE_FAIL_AT: failAt,
    }
    running = spawn(process.execPath, ['services/credentials/src/server.ts'], { env: { ...process.env, ...own } })
    return running
  }

  return {
    db,
    async start(failAt: string): Promise<void> {
      launch(failAt)
      for (const end = Date.now() + 60_000; Date.now() < end; await delay(50))
        if (await fetch(`${url}/health/live`).catch(() => null)) return
      throw new Error('The service did not start')
    },
    /** For a step that it comes to by itself; resolves when it is dead. */
    startToBeKilled: (failAt: string) => once(launch(failAt), 'exit'),
    killed: () => once(running!, 'exit'),
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-cte-actor': CTC, ...headers },
        body: JSON.stringify(body),
      }),
    count: (collection: string) => db.connection.collection(collection).countDocuments(),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
