import t from 'tap'
import { GROUPS, GroupBy } from '../src/group-key.ts'
import { id } from './builders.ts'
import { queueWorld } from './queue-world.ts'

type Row = { id: string; dependent: { key: string } }
const keysOf = (page: { items: Row[] }) => page.items.map(flag => flag.dependent.key)
const query = (filter: object) => new URLSearchParams(filter as Record<string, string>).toString()

t.test('every group has its words, its counts, what is due first, and a filter that gives just its flags', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { get, post, flagOf } = made
  const both = await flagOf('CTE/R4T/BOTH')
  await post(`/flags/${both._id}/transitions`, { to: 'in-review', owner: 'kchan', reason: 'Mine' }, { version: 1 })
  const all = (await get('/flags')).items as Row[]
  for (const by of GroupBy.options)
    for (const asked of [{}, { class: 'retired' }, { sector: 'EEU' }, { dueFrom: '2027-06-15' }]) {
      const groups = await get(`/flags/groups?by=${by}&${query(asked)}`)
      t.equal(groups.several, GROUPS[by].several)
      const seen = new Set<string>()
      for (const group of groups.items) {
        const flags = (await get(`/flags?${query(group.filter)}`)).items as Row[]
        t.equal(flags.length, group.flags, `${by} ${group.key} ${query(asked)}`)
        t.equal(group.bySeverity.breaking + group.bySeverity.review + group.bySeverity.notice, group.flags)
        t.equal(
          Object.values<number>(group.byState).reduce((a, b) => a + b),
          group.flags,
        )
        t.strictSame(
          group.first.map((one: Row) => one.id),
          flags.slice(0, 3).map(one => one.id),
        )
        for (const flag of flags) {
          t.ok(GROUPS[by].several || !seen.has(flag.id), `${flag.id} is in one group by ${by}`)
          seen.add(flag.id)
        }
      }
      const matching = (await get(`/flags?${query(asked)}`)).items as Row[]
      t.strictSame([...seen].sort(), matching.map(flag => flag.id).sort(), `by ${by} none is left out`)
    }
  t.equal(all.length, 5)
  t.match((await get('/flags/groups')).items[0], {
    ...{ key: `retired:${id('ICT.B')}`, words: 'retired: ICT.B "Title of ICT.B"', flags: 4 },
    bySeverity: { breaking: 3, review: 1, notice: 0 },
    byState: { open: 3, 'in-review': 1, returned: 0, resolved: 0 },
    due: { state: 'dated', day: '2027-06-30' },
  })
})

t.test('a sector is where the links lead; a document is the first part of the key', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { get } = made
  const groups = async (by: string) =>
    (await get(`/flags/groups?by=${by}`)).items.map(({ key, words, flags }: Record<string, unknown>) => [
      key,
      words,
      flags,
    ])
  t.strictSame(await groups('sector'), [
    ['ca-mcs-2013:EEU', 'EEU "Title of EEU" (ca-mcs-2013)', 2],
    ['ca-mcs-2013:ICT', 'ICT "Title of ICT" (ca-mcs-2013)', 5],
  ])
  t.strictSame(await groups('document'), [
    ['AETC', 'document AETC', 1],
    ['CTE', 'document CTE', 3],
    ['TC1', 'document TC1', 1],
  ])
  t.strictSame(keysOf(await get('/flags?document=CTE&sector=EEU')), ['CTE/R4T/BOTH', 'CTE/R4T/EEU'])
  t.strictSame(keysOf(await get('/flags?subject=ITEC&kind=authorization')), ['TC1/_/ITEC'])
  t.strictSame(keysOf(await get('/flags?document=none')), [])
  const first = await get('/flags/groups?by=document&limit=2')
  t.equal(first.items.length, 2)
  const rest = await get(`/flags/groups?by=document&limit=2&cursor=${first.next}`)
  t.match(rest, { items: [{ key: 'TC1' }], next: null })
  t.match(await get('/flags/groups?by=colour'), { status: 400 })
  t.match(await get('/flags/groups?cursor=abc'), { code: 'CTE_BAD_CURSOR' })
})

