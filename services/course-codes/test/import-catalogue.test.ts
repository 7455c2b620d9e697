import t from 'tap'
import { at, catalogue, courseCode, pathway } from './builders.ts'
import { withCourseCodes } from './with-course-codes.ts'

const CHANGED = 'cte.calpads.course-code.changed'

t.test('a catalogue is taken in with its traps', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, events } = service
  const first = await call('POST', '/imports', catalogue())
  t.equal(first.status, 200, JSON.stringify(first.body))
  t.match(first.body.sections, { pathways: { added: 3, changed: 0 }, courseCodes: { added: 8, changed: 0 } })
  const links = async (code: string) => (await call('GET', `/course-codes/${code}`)).body.links

  t.test('the wildcard stands for every sector', async t => {
    t.match(await links('7000'), [{ item: null, any: 'sector', lineage: [], release: 1 }])
    t.equal((await call('GET', '/course-codes/7000')).body.elective, true)
  })
  t.test('one code may belong to two sectors', async t => {
    t.match(await links('7400'), [{ item: { key: 'BUS' } }, { item: { key: 'MSS' } }])
  })
  t.test('a pathway brings its ancestors along', async t => {
    t.match(await links('7111'), [{ item: { key: 'AGR.A' }, lineage: [{ key: 'AGR' }], any: null }])
  })
  t.test('a code is a string', async t => {
    t.match((await call('GET', '/course-codes/9000-01')).body, { code: '9000-01' })
  })
  t.test('gaps are reported and stay gaps', async t => {
    const { body } = await call('GET', '/gaps')
    t.strictSame(body.items, first.body.gaps)
    const unknown = body.items.filter((gap: { code: string }) => gap.code === 'school-years-unknown')
    t.equal(unknown.length, 6)
    t.match(
      body.items.filter((gap: { code: string }) => gap.code === 'pathway-not-stated'),
      [{ key: '7121' }, { key: '7839' }],
    )
    t.match(body.items[0], { code: 'pathway-code-blank', key: 'ca-mcs-2013:FID.C' })
  })
  t.test('the same file again changes nothing, says nothing and asks nobody', async t => {
    t.equal((await events(CHANGED)).length, 8)
    const asked = service.standards.asked.length
    const { body } = await call('POST', '/imports', catalogue())
    t.match(body.sections, { pathways: { unchanged: 3 }, courseCodes: { added: 0, changed: 0, unchanged: 8 } })
    t.equal((await events(CHANGED)).length, 8)
    t.equal(service.standards.asked.length, asked)
  })
  t.test('what a file no longer lists is reported and stays', async t => {
    const { body } = await call('POST', '/imports', catalogue({ courseCodes: catalogue().courseCodes.slice(1) }))
    t.strictSame(body.sections.courseCodes.notListed, ['7000'])
    t.equal((await call('GET', '/course-codes/7000')).status, 200)
  })
  t.test('an alignment that changed changes the link, and nothing else', async t => {
    const courseCodes = catalogue().courseCodes.map(row =>
      row.code === '7400' ? courseCode('7400', 'introductory', ['BUS', 'FID']) : row,
    )
    const { body } = await call('POST', '/imports', catalogue({ courseCodes }))
    t.match(body.sections.courseCodes, { changed: 1, unchanged: 7 })
    t.strictSame((await links('7400')).map((link: { item: { key: string } }) => link.item.key).sort(), ['BUS', 'FID'])
    const last = (await events(CHANGED)).at(-1)
    t.match(last?.data, { dependent: { key: '7400' }, added: [{ item: { key: 'FID' } }], removed: [/.+/] })
  })
})

t.test('a bad row refuses the whole file and names every fault', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, db, standards } = service
  const refused = async (body: unknown) => {
    const answer = await call('POST', '/imports', body)
    t.equal(answer.body.code, 'CTE_IMPORT_REFUSED', JSON.stringify(answer.body))
    return answer.body.errors as { path: string; message: string }[]
  }
  const shapes = [
    courseCode('71000', 'introductory', ['AGR']),
    courseCode('7100', 'beginner', ['AGR']),
    courseCode('7101', 'capstone', ['AGR'], { effectiveFrom: '2026' }),
    courseCode('7102', 'capstone', ['AGR'], { effectiveFrom: '2026-28' }),
    courseCode('7103', 'capstone', [], { alignments: [at('AGR', { any: 'sector' })] }),
    courseCode('7104', 'capstone', [], { alignments: [{ framework: 'ca-mcs-2013', basis: 'x', verified: true }] }),
  ]
  t.strictSame(
    (await refused(catalogue({ courseCodes: shapes }))).map(({ path }) => path),
    [
      '/courseCodes/0/code',
      '/courseCodes/1/level',
      '/courseCodes/2/effectiveFrom',
      '/courseCodes/3/effectiveFrom',
      '/courseCodes/4/alignments/0',
      '/courseCodes/5/alignments/0',
    ],
  )
  const rows = [
    courseCode('7100', 'introductory', ['AGR', 'AGR']),
    courseCode('7100', 'introductory', ['AGR'], { source: 'hearsay' }),
    courseCode('7101', 'capstone', ['AGR'], { effectiveFrom: '2027-28', effectiveTo: '2026-27' }),
  ]
  t.strictSame(await refused(catalogue({ courseCodes: rows })), [
    { path: '/courseCodes/1', message: '7100 is listed before, at /courseCodes/0' },
    { path: '/courseCodes/1/source', message: 'No source hearsay' },
    { path: '/courseCodes/0/alignments/1', message: 'ca-mcs-2013 AGR is listed before' },
    { path: '/courseCodes/2/effectiveTo', message: '2026-27 is before 2027-28' },
  ])
  const unknown = [
    courseCode('7100', 'introductory', ['AGR', 'ANR']),
    courseCode('7101', 'capstone', [], { alignments: [at('*', { framework: 'nobody-knows' })] }),
  ]
  t.strictSame(await refused(catalogue({ pathways: [pathway('AGR.Z', 'Zoology')], courseCodes: unknown })), [
    { path: '/pathways/0/item', message: 'No item AGR.Z in ca-mcs-2013' },
    { path: '/courseCodes/0/alignments/1', message: 'No item ANR in ca-mcs-2013' },
    { path: '/courseCodes/1/alignments/0', message: 'No framework nobody-knows has been published' },
  ])
  t.match((await call('POST', '/imports?dryRun=true', catalogue())).body, { sections: { courseCodes: { added: 8 } } })
  await standards.stop()
  t.equal((await call('POST', '/imports', catalogue())).body.code, 'CTE_STANDARDS_UNREACHABLE')
  for (const name of ['course_codes', 'pathways', 'links', 'outbox'])
    t.equal(await db.connection.collection(name).countDocuments(), 0, `nothing in ${name}`)
  t.equal((await call('POST', '/imports', catalogue(), { 'x-cte-actor': 'id=a; agency=CTC; role=editor' })).status, 403)
})
