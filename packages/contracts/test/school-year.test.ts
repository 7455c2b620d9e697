import fc from 'fast-check'
import t from 'tap'
import {
  allDates,
  CteEvent,
  censusDay,
  censusDaysBetween,
  Day,
  EffectiveDates,
  fingerprint,
  firstDayOf,
  lastDayOf,
  SchoolYear,
  schoolYearOf,
} from '../src/index.ts'

const DAY = 86_400_000
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10)
const days = fc
  .integer({ min: Date.parse('1900-07-01') / DAY, max: Date.parse('2199-06-30') / DAY })
  .map(number => ({ day: dayOf(number), next: dayOf(number + 1) }))

t.test('a school year is two years, the second after the first', async t => {
  for (const word of ['2026-27', '1999-00', '2009-10', '2099-00', '1900-01', '2199-00'])
    t.ok(SchoolYear.safeParse(word).success, word)
  for (const word of [
    '2026-28',
    '2026-26',
    '2026',
    '2026-2027',
    '26-27',
    '2026-27 ',
    '2026/27',
    '1899-00',
    '2027-26',
    '',
  ])
    t.notOk(SchoolYear.safeParse(word).success, word)
  t.match(SchoolYear.safeParse('2026-28').error?.issues[0]?.message, /second year follows the first/)
})

t.test('every day lies in exactly one school year, which changes between 30 June and 1 July', async t => {
  fc.assert(
    fc.property(days, ({ day, next }) => {
      const year = schoolYearOf(day)
      const same = schoolYearOf(next) === year
      return (
        SchoolYear.safeParse(year).success &&
        firstDayOf(year) <= day &&
        day <= lastDayOf(year) &&
        same === !day.endsWith('-06-30') &&
        schoolYearOf(firstDayOf(year)) === year &&
        schoolYearOf(lastDayOf(year)) === year
      )
    }),
    { numRuns: 2000 },
  )
  t.equal(schoolYearOf('2024-02-29'), '2023-24', 'a leap day')
  t.equal(schoolYearOf('2026-06-30'), '2025-26')
  t.equal(schoolYearOf('2026-07-01'), '2026-27')
  t.equal(schoolYearOf('2000-01-01'), '1999-00')
})

t.test('census day is the one Wednesday in the first seven days of October', async t => {
  fc.assert(
    fc.property(days, ({ day }) => {
      const year = schoolYearOf(day)
      const census = censusDay(year)
      return (
        Day.safeParse(census).success &&
        new Date(`${census}T12:00:00Z`).getUTCDay() === 3 &&
        /-10-0[1-7]$/.test(census) &&
        schoolYearOf(census) === year
      )
    }),
  )
  t.equal(censusDay('2021-22'), '2021-10-06', 'as in the cycle of 2021-22')
  t.equal(censusDay('2026-27'), '2026-10-07')
  t.equal(censusDay('2025-26'), '2025-10-01')
})

t.test('census days between two days are those of a walk over all days', async t => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1500 }), ({ day }, length) => {
      const first = Date.parse(day) / DAY
      const walked: string[] = []
      for (let at = first; at < first + length; at++) {
        const each = dayOf(at)
        if (Number(each.slice(0, 4)) < 2200 && censusDay(schoolYearOf(each)) === each) walked.push(each)
      }
      return fingerprint(walked) === fingerprint(censusDaysBetween(day, dayOf(first + length)))
    }),
  )
  t.strictSame(censusDaysBetween('2026-10-07', '2026-10-07'), [], 'nothing lies between a day and itself')
  t.strictSame(censusDaysBetween('0001-01-01', '1800-01-01'), [], 'before there were school years')
})

t.test('dates from before the newer clocks still parse, and read as not known', async t => {
  const old = { adoption: '2013-01-16', effective: null }
  t.strictSame(allDates(old), {
    ...old,
    calpadsSchoolYear: null,
    regulation: null,
    perkinsYear: null,
    collegeProgram: null,
  })
  t.notOk(EffectiveDates.safeParse({ ...old, regulation: '2027-02-30' }).success, 'a day that does not exist')
  t.notOk(EffectiveDates.safeParse({ ...old, perkinsYear: '2026-28' }).success)
  const event = {
    specversion: '1.0',
    id: 'x',
    source: '/cte/standards',
    type: 'cte.cde.release.published',
    subject: 'mcs@1',
    time: '2026-11-22T00:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'x',
    sequence: '0000000000000001',
    correlationid: 'c',
    data: {
      release: { id: 'mcs@1', framework: 'mcs', number: 1 },
      title: 'First',
      dates: old,
      changes: 0,
      messages: 0,
      digest: 'd',
    },
  }
  t.match(CteEvent.parse(event), { data: { dates: { adoption: '2013-01-16', calpadsSchoolYear: null } } })
})
