import { setTimeout as sleep } from 'node:timers/promises'
import { createLog, openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildStandards } from '../src/app.ts'
import { authorization, courseCode, type Hanging, speakingAgencies } from './agencies.ts'
import { type Answer, type Standards, skipped, standards } from './standards.ts'

const retitled = [{ op: 'retitle', item: 'EEU', title: 'Energy' } as const]
const CTC = 'id=cam; agency=CTC; role=approver'
const CALPADS = 'id=cal; agency=CALPADS; role=approver'

async function withImpacts(t: Parameters<typeof standards>[0], options: { now?: () => Date } = {}) {
  const hanging: { ctc: Hanging; calpads: Hanging } = { ctc: {}, calpads: {} }
  const system = await standards(t, { ...options, agencies: bus => speakingAgencies(bus, hanging) })
  hanging.ctc = { EEU: [authorization('CTE/R4T/EU')] }
  hanging.calpads = { EEU: [courseCode('7600')] }
  return { system, hanging, ...hands(system) }
}

/** Steps taken at the version that stands at the moment. */
function hands(system: Standards) {
  const at = (id: string) => `/proposals/${id}`
  const step = async (id: string, path: string, body: object, actor?: string): Promise<Answer> => {
    const { etag } = await system.call('GET', at(id))
    const headers = { 'if-match': etag!, ...(actor && { 'x-cte-actor': actor }) }
    return system.call('POST', `${at(id)}/${path}`, body, headers)
  }
  const sign = async (id: string, decision: string, actor: string, reason = 'looked at') => {
    const { digest } = (await system.call('GET', `${at(id)}/approvals`)).body
    return step(id, 'approvals', { decision, reason, digest }, actor)
  }
  const standing = async (id: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await system.call('GET', `${at(id)}/approvals`)).body.signOffs.map(
        (each: { agency: string; standing: string }) => [each.agency, each.standing],
      ),
    )
  const approved = async () => {
    const { id } = await system.propose('mcs', retitled)
    await system.approve(id)
    return id
  }
  const stateOf = async (id: string): Promise<string> => (await system.call('GET', at(id))).body.state
  return { step, sign, standing, approved, stateOf }
}

t.test('each step begins where it may, is taken by whom it may, and says why not', { skip: skipped }, async t => {
  const { system, step, sign } = await withImpacts(t)
  const { id } = await system.propose('mcs', retitled)
  const reason = { reason: 'because' }
  t.match(await step(id, 'submit', reason), { status: 409, body: { code: 'CTE_EQUITY_MISSING' } })
  const { etag } = await system.call('GET', `/proposals/${id}`)
  const equity = { equity: 'Rural programs keep their title; nobody loses.' }
  t.match(await system.call('PATCH', `/proposals/${id}`, equity, { 'if-match': etag! }), { status: 200, body: equity })
  for (const path of ['return', 'unschedule', 'publish'])
    t.match(await step(id, path, reason), { status: 409, body: { code: 'CTE_WRONG_STATE', detail: /draft/ } }, path)
  t.match(await sign(id, 'approve', 'id=ann; agency=CDE; role=approver'), { body: { code: 'CTE_WRONG_STATE' } })
  for (const role of ['viewer', 'commenter'])
    t.match(await step(id, 'submit', reason, `id=x; agency=CDE; role=${role}`), { status: 403 })
  t.match(await step(id, 'submit', reason, CTC), { status: 403 }, 'CTC does not submit')
  t.match(await step(id, 'submit', { reason: ' ' }), { status: 400 }, 'a step takes a reason')
  t.match(await step(id, 'submit', reason, 'id=ed; agency=CDE; role=editor'), { body: { state: 'in-review' } })
  t.match(await sign(id, 'approve', 'id=ed; agency=CDE; role=editor'), { status: 403 }, 'editors do not approve')
  t.match(await sign(id, 'approve', CTC), { status: 403 }, 'CTC does not approve')
  t.match(await sign(id, 'acknowledge', 'id=p; agency=CDE; role=publisher'), { status: 403 })
  t.match(await sign(id, 'approve', 'id=ann; agency=CDE; role=approver'), { body: { state: 'approved' } })
  t.match(await step(id, 'publish', reason, 'id=ann; agency=CDE; role=approver'), { status: 403 })
  t.match(await step(id, 'return', reason, 'id=ann; agency=CDE; role=approver'), { body: { state: 'draft' } })

  const { items } = (await system.call('GET', `/proposals/${id}/record?limit=200`)).body
  t.strictSame(
    items.map((entry: { step: string; from: string; to: string; by: { id: string } }) => [
      entry.step,
      entry.from,
      entry.to,
      entry.by.id,
    ]),
    [
      ['opened', null, 'draft', 'pat'],
      ['edited', 'draft', 'draft', 'pat'],
      ['edited', 'draft', 'draft', 'pat'],
      ['submitted', 'draft', 'in-review', 'ed'],
      ['approved', 'in-review', 'approved', 'ann'],
      ['returned', 'approved', 'draft', 'ann'],
    ],
    'what was refused left no trace, what was done stays',
  )
  t.ok(items.every((entry: { at: string; number: number }, n: number) => entry.at && entry.number === n + 1))
})

