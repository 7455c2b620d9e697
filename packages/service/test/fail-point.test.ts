import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connectNats } from '@cte-align/bus'
import t from 'tap'
import { type Database, FAIL_POINTS, type FailPoint, failPoint } from '../src/index.ts'
import { until, upTo } from './events.ts'
import { withDatabase } from './with-database.ts'

const SERVICE = fileURLToPath(new URL('crashing-service.ts', import.meta.url))
const here = (Object.keys(FAIL_POINTS) as FailPoint[]).filter(label => /^(?:outbox|relay|consume)\./.test(label))

t.test('a fail point does nothing where none is wanted', async t => {
  for (const label of Object.keys(FAIL_POINTS) as FailPoint[]) failPoint(label)
  t.equal(here.length, 9)
})

t.test('a fail point that waits for a file does nothing before it is there', async t => {
  const armed = join(t.testdir({}), 'armed')
  const program = `import { failPoint } from '@cte-align/service'; failPoint('outbox.committed')`
  const pass = async () => {
    const env = { ...process.env, CTE_FAIL_AT: `outbox.committed@${armed}` }
    const cwd = fileURLToPath(new URL('../../../services/standards', import.meta.url))
    const [code, signal] = await once(
      spawn(process.execPath, ['--input-type=module', '-e', program], { env, cwd }),
      'close',
    )
    return signal ?? code
  }
  t.equal(await pass(), 0)
  await writeFile(armed, '')
  t.equal(await pass(), 'SIGKILL')
})

t.test(
  'killed at each step of outbox, relay and inbox, a service loses nothing and does nothing twice',
  { timeout: 100_000 },
  async t => {
    const url = process.env.CTE_TEST_NATS_URL
    if (url === undefined) return t.plan(0, 'CTE_TEST_NATS_URL is not set; npm test starts a server and sets it')
    const db = await withDatabase(t)
    if (!db) return
    // Event ids follow from the sequence, and the server knows those of other tests: begin somewhere else.
    const base = randomInt(1, 2 ** 40)
    const topic = `crash-${base}`
    await db.connection.collection<{ _id: string }>('counters').insertOne({ _id: 'outbox', value: base } as never)
    await db.connection
      .collection<{ _id: string }>('positions')
      .insertOne({ _id: '/cte/standards', sequence: base } as never)

    const run = async (name: string, failAt: string): Promise<string> => {
      // Its own name, so that what it leaves open can be told from what the next one does.
      const appName = `${topic}-${name}`
      const separator = process.env.MONGODB_URI?.includes('?') ? '&' : '?'
      const named = `${process.env.MONGODB_URI}${separator}appName=${appName}`
      const child = spawn(process.execPath, [SERVICE, db.connection.name, topic, name], {
        env: { ...process.env, CTE_FAIL_AT: failAt, MONGODB_URI: named },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let said = ''
      child.stderr.on('data', data => {
        said += data
      })
      const [code, signal] = await once(child, 'close')
      await endOrphanedTransactions(db, appName)
      // Once more: a transaction with an operation under way is not idle yet.
      await delay(150)
      await endOrphanedTransactions(db, appName)
      return signal ?? `${code} ${said}`
    }
    for (const label of here) t.equal(await run(label, label), 'SIGKILL', label)
    t.match(await run('last', ''), /^0/, 'the last one finishes')

    const written = await db.connection.collection('written').countDocuments()
    const events = await db.connection.collection<{ _id: number }>('outbox').find().sort({ _id: 1 }).toArray()
    t.equal(written, here.length, 'every run but the one killed before its commit')
    t.strictSame(
      events.map(({ _id }) => _id - base),
      upTo(written * 2),
      'each write has its events, numbered without a gap',
    )
    const applied = await db.connection
      .collection<{ _id: number; times: number }>('applied')
      .find()
      .sort({ _id: 1 })
      .toArray()
    t.strictSame(
      applied.map(({ _id, times }) => [_id - base, times]),
      upTo(written * 2).map(n => [n, 1]),
      'each applied once',
    )
    const bus = await connectNats({ url, name: 'test' })
    t.teardown(() => bus.close())
    const stored: number[] = []
    await bus.consume({
      durable: `test-${topic}-reader`,
      subjects: [`cte.cde.proposal.opened.${topic}`],
      async handle(deliveries) {
        for (const delivery of deliveries) {
          stored.push(
            Number((JSON.parse(new TextDecoder().decode(delivery.raw)) as { sequence: string }).sequence) - base,
          )
          await delivery.ack()
        }
      },
    })
    await until(() => stored.length >= written * 2)
    t.strictSame(stored, upTo(written * 2), 'and the stream holds each once, in order')
  },
)

/** The server keeps a killed client's transaction, and its locks, for up to a minute. We cannot wait so long here. */
async function endOrphanedTransactions(db: Database, appName: string): Promise<void> {
  const admin = db.connection.getClient().db('admin')
  const idle = [{ $currentOp: { allUsers: true, idleSessions: true } }, { $match: { type: 'idleSession', appName } }]
  const sessions = await admin.aggregate<{ lsid: { id: unknown } }>(idle, { readConcern: 'local' }).toArray()
  if (sessions.length > 0) await admin.command({ killSessions: sessions.map(({ lsid }) => ({ id: lsid.id })) })
}
