import t from 'tap'
import { catalogue } from './builders.ts'
import { CDE, callOn, withCourseCodes } from './with-course-codes.ts'

t.test('course codes are read, corrected and linked over HTTP', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { app, call, events } = service
  await call('POST', '/imports', catalogue())
  const codes = async (query: string) =>
    (await call('GET', `/course-codes?${query}`)).body.items.map((row: { code: string }) => row.code)
  const changed = () => events('cte.calpads.course-code.changed')

  t.test('filters find by level, sector, pathway, item and words', async t => {
    t.strictSame(await codes('level=capstone'), ['7112', '7839'])
    t.strictSame(await codes('sector=FID'), ['7000', '7839'], 'the wildcard belongs to every sector')
    t.strictSame(await codes('sector=Elective'), ['7000'])
    t.strictSame(await codes('pathway=AGR.A'), ['7111', '7112'])
    t.strictSame(await codes('pathway=Agricultural%20Business'), ['7111', '7112'])
    t.strictSame(await codes('item=MSS'), ['7400'])
    t.strictSame(await codes('q=cosmetology'), ['7839'])
  })
  t.test('in a school year only what is certainly not in force is left out', async t => {
    const { items } = (await call('GET', '/course-codes?schoolYear=2026-27')).body
    const shown = items.map((row: { code: string; inForce: string }) => `${row.code} ${row.inForce}`)
    t.notOk(
      shown.some((row: string) => row.startsWith('7121')),
      'ended with 2025-26',
    )
    t.ok(shown.includes('9000-01 yes'))
    t.ok(shown.includes('7100 unknown'))
    t.equal((await call('GET', '/course-codes?schoolYear=2016-17')).body.items.length, 6)
    t.equal((await call('GET', '/course-codes?schoolYear=2026-28')).body.errors[0].path, '/query/schoolYear')
    t.equal((await call('GET', '/course-codes/7100')).body.inForce, null)
  })
  t.test('pages follow each other, and a bad cursor is refused', async t => {
    const first = (await call('GET', '/course-codes?limit=5')).body
    const second = (await call('GET', `/course-codes?limit=5&cursor=${first.next}`)).body
    t.strictSame([first.items.length, second.items.length, second.next], [5, 3, null])
    t.equal((await call('GET', '/course-codes?cursor=bm90LWpzb24')).body.code, 'CTE_BAD_CURSOR')
    t.equal((await call('GET', '/course-codes/7999')).body.code, 'CTE_NO_SUCH_COURSE_CODE')
    t.equal((await call('GET', '/course-codes/agriculture')).status, 400)
  })
  t.test('a sequence says what is missing', async t => {
    const { items } = (await call('GET', '/sequences')).body
    t.match(items, [
      { item: 'AGR.A', code: '100', concentrator: ['7111'], capstone: ['7112'], complete: true, missing: [] },
      { item: 'AGR.B', concentrator: ['7121'], capstone: [], complete: false, missing: ['capstone'] },
      { item: 'FID.C', code: null, capstone: ['7839'], complete: false, missing: ['concentrator'] },
    ])
    t.strictSame(items[0].sectorIntroductory, ['7100', '9000-01'])
    t.match((await call('GET', '/sequences?q=AGR.B&schoolYear=2026-27')).body.items, [
      { missing: ['concentrator', 'capstone'] },
    ])
    t.match((await call('GET', '/pathways?q=mechanics')).body.items, [{ code: '101', item: 'AGR.B' }])
  })
  t.test('the CSV leaves unknown years blank and says that they are', async t => {
    const { body, headers } = await call('GET', '/course-codes/export?schoolYear=2026-27&q=7400')
    t.match(headers['content-type'], 'text/csv')
    const [head, line] = String(body).trim().split('\r\n')
    t.match(head, /,effectiveFrom,effectiveTo,inForce,/)
    t.match(line, /^7400,Course 7400,introductory,Some sector,,,BUS MSS,,,unknown,school-years-unknown,/)
  })
  t.test('a correction needs the version that was read, and an editor of CALPADS or CDE', async t => {
    const url = '/course-codes/7111'
    const body = { effectiveFrom: '2017-18', title: 'Farm Business' }
    t.equal((await call('PATCH', url, body)).status, 428)
    t.equal((await call('PATCH', url, body, { 'if-match': '"v2"' })).status, 412)
    const asCtc = callOn(app, 'id=a; agency=CTC; role=editor')
    t.equal((await asCtc('PATCH', url, body, { 'if-match': '"v1"' })).status, 403)
    t.equal((await call('PATCH', url, { effectiveFrom: '17-18' }, { 'if-match': '"v1"' })).status, 400)
    const asCalpads = callOn(app, 'id=a; agency=CALPADS; role=editor')
    const done = await asCalpads('PATCH', url, body, { 'if-match': '"v1"' })
    t.match(done, { status: 200, headers: { etag: '"v2"' }, body: { ...body, effectiveTo: null } })
    t.match(done.body.links, [{ dependent: { title: 'Farm Business' } }])
    t.match((await changed()).at(-1)?.data, {
      dependent: { title: 'Farm Business' },
      added: [{ item: { key: 'AGR.A' } }],
    })
    const reversed = await call('PATCH', url, { effectiveTo: '2016-17' }, { 'if-match': '"v2"' })
    t.match(reversed, { status: 422, body: { code: 'CTE_YEARS_REVERSED' } })
    t.strictSame((await call('POST', '/imports', catalogue())).body.sections.courseCodes.kept, ['7111'])
  })
  t.test('a link made by a person is there at once, and goes again', async t => {
    const url = '/course-codes/7839'
    const body = { framework: 'ca-mcs-2013', item: 'FID', basis: 'Users Guide', verified: true }
    const made = await call('POST', `${url}/links`, body)
    t.match(made, { status: 201, body: { item: { key: 'FID' }, dependent: { key: '7839', level: 'capstone' } } })
    t.match((await changed()).at(-1), { actor: CDE, data: { added: [{ id: made.body.id }] } })
    t.equal((await call('POST', `${url}/links`, body)).body.code, 'CTE_LINK_EXISTS')
    t.equal((await call('GET', url)).body.links.length, 2)
    t.equal((await call('DELETE', `/links/${made.body.id}`)).status, 204)
    t.equal((await call('GET', url)).body.links.length, 1)
    const unknown = await call('POST', `${url}/links`, { ...body, item: 'NIX' })
    t.match(unknown, { status: 422, body: { code: 'CTE_ITEM_UNKNOWN' } })
  })
})