t.test(
  'a sign-off holds for the revision and the impacts that were seen, and for no others',
  { skip: skipped },
  async t => {
    const { system, hanging, step, sign, standing, approved } = await withImpacts(t)
    const id = await approved()
    t.strictSame(await standing(id), { CDE: 'holds', CTC: 'missing', CALPADS: 'missing' })
    t.match(await step(id, 'publish', { reason: 'now' }), {
      status: 409,
      body: { code: 'CTE_SIGN_OFF_MISSING', detail: /CTC has not signed; CALPADS has not signed/ },
    })
    t.match(await sign(id, 'acknowledge', CTC), { status: 200 })
    t.match(await sign(id, 'acknowledge', CALPADS), { status: 200 })
    t.strictSame(await standing(id), { CDE: 'holds', CTC: 'holds', CALPADS: 'holds' })

    hanging.ctc.EEU!.push(authorization('AETC/R4FA/EU'))
    t.strictSame(
      await standing(id),
      { CDE: 'lapsed', CTC: 'lapsed', CALPADS: 'lapsed' },
      'one more authorization is hit',
    )
    t.match(await step(id, 'publish', { reason: 'now' }), {
      status: 409,
      body: { code: 'CTE_APPROVAL_LAPSED', detail: /impacts [0-9a-f]{8} were signed, they are now/ },
    })
    t.match(await step(id, 'approvals', { decision: 'acknowledge', reason: 'old', digest: 'x' }, CTC), {
      body: { code: 'CTE_IMPACT_MOVED' },
    })
    hanging.ctc.EEU!.pop()
    t.strictSame(
      await standing(id),
      { CDE: 'holds', CTC: 'holds', CALPADS: 'holds' },
      'the same impacts as were signed',
    )

    const { etag } = await system.call('GET', `/proposals/${id}`)
    const more = { operations: [{ op: 'retitle', item: 'ICT', title: 'Technologies' }] }
    t.match(await system.call('POST', `/proposals/${id}/operations`, more, { 'if-match': etag! }), { status: 200 })
    t.strictSame(await standing(id), { CDE: 'lapsed', CTC: 'lapsed', CALPADS: 'lapsed' })
    t.match((await system.call('GET', `/proposals/${id}/approvals`)).body, {
      publishable: 'no',
      obstacles: [/approval of CDE no longer holds \(revision 3 was signed, the proposal is at 4\)/, /CTC/, /CALPADS/],
    })
    t.match(await sign(id, 'approve', 'id=ann; agency=CDE; role=approver'), { body: { state: 'approved' } })
    await sign(id, 'acknowledge', CTC)
    await sign(id, 'acknowledge', CALPADS)
    t.match(await step(id, 'publish', { reason: 'now' }), { status: 200, body: { release: { over: null } } })
  },
)

t.test(
  'unanswered comments block approval, unless somebody waives them with a reason that is kept',
  { skip: skipped },
  async t => {
    const { system, step } = await withImpacts(t)
    const { id } = await system.propose('mcs', retitled)
    const comment = {
      text: 'The old title is on every brochure.',
      about: { on: 'item', item: 'EEU' },
      session: { kind: 'town-hall' },
      region: 'Central Valley',
      commenterRole: 'teacher',
    }
    const said = await system.call('POST', `/proposals/${id}/comments`, comment, {
      'x-cte-actor': 'id=com; agency=CDE; role=commenter',
    })
    t.equal(said.status, 201, JSON.stringify(said.body))
    await system.approve(id)
    t.match((await system.call('GET', `/proposals/${id}`)).body, { state: 'in-review', approval: null })
    const { digest } = (await system.call('GET', `/proposals/${id}/approvals`)).body
    const approve = { decision: 'approve', reason: 'as seen', digest }
    t.match(await step(id, 'approvals', approve), {
      status: 409,
      body: { code: 'CTE_COMMENTS_UNANSWERED', detail: /^1 / },
    })
    t.match(await step(id, 'approvals', { ...approve, waiver: 'It is answered in the next town hall' }), {
      body: { state: 'approved' },
    })
    t.match((await system.call('GET', `/proposals/${id}/record?limit=200`)).body.items.at(-1), {
      details: { waiver: 'It is answered in the next town hall', unanswered: 1 },
    })
  },
)

