import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { authorization, catalogue, document } from './builders.ts'
import { otherService, publish, retired } from './other-services.ts'
import { type Answer, CTC, callOn, MCS, withCredentials } from './with-credentials.ts'

const SEED = join(import.meta.dirname, '../../../infra/seed/sector-change-workflow.json')
const template = () => JSON.parse(readFileSync(SEED, 'utf8'))
const RELEASE = `${MCS}@2`
const COMPLETED = 'cte.ctc.workflow-step.completed'

/** With the template, and a release by which the sector AGR is retired, assessed. */
async function withRelease(t: Test) {
  const service = await withCredentials(t)
  if (service === null) return null
  const { call, bus, app } = service
  const standards = await otherService(bus, 'standards')
  const leaflets = { CTE: 'CL-888', AETC: 'CL-697b', BIPT: 'CL-895', TC4T: 'CL-888 (replaced CL-620a)' }
  const sent = await call(
    'POST',
    '/imports',
    catalogue({
      documents: [
        ...Object.entries(leaflets).map(([code, leaflet]) => document(code, { leaflet })),
        ...['TC1', 'TC4H', 'SUBE'].map(code => document(code, { leaflet: 'CL-1' })),
      ],
      authorizations: [...catalogue().authorizations, authorization('AETC/R4FA/MSS')],
    }),
  )
  t.equal(sent.status, 200, JSON.stringify(sent.body))
  t.equal((await call('POST', '/imports/workflow-templates', template())).body.added, 1)
  await publish(standards, 1, [])
  await publish(standards, 2, [retired('AGR')])
  await until(async () => (await call('GET', `/releases/${RELEASE}/assessment`)).body.state === 'assessed')
  const begin = async (body = {}) => call('POST', '/workflows', { release: RELEASE, reason: 'Begun', ...body })
  /** Changes a step at the newest version. */
  const step = async (id: string, key: string, change: object): Promise<Answer> => {
    const { headers } = await call('GET', `/workflows/${id}`)
    const match = { 'if-match': String(headers.etag) }
    return call('PATCH', `/workflows/${id}/steps/${key}`, { reason: 'As agreed', ...change }, match)
  }
  return { ...service, app, begin, step }
}

async function until(so: () => Promise<boolean>): Promise<void> {
  for (const last = Date.now() + 10_000; Date.now() < last; await new Promise(next => setTimeout(next, 25)))
    if (await so()) return
  throw new Error('It never came to be so')
}

type Step = { key: string; state: string } & Record<string, unknown>
const stepOf = (body: { steps: Step[] }, key: string): Step => body.steps.find(step => step.key === key)!
const ready = (body: { steps: Step[] }) => body.steps.filter(({ state }) => state === 'ready').map(({ key }) => key)

t.test('a template comes in whole, or not at all', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const url = '/imports/workflow-templates'
  t.match((await call('POST', `${url}?dryRun=true`, template())).body, { added: 1 })
  t.strictSame((await call('GET', '/workflow-templates')).body.items, [])
  t.match((await call('POST', url, template())).body, { added: 1 })
  t.match((await call('POST', url, template())).body, { added: 0, changed: 0, unchanged: 1 })
  const { body, headers } = await call('GET', '/workflow-templates/ctc-sector-change')
  t.equal(headers.etag, '"v1"')
  t.equal(body.steps.length, 20)
  t.match(body.steps.find((step: Step) => step.key === 'comment-period').duration, {
    days: 45,
    kind: 'calendar',
    provenance: { verified: false, source: 'general knowledge, unverified' },
  })
  t.match((await call('GET', '/workflow-templates/another')).body, { code: 'CTE_NO_SUCH_TEMPLATE' })
  const bad = template()
  bad.steps[0].after = ['monitoring']
  bad.steps[1].after = ['nowhere']
  bad.steps[2].source = 'hearsay'
  t.match((await call('POST', url, bad)).body.errors, [
    { path: '/steps/2/source' },
    { path: '/steps/1/after/0', message: 'No step nowhere' },
    { path: '/steps', message: /wait in a circle: .*standards-adopted/ },
  ])
  t.equal((await callOn(service.app, 'id=a; agency=CDE; role=editor')('POST', url, template())).status, 403)
})

