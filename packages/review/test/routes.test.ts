import t, { type Test } from 'tap'
import { changed, id, link, ref } from './builders.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'
import { withRoutes } from './with-routes.ts'

const editor = 'id=mlopez; agency=CTC; role=editor'

/** Three authorizations, and a release that breaks one and touches another across a draft relation. */
async function queue(t: Test, kind: 'authorization' | 'course-code' = 'authorization') {
  const db = await withDatabase(t)
  if (db === null) return null
  const world = await reviewOn(db, { kind })
  const [one, two] = kind === 'authorization' ? ['CTE/R4T/ICT', 'CTE/R4T/EEU'] : ['7600', '7601']
  await world.links({ added: [link(one!, 'ICT.B', ['ICT']), link(two!, 'EEU')] })
  await world.hear(world.standards.publish(1, []))
  await world.hear(
    world.standards.publish(2, [
      changed('retired', 'ICT.B', { up: ['ICT'], across: ref('EEU'), before: { title: '=HYPERLINK("x")' } }),
      changed('substantive', 'EEU', { aspect: 'wording' }),
    ]),
  )
  return { world, app: await withRoutes(t, world), flags: await world.flags() }
}

const flagOf = async ({ flags }: World, key: string) => (await flags()).find(flag => flag.dependent.key === key)!

t.test('the queue lists the gravest first, in pages, with the first cause in words', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  const first = (await app.inject('/flags?limit=1')).json()
  t.match(first.items, [
    {
      dependent: { key: 'CTE/R4T/ICT' },
      severity: 'breaking',
      causeCount: 1,
      findingCount: 0,
      firstCause: { summary: 'retired: pathway ICT.B "Title of ICT.B" > linked to CTE/R4T/ICT (test)' },
    },
  ])
  const second = (await app.inject(`/flags?limit=1&cursor=${first.next}`)).json()
  t.match(second, { items: [{ dependent: { key: 'CTE/R4T/EEU' }, severity: 'review', causeCount: 2 }], next: null })
})

t.test('the filters narrow lists, counts and exports alike', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  const keys = async (query: string) =>
    (await app.inject(`/flags?${query}`)).json().items.map((flag: { dependent: { key: string } }) => flag.dependent.key)
  t.strictSame(await keys('severity=breaking'), ['CTE/R4T/ICT'])
  t.strictSame(await keys('class=substantive'), ['CTE/R4T/EEU'])
  t.strictSame(await keys('item=ICT.B'), ['CTE/R4T/ICT', 'CTE/R4T/EEU'])
  t.strictSame(await keys(`item=${id('EEU')}`), ['CTE/R4T/EEU'])
  t.strictSame(await keys('release=ca-mcs-2013@3'), [])
  t.strictSame(await keys('framework=ca-mcs-2013&state=open&dependent=CTE/R4T/EEU'), ['CTE/R4T/EEU'])
  t.strictSame(await keys('unverified=false&undecided=false&q=r4t/e'), ['CTE/R4T/EEU'])
  t.strictSame(await keys('unverified=true'), [])
  t.strictSame(await keys('q=.*'), [])
  t.strictSame((await app.inject('/flags/summary?severity=breaking')).json(), {
    flags: 1,
    standing: [{ severity: 'breaking', state: 'open', flags: 1 }],
    classes: [{ severity: 'breaking', state: 'open', class: 'retired', flags: 1 }],
    dispositions: [],
  })
  t.equal((await app.inject('/flags/summary')).json().flags, 2)
})

t.test('what is not a filter, a cursor or an id is refused', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  for (const path of [
    '/flags?colour=red',
    '/flags?severity=dire',
    '/flags?limit=0',
    '/flags?unverified=maybe',
    '/flags?owner=a%20b',
    '/flags/summary?limit=3',
    '/flags/x',
    '/releases/nonsense/assessment',
    '/links?release=1',
  ])
    t.match((await app.inject(path)).json(), { status: 400, code: 'CTE_INVALID_INPUT' }, path)
  t.match((await app.inject('/flags?cursor=abc')).json(), { status: 400, code: 'CTE_BAD_CURSOR' })
  const nobody = '00000000-0000-8000-8000-000000000000'
  for (const path of [`/flags/${nobody}`, `/flags/${nobody}/causes`, `/flags/${nobody}/transitions`])
    t.match((await app.inject(path)).json(), { status: 404, code: 'CTE_NO_SUCH_FLAG' }, path)
  t.match((await app.inject('/releases/no-such@1/assessment')).json(), { code: 'CTE_NO_SUCH_ASSESSMENT' })
})