t.test('flags come in full, with every path, under the filters of the list', async t => {
  const queue = await queueWorld(t)
  if (queue === null) return
  const { get } = queue
  const whole = await get('/flags/causes?release=ca-mcs-2013@2')
  const list = await get('/flags?release=ca-mcs-2013@2')
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)
  t.strictSame(ids(whole), ids(list))
  const first = await get('/flags/causes?release=ca-mcs-2013@2&limit=1')
  t.strictSame(ids(await get(`/flags/causes?release=ca-mcs-2013@2&limit=200&cursor=${first.next}`)), ids(list).slice(1))
  const shown = await get(`/flags/${first.items[0].id}`)
  t.strictSame(first.items[0].causes, shown.causes)
  t.strictSame(ids(await get('/flags/causes?sector=EEU')), ids(await get('/flags?sector=EEU')))
})

t.test('the list goes by what is due first; a person sets another day, and it outlives a rebuild', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { get, post, flagOf, sameWhenRebuilt } = made
  const order = async () => {
    const found: string[] = []
    let cursor = ''
    do {
      const page = await get(`/flags?order=due&limit=2${cursor}`)
      found.push(...keysOf(page))
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    return found
  }
  const byGravity = keysOf(await get('/flags'))
  t.strictSame(await order(), byGravity)
  t.match((await get('/flags?due=none')).items, [
    { dependent: { key: 'TC1/_/ITEC' }, due: { state: 'none', day: null } },
  ])
  const eeu = await flagOf('CTE/R4T/EEU')
  t.match(await get(`/flags/${eeu._id}`), {
    due: { state: 'dated', day: '2027-10-05', basis: 'Before 2027-10-06, census day of 2027-28', overdue: false },
  })
  const step = (body: object, version: number) => post(`/flags/${eeu._id}/transitions`, body, { version })
  t.match(await step({ reason: 'Nothing said' }, 1), { status: 422, code: 'CTE_STEP_CHANGES_NOTHING' })
  t.match(await step({ due: '2026-13-01', reason: 'No such day' }, 1), { status: 400 })
  t.match(await step({ to: 'resolved', disposition: 'drop', due: '2027-01-01', reason: 'Both' }, 1), {
    code: 'CTE_DUE_REFUSED',
  })
  t.match(await step({ due: '2026-11-21', owner: 'kchan', reason: 'Board meets' }, 1), {
    ...{ state: 'open', owner: 'kchan', version: 2 },
    due: {
      day: '2026-11-21',
      reckoned: '2027-10-05',
      setBy: 'mlopez',
      basis: 'Set by mlopez: Board meets',
      overdue: true,
    },
  })
  t.strictSame(await order(), ['CTE/R4T/EEU', ...byGravity.filter(key => key !== 'CTE/R4T/EEU')])
  t.strictSame(keysOf(await get('/flags?overdue=true')), ['CTE/R4T/EEU'])
  t.equal((await get('/flags?overdue=false')).items.length, 4)
  t.strictSame(keysOf(await get('/flags?unowned=false')), ['CTE/R4T/EEU'])
  t.strictSame(keysOf(await get('/flags?dueFrom=2026-11-21&dueTo=2026-11-30')), ['CTE/R4T/EEU'])
  await sameWhenRebuilt(t)
  const after = await flagOf('CTE/R4T/EEU')
  t.match(after, { dueSet: { day: '2026-11-21', by: 'mlopez', reason: 'Board meets' }, dueSort: '2026-11-21' })
  t.match(await step({ due: null, reason: 'It does not' }, after.version), { due: { day: '2027-10-05', setBy: null } })
  await sameWhenRebuilt(t)
  t.match((await get(`/flags/${eeu._id}/transitions`)).items, [
    { due: '2026-11-21', from: 'open', to: 'open' },
    { due: null },
  ])
  t.match(await get('/flags?order=due&cursor=abc'), { code: 'CTE_BAD_CURSOR' })
})

