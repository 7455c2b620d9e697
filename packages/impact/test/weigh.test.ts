import type { Severity } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { byWeight, type Weighed, weigh, weightInWords, weightOf } from '../src/index.ts'

const flag = (key: string, severity: Severity, count: number | null, more: Partial<Weighed> = {}): Weighed => ({
  ...{ key, severity, count, suppressed: false, sectors: ['BCT'], pathways: [] },
  ...more,
})
const flags = [
  flag('7311', 'breaking', 1200),
  flag('7312', 'breaking', 40, { sectors: ['BCT', 'EEU'] }),
  flag('7313', 'breaking', null),
  flag('7300', 'notice', 5000),
]

t.test('impacts are summed by severity, and said in words', async t => {
  const { bySeverity, bySector, total } = weigh(flags)
  t.match(bySeverity, [
    { severity: 'breaking', count: 1240, unknown: 1 },
    { severity: 'notice', count: 5000 },
  ])
  t.match(bySector, [
    { key: 'BCT', count: 6240, dependents: 4 },
    { key: 'EEU', count: 40, dependents: 1 },
  ])
  t.match(total, { dependents: 4, count: 6240, loaded: 3, unknown: 1 })
  const words = { severity: 'breaking', kind: 'course code', measure: 'sections' } as const
  t.equal(weightInWords(bySeverity[0]!, words), '3 breaking course codes with 1,240 sections; of 1 no count is loaded')
  t.equal(weightInWords(weightOf([flags[2]!]), words), '1 breaking course code with an unknown number of sections')
})

t.test('the heaviest comes first, and what nobody has counted last', async t => {
  t.strictSame(
    [...flags].sort(byWeight).map(({ key }) => key),
    ['7300', '7311', '7312', '7313'],
  )
})

t.test('by severity nothing is lost and nothing counted twice', async () => {
  const severity = fc.constantFrom<Severity>('notice', 'review', 'breaking')
  const count = fc.option(fc.nat(5000))
  fc.assert(
    fc.property(fc.array(fc.tuple(severity, count, fc.boolean())), rows => {
      const all = rows.map(([severity, count, suppressed], n) => flag(String(n), severity, count, { suppressed }))
      const { total, bySeverity } = weigh(all)
      const sum = (field: 'count' | 'dependents' | 'unknown') =>
        bySeverity.reduce((whole, each) => whole + each[field], 0)
      return (
        sum('count') === total.count &&
        sum('dependents') === rows.length &&
        sum('unknown') === total.unknown &&
        total.loaded + total.unknown === rows.length
      )
    }),
  )
})
