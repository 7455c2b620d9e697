import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { connect as connectOld } from 'nats'
import t from 'tap'
import { assessed, flagsOf, propose, publish } from '../seed/changes.ts'
import { createServiceClient } from '../seed/http.ts'
import { untilLevel } from '../seed/level.ts'
import { startLoadedSystem } from './loaded-system.ts'

const { system, urls, services } = await startLoadedSystem(t, 'broker')
const administrator = createServiceClient(urls.credentials, 'id=root; agency=CTC; role=administrator')

/** Publishes another title of a sector: four authorizations, and course codes. */
async function retitle(title: string): Promise<string> {
  const operations = [{ op: 'retitle', item: 'BUS', title: `${title} (hypothetical)` } as const]
  return publish(services, await propose(services, { framework: 'ca-mcs-2013', title, operations }), 'To be carried')
}

const ofFab = async (release: string) =>
  (await flagsOf(services.credentials, release)).map(flag => flag.dependent.key).sort()
/** Four authorizations of the subject, and the two sections of law that list the sectors by title. */
const SIX = ['5 CCR 80035.5', '5 CCR 80036.3', 'AETC/R4FA/FAB', 'BIPT/_/FAB', 'CTE/R4T/FAB', 'TC4T/R4T/FAB']

async function eventsInOutboxes(): Promise<number> {
  const client = await new MongoClient(system.mongodb).connect()
  const databases = [system.standards, system.credentials, system.courseCodes].map(service => service.database)
  const counts = await Promise.all(databases.map(name => client.db(name).collection('outbox').countDocuments()))
  await client.close()
  return counts.reduce((sum, count) => sum + count, 0)
}

// Publishing asks both agencies whether what was signed still holds, so it begins while NATS is there; after that nothing needs it.
t.test('a release whose service and NATS died the moment it was published is flagged once both are back', async t => {
  const { head } = await services.standards.get<{ head: string }>('/frameworks/ca-mcs-2013')
  await system.standards.restart({ env: { CTE_FAIL_AT: 'publish.flipped' } })
  await t.rejects(retitle('Published into the dark'), /Nobody answers/)
  await system.nats.kill()
  await sleep(300)
  await system.nats.restart()
  await system.standards.restart({ env: { CTE_FAIL_AT: '' } })
  const release = `ca-mcs-2013@${Number(head.split('@')[1]) + 1}`
  await assessed(services, release)
  t.strictSame(await ofFab(release), SIX)
})

t.test('a stream that was lost is published again from the outboxes, and nothing is flagged twice', async t => {
  await untilLevel(urls)
  const before = await administrator.get<{ flags: number }>('/flags/summary')
  await system.nats.kill()
  await rm(system.nats.store, { recursive: true })
  await system.nats.restart()
  const release = await retitle('Published on a new stream')
  await assessed(services, release)
  t.strictSame(await ofFab(release), SIX)
  const after = await administrator.get<{ flags: number }>('/flags/summary')
  t.equal(after.flags, before.flags + SIX.length)
  const nc = await connectOld({ servers: system.nats.url })
  t.teardown(() => nc.close())
  const stored = async () => (await (await nc.jetstreamManager()).streams.info('CTE')).state.messages
  const told = await eventsInOutboxes()
  for (let tries = 0; tries < 200 && (await stored()) < told; tries++) await sleep(100)
  t.equal(await stored(), told, 'the new stream holds every event of the three outboxes, once')
})

t.test('a message that nobody can work with is put aside, and the rest flows on', async t => {
  const nc = await connectOld({ servers: system.nats.url })
  t.teardown(() => nc.close())
  const js = nc.jetstream()
  await js.publish('cte.cde.item.changed.ca-mcs-2013', Buffer.from([0xff, 0x00, 0x7b]))
  await js.publish(
    'cte.cde.item.changed.ca-mcs-2013',
    Buffer.from('{"specversion":"1.0","type":"cte.cde.item.exploded"}'),
  )
  const release = await retitle('Published behind the poison')
  await assessed(services, release)
  t.strictSame(await ofFab(release), SIX)

  type Letters = { items: { source: string; error: { code: string }; raw: string }[] }
  const { items } = await administrator.get<Letters>('/dead-letters')
  t.equal(items.length, 2)
  for (const { error } of items) t.match(error.code, /^CTE_/)
  const { body } = await administrator.post<{ outcomes: { redriven: number; failed: number }[] }>(
    '/dead-letters/redrive',
  )
  t.equal(
    body.outcomes.reduce((sum, { failed }) => sum + failed, 0),
    2,
    'garbage stays garbage, and stays put aside',
  )
})

t.test('flags rebuilt from the logs are the flags there were, with what people decided', async t => {
  const { items } = await administrator.get<{ items: { id: string }[] }>('/flags?limit=1')
  const { etag } = await administrator.read(`/flags/${items[0]!.id}`)
  const step = { to: 'resolved', reason: 'Looked at', disposition: 'rename-in-place' }
  await services.credentials.post(`/flags/${items[0]!.id}/transitions`, step, { 'if-match': etag! })
  const all = async () => (await fetch(`${urls.credentials}/flags/export`)).text()
  const before = await all()
  const { body } = await administrator.post<{ flags: number }>('/rebuild')
  t.ok(body.flags > 10, `${body.flags} flags`)
  t.equal(await all(), before)
  const release = await retitle('Published after the rebuild')
  await assessed(services, release)
  t.strictSame(await ofFab(release), SIX)
})
