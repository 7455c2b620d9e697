import { setTimeout as delay } from 'node:timers/promises'
import { createMemoryBus } from '@cte-align/bus'
import { type Impact, PreviewReply, releaseRef, rpc } from '@cte-align/contracts'
import { createReview } from '@cte-align/review'
import { createLog, createOutbox, openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildCredentials } from '../src/app.ts'
import { catalogue } from './builders.ts'
import { otherService, publish, restored, retired } from './other-services.ts'
import { item, MCS, withCredentials } from './with-credentials.ts'

const MANUAL = ['CTE/S17C/NONE', 'SUBE/P30V/NONE', 'TC4H/R4H/_']

t.test('a published release flags the authorizations it reaches, as the preview said', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { bus, call, events } = service
  const standards = await otherService(bus.join(), 'standards')
  const courseCodes = await otherService(bus.join(), 'course-codes')
  await call('POST', '/imports', catalogue())
  const heard = (source: string, count: number) =>
    until(async () => (await call('GET', '/positions')).body[source] === count)
  const flags = async (): Promise<string[]> =>
    (await call('GET', '/flags?limit=100')).body.items
      .map((flag: { dependent: { key: string }; severity: string }) => `${flag.dependent.key} ${flag.severity}`)
      .sort()

  const dependent = { kind: 'course-code', key: '7100', title: 'Introduction', level: 'introductory' } as const
  await courseCodes.say('cte.calpads.course-code.changed', {
    dependent,
    added: [
      {
        id: 'l1',
        dependent,
        framework: MCS,
        item: item('AGR'),
        any: null,
        lineage: [],
        release: 1,
        verified: true,
        basis: 'title match',
      },
    ],
    removed: [],
  })
  await heard('/cte/course-codes', 1)

  const previewed: Impact[] = []
  const request = { release: releaseRef(MCS, 2), reached: [retired('AGR')] }
  for await (const piece of bus.join().request(rpc.preview('credentials'), request, { correlationId: 'test' })) {
    const reply = PreviewReply.parse(piece)
    if (reply.piece === 'impacts') previewed.push(...reply.impacts)
    else if (reply.piece === 'summary') {
      t.strictSame(
        reply.manualReview.map(({ key }) => key),
        MANUAL,
        'nobody is left out silently',
      )
      t.strictSame(reply.links, { [MCS]: 7 })
      t.strictSame(reply.positions['/cte/course-codes'], 1)
    }
  }
  t.strictSame(await flags(), [], 'a preview writes nothing')

  await publish(standards, 1, [])
  await publish(standards, 2, [retired('AGR')])
  await until(async () => (await events('cte.ctc.release.assessed')).length === 2)
  const expected = [
    'AETC/R4FA/ANR breaking',
    'BIPT/_/ANR breaking',
    'CTE/R4T/ANR breaking',
    'TC1/R1S/AGRI review',
    'TC1/R1S/AGRX review',
    'TC4T/R4T/ANR review',
  ]
  t.strictSame(await flags(), expected, 'unverified links and twins never lead above review; rules are second order')
  t.strictSame(previewed.map(({ dependent: { key }, severity }) => `${key} ${severity}`).sort(), expected)
  const assessed = (await events('cte.ctc.release.assessed')).at(-1)
  for (const event of [assessed!, ...(await events('cte.ctc.authorization.flagged'))])
    t.ok(event.causationid !== undefined && event.actor === undefined, 'the release’s event says who published it')
  t.match(assessed?.data, { flags: 6, manualReview: MANUAL.map(key => ({ key })) })
  t.equal((await call('GET', '/authorizations/CTE/R4T/ANR')).body.openFlags, 1)

  const body = { framework: MCS, item: 'AGR.A', basis: 'letter of the sponsor', verified: true }
  await call('POST', '/authorizations/CTE/R4T/FAB/links', body)
  t.strictSame((await flags()).includes('CTE/R4T/FAB breaking'), true, 'a late link is assessed when the answer comes')

  const before = await flags()
  const administrator = { 'x-cte-actor': 'id=ops; agency=CTC; role=administrator' }
  const rebuilt = await call('POST', '/rebuild', undefined, administrator)
  t.match(rebuilt, { status: 200, body: { flags: before.length } }, JSON.stringify(rebuilt.body))
  t.strictSame(await flags(), before, 'the logs give the same flags again')
  await courseCodes.say('cte.calpads.course-code.changed', { dependent, added: [], removed: ['l1'] })
  await heard('/cte/course-codes', 2)
})

t.test('an erratum that brings a retired sector back supersedes the flags of its retirement', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { bus, call, events } = service
  const standards = await otherService(bus.join(), 'standards')
  await otherService(bus.join(), 'course-codes')
  await call('POST', '/imports', catalogue())
  await publish(standards, 1, [])
  await publish(standards, 2, [retired('AGR')])
  await publish(standards, 3, [restored('AGR')], 2)
  await until(async () => (await events('cte.ctc.release.assessed')).length === 3)
  type Row = { id: string; dependent: { key: string }; supersedes: string | null; supersededBy: string | null }
  const list = async (query: string): Promise<Row[]> => (await call('GET', `/flags?limit=100&${query}`)).body.items
  const old = await list('disposition=superseded')
  const open = await list('state=open')
  t.ok(old.length > 3)
  t.strictSame(old.map(flag => flag.supersededBy).sort(), open.map(flag => flag.id).sort())
  t.strictSame(open.map(flag => flag.supersedes).sort(), old.map(flag => flag.id).sort())
  t.equal((await call('GET', '/authorizations/CTE/R4T/ANR')).body.openFlags, 1)
  const { body } = await call('GET', `/flags/${open[0]!.id}`)
  t.match(body.correction, { note: `The change of ${MCS}@2 was taken back`, untouched: [] })

  const administrator = { 'x-cte-actor': 'id=ops; agency=CTC; role=administrator' }
  t.match(await call('POST', '/rebuild', undefined, administrator), { status: 200 })
  t.strictSame(
    (await list('disposition=superseded')).map(({ id, supersededBy }) => [id, supersededBy]),
    old.map(({ id, supersededBy }) => [id, supersededBy]),
  )
})

t.test('what an instance committed and did not assess is assessed by another, though nothing new is heard', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { db, bus, call, events } = service
  await call('POST', '/imports', catalogue())
  const other = await openDatabase(process.env.MONGODB_URI!, db.connection.name)
  const env = { LOG_LEVEL: 'silent', NATS_MONITOR_URL: undefined } as const
  const alive = await buildCredentials({ env, db: other, bus: bus.join(), assessEveryMs: 50 })
  t.teardown(() => alive.close())

  const standards = await otherService(createMemoryBus(), 'standards')
  await publish(standards, 1, [])
  await publish(standards, 2, [retired('AGR')])
  const source = '/cte/credentials'
  const outbox = createOutbox({ db, source })
  const log = createLog({ name: 'killed', level: 'silent' })
  const killed = createReview({
    db,
    outbox,
    kinds: ['authorization'],
    agency: 'CTC',
    source,
    now: () => new Date(),
    log,
  })
  await db.transaction(async session => {
    for (const event of standards.log) await killed.writeStandards(event, session)
  })
  await until(async () => (await events('cte.ctc.release.assessed')).length === 2)
  t.ok((await call('GET', '/flags')).body.items.length > 0)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(20)) if (await holds()) return
  throw new Error('It did not come to pass in ten seconds')
}