t.test('a proposal stored before there were reviews goes on from where it was', { skip: skipped }, async t => {
  const { system, step, sign } = await withImpacts(t)
  const { id } = await system.propose('mcs', retitled)
  const old = ['_id', 'framework', 'base', 'title', 'description', 'state', 'revision', 'operations', 'openedBy']
  const stored = system.db.connection.collection('proposals')
  const doc = (await stored.findOne({ _id: id as never }))!
  const kept = Object.fromEntries(
    [...old, 'openedAt', 'updatedAt', 'release', 'withdrawn'].map(name => [name, doc[name]]),
  )
  await stored.replaceOne({ _id: id as never }, kept)
  await system.db.connection.collection('proposal_entries').deleteMany({ proposal: id })
  const db = await openDatabase(process.env.MONGODB_URI!, system.db.connection.name)
  const log = createLog({ name: 'standards', level: 'silent' })
  const again = await buildStandards({ env: { LOG_LEVEL: 'silent' } as never, db, bus: system.bus, log })
  t.teardown(() => again.close())
  t.match((await again.inject(`/proposals/${id}`)).json(), { version: 2, operations: 1, equity: null, references: [] })
  await system.approve(id)
  await sign(id, 'acknowledge', CTC)
  await sign(id, 'acknowledge', CALPADS)
  t.match(await step(id, 'publish', { reason: 'at last' }), { status: 200 })
})

t.test(
  'CDE publishes over an objection with a reason that is kept; who is not hit has nothing to sign',
  { skip: skipped },
  async t => {
    const { system, hanging, step, sign, standing, approved } = await withImpacts(t)
    hanging.calpads = {}
    const id = await approved()
    t.strictSame(await standing(id), { CDE: 'holds', CTC: 'missing', CALPADS: 'not-needed' })
    t.match(await sign(id, 'acknowledge', CALPADS), { status: 409, body: { code: 'CTE_NOT_CONCERNED' } })
    t.match(await sign(id, 'object', CTC, 'Holders are not told in time'), { status: 200 })
    t.match(await step(id, 'publish', { reason: 'now' }), {
      status: 409,
      body: { code: 'CTE_SIGN_OFF_MISSING', detail: /CTC objects: Holders are not told in time/ },
    })
    t.match((await system.call('GET', `/proposals/${id}`)).body.signOffs, {
      CTC: { decision: 'object' },
      CALPADS: null,
    })
    const published = await step(id, 'publish', { reason: 'now', over: 'The Board has voted' })
    const over = { reason: 'The Board has voted', agencies: [{ agency: 'CTC', decision: 'object' }] }
    t.match(published.body.release, { id: 'mcs@2', over })
    t.match((await system.call('GET', '/releases/mcs@2')).body, { over })
    const { items } = (await system.call('GET', `/proposals/${id}/record?limit=200`)).body
    t.match(items.slice(-3), [
      { step: 'objected', by: { agency: 'CTC' }, reason: 'Holders are not told in time' },
      { step: 'publishing-begun', details: { over } },
      { step: 'published', by: null, details: { release: 'mcs@2' } },
    ])
  },
)

t.test(
  'planned dates are what was signed: publishing fills in what they leave open, and changes none',
  { skip: skipped },
  async t => {
    const { system, step } = await withImpacts(t)
    const { id } = await system.propose('mcs', retitled)
    const { etag } = await system.call('GET', `/proposals/${id}`)
    await system.call('PATCH', `/proposals/${id}`, { dates: { effective: '2027-07-01' } }, { 'if-match': etag! })
    await system.approve(id)
    t.match((await system.call('GET', `/proposals/${id}`)).body.warnings, [{ code: 'CTE_DATE_UNKNOWN' }])
    const publish = (dates: object) => step(id, 'publish', { reason: 'now', over: 'for the test', dates })
    t.match(await publish({ effective: '2026-07-01' }), { status: 409, body: { code: 'CTE_DATES_SIGNED' } })
    t.match(await publish({ adoption: '2026-11-12' }), {
      body: { release: { dates: { adoption: '2026-11-12', effective: '2027-07-01' } } },
    })
  },
)

const untilPublished = async (system: Pick<Standards, 'call'>, id: string, state = 'published') => {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await system.call('GET', `/proposals/${id}`)
    if (body.state === state) return body
    await sleep(50)
  }
  throw new Error(`${id} is not ${state}`)
}

