import { firstDayOf, firstDayOfBound, lastDayOf, lastDayOfBound, schoolYearOf } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { codeInForce, daysOf } from '../src/index.ts'

const during = (effectiveFrom: string | null, effectiveTo: string | null, schoolYear = '2026-27') => {
  const { valid, status } = codeInForce({ effectiveFrom, effectiveTo }, daysOf(schoolYear))
  return `${valid} ${status}`
}

t.test('one day in common is enough (GERR0007)', async t => {
  t.equal(during('2017-18', '2026-27'), 'yes active')
  t.equal(during('2017-18', '2026-07-01'), 'yes active', 'its last day is the first of the year')
  t.equal(during('2027-06-30', '2030-31'), 'yes active', 'its first day is the last of the year')
  t.equal(during('2017-18', '2026-06-30'), 'no retired')
  t.equal(during('2027-07-01', '2030-31'), 'no proposed')
})

t.test('one known end may decide, and never does where it might not', async t => {
  t.equal(during(null, '2025-26'), 'no retired')
  t.equal(during('2027-28', null), 'no proposed')
  t.equal(during('2026-27', null), 'yes active', 'a code is effective on its first day')
  t.equal(during(null, '2026-27'), 'yes active', 'and on its last')
  t.equal(during('2020-21', null), 'unknown unknown')
  t.equal(during(null, '2030-31'), 'unknown unknown')
  t.equal(during(null, null), 'unknown unknown')
  t.match(codeInForce({ effectiveFrom: null, effectiveTo: null }, daysOf('2026-27')).why, /begins or ends/)
})

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const bound = fc.oneof(day, day.map(schoolYearOf))
const period = fc.tuple(bound, bound).filter(([from, to]) => firstDayOfBound(from) <= lastDayOfBound(to))
const asked = fc.tuple(day, day).map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }))

t.test('with both ends known it is the overlap, day by day', async t => {
  fc.assert(
    fc.property(period, asked, ([from, to], days) => {
      const overlaps = firstDayOfBound(from) <= days.last && lastDayOfBound(to) >= days.first
      return codeInForce({ effectiveFrom: from, effectiveTo: to }, days).valid === (overlaps ? 'yes' : 'no')
    }),
  )
  t.pass()
})

t.test('an end that becomes known never turns yes into no, nor no into yes', async t => {
  fc.assert(
    fc.property(period, asked, fc.boolean(), ([from, to], days, hidesFrom) => {
      const known = codeInForce({ effectiveFrom: from, effectiveTo: to }, days).valid
      const hidden = hidesFrom ? { effectiveFrom: null, effectiveTo: to } : { effectiveFrom: from, effectiveTo: null }
      const { valid } = codeInForce(hidden, days)
      return valid === 'unknown' || valid === known
    }),
  )
  t.pass()
})

t.test('a school year as a bound is its first and last day', async t => {
  fc.assert(
    fc.property(day.map(schoolYearOf), asked, (year, days) => {
      const byYear = codeInForce({ effectiveFrom: year, effectiveTo: year }, days)
      const byDays = codeInForce({ effectiveFrom: firstDayOf(year), effectiveTo: lastDayOf(year) }, days)
      return byYear.valid === byDays.valid
    }),
  )
  t.pass()
})
