import { createMemoryBus } from '@cte-align/bus'
import t from 'tap'
import { adminRoutes, buildService, type Inbox } from '../src/index.ts'
import { noDatabase, silent } from './silent.ts'

const administrator = { 'x-cte-actor': 'id=ops; agency=CTC; role=administrator' }
const editor = { 'x-cte-actor': 'id=m; agency=CTC; role=editor' }

t.test('those who run a service see what was put aside, and only an administrator sets it going again', async t => {
  const app = await buildService({
    env: { LOG_LEVEL: 'silent' },
    name: 'credentials',
    title: 'x',
    description: 'x',
    version: '1',
    bus: createMemoryBus(),
    db: noDatabase,
    logger: silent,
  })
  t.teardown(() => app.close())
  const inbox = {
    source: '/cte/standards',
    position: async () => 7,
    redrive: async () => ({ redriven: 1, failed: 0 }),
    letters: async () => [
      {
        id: 'l-1',
        sequence: null,
        error: { code: 'CTE_NOT_JSON', message: 'x' },
        at: new Date('2026-11-22T08:00:00Z'),
        attempts: 1,
        raw: '\u0000',
      },
    ],
  } as unknown as Inbox
  let rebuilt = 0
  adminRoutes(app, { inboxes: [inbox], rebuild: async () => ({ flags: ++rebuilt }) })
  t.strictSame((await app.inject('/positions')).json(), { '/cte/standards': 7 })
  t.match((await app.inject('/dead-letters')).json(), {
    items: [{ id: 'l-1', source: '/cte/standards', sequence: null, at: '2026-11-22T08:00:00.000Z' }],
  })
  for (const url of ['/dead-letters/redrive', '/rebuild']) {
    t.equal((await app.inject({ method: 'POST', url })).statusCode, 401)
    t.equal((await app.inject({ method: 'POST', url, headers: editor })).statusCode, 403)
  }
  t.equal(rebuilt, 0)
  const redriven = await app.inject({ method: 'POST', url: '/dead-letters/redrive', headers: administrator })
  t.strictSame(redriven.json(), { outcomes: [{ source: '/cte/standards', redriven: 1, failed: 0 }] })
  t.strictSame((await app.inject({ method: 'POST', url: '/rebuild', headers: administrator })).json(), { flags: 1 })
})
