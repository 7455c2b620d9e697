import { allDates, censusDay, type EffectiveDates, Severity, schoolYearOf } from '@cte-align/contracts'
import * as fc from 'fast-check'
import t from 'tap'
import { dueOf } from '../src/index.ts'

const dates = (some: Partial<EffectiveDates>) => allDates({ adoption: null, effective: null, ...some })
const ctc = (severity: Severity, some: Partial<EffectiveDates>) =>
  dueOf({ severity, dates: dates(some), consumer: 'ctc' })
const calpads = (severity: Severity, some: Partial<EffectiveDates>) =>
  dueOf({ severity, dates: dates(some), consumer: 'calpads' })

t.test('what breaks is due on the day before it takes effect', async t => {
  t.match(ctc('breaking', { regulation: '2027-09-01', effective: '2027-07-01' }), {
    ...{ state: 'dated', day: '2027-08-31', missing: [] },
    basis: 'Before 2027-09-01, the effective day of the regulation of CTC (Title 5)',
  })
  t.match(ctc('breaking', { effective: '2027-07-01' }), {
    ...{ day: '2027-06-30', basis: /no day of the regulation is set/ },
  })
  t.match(calpads('breaking', { calpadsSchoolYear: '2027-28', effective: '2026-01-01' }), { day: '2027-06-30' })
})

t.test('the census day at which it counts first may come before', async t => {
  const late = ctc('breaking', { regulation: '2028-01-01', calpadsSchoolYear: '2027-28' })
  t.equal(late.day, '2027-10-05')
  t.match(late.basis, /^Before 2027-10-06, census day of 2027-28, which comes before 2028-01-01, the effective day/)
})

t.test('what wants looking at is due before that census day', async t => {
  t.equal(calpads('review', { calpadsSchoolYear: '2026-27' }).day, '2026-10-06')
  t.equal(ctc('review', { regulation: '2027-07-01' }).day, '2027-10-05')
  t.equal(ctc('review', { effective: '2027-10-06' }).day, '2027-10-05', 'in force on the census day itself')
  t.equal(ctc('review', { effective: '2027-10-07' }).day, '2028-10-03', 'too late for the census of its year')
})

t.test('a notice is not due, and what nobody has set is unknown and named', async t => {
  t.match(ctc('notice', {}), { state: 'none', day: null })
  t.match(ctc('breaking', {}), { state: 'unknown', day: null, missing: ['regulation', 'effective'] })
  t.match(ctc('review', {}), { state: 'unknown', missing: ['regulation', 'effective'] })
  t.match(calpads('breaking', { effective: '2027-07-01', regulation: '2027-07-01' }), {
    ...{ state: 'unknown', missing: ['calpadsSchoolYear'] },
  })
  t.match(ctc('breaking', { calpadsSchoolYear: '2027-28' }).basis, /before 2027-10-06, census day of 2027-28, at the/)
})

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map(at => at.toISOString().slice(0, 10))
const some = fc.record({
  regulation: fc.option(day),
  effective: fc.option(day),
  calpadsSchoolYear: fc.option(day.map(schoolYearOf)),
})

t.test(
  'a day comes before all that it rests on, the graver is never due later, and dates alone make it known',
  async t => {
    fc.assert(
      fc.property(some, fc.constantFrom('ctc' as const, 'calpads' as const), (given, consumer) => {
        const of = (severity: Severity) => dueOf({ severity, dates: dates(given), consumer })
        const [breaking, review] = [of('breaking'), of('review')]
        const start =
          consumer === 'ctc'
            ? (given.regulation ?? given.effective)
            : given.calpadsSchoolYear && `${given.calpadsSchoolYear.slice(0, 4)}-07-01`
        if ((breaking.state === 'dated') !== (start !== null)) return false
        for (const due of [breaking, review]) {
          if ((due.day === null) !== (due.state !== 'dated') || due.missing.length > 0 !== (due.day === null))
            return false
          if (due.day !== null && given.calpadsSchoolYear && due.day >= censusDay(given.calpadsSchoolYear)) return false
        }
        if (breaking.day !== null && breaking.day >= start!) return false
        return breaking.day === null || (review.day !== null && breaking.day <= review.day)
      }),
    )
    t.pass()
  },
)

t.test('every severity has an answer', async t => {
  for (const severity of Severity.options) t.ok(ctc(severity, { effective: '2027-07-01' }).basis)
})
