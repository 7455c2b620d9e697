import t from 'tap'
import { catalogue } from './builders.ts'
import { changeOf } from './release-said.ts'
import { sayTwoReleases } from './two-releases.ts'
import { until } from './until.ts'
import { callOn, MCS, withCourseCodes } from './with-course-codes.ts'
import { workbook } from './workbook.ts'

const HEAD = 'Course Code,School Year,Measure,Count'
const csv = (...rows: string[]) => [HEAD, ...rows].join('\r\n')
const at = (asOf: string, more = '') => `/imports/aggregates?source=A%20test%20file&asOf=${asOf}${more}`
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

t.test('counts come in as aggregates and weigh the flags of a release', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { app, bus, call, db } = service
  await call('POST', '/imports', catalogue())
  const load = (file: string | Buffer, url = at('2025-10-01'), type = 'text/csv') =>
    call('POST', url, file, { 'content-type': type })
  const standing = async (query = '') =>
    (await call('GET', `/aggregates?${query}`)).body.items.map(
      (each: { key: string; measure: string; count: number | null; suppressed: boolean; asOf: string }) =>
        `${each.key} ${each.measure} ${each.count}${each.suppressed ? ' *' : ''} ${each.asOf}`,
    )
  const refusal = async (file: string | Buffer) => {
    const { status, body } = await load(file)
    return [status, body.code, ...(body.errors ?? []).map(({ path }: { path: string }) => path)]
  }

  t.test('what looks like persons is refused whole, by column and by cell', async t => {
    const refused = [422, 'CTE_LOOKS_LIKE_PERSONS']
    t.strictSame(await refusal(`${HEAD},SEID\r\n7111,2025-26,sections,3,1234567890`), [...refused, '/header/SEID'])
    t.strictSame(await refusal(`${HEAD},Teacher Name\r\n7111,2025-26,sections,3,x`), [
      ...refused,
      '/header/Teacher Name',
    ])
    t.strictSame(await refusal(csv('7111,2025-26,sections,3', '1234567890,2025-26,pupils,20')), [
      ...refused,
      '/rows/3/Course Code',
    ])
    t.strictSame(await refusal(`${HEAD},LEA Name\r\n7111,2025-26,sections,3,Somewhere`), [
      422,
      'CTE_BAD_CSV',
      '/header/LEA Name',
    ])
    t.strictSame(await standing(), [])
  })
  t.test('every fault is named by row and column, and then nothing is taken', async t => {
    const file = csv(
      '7111,2025-26,pupils,7',
      '71,2025-27,desks,-1',
      '7112,2025-26,sections,4',
      '7112,2025-26,sections,5',
    )
    t.strictSame(await refusal(file), [
      ...[422, 'CTE_IMPORT_REFUSED', '/rows/2/Count'],
      ...['Course Code', 'School Year', 'Measure', 'Count'].map(column => `/rows/3/${column}`),
      '/rows/5/Course Code',
    ])
    const parts = `${HEAD},Sector,LEA Type\r\n7111,2025-26,sections,9,,\r\n7111,2025-26,sections,4,AGR,charter\r\n7112,2025-26,sections,4,FID,Sunny District`
    t.strictSame(await refusal(parts), [
      422,
      'CTE_IMPORT_REFUSED',
      '/rows/3/Count',
      '/rows/4/Sector',
      '/rows/4/LEA Type',
    ])
    t.strictSame(await refusal(HEAD), [422, 'CTE_IMPORT_REFUSED', '/rows'])
    t.strictSame(await refusal(''), [422, 'CTE_BAD_CSV', '/'])
    t.strictSame(await standing(), [])
  })
  t.test('a dry run says what would stand, and a load may be repeated', async t => {
    const file = csv(
      '7111,2025-26,sections,40',
      '7112,2025-26,sections,25',
      '7111,2025-26,pupils,*',
      '7999,2025-26,sections,2',
    )
    const dry = await load(file, at('2025-10-01', '&dryRun=true'))
    t.match(dry.body, { outcome: 'would-be-loaded', standing: { added: 4, changed: 0 }, unknownKeys: ['7999'] })
    t.strictSame(await standing(), [])
    t.match((await load(file)).body, {
      outcome: 'loaded',
      load: { rows: 4, asOf: '2025-10-01', source: 'A test file' },
    })
    t.match((await load(file)).body, { outcome: 'loaded-before', standing: { unchanged: 4 } })
    t.equal(await db.connection.collection('aggregate_counts').countDocuments(), 4)
    t.strictSame(await standing('measure=pupils'), ['7111 pupils null * 2025-10-01'])
  })
  t.test('the newest day stands, whichever came last, and nothing is deleted', async t => {
    t.match((await load(csv('7111,2025-26,sections,44'), at('2026-02-01'))).body.standing, { changed: 1 })
    t.match((await load(csv('7111,2025-26,sections,1'), at('2025-09-01'))).body.standing, { older: 1 })
    t.strictSame(await standing('code=7111&measure=sections'), ['7111 sections 44 2026-02-01'])
    const parts = workbook({
      Counts: [
        ['Course Code', 'School Year', 'Measure', 'Count', 'LEA Type'],
        ['7112', '2025-26', 'sections', 20, 'district'],
        ['7112', '2025-26', 'sections', 10, 'charter'],
      ],
    })
    t.match((await load(parts, at('2026-03-01'), XLSX)).body, { outcome: 'loaded' })
    t.strictSame(await standing('code=7112'), ['7112 sections 30 2026-03-01'], 'parts are summed')
    const days = (await call('GET', '/aggregates/loads')).body.items.map(({ asOf }: { asOf: string }) => asOf)
    t.strictSame(days, ['2026-03-01', '2026-02-01', '2025-10-01', '2025-09-01'])
    const first = (await call('GET', '/aggregates?limit=2')).body
    t.match((await call('GET', `/aggregates?limit=2&cursor=${first.next}`)).body.items, [
      { key: '7112' },
      { key: '7999' },
    ])
  })
  t.test('only staff of CALPADS or CDE load counts, and a bad file type is refused', async t => {
    const asCtc = callOn(app, 'id=a; agency=CTC; role=editor')
    t.equal((await asCtc('POST', at('2025-10-01'), csv(), { 'content-type': 'text/csv' })).status, 403)
    t.equal((await load('x', at('2025-10-01'), 'image/png')).status, 415)
    t.equal((await call('POST', at('2025-10-01'), { code: '7111' })).status, 400)
  })
  t.test('impacts are weighed: the heaviest first, what nobody counted last and not taken for nothing', async t => {
    await sayTwoReleases(bus.join(), [changeOf('AGR.A', { successors: 'none' })])
    await until(async () => (await call('GET', `/releases/${MCS}@2/assessment`)).body.state === 'assessed')
    const { body } = await call('GET', `/impact-weights?release=${MCS}@2`)
    t.match(body, {
      ...{ measure: 'sections', schoolYear: '2025-26' },
      total: { count: 74, unknown: 0 },
      bySeverity: [{ severity: 'breaking', says: '2 breaking course codes with 74 sections' }],
      bySector: [{ key: 'AGR', count: 74 }],
      byPathway: [{ key: 'AGR.A', dependents: 2 }],
      flags: [
        { key: '7111', count: 44 },
        { key: '7112', count: 30 },
      ],
    })
    const pupils = (await call('GET', `/impact-weights?release=${MCS}@2&measure=pupils`)).body
    t.match(pupils.total, { dependents: 2, count: 0, loaded: 1, unknown: 1, suppressed: 1 })
    t.equal(
      pupils.total.says,
      '2 course codes with at least 0 pupils; of 1 no count is loaded; in 1 a small cell is suppressed',
    )
    t.match((await call('GET', `/impact-weights?release=${MCS}@2&measure=holders`)).body, {
      schoolYear: null,
      total: { says: '2 course codes with an unknown number of holders' },
    })
    t.equal((await call('GET', `/impact-weights?release=${MCS}@9`)).body.code, 'CTE_NO_SUCH_ASSESSMENT')
    const file = await call('GET', `/impact-weights/export?release=${MCS}@2`)
    t.match(String(file.body), /7111,Course 7111,breaking,open,AGR,AGR.A,2025-26,sections,44,/)
  })
})
