import t from 'tap'
import { filterCodeSet, type StandingRow } from '../src/code-sets/facets.ts'

const row = (code: string, more: Partial<StandingRow> = {}): StandingRow => ({
  ...{ code, title: `Course ${code} (hypothetical)`, description: null, level: 'concentrator' as const },
  ...{ sectorName: 'Farms', pathwayName: 'Crops', pathwayCode: null, effectiveFrom: null, effectiveTo: null },
  ...{ valid: 'unknown' as const, status: 'unknown' as const, why: 'No source says', ...more },
})
const ROWS = [
  row('7111'),
  row('7112', { level: 'capstone' }),
  row('7210', { sectorName: 'Arts', pathwayName: null }),
  row('7220', { sectorName: null, pathwayName: 'Stage', status: 'active', valid: 'yes' }),
]
const codes = (filter: Parameters<typeof filterCodeSet>[1]) => filterCodeSet(ROWS, filter).rows.map(({ code }) => code)

t.test('a code set is narrowed by what its rows say', async t => {
  t.strictSame(codes({}), ['7111', '7112', '7210', '7220'])
  t.strictSame(codes({ q: '711' }), ['7111', '7112'], 'how a code begins')
  t.strictSame(codes({ q: 'COURSE 7210' }), ['7210'], 'words of the title, however they are written')
  t.strictSame(codes({ sector: 'Farms', level: 'capstone' }), ['7112'])
  t.strictSame(codes({ valid: 'yes' }), ['7220'])
})

t.test('what nothing says can be asked for, and is counted', async t => {
  t.strictSame(codes({ pathway: 'unknown' }), ['7210'])
  t.strictSame(filterCodeSet(ROWS, {}).facets.sector, [
    { value: 'Arts', count: 1 },
    { value: 'Farms', count: 2 },
    { value: 'unknown', count: 1 },
  ])
})

t.test('a facet counts by the other filters, so that another of its values can be chosen', async t => {
  const { facets } = filterCodeSet(ROWS, { sector: 'Farms', level: 'capstone' })
  t.strictSame(facets.level, [
    { value: 'capstone', count: 1 },
    { value: 'concentrator', count: 1 },
  ])
  t.strictSame(facets.sector, [{ value: 'Farms', count: 1 }])
})