t.test('flags from before there were due dates get what new ones are born with, their versions unchanged', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, get } = made
  const before = await world.flags()
  await world.models.Flag.collection.updateMany(
    {},
    { $unset: { sectors: 1, changes: 1, due: 1, dueSet: 1, dueSort: 1 } },
  )
  t.match((await get('/flags?severity=breaking&limit=1')).items, [{ due: { day: '2027-06-30' } }], 'shown even so')
  await world.review.assessPending()
  t.strictSame(await world.flags(), before)
})

t.test('the words of CalSAAS stand beside ours, marked as our mapping, and null where nothing corresponds', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { get } = made
  const states = await get('/flag-states')
  t.match(states.items, [
    {
      state: 'open',
      next: ['in-review', 'resolved'],
      calsaas: { term: 'Undetermined', mapping: 'ours', verified: true },
    },
    { state: 'in-review', calsaas: { term: 'MA Review', meaning: 'inferred', verified: false } },
    { state: 'returned', calsaas: { term: 'Returned to LEA' } },
    { state: 'resolved', calsaas: { term: 'Finalized', source: /CalSAAS pages/ } },
  ])
  t.strictSame(
    states.others.map((word: { term: string }) => word.term),
    ['Returned to MA', 'MA Completed', 'Submitted to CTC'],
  )
  const dispositions = await get('/dispositions')
  t.match(dispositions.items[0], {
    disposition: 'no-impact',
    calsaas: { term: 'Appropriate Assignment', mapping: 'ours' },
  })
  t.equal(dispositions.items.filter((one: { calsaas: null }) => one.calsaas === null).length, 12)
  t.equal(dispositions.others.length, 9)
})

t.test('a view is kept, shared or not, changed by its keeper, and leaves nothing behind', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { get, post, ask } = made
  const kchan = 'id=kchan; agency=CTC; role=editor'
  const body = {
    name: 'Breaking, by sector',
    filter: { severity: 'breaking', unowned: true },
    order: 'due',
    group: 'sector',
  }
  const view = await post('/views', body)
  t.match(view, { ...body, shared: false, owner: 'mlopez', agency: 'CTC', version: 1 })
  t.match(await post('/views', { ...body, filter: { colour: 'red' } }), { status: 400 })
  t.match(await post('/views', body, { actor: 'id=a; agency=CALPADS; role=editor' }), { status: 403 })
  t.equal((await get(`/flags?view=${view.id}`)).items.length, 3)
  t.strictSame(keysOf(await get(`/flags?view=${view.id}&severity=review`)), ['CTE/R4T/EEU'], 'what is asked goes first')
  t.match(await get(`/flags/groups?view=${view.id}`), { by: 'sector' })
  t.match(await get(`/flags?view=${view.id}`, { actor: kchan }), { status: 404, code: 'CTE_NO_SUCH_VIEW' })
  t.strictSame((await get('/views', { actor: kchan })).items, [])
  const put = async (rest: object, how: { version?: number; actor?: string } = {}) =>
    (await ask(`/views/${view.id}`, { method: 'PUT', body: { ...body, ...rest }, ...how })).json()
  t.match(await put({ shared: true }), { status: 428 })
  t.match(await put({ shared: true }, { version: 1 }), { shared: true, version: 2 })
  t.match(await put({ name: 'Theirs' }, { version: 2, actor: kchan }), { status: 403, code: 'CTE_VIEW_NOT_YOURS' })
  t.equal((await get('/views', { actor: kchan })).items.length, 1)
  t.equal((await get(`/flags?view=${view.id}`, { actor: kchan })).items.length, 3)
  t.equal((await ask(`/views/${view.id}`, { method: 'DELETE', version: 1 })).statusCode, 412)
  t.equal((await ask(`/views/${view.id}`, { method: 'DELETE', version: 2 })).statusCode, 204)
  t.match(await get(`/views/${view.id}`), { status: 404 })
  t.equal((await get('/flags')).items.length, 5)
})