t.test('a release that touches a sector is suggested, and has a checklist once somebody begins it', async t => {
  const service = await withRelease(t)
  if (service === null) return
  const { call, begin, step, events, db } = service
  const suggested = await call('GET', '/workflows/suggestions')
  t.match(suggested.body.items, [
    {
      release: RELEASE,
      dates: { adoption: '2026-11-05', effective: null },
      changes: [{ item: { key: 'AGR' }, aspect: 'existence', class: 'retired' }],
    },
  ])
  t.match((await call('GET', '/workflows')).body.items, [], 'nothing begins by itself')

  const begun = await begin()
  t.equal(begun.status, 201, JSON.stringify(begun.body))
  const { id } = begun.body
  t.match(begun.body, {
    release: RELEASE,
    title: 'A change of industry sectors at CTC: Release 2',
    milestones: { adoption: '2026-11-05', effective: null, census: null },
    version: 1,
  })
  t.strictSame(ready(begun.body), ['standards-adopted'])
  t.strictSame((await call('GET', '/workflows/suggestions')).body.items, [])
  t.match((await begin()).body, { code: 'CTE_WORKFLOW_EXISTS', detail: new RegExp(id) })

  t.test('leaflets follow from the documents that carry a subject which the flags touch', async t => {
    const { texts } = stepOf((await call('GET', `/workflows/${id}`)).body, 'leaflet') as unknown as {
      texts: { suggested: { text: string; because: string }[]; unknown: string | null }
    }
    t.strictSame(texts.suggested.map(({ text }) => text).sort(), ['CL-697b', 'CL-888', 'CL-895'])
    t.equal(texts.suggested.find(({ text }) => text === 'CL-888')!.because, 'explains CTE, TC4T, with ANR on it')
    t.equal(texts.unknown, null)
    t.match(stepOf(begun.body, 'public-tables').texts, { suggested: [{ text: 'Authorization Sort Table' }, {}] })
  })

  t.test('an effective date makes days; those beyond what takes nobody knows how long stay unknown', async t => {
    const revise = (milestones: object, version: string) =>
      call('PATCH', `/workflows/${id}`, { milestones, reason: 'Planned' }, { 'if-match': version })
    t.equal((await revise({ effective: '2028-07-01' }, '"v7"')).status, 412)
    const { body } = await revise({ effective: '2028-07-01' }, '"v1"')
    t.match(body.milestones, { effective: '2028-07-01', census: '2028-10-04' })
    t.match(stepOf(body, 'oal-approval'), { proposed: '2028-07-01', latest: { exact: true } })
    t.match(stepOf(body, 'oal-review-time').latest, { start: '2028-05-19', finish: '2028-07-01' })
    t.match(stepOf(body, 'snapshot'), { proposed: '2028-10-04' })
    t.match(stepOf(body, 'notice'), { proposed: null, latest: { exact: false } })
    t.match(body.criticalPath, { knownDays: 102, unknown: ['statutory-trigger', 'commission-item', 'final-file'] })
    t.ok(body.notes.some((note: string) => /holidays are not known/.test(note)))
    t.ok(body.notes.some((note: string) => /Nobody has verified the 45 calendar days of comment-period/.test(note)))
    t.match(body.warnings, [{ code: 'CTE_SOONER_THAN_BEFORE', message: /19 months/ }])
    t.equal(body.warnings.length, 1, 'a usual day, before census day')
    const other = await call('GET', `/workflows/${id}/dates?effective=2027-01-01`)
    t.strictSame(
      other.body.warnings.map(({ code }: { code: string }) => code),
      ['CTE_EFFECTIVE_IN_MID_CYCLE', 'CTE_SOONER_THAN_BEFORE', 'CTE_STEP_TOO_LATE'],
    )
    t.equal(other.body.milestones.census, '2027-10-06')
    t.equal((await call('GET', `/workflows/${id}`)).body.milestones.effective, '2028-07-01', 'nothing is written')
  })

  t.test('a step is done after what it waits for, or with a reason why not', async t => {
    const refused = await step(id, 'impact-analysis', { state: 'done' })
    t.match(refused.body, { status: 409, code: 'CTE_STEP_WAITS', detail: /waits for standards-adopted/ })
    t.match((await step(id, 'standards-adopted', { state: 'done', actual: '2999-01-01' })).body, {
      code: 'CTE_DAY_TO_COME',
    })
    t.match((await step(id, 'standards-adopted', { actual: '2026-11-05' })).body, { code: 'CTE_DAY_WITHOUT_DONE' })
    const done = await step(id, 'standards-adopted', { state: 'done', actual: '2026-11-05' })
    t.equal(done.status, 200, JSON.stringify(done.body))
    t.strictSame(ready(done.body), ['statutory-trigger', 'impact-analysis', 'course-code-sets'])
    const skipped = await step(id, 'statutory-trigger', { state: 'skipped', reason: 'The list stays' })
    t.match(stepOf(skipped.body, 'statutory-trigger'), { state: 'skipped', stateReason: 'The list stays' })
    const early = await step(id, 'commission-item', { state: 'done', overrideReason: 'Heard before the analysis' })
    t.match(stepOf(early.body, 'commission-item'), { state: 'done', overrideReason: 'Heard before the analysis' })
    const reopened = await step(id, 'commission-item', { state: 'open' })
    t.match(stepOf(reopened.body, 'commission-item'), { state: 'waiting', actual: null })
    t.match((await step(id, 'nowhere', { owner: 'mlopez' })).body, { code: 'CTE_NO_SUCH_STEP' })
    t.equal((await step(id, 'notice', {})).status, 400, 'a reason alone changes nothing')
    t.match((await step(id, 'notice', { overrideReason: 'Why not' })).body, { code: 'CTE_REASON_ALONE' })
  })

  t.test('whoever plans a step too late is told', async t => {
    const { body } = await step(id, 'notice', {
      planned: '2028-12-01',
      owner: 'mlopez',
      notes: 'Ask counsel',
      decidedTexts: ['Notice of Proposed Rulemaking'],
    })
    t.match(stepOf(body, 'notice'), { planned: '2028-12-01', owner: 'mlopez', proposed: '2028-12-01' })
    t.match(stepOf(body, 'comment-period'), { proposed: '2029-01-15' })
    t.match(
      body.warnings.find((warning: { step: string }) => warning.step === 'notice'),
      { code: 'CTE_STEP_TOO_LATE', message: /is planned for 2028-12-01/ },
    )
    await step(id, 'notice', { planned: '2027-06-01' })
  })

  t.test('a further step has its place, and no steps wait in a circle', async t => {
    const add = async (body: object) => {
      const { headers } = await call('GET', `/workflows/${id}`)
      const wanted = { title: 'Hearing', actors: ['CTC'], reason: 'Asked for', ...body }
      return call('POST', `/workflows/${id}/steps`, wanted, { 'if-match': String(headers.etag) })
    }
    t.match((await add({ key: 'hearing', after: ['final-file'], before: ['notice'] })).body, {
      status: 422,
      code: 'CTE_STEPS_IN_A_CIRCLE',
    })
    t.match((await add({ key: 'hearing', after: ['nowhere'] })).body, { code: 'CTE_STEP_UNKNOWN' })
    const { body } = await add({
      key: 'hearing',
      after: ['notice'],
      before: ['final-file'],
      duration: { days: 1, kind: 'calendar' },
    })
    t.match(stepOf(body, 'hearing'), {
      blocks: ['final-file'],
      provenance: { verified: false, source: 'mlopez (CTC)' },
    })
    t.match(stepOf(body, 'final-file'), { after: ['changed-text', 'hearing'] })
    t.match((await add({ key: 'hearing' })).body, { code: 'CTE_STEP_EXISTS' })
    t.match((await step(id, 'notice', { after: ['final-file'] })).body, { code: 'CTE_STEPS_IN_A_CIRCLE' })
  })

  t.test('the calendar has every day that is known', async t => {
    const { body } = await call('GET', `/workflows/${id}/calendar`)
    const days = new Map(
      body.items.map((row: { day: string; basis: string; step: string | null; title: string }) => [
        row.step ?? row.title,
        `${row.day} ${row.basis}`,
      ]),
    )
    t.equal(days.get('standards-adopted'), '2026-11-05 done')
    t.equal(days.get('notice'), '2027-06-01 planned')
    t.equal(days.get('comment-period'), '2027-07-16 proposed')
    t.equal(days.get('Effective date'), '2028-07-01 milestone')
    t.ok(body.undated.includes('monitoring'))
    t.strictSame(
      body.items.map((row: { day: string }) => row.day),
      body.items.map((row: { day: string }) => row.day).toSorted(),
    )
    const ics = await call('GET', `/workflows/${id}/calendar?format=ics`)
    t.match(ics.headers['content-type'], 'text/calendar')
    t.match(ics.body, /DTSTART;VALUE=DATE:20270601\r\nSUMMARY:Notice\r\n/)
    t.match(ics.body, /SUMMARY:Comment period \(proposed\)\r\n/)
    const csv = await call('GET', `/workflows/${id}/calendar?format=csv`)
    t.match(csv.body, /2027-06-01,planned,notice,Notice,waiting,CTC,mlopez,Notice of Proposed Rulemaking\r\n/)
    t.match((await call('GET', `/workflows/${id}/calendar?format=xlsx`)).headers['content-type'], 'spreadsheetml')
    t.equal((await call('GET', `/workflows/${id}/calendar?format=pdf`)).status, 400)
  })

  t.test('a withdrawn rulemaking may be begun again', async t => {
    const { headers } = await call('GET', `/workflows/${id}`)
    const outcome = (body: object, etag = String(headers.etag)) =>
      call('POST', `/workflows/${id}/outcomes`, { reason: 'OAL said so', ...body }, { 'if-match': etag })
    t.match((await outcome({ outcome: 'withdrawn', day: '2999-01-01' })).body, { code: 'CTE_DAY_TO_COME' })
    t.match((await outcome({ outcome: 'withdrawn', day: '2026-01-01' })).body, { outcome: 'withdrawn' })
    const again = await begin()
    t.match(again.body, { attempt: 2, outcome: null })
    t.not(again.body.id, id)
    t.match((await begin()).body, { code: 'CTE_WORKFLOW_EXISTS' })
    t.equal((await call('GET', `/workflows?release=${RELEASE}`)).body.items.length, 2)
  })

  t.test('who did what, when and why is kept, and a step that became done was told', async t => {
    const { items } = (await call('GET', `/workflows/${id}/history`)).body
    t.strictSame(
      items.map(({ number }: { number: number }) => number),
      items.map((_: unknown, at: number) => at + 1),
    )
    t.match(items[0], { act: 'begun', by: { id: 'mlopez', agency: 'CTC' }, reason: 'Begun' })
    t.match(items[2], { act: 'step-changed', step: 'standards-adopted' })
    t.match(items[2].changes[0], { field: 'state', from: 'open', to: 'done' })
    const told = await events(COMPLETED)
    t.strictSame(
      told.map(event => (event.data as { step: { key: string } }).step.key),
      ['standards-adopted', 'commission-item'],
    )
    t.match(told[0], {
      subject: `${id}/standards-adopted`,
      actor: CTC,
      data: { release: RELEASE, proposal: null, actual: '2026-11-05' },
    })
    t.equal(await db.connection.collection('workflow_entries').countDocuments({ workflow: id }), items.length)
  })
})