t.test('a flag shows causes, paths, what came before and where it can go', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world, flags } = made
  await world.hear(world.standards.publish(3, [changed('label', 'EEU', { aspect: 'title' })]))
  const later = (await world.flags()).at(-1)!
  const answer = await app.inject(`/flags/${later._id}`)
  t.equal(answer.headers.etag, '"v1"')
  const earlier = flags.find(flag => flag.dependent.key === 'CTE/R4T/EEU')!
  t.match(answer.json(), {
    previous: earlier._id,
    dates: { adoption: '2026-11-05', effective: '2027-07-01' },
    next: ['in-review', 'resolved'],
    causes: [
      { summary: 'label: sector EEU "Title of EEU" > linked to CTE/R4T/EEU (test)', paths: [{ severity: 'notice' }] },
    ],
  })
  const causes = (await app.inject(`/flags/${earlier._id}/causes?limit=1`)).json()
  t.equal(causes.items.length, 1)
  const rest = (await app.inject(`/flags/${earlier._id}/causes?cursor=${causes.next}`)).json()
  t.match(rest, { items: [{ change: {} }], next: null })
})

t.test('a transition needs the right agency, role, version and words', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  const flag = await flagOf(world, 'CTE/R4T/ICT')
  const resolve = { to: 'resolved', disposition: 'drop', reason: 'No longer issued' }
  const post = (payload: object, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: `/flags/${flag._id}/transitions`, payload, headers })
  const now = { 'x-cte-actor': editor, 'if-match': '"v1"' }
  t.match((await post(resolve, {})).json(), { status: 401, code: 'CTE_NO_ACTOR' })
  for (const actor of [
    'id=a; agency=CTC; role=viewer',
    'id=a; agency=CTC; role=commenter',
    'id=a; agency=CTC; role=publisher',
    'id=a; agency=CALPADS; role=editor',
    'id=a; agency=CDE; role=administrator',
  ])
    t.match((await post(resolve, { ...now, 'x-cte-actor': actor })).json(), { status: 403 }, actor)
  t.match((await post(resolve, { 'x-cte-actor': editor })).json(), { status: 428 })
  t.match((await post(resolve, { ...now, 'if-match': '"v9"' })).json(), { status: 412 })
  t.match((await post({ ...resolve, reason: ' ' }, now)).json(), { status: 400 })
  t.match((await post({ ...resolve, disposition: 'shrug' }, now)).json(), { status: 400 })
  t.match((await post({ ...resolve, because: 1 }, now)).json(), { status: 400 })
  t.match((await post({ to: 'resolved', reason: 'Done' }, now)).json(), { code: 'CTE_DISPOSITION_MISSING' })
  t.match((await post({ to: 'returned', reason: 'Back' }, now)).json(), { status: 409, code: 'CTE_WRONG_TRANSITION' })
  t.strictSame((await app.inject(`/flags/${flag._id}/transitions`)).json(), { items: [], next: null })

  const done = await post({ ...resolve, owner: 'kchan' }, now)
  t.equal(done.headers.etag, '"v2"')
  t.match(done.json(), { state: 'resolved', disposition: 'drop', owner: 'kchan', version: 2 })
  t.match(await world.said('cte.ctc.flag.resolved'), [{ data: { flag: flag._id, disposition: 'drop' } }])
  t.equal((await post(resolve, now)).statusCode, 412)
  t.equal((await post({ to: 'open', reason: 'Too early' }, { ...now, 'if-match': '"v2"' })).statusCode, 200)
  t.match(await world.said('cte.ctc.flag.reopened'), [{ data: { reason: 'Too early' } }])
  t.match((await app.inject(`/flags/${flag._id}/transitions`)).json().items, [
    { number: 1, from: 'open', to: 'resolved', actor: { id: 'mlopez' }, attested: 1, disposition: 'drop' },
    { number: 2, from: 'resolved', to: 'open', disposition: null },
  ])
})

t.test('of two people who move one flag at once, one is told to read again', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  const flag = await flagOf(world, 'CTE/R4T/ICT')
  const post = () =>
    app.inject({
      method: 'POST',
      url: `/flags/${flag._id}/transitions`,
      payload: { to: 'in-review', reason: 'Mine' },
      headers: { 'x-cte-actor': editor, 'if-match': '"v1"' },
    })
  const answers = await Promise.all([post(), post(), post()])
  t.strictSame(answers.map(answer => answer.statusCode).sort(), [200, 412, 412])
  t.equal((await flagOf(world, 'CTE/R4T/ICT')).version, 2)
})

