import { setTimeout as delay } from 'node:timers/promises'
import { type ReachedChange, type RuleOperationInput, rpc } from '@cte-align/contracts'
import t from 'tap'
import { catalogue } from './builders.ts'
import { adding, drafting, dropping } from './drafting.ts'
import { otherService, publish as publishRelease, retired } from './other-services.ts'
import { MCS, withCredentials } from './with-credentials.ts'

type Row = Record<string, string>

t.test('a draft answers flags, begins where they suggest, and is found by them', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { bus, call, events } = parts
  const { open, preview, publish, set } = drafting(call)
  const standards = await otherService(bus.join(), 'standards')
  await bus.join().serve(rpc.decoderQuestion, async function* answer() {
    yield { answer: 'question', title: 'Release 2', release: `${MCS}@2`, question: { owners: [], moves: [] } }
  })
  await call('POST', '/imports', catalogue())
  await publishRelease(standards, 1, [])
  await publishRelease(standards, 2, [retitled('BUS', 'Business and Finance')])
  for (const end = Date.now() + 20_000; Date.now() < end; await delay(20))
    if ((await call('GET', '/flags')).body.items.length > 0) break
  const flags = (await call('GET', '/flags')).body.items as { id: string; dependent: { key: string } }[]
  t.strictSame(
    flags.map(({ dependent }) => dependent.key),
    ['CTE/R4T/FAB'],
  )
  const flag = flags[0]!.id

  const draft = await open('Retitled, hypothetical', [], { from: { flags: [flag] } })
  t.match(draft, { status: 201, body: { flags: [flag], operationCount: 0 } })
  const { suggested, undecided } = draft.body.suggestions
  t.match(suggested, [
    { operation: { op: 'retitle-subject', subject: 'FAB', title: 'Business and Finance' }, flags: [flag] },
  ])
  t.strictSame(undecided, [])
  t.strictSame((await call('GET', `/rule-editions/${draft.body.id}/suggestions`)).body, draft.body.suggestions)
  const begun = await set(
    draft,
    suggested.map(({ operation }: { operation: object }) => operation),
  )
  t.match((await preview(begun)).body.flags, { answers: [{ id: flag, state: 'open' }], open: [] })
  const found = async (query: string) =>
    (await call('GET', `/rule-editions?${query}`)).body.items.map(({ id }: Row) => id)
  t.strictSame(await found(`flag=${flag}`), [draft.body.id])
  t.strictSame(await found('flag=another'), [])
  t.match(await publish(begun), { status: 200, body: { state: 'published' } })
  const [edition] = await events('cte.ctc.rule-edition.published')
  t.match(edition?.data, { flags: [flag], operations: { 'retitle-subject': 1 } })
  t.match((await events('cte.ctc.authorization.changed')).at(-1), { subject: 'CTE/R4T/FAB', actor: edition?.actor })
  t.equal(edition?.actor, 'id=rchan; agency=CTC; role=publisher')
  t.equal((await call('GET', `/flags/${flag}`)).body.state, 'open', 'what becomes of a flag, people decide')
})

t.test('drafts and kept tables are one list; a draft is compared, and what it left is kept under its id', async t => {
  const parts = await withCredentials(t)
  if (parts === null) return
  const { call } = parts
  const { open, publish, set, withdraw } = drafting(call)
  await call('POST', '/imports', catalogue())
  const first = await open('First, hypothetical', [adding('7200:CTE/R4T/ANR')])
  const pairs = async (from: string, to: string) =>
    (await call('GET', `/decoder/compare?from=${from}&to=${to}&what=pair`)).body.items.map(
      ({ outcome, courseCode, authorization }: Row) => `${outcome} ${courseCode} ${authorization}`,
    )
  const id = first.body.id as string
  t.strictSame(await pairs('current', `edition:${id}`), ['permitted 7200 CTE/R4T/ANR'])
  const table = async (query = '') => (await call('GET', `/rule-editions/${id}/rules${query}`)).body
  t.equal((await table()).items.length, 6, 'the table that it leads to')
  t.match((await table('?courseCode=7200')).items, [{ documentCode: 'CTE', subjectCode: 'ANR' }])
  const page = await table('?limit=5')
  t.equal((await table(`?limit=5&cursor=${page.next}`)).items.length, 1)
  t.match(await publish(first), { status: 200 })

  t.match(await call('GET', `/rule-editions/${id}`), {
    status: 200,
    body: { state: 'published', kept: { origin: 'published', counts: { rows: 6 } }, operations: [{ op: 'add-rule' }] },
  })
  const keeps = {
    ...{ id: 'anr-before-2027', title: 'Hypothetical', precedent: null, authorization: 'CTE/R4T/ANR' },
    ...{ courseCodes: ['7200'], date: 'issued' as const, before: '2027-07-01', through: null },
  }
  const keeping: RuleOperationInput = { op: 'add-grandfathering', rule: keeps }
  const second = await open('Second, hypothetical', [dropping('7200:CTE/R4T/ANR'), keeping], { base: `edition:${id}` })
  t.match(second, { status: 201, body: { base: `edition:${id}` } })
  t.match(await publish(second), { status: 200 })
  t.strictSame(await pairs(`edition:${id}`, 'current'), ['refused 7200 CTE/R4T/ANR'])
  const kept = await parts.db.connection.collection('grandfathering_rules').find().toArray()
  t.match(kept, [{ ...keeps, provenance: { source: /Second, hypothetical/ } }], 'whom it refused holds on to it')
  const third = await open('Third, hypothetical', [dropping('7400:CTE/R4T/MSS')], { base: `edition:${id}` })
  t.match(await set(third, [dropping('7200:CTE/R4T/ANR')]), { status: 200 }, 'on its base it fits')
  const again = await call('GET', `/rule-editions/${third.body.id}`)
  t.match(await publish(again), { status: 409, body: { code: 'CTE_EDITION_CONFLICT', detail: /7200:CTE\/R4T\/ANR/ } })
  await withdraw(again, 'Overtaken')

  const states = async (query = '') =>
    (await call('GET', `/rule-editions${query}`)).body.items.map(({ state }: Row) => state).sort()
  t.strictSame(await states(), ['published', 'published', 'withdrawn'])
  t.strictSame(await states('?state=published'), ['published', 'published'])
  t.strictSame(await states('?origin=imported'), [])
  t.strictSame(await states('?origin=published'), ['published', 'published'])
  t.strictSame(await states('?state=withdrawn&q=THIRD'), ['withdrawn'])
  const one = (await call('GET', '/rule-editions?limit=2')).body
  t.equal((await call('GET', `/rule-editions?limit=2&cursor=${one.next}`)).body.items.length, 1)
})

/** The sector keeps its code and is called otherwise. */
function retitled(key: string, title: string): ReachedChange {
  const { change, reach } = retired(key)
  const said = { aspect: 'title', class: 'label', rule: 'title/label', successors: null } as const
  const wording = { before: { title: change.item.title }, after: { title } }
  const id = `${MCS}@2:${change.item.id}:title`
  return { change: { ...change, ...said, ...wording, id, fingerprints: { before: 'before', after: 'after' } }, reach }
}
