import { type ItemTranslation, idFrom, rpc, TranslateRequest } from '@cte-align/contracts'
import t from 'tap'
import { catalogue } from './builders.ts'
import { withCourseCodes } from './with-course-codes.ts'

const CLUSTERS = 'ca-cte-clusters'
const to = (key: string, state: 'draft' | 'accepted' = 'draft') => ({
  item: { framework: CLUSTERS, id: idFrom('test', key), key, kind: 'cluster' as const, title: `Title of ${key}` },
  ...{ relation: 'related' as const, state },
})
const TABLE: Record<string, ItemTranslation['targets']> = {
  AGR: [to('agriculture'), to('energy')],
  'AGR.A': [to('agriculture', 'accepted')],
  'AGR.B': [to('agriculture'), to('energy')],
  BUS: [to('business')],
  MSS: [to('marketing')],
}

t.test('Perkins reports are seen by sector and by cluster side by side, and reconcile', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { bus, call } = service
  await call('POST', '/imports', catalogue())
  const url = '/perkins/view?schoolYear=2026-27'
  t.match(await call('GET', url), { status: 503, body: { code: 'CTE_STANDARDS_UNREACHABLE' } })

  let says: 'release' | 'none' | 'unknown' = 'unknown'
  await bus.join().serve(rpc.translate, async function* (data) {
    const { from, to: clusters, items, perkinsOn } = TranslateRequest.parse(data)
    t.equal(perkinsOn, '2026-07-01')
    const translated = items.map((asked): ItemTranslation => {
      const targets = TABLE[asked] ?? []
      return { asked, targets, answer: targets.length > 0 ? 'mapped' : asked === 'FID' ? 'none' : 'unmapped' }
    })
    yield { piece: 'items', items: translated }
    const perkins = [
      { framework: from, answer: 'release', says: 'a test' },
      { framework: clusters, answer: says, says: 'a test' },
    ]
    yield { piece: 'summary', chain: ['a-crosswalk'], perkins }
  })
  const file =
    'Code,School Year,Measure,Count\r\n7111,2026-27,sections,40\r\n7400,2026-27,sections,5\r\n7111,2026-27,pupils,*'
  const loaded = await call('POST', '/imports/aggregates?source=A%20test&asOf=2026-10-07', file, {
    'content-type': 'text/csv',
  })
  t.equal(loaded.status, 200, JSON.stringify(loaded.body))

  const { body } = await call('GET', url)
  const row = (code: string) => body.rows.find((each: { code: string }) => each.code === code)
  const group = (side: string, key: string | null) =>
    body[side].find((each: { key: string | null }) => each.key === key)
  t.test('what nobody has accepted is unknown, and says which draft there is', async t => {
    t.match(row('7111'), { sector: 'AGR', pathways: ['AGR.A'], cluster: 'agriculture', mapped: 'accepted' })
    t.match(row('7100'), { sector: 'AGR', cluster: 'unknown (draft: agriculture, energy)', mapped: 'draft' })
    t.match(row('7839'), { sector: 'FID', cluster: 'unknown (unmapped)' })
    t.match(row('7000'), { sector: null, cluster: 'unknown (unmapped)' })
    t.match(row('7400'), { sector: 'BUS', alsoSectors: ['MSS'], cluster: 'unknown (draft: business, marketing)' })
    t.equal(row('7121'), undefined, 'what ended with 2025-26 is left out')
  })
  t.test('every code is once by sector, and what is in several clusters is told', async t => {
    t.equal(body.rows.length, 7)
    t.match(body.reconciled, { codes: 7, bySector: 7, mapped: 5, unmapped: 2, none: 0, inSeveral: 3, byCluster: 10 })
    t.match(group('bySector', 'AGR'), { codes: 4, pathways: { complete: 0, unknown: 1, incomplete: 1 } })
    t.match(group('byCluster', 'agriculture'), { codes: 4, unverified: 2, title: 'Title of agriculture' })
    t.match(group('byCluster', null), { codes: 2 })
  })
  t.test('counts are beside it where somebody has loaded any', async t => {
    t.match(group('bySector', 'AGR').sections, { count: 40, counted: 1 })
    t.match(group('byCluster', 'marketing').sections, { count: 5, counted: 1 })
    t.match(group('bySector', 'FID').sections, { count: null, counted: 0 })
    t.match(group('bySector', 'AGR').pupils, { count: 0, counted: 1 })
  })
  t.test('which side a report uses is a date that nobody else stands in for', async t => {
    t.equal(body.reportsBy, 'unknown')
    says = 'none'
    t.equal((await call('GET', url)).body.reportsBy, 'sector')
    says = 'release'
    t.equal((await call('GET', url)).body.reportsBy, 'cluster')
  })
  t.test('it leaves as CSV and as a workbook', async t => {
    const csv = String((await call('GET', '/perkins/view/export?schoolYear=2026-27')).body)
    t.match(
      csv,
      /2026-27,cluster,7400,Course 7400,introductory,unknown,BUS,MSS,,"unknown \(draft: business, marketing\)",draft/,
    )
    const xlsx = await call('GET', '/perkins/view/export?schoolYear=2026-27&format=xlsx')
    t.match(xlsx.headers['content-type'], 'spreadsheetml')
  })
})
