// Whoever asks for a preview and goes away takes the work along: nothing of it stays, anywhere, and the services are as quick as before.
import { setTimeout as sleep } from 'node:timers/promises'
import type { OperationInput } from '@cte-align/contracts'
import { MongoClient } from 'mongodb'
import t from 'tap'
import { SYNTHETIC, writeSynthetic } from '../bench/synthetic.ts'
import { connect, previewPage, propose } from '../seed/changes.ts'
import type { Refused } from '../seed/http.ts'
import { ask } from '../system/program.ts'
import { type Service, startSystem } from '../system.ts'

const CALLERS = 30
t.setTimeout(240_000)
const system = await startSystem()
t.teardown(() => system.close())
const { standards, credentials, courseCodes } = system
const all = [standards, credentials, courseCodes]
const mongo = await new MongoClient(system.mongodb).connect()
t.teardown(() => mongo.close())
const names = { standards: standards.database, credentials: credentials.database, courseCodes: courseCodes.database }
const nodes = await writeSynthetic(mongo, names, { items: 10_000, links: 20_000 })
const services = connect(
  { standards: standards.url, credentials: credentials.url, courseCodes: courseCodes.url },
  'gone',
)

/** Every standard of three sectors reworded: a question of many requests. */
const operations = nodes
  .filter(({ ref }) => ref.kind === 'standard' && /^S[012]\./.test(ref.key))
  .map(({ ref }): OperationInput => ({ op: 'revise', item: ref.id, title: `Reworded: ${ref.key} (hypothetical)` }))
const proposal = await propose(services, { framework: SYNTHETIC, title: 'Three sectors (hypothetical)', operations })

await t.test('who waits gets the answer, in pages', async t => {
  const first = await previewPage(services, proposal)
  t.equal(first.changeCount, operations.length)
  t.equal(first.changes.length, 200)
  t.ok(first.next)
})

await t.test(`${CALLERS} callers that go away leave nothing behind and are told of as no error`, async t => {
  const before = await subscriptions()
  const started = await previewsOf(standards)
  const logged = new Map(all.map(service => [service, service.logs().length]))
  for (let n = 0; n < CALLERS; n++) {
    const gone = new AbortController()
    const url = `${standards.url}/proposals/${proposal}/preview`
    // As nobody has saved them: what is saved and large is kept, and would be there at once.
    const body = JSON.stringify({ operations })
    const headers = { 'content-type': 'application/json' }
    const asking = fetch(url, { method: 'POST', headers, body, signal: gone.signal }).then(
      answer => answer.text(),
      () => 'gone',
    )
    await untilBusy()
    // At every moment of the work: while it is drafted, while the agencies are asked, in the middle of their answers.
    await sleep((n % 10) * 15)
    gone.abort()
    await asking
  }
  await untilIdle()
  t.equal(await subscriptions(), before, 'no subscription stays')
  const ended = await previewsOf(standards)
  t.ok(ended.abandoned - started.abandoned >= CALLERS / 2, `${ended.abandoned} were given up here`)
  t.equal(ended.failed, started.failed, 'none failed')
  const agencies = [await previewsOf(credentials), await previewsOf(courseCodes)]
  t.ok(agencies[0]!.abandoned + agencies[1]!.abandoned > 0, 'and some at the agencies, which heard of it')
  t.ok(agencies.every(each => each.failed === 0))
  for (const service of all) {
    const lines = service.logs().slice(logged.get(service))
    const bad = lines.filter(({ level }) => level === undefined || Number(level) >= 40)
    t.strictSame(bad, [], `${service.name} has logged no error and no warning`)
    t.equal((await ask(`${service.url}/health/ready`)).status, 200)
  }
})

await t.test('afterwards the answer is the same, and an empty proposal has an empty one', async t => {
  const again = await previewPage(services, proposal)
  t.equal(again.changeCount, operations.length)
  t.ok(again.agencies.calpads.count > 0)
  const opened = await services.standards.post<{ id: string }>('/proposals', { framework: SYNTHETIC, title: 'Empty' })
  const empty = await previewPage(services, opened.body.id)
  t.match(empty, { changeCount: 0, next: null, agencies: { ctc: { count: 0 }, calpads: { count: 0 } } })
  t.ok(empty.notes.some(({ code }) => code === 'CTE_NOTE_NO_CHANGE'))
})

await t.test('too many operations, or more than 10 MB of them, are refused and change nothing', async t => {
  const path = `/proposals/${proposal}/operations`
  const { etag } = await services.standards.read(`/proposals/${proposal}`)
  const send = (more: OperationInput[]) =>
    services.standards.post(path, { operations: more }, { 'if-match': etag! }).then(
      () => 'taken',
      (error: Refused) => `${error.status} ${error.code}`,
    )
  const text = 'x'.repeat(7900)
  const long = nodes.slice(200, 1600).map(({ ref }): OperationInput => ({ op: 'revise', item: ref.id, text }))
  t.equal(await send(long), '413 CTE_TOO_LARGE')
  t.equal(await send(Array.from({ length: 12_001 }, () => operations[0]!)), '400 CTE_INVALID_INPUT')
  t.equal((await services.standards.read(`/proposals/${proposal}`)).etag, etag)
})

/** All subscriptions at the server, requests that wait for answers among them. */
async function subscriptions(): Promise<number> {
  const answer = await ask(`${system.nats.monitorUrl}/subsz`)
  return ((await answer.json()) as { num_subscriptions: number }).num_subscriptions
}

async function underWay(service: Service) {
  return (await metricsOf(service)).underWay
}

async function previewsOf(service: Service) {
  return (await metricsOf(service)).outcomes
}

async function metricsOf(service: Service) {
  const text = await (await ask(`${service.url}/metrics`)).text()
  const value = (line: RegExp) => Number(line.exec(text)?.[1] ?? 0)
  const ended = (outcome: string) => value(new RegExp(`^cte_previews_total\\{.*outcome="${outcome}".*\\} (\\d+)`, 'm'))
  return {
    underWay: value(/^cte_previews_under_way\{.*\} (\d+)/m),
    outcomes: { answered: ended('answered'), abandoned: ended('abandoned'), failed: ended('failed') },
  }
}

async function untilBusy(): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(2)) if ((await underWay(standards)) > 0) return
  throw new Error('No preview has begun in ten seconds')
}

/** Nothing under way in any of the three. */
async function untilIdle(): Promise<void> {
  let busy: number[] = []
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    busy = await Promise.all(all.map(underWay))
    if (busy.every(count => count === 0)) return
  }
  throw new Error(`Still under way after 30 seconds: ${busy}`)
}