t.test('a scheduled release comes out once, at its time, whichever instance looks', { skip: skipped }, async t => {
  let clock = new Date('2026-11-30T12:00:00Z')
  const { system, step, sign, approved, stateOf } = await withImpacts(t, { now: () => clock })
  const id = await approved()
  await sign(id, 'acknowledge', CTC)
  await sign(id, 'acknowledge', CALPADS)
  const at = '2026-12-01T08:00:00-08:00'
  t.match(await step(id, 'schedule', { reason: 'rollover', at: '2026-02-30T08:00:00-08:00' }), { status: 400 })
  t.match(await step(id, 'schedule', { reason: 'rollover', at: '2026-11-30T03:00:00-08:00' }), {
    status: 422,
    body: { code: 'CTE_SCHEDULE_PAST' },
  })
  t.match(await step(id, 'schedule', { reason: 'rollover', at }), {
    body: { state: 'scheduled', schedule: { at: '2026-12-01T16:00:00.000Z' } },
  })
  t.match(await step(id, 'unschedule', { reason: 'wait' }), { body: { state: 'approved', schedule: null } })
  await step(id, 'schedule', { reason: 'rollover', at })

  const others = await Promise.all(
    [1, 2].map(async () => {
      const db = await openDatabase(process.env.MONGODB_URI!, system.db.connection.name)
      const log = createLog({ name: 'standards', level: 'silent' })
      const env = { LOG_LEVEL: 'silent' } as never
      return buildStandards({ env, db, bus: system.bus, log, now: () => clock })
    }),
  )
  t.teardown(() => Promise.all(others.map(each => each.close())))
  await sleep(1500)
  t.equal(await stateOf(id), 'scheduled', 'not before its time')
  clock = new Date('2026-12-01T16:00:00Z')
  t.match(await untilPublished(system, id), { release: 'mcs@2' })
  await sleep(1500)
  const { items } = (await system.call('GET', `/proposals/${id}/record?limit=200`)).body
  t.equal(items.filter((entry: { step: string }) => entry.step === 'published').length, 1)
  t.equal((await system.call('GET', '/releases?framework=mcs')).body.items.length, 2)
})

t.test(
  'a scheduled release asks instead of coming out when what was signed no longer holds',
  { skip: skipped },
  async t => {
    let clock = new Date('2026-11-30T12:00:00Z')
    const { system, hanging, step, sign, approved, stateOf } = await withImpacts(t, { now: () => clock })
    const scheduled = async () => {
      const id = await approved()
      await sign(id, 'acknowledge', CTC)
      const at = new Date(clock.getTime() + 3_600_000).toISOString()
      const over = 'CALPADS was told by telephone'
      t.match(await step(id, 'schedule', { reason: 'rollover', at, over }), { body: { state: 'scheduled' } })
      return id
    }
    const ids = { impact: await scheduled(), edited: await scheduled(), objected: await scheduled() }
    const { etag } = await system.call('GET', `/proposals/${ids.edited}`)
    await system.call('PATCH', `/proposals/${ids.edited}`, { title: 'Another' }, { 'if-match': etag! })
    await sign(ids.objected, 'object', CALPADS, 'Not before the rollover')
    hanging.ctc.EEU!.push(authorization('AETC/R4FA/EU'))
    clock = new Date(clock.getTime() + 3_600_000)
    const why = {
      impact: /approval of CDE no longer holds/,
      edited: /revision 3 was signed, the proposal is at 4/,
      objected: /approval of CDE no longer holds/,
    }
    for (const [name, id] of Object.entries(ids)) {
      const held = await untilPublished(system, id, 'in-review')
      t.match(held.held.reasons.join('; '), why[name as keyof typeof why], name)
    }
    t.match((await system.call('GET', `/proposals/${ids.impact}/record?limit=200`)).body.items.at(-1), {
      step: 'held',
      by: null,
      from: 'scheduled',
      to: 'in-review',
    })
    t.equal((await system.call('GET', '/proposals?held=true')).body.items.length, 3)
    hanging.ctc.EEU!.pop()
    t.match(await sign(ids.objected, 'approve', 'id=ann; agency=CDE; role=approver'), { body: { held: null } })
    t.match(await step(ids.objected, 'publish', { reason: 'now' }), { body: { detail: /CALPADS objects/ } })
    t.equal(await stateOf(ids.objected), 'approved')
  },
)

t.test(
  'an erratum names the published release that it corrects, and the release says so',
  { skip: skipped },
  async t => {
    const { system, step } = await withImpacts(t)
    const open = (corrects: string) =>
      system.call('POST', '/proposals', { framework: 'mcs', title: 'Erratum', corrects })
    t.match(await open('mcs@2'), { status: 422, body: { code: 'CTE_NOTHING_TO_CORRECT' } })
    t.match(await open('other@1'), { status: 422, body: { code: 'CTE_NOTHING_TO_CORRECT' } })
    t.match(await open('mcs@0'), { status: 400 })
    const { body, etag } = await open('mcs@1')
    const { id } = body
    await system.call('POST', `/proposals/${id}/operations`, { operations: retitled }, { 'if-match': etag! })
    await system.approve(id)
    t.match(await step(id, 'publish', { reason: 'mended', over: 'test' }), { body: { release: { corrects: 'mcs@1' } } })
    t.match((await system.call('GET', '/proposals?corrects=mcs@1')).body.items, [{ id }])
  },
)