t.test('a proposal has a checklist by the dates that are given', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, app } = service
  const begin = (body: object) => call('POST', '/workflows', { reason: 'To plan', ...body })
  const proposal = 'b4b6d6f2-0000-4000-8000-000000000000'
  const milestones = { adoption: '2026-11-05', effective: '2028-07-01' }
  t.match((await begin({ proposal, milestones })).body, { code: 'CTE_NO_SUCH_TEMPLATE' })
  await call('POST', '/imports/workflow-templates', template())
  t.match((await begin({ proposal })).body, { code: 'CTE_PROPOSAL_WITHOUT_DATES' })
  t.match((await begin({ milestones })).body, { code: 'CTE_WORKFLOW_OF_ONE' })
  t.match((await begin({ release: RELEASE })).body, { code: 'CTE_RELEASE_UNHEARD' })
  const { status, body } = await begin({ proposal, milestones, title: 'Fourteen clusters (hypothetical)' })
  t.equal(status, 201)
  t.match(stepOf(body, 'leaflet').texts, { suggested: [], unknown: /has no flags yet/ })
  t.match(body.latestStart, { steps: ['standards-adopted'], day: '2026-11-05', exact: true })
  t.equal((await call('GET', '/workflows/00000000-0000-8000-8000-000000000000')).body.code, 'CTE_NO_SUCH_WORKFLOW')
  const others = callOn(app, 'id=a; agency=CALPADS; role=editor')
  t.equal((await others('POST', '/workflows', { reason: 'Not mine', proposal: 'another', milestones })).status, 403)
  const at = { 'if-match': '"v1"' }
  t.equal(
    (await others('PATCH', `/workflows/${body.id}/steps/notice`, { owner: 'a', reason: 'Not mine' }, at)).status,
    403,
  )

  t.test('two that do the same at once do not overwrite each other', async t => {
    const other = { proposal: 'another', milestones }
    const both = await Promise.all([begin(other), begin(other)])
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409])
    const { id } = both.find(({ status }) => status === 201)!.body
    const answers = await Promise.all(
      ['notice', 'leaflet', 'decoder'].map(key =>
        call('PATCH', `/workflows/${id}/steps/${key}`, { owner: 'mlopez', reason: 'Hers' }, { 'if-match': '"v1"' }),
      ),
    )
    t.strictSame(answers.map(({ status }) => status).sort(), [200, 412, 412])
    t.equal((await call('GET', `/workflows/${id}/history`)).body.items.length, 2)
  })
})