t.test('CDE clears flags of course codes as CALPADS does, and CTC does not', async t => {
  const made = await queue(t, 'course-code')
  if (made === null) return
  const { app, world } = made
  const flag = await flagOf(world, '7600')
  const post = (agency: string) =>
    app.inject({
      method: 'POST',
      url: `/flags/${flag._id}/transitions`,
      payload: { to: 'resolved', disposition: 'recode', reason: 'On the map' },
      headers: { 'x-cte-actor': `id=a; agency=${agency}; role=approver`, 'if-match': '"v1"' },
    })
  t.equal((await post('CTC')).statusCode, 403)
  t.equal((await post('CDE')).statusCode, 200)
  t.equal((await world.said('cte.calpads.flag.resolved')).length, 1)
  t.equal((await world.said('cte.calpads.course-code.flagged')).length, 2)
})

t.test('the export has a row for each cause, paths in words, and no formula that runs', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  const answer = await app.inject('/flags/export?item=ICT.B')
  t.match(answer.headers['content-type'], 'text/csv')
  const lines = answer.body.trim().split('\r\n')
  t.match(lines[0], 'severity,dependent,title,level,change class,changed item')
  t.equal(lines.length, 4)
  t.match(
    lines.find(line => line.includes('related')),
    '> related to EEU ""Title of EEU"" (draft crosswalk relation) > linked to CTE/R4T/EEU (test)',
  )
  t.notMatch(answer.body, /(?:^|,)"?=/m)
  const none = await app.inject('/flags/export?severity=notice')
  t.equal(none.body.trim().split('\r\n').length, 1)
})

t.test('an assessment says how far it is, then what came of it', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  t.match((await app.inject('/releases/ca-mcs-2013@2/assessment')).json(), {
    state: 'assessed',
    pieces: 4,
    of: 4,
    assessment: { flags: 2, bySeverity: { breaking: 1, review: 1, notice: 0 }, positions: { '/cte/credentials': 1 } },
  })
  const third = world.standards.publish(3, [changed('label', 'EEU'), changed('retired', 'ICT')])
  await world.hear(third.slice(0, 1))
  const at = async () => (await app.inject('/releases/ca-mcs-2013@3/assessment')).json()
  t.match(await at(), { state: 'waiting', pieces: 1, of: null, assessment: null })
  await world.hear(third.slice(2))
  t.match(await at(), { state: 'waiting', pieces: 1, of: 2 })
  await world.hear(third.slice(1))
  t.match(await at(), { state: 'assessed', pieces: 2, of: 2 })
})

t.test('after an erratum the old flag shows what stands in its place, and the new one what it corrects', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  const prints = (before: string, after: string) => ({ fingerprints: { before, after } })
  await world.hear(
    world.standards.publish(3, [changed('substantive', 'EEU', prints('e1', 'e2')), changed('label', 'ICT.B')]),
  )
  await world.links({ added: [link('CTE/R4T/EEU', 'ICT.B', ['ICT'])] })
  await world.hear(world.standards.erratum(4, 3, [changed('substantive', 'EEU', prints('e2', 'e1'))]))
  const list = async (query: string) => (await app.inject(`/flags?${query}`)).json().items
  const [old] = await list('disposition=superseded')
  const [next] = await list('release=ca-mcs-2013@4')
  t.match(old, { state: 'resolved', release: { number: 3 }, supersededBy: next.id, supersedes: null, corrects: null })
  t.match(next, { state: 'open', corrects: 'ca-mcs-2013@3', supersedes: old.id, supersededBy: null })
  t.equal((await list('disposition=superseded')).length, 1)
  t.equal((await list('disposition=superseded&state=open')).length, 0)
  t.match((await app.inject('/flags/summary')).json(), { dispositions: [{ disposition: 'superseded', flags: 1 }] })
  t.match((await app.inject(`/flags/${next.id}`)).json(), {
    previous: old.id,
    next: ['in-review', 'resolved'],
    correction: {
      ...{ release: 'ca-mcs-2013@3', flag: old.id },
      ...{ takenBack: [{ key: 'EEU' }], untouched: [{ key: 'ICT.B' }] },
      note: 'The change of ca-mcs-2013@3 was taken back in part: EEU',
    },
  })
  t.match((await app.inject(`/flags/${old.id}`)).json(), { next: [], correction: null })
  t.match((await app.inject(`/flags/${old.id}/transitions`)).json().items, [
    { actor: 'system', disposition: 'superseded', supersededBy: next.id, attested: 0 },
  ])
  const rows = (await app.inject('/flags/export?disposition=superseded')).body.trim().split('\r\n')
  t.match(rows[0], /corrects,taken back by the erratum,supersedes,superseded by$/)
  t.equal(rows.length, 3, 'a row for each of its two causes')
  t.match(rows[1], new RegExp(`,superseded,.*,${next.id}$`))
  t.match((await app.inject('/releases/ca-mcs-2013@4/assessment')).json(), { corrects: 'ca-mcs-2013@3', note: null })

  const post = (flag: { id: string; version: number }, payload: object) => {
    const headers = { 'x-cte-actor': editor, 'if-match': `"v${flag.version}"` }
    return app.inject({ method: 'POST', url: `/flags/${flag.id}/transitions`, payload, headers })
  }
  const refused = await post(old, { to: 'open', reason: 'Back to me' })
  t.match(refused.json(), { status: 409, code: 'CTE_FLAG_SUPERSEDED', detail: `work on flag ${next.id}` })
  const chosen = await post(next, { to: 'resolved', disposition: 'superseded', reason: 'Away with it' })
  t.match(chosen.json(), { status: 422, code: 'CTE_DISPOSITION_BY_SYSTEM', detail: 'one of no-impact' })
  t.match((await app.inject('/dispositions')).json().items.at(-1), { disposition: 'superseded', choosable: false })
})

