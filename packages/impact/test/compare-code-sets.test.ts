import type { CodeSetRow } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { CODE_SET_FIELDS, compareCodeSets } from '../src/index.ts'

const row = (code: string, more: Partial<CodeSetRow> = {}): CodeSetRow => ({
  ...{ code, title: `Course ${code}`, description: null, level: null, sectorName: null, pathwayName: null },
  ...{ pathwayCode: null, effectiveFrom: null, effectiveTo: null, ...more },
})

t.test('what came, what is gone, and each field that changed', async t => {
  const before = [row('7111'), row('7112', { level: 'capstone', effectiveTo: '2025-26' }), row('9000-01')]
  const after = [
    row('7113', { title: 'New (hypothetical)' }),
    row('7112', { level: 'concentrator', title: 'Renamed (hypothetical)', pathwayName: 'B', effectiveTo: '2026-27' }),
    row('9000-01'),
  ]
  const found = compareCodeSets(before, after)
  t.strictSame(
    [found.added.map(({ code }) => code), found.gone.map(({ code }) => code), found.unchanged],
    [['7113'], ['7111'], 1],
  )
  t.strictSame(
    found.changed.map(({ code, field, from, to }) => `${code} ${field}: ${from} > ${to}`),
    [
      '7112 title: Course 7112 > Renamed (hypothetical)',
      '7112 level: capstone > concentrator',
      '7112 pathwayName: null > B',
      '7112 effectiveTo: 2025-26 > 2026-27',
    ],
  )
  t.match(found.counts, { title: 1, level: 1, pathwayName: 1, effectiveTo: 1, effectiveFrom: 0 })
})

const some = fc.option(fc.constantFrom('a', 'b', '2026-27'), { nil: null })
const rows = fc.uniqueArray(
  fc.record({
    code: fc.integer({ min: 7000, max: 7012 }).map(String),
    title: fc.constantFrom('One', 'Two'),
    level: fc.constantFrom('concentrator' as const, 'capstone' as const, null),
    ...{ description: some, sectorName: some, pathwayName: some, pathwayCode: some, effectiveFrom: some },
    effectiveTo: some,
  }),
  { selector: each => each.code, maxLength: 12 },
)

t.test('an edition and itself differ in nothing', async t => {
  fc.assert(
    fc.property(rows, each => {
      const { added, gone, changed, unchanged } = compareCodeSets(each, [...each].reverse())
      return added.length + gone.length + changed.length === 0 && unchanged === each.length
    }),
  )
  t.pass()
})

t.test('the other way round it mirrors, and every code is told once', async t => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const [there, back] = [compareCodeSets(a, b), compareCodeSets(b, a)]
      const mirrored = back.changed.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from }))
      t.strictSame(
        [back.gone, back.added, mirrored, back.counts],
        [there.added, there.gone, there.changed, there.counts],
      )
      const changed = new Set(there.changed.map(({ code }) => code)).size
      return (
        there.gone.length + there.unchanged + changed === a.length &&
        there.added.length + there.unchanged + changed === b.length
      )
    }),
    { numRuns: 50 },
  )
})

t.test('the one with the differences made is the other', async t => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const { added, gone, changed } = compareCodeSets(a, b)
      const left = new Set(gone.map(({ code }) => code))
      const made = new Map([...a.filter(({ code }) => !left.has(code)), ...added].map(each => [each.code, { ...each }]))
      for (const { code, field, to } of changed) Object.assign(made.get(code)!, { [field]: to })
      const again = compareCodeSets(made.values(), b)
      return again.unchanged === b.length && CODE_SET_FIELDS.every(field => again.counts[field] === 0)
    }),
  )
  t.pass()
})
