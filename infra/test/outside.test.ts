import { setTimeout as sleep } from 'node:timers/promises'
import { CteEvent } from '@cte-align/contracts'
import { AckPolicy, connect as connectOld, StringCodec } from 'nats'
import t from 'tap'
import { approveAll, assessed, propose, publish } from '../seed/changes.ts'
import { startLoadedSystem } from './loaded-system.ts'

const { system, urls, services } = await startLoadedSystem(t, 'outside')
const operations = [{ op: 'retitle', item: 'BUS', title: 'Finance and Business (hypothetical)' } as const]

t.test('an outside subscriber with the old nats client reads every event of a source, in order', async t => {
  const proposal = await propose(services, { framework: 'ca-mcs-2013', title: 'Seen from outside', operations })
  const release = await publish(services, proposal, 'To be seen from outside')
  await assessed(services, release)

  const nc = await connectOld({ servers: system.nats.url })
  t.teardown(() => nc.close())
  const manager = await nc.jetstreamManager()
  await manager.consumers.add('CTE', {
    durable_name: 'outsider',
    ack_policy: AckPolicy.Explicit,
    filter_subject: 'cte.cde.>',
  })
  const consumer = await nc.jetstream().consumers.get('CTE', 'outsider')
  const { num_pending } = await consumer.info()
  const events: CteEvent[] = []
  const codec = StringCodec()
  for await (const message of await consumer.fetch({ max_messages: num_pending, expires: 5000 })) {
    events.push(CteEvent.parse(JSON.parse(codec.decode(message.data))))
    message.ack()
  }
  t.equal(events.length, num_pending)
  t.strictSame(
    events.map(event => Number(event.sequence)),
    events.map((_, at) => at + 1),
    'no gap and none twice',
  )
  t.match(events.at(-1), { type: 'cte.cde.release.published', specversion: '1.0', data: { release: { id: release } } })
})

t.test('one correlation id runs from the request through NATS to the other service and its events', async t => {
  const correlation = 'find-me-again-42'
  const proposal = await propose(services, {
    framework: 'ca-mcs-2013',
    title: 'Followed through the logs',
    operations: [{ op: 'retitle', item: 'BUS', title: 'Business (hypothetical)' }],
  })
  await approveAll(services, proposal)
  const ask = (path: string, headers: Record<string, string>, body?: object) =>
    fetch(`${urls.standards}/proposals/${proposal}${path}`, {
      method: 'POST',
      headers: { 'x-cte-actor': 'id=outside; agency=CDE; role=publisher', 'x-correlation-id': correlation, ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
  const previewed = await ask('/preview', {})
  t.equal(previewed.headers.get('x-correlation-id'), correlation)
  const json = { 'content-type': 'application/json', 'if-match': previewed.headers.get('etag')! }
  const published = await ask('/publish', json, { reason: 'To be followed' })
  const { release } = (await published.json()) as { release: { id: string } }
  await assessed(services, release.id)
  await sleep(100)
  for (const service of [system.standards, system.credentials, system.courseCodes]) {
    const lines = service.logs().filter(line => line.correlationId === correlation)
    t.ok(
      lines.length > 0,
      `${service.name} has it in ${lines.length} lines: ${lines
        .map(line => line.msg)
        .slice(-2)
        .join('; ')}`,
    )
  }
})

t.test('metrics, health and documentation answer on every service', async t => {
  for (const service of [system.standards, system.credentials, system.courseCodes]) {
    const metrics = await (await fetch(`${service.url}/metrics`)).text()
    t.match(metrics, /http_request_duration_seconds_count/, service.name)
    t.match(metrics, /outbox/, `${service.name} tells its outbox`)
    const ready = await (await fetch(`${service.url}/health/ready`)).json()
    t.match(ready, { ready: true, syncAlways: true })
    t.equal((await fetch(`${service.url}/health/live`)).status, 200)
    t.equal((await fetch(`${service.url}/documentation`)).status, 200)
  }
})

t.test('a service is not ready while NATS is away, and recovers by itself', async t => {
  await system.nats.kill()
  const ready = async () => (await fetch(`${urls.credentials}/health/ready`)).status
  for (let tries = 0; tries < 100 && (await ready()) === 200; tries++) await sleep(50)
  t.equal(await ready(), 503)
  await system.nats.restart()
  for (let tries = 0; tries < 200 && (await ready()) !== 200; tries++) await sleep(50)
  t.equal(await ready(), 200)
})

t.test('a service told to end finishes what it answers and ends with 0', async t => {
  t.strictSame(await system.courseCodes.kill('SIGTERM'), { code: 0, signal: null })
})
