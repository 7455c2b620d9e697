import { censusDay as censusOf } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import {
  type Coming,
  censusDay,
  fromGroups,
  fromPhases,
  fromReleases,
  fromWorkflows,
  idOf,
  schoolDays,
  schoolYear,
  whenText,
} from '../web/src/pages/home/coming/coming.ts'
import { byMonth, marksOf, monthsOf, placeOf, sortComing, spanAround } from '../web/src/pages/home/coming/line.ts'

const TODAY = '2026-11-30'
const span = spanAround(TODAY)
const at = (when: string, more: Partial<Coming> = {}): Coming => ({
  ...{ key: `${when} ${more.lane ?? ''}`, lane: 'force', when, text: when, to: null, unsure: false },
  ...more,
})
const keys = (entries: Coming[]) => entries.map(({ key }) => key)
const provenance = { source: 'a test', verified: true, note: null }
const phase = (more: object) => ({
  ...{ id: 'p3', name: 'Phase III', plannedMonth: '2027-11', subjectToChange: true, provenance, asOf: TODAY },
  ...{ standing: 'planned' as const, vote: 'unknown' as const, since: null, because: '', votes: [], version: 1 },
  items: [{ framework: 'ca-cte-clusters', item: 'agriculture', itemId: 'i', printedName: null, provenance }],
  ...more,
})
const DATES = {
  ...{ adoption: null, effective: null, calpadsSchoolYear: null, regulation: null },
  ...{ perkinsYear: null, collegeProgram: null },
}

t.test('census day is the first Wednesday of October, as the services reckon it', async t => {
  for (let year = 2013; year < 2040; year++) t.equal(censusDay(year), censusOf(schoolYear(year)))
})

t.test('a year of the calendar begins on 1 July', async t => {
  t.strictSame(
    schoolDays(TODAY)
      .filter(({ when }) => when.startsWith('2027'))
      .map(({ when, text }) => `${when} ${text}`),
    ['2027-07-01 School year 2027-28 begins', '2027-10-06 Census day of 2027-28'],
  )
  t.equal(schoolYear(1999), '1999-00')
})

t.test('a vote that was planned and never recorded is no adoption', async t => {
  const said = (more: object) => fromPhases([phase(more)])[0]
  t.match(said({}), { when: '2027-11', unsure: true, text: /planned vote .* subject to change \(1 item\)$/ })
  t.match(said({ standing: 'unknown', plannedMonth: '2025-11' }), { unsure: true, text: /none is recorded/ })
  t.match(said({ standing: 'adopted', since: '2026-11-05' }), { when: '2026-11-05', unsure: false, text: /adopted/ })
  t.strictSame(fromPhases([phase({ plannedMonth: null })]), [], 'what has no month stands nowhere on a line')
  t.match(whenText('2027-11'), /^Nov 2027, day unknown$/)
  t.equal(whenText('2027-11-05'), 'Nov 5, 2027')
})

t.test('a release comes on each of its days, a school year on 1 July; unknown days are not made up', async t => {
  const release = { id: 'f@2', dates: { ...DATES, effective: '2027-07-15', calpadsSchoolYear: '2028-29' } }
  t.strictSame(
    fromReleases([release as never]).map(({ when, lane }) => [when, lane]),
    [
      ['2027-07-15', 'force'],
      ['2028-07-01', 'school'],
    ],
  )
  t.strictSame(fromReleases([{ id: 'f@1', dates: DATES } as never]), [])
})

t.test('flags of which nobody knows the day are in no month', async t => {
  const group = (key: string, day: string | null) =>
    ({ key, flags: 3, due: { state: day ? 'dated' : 'unknown', day }, filter: { dueFrom: day } }) as never
  const found = fromGroups('ctc', { items: [group('2027-07', '2027-07-01'), group('unknown', null)] })
  t.strictSame(
    found.map(({ text, to }) => [text, to]),
    [['3 CTC flags are due', '/queue/ctc?dueFrom=2027-07-01&order=due']],
  )
})

t.test('steps of one day come together; what is done, or has no known day, does not come', async t => {
  const step = (title: string, state: 'ready' | 'waiting' | 'done', finish: string | null, exact = true) => ({
    ...{ title, state },
    latest: { start: null, finish, exact },
  })
  const steps = [
    step('Notice', 'ready', '2027-02-01'),
    step('Comment period', 'waiting', '2027-02-01', false),
    step('Item', 'done', '2027-01-01'),
    step('Codes', 'waiting', null),
    step('Tables', 'waiting', '2027-04-01'),
  ]
  t.strictSame(
    fromWorkflows([{ id: 'w', title: 'Energy (hypothetical)', steps }]).map(({ when, text, unsure }) => [
      when,
      text,
      unsure,
    ]),
    [
      ['2027-02-01', 'Energy (hypothetical), latest day of Notice, Comment period', true],
      ['2027-04-01', 'Energy (hypothetical), latest day of Tables', false],
    ],
  )
})

t.test('what is past is shown as long as it is open, and what is far away apart', async t => {
  const late = at('2026-10-01', { lane: 'flags' })
  const heard = at('2026-11', { lane: 'adoption', unsure: true })
  const asked = at('2025-11', { lane: 'adoption', unsure: true })
  const entries = [at('2029-07-01'), at('2026-10-07'), at(TODAY), late, heard, asked, at('2027-07-01'), at(TODAY)]
  const { open, ahead, later } = sortComing(entries, TODAY, span)
  t.strictSame(keys(open), keys([asked, late]), 'settled things of the past are history')
  t.strictSame(keys(ahead), keys([heard, at(TODAY), at('2027-07-01')]), 'this month is not past; each comes once')
  t.strictSame(keys(later), ['2029-07-01 '])
})

t.test('the line is from last month on, in months', async t => {
  t.strictSame(span, { from: '2026-10-01', to: '2028-05-01' })
  t.equal(monthsOf(span).length, 19)
  t.equal(placeOf('2026-10-01', span), 0)
  t.equal(placeOf('2028-05-01', span), 1)
  t.strictSame(
    byMonth([at('2027-07-01'), at('2027-07'), at('2027-08-01')]).map(([month, { length }]) => [month, length]),
    [
      ['2027-07', 2],
      ['2027-08', 1],
    ],
  )
})

t.test('every entry of a lane stands in one mark, in order, with room to the next and no two too close', async () => {
  const days = fc.array(fc.integer({ min: 0, max: 570 }), { maxLength: 40 })
  fc.assert(
    fc.property(days, all => {
      const entries = all
        .sort((a, b) => a - b)
        .map((day, n) =>
          at(new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10), { key: String(n), lane: 'flags' }),
        )
      const marks = marksOf([...entries, at('2027-01-01')], 'flags', span)
      const shown = marks.flatMap(mark => keys(mark.entries))
      const apart = marks.every(({ left, room }, n) => left + room <= (marks[n + 1]?.left ?? 100) + 1e-9 && room >= 0)
      const wide = marks.slice(1).every(({ left }, n) => left - marks[n]!.left >= 3)
      return JSON.stringify(shown) === JSON.stringify(keys(entries)) && apart && wide
    }),
  )
})

t.test('an entry has a name that an address can carry', async t => {
  t.equal(idOf({ key: 'release ca-mcs-2013@2 effective' }), 'coming-release-ca-mcs-2013-2-effective')
})