t.test('a release that cannot correct what it names says so at its assessment', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  await world.hear(world.standards.publish(3, [changed('label', 'EEU')], 'ca-mcs-2013', 'no-such@7'))
  t.match((await app.inject('/releases/ca-mcs-2013@3/assessment')).json(), {
    ...{ state: 'assessed', corrects: null },
    note: 'ca-mcs-2013@3 names no-such@7 as corrected, which is no earlier release of ca-mcs-2013',
  })
})

t.test('what is in review is handed over to another owner, with the reason', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app, world } = made
  const flag = await flagOf(world, 'CTE/R4T/ICT')
  const post = (version: number, payload: object) =>
    app.inject({
      method: 'POST',
      url: `/flags/${flag._id}/transitions`,
      payload,
      headers: { 'x-cte-actor': editor, 'if-match': `"v${version}"` },
    })
  await post(1, { to: 'in-review', owner: 'mlopez', reason: 'Mine' })
  t.match((await post(2, { to: 'in-review', reason: 'Again' })).json(), { status: 422, code: 'CTE_NEW_OWNER_MISSING' })
  t.match((await post(2, { to: 'in-review', owner: 'kchan', reason: 'On leave' })).json(), {
    owner: 'kchan',
    version: 3,
  })
  t.match((await app.inject(`/flags/${flag._id}/transitions`)).json().items, [
    { from: 'open', to: 'in-review', owner: 'mlopez' },
    { from: 'in-review', to: 'in-review', owner: 'kchan', reason: 'On leave' },
  ])
})

t.test('links are listed by dependent and by item, with their present lineage', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  t.match((await app.inject('/links?item=ICT.B')).json(), {
    items: [{ dependent: { key: 'CTE/R4T/ICT' }, lineage: [{ key: 'ICT' }] }],
    next: null,
  })
  t.equal((await app.inject('/links?dependent=CTE/R4T/EEU')).json().items.length, 1)
  t.match((await app.inject('/links?item=ICT&scope=below')).json(), { total: 1, items: [{ item: { key: 'ICT.B' } }] })
  t.equal((await app.inject('/links?item=ICT')).json().total, 0, 'on the item itself')
  t.equal((await app.inject('/links?item=ICT&scope=below&kind=course-code')).json().total, 0)
  const page = (await app.inject('/links?limit=1')).json()
  t.equal((await app.inject(`/links?limit=1&cursor=${page.next}`)).json().next, null)
})

t.test('the rooms are described: every route, its problems, and what a disposition means', async t => {
  const made = await queue(t)
  if (made === null) return
  const { app } = made
  const { paths } = (await app.inject('/documentation/json')).json()
  for (const path of ['/flags', '/flags/summary', '/flags/export', '/flags/{id}', '/flags/{id}/causes', '/links'])
    t.ok(path in paths, path)
  const post = paths['/flags/{id}/transitions'].post.responses
  t.strictSame(Object.keys(post).sort(), '200,400,401,403,404,409,412,413,415,422,428,431,500,503'.split(','))
  t.equal((await app.inject('/dispositions')).json().items.length, 13)
})
