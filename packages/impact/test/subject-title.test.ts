import type { SubjectTitle } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { overlappingTitles, recognizeTitle, titleOn } from '../src/index.ts'

const read = { source: 'Coded Correspondence 14-08', verified: true, note: null }
const title = (text: string, from: string | null = null, to: string | null = null): SubjectTitle => ({
  title: text,
  from,
  to,
  provenance: read,
})
const FAB = [title('Finance and Business', null, '2014-08-31'), title('Business and Finance', '2014-09-01')]
const said = (titles: SubjectTitle[], day: string) => {
  const found = titleOn(titles, day)
  return found === 'unknown' ? found : found.title
}

t.test('FAB changes its title on 2014-09-01 and keeps its code', async t => {
  t.equal(said(FAB, '2014-08-31'), 'Finance and Business')
  t.equal(said(FAB, '2014-09-01'), 'Business and Finance')
  t.equal(said(FAB.toReversed(), '2014-08-31'), 'Finance and Business', 'whatever the order')
})

t.test('the only title that is known holds on every day', async t => {
  t.equal(said([title('Transportation')], '1999-01-01'), 'Transportation')
})

t.test('missing dates and gaps are unknown', async t => {
  t.equal(said([title('Old'), title('New')], '2014-09-01'), 'unknown', 'two without dates')
  t.equal(said([title('Old'), title('New', '2014-09-01')], '2014-08-31'), 'unknown', 'whether the other held by then')
  t.equal(said([title('Old'), title('New', '2014-09-01')], '2014-09-01'), 'New')
  t.equal(said([title('Old', null, '2010-01-01'), title('New', '2014-09-01')], '2012-01-01'), 'unknown', 'a gap')
  t.equal(said([], '2012-01-01'), 'unknown')
})

t.test('overlapping periods are found', async t => {
  t.equal(overlappingTitles(FAB), undefined)
  t.strictSame(overlappingTitles([title('A', null, '2014-09-01'), title('B', '2014-09-01')]), [0, 1])
  t.strictSame(
    overlappingTitles([title('A'), title('B', '2014-01-01'), title('C', '2020-01-01', '2021-01-01')]),
    [1, 2],
  )
  t.equal(overlappingTitles([title('A'), title('B')]), undefined, 'without dates there is no period')
})

t.test('a printed title is recognized whatever its blanks, commas and case', async t => {
  const subjects = [
    { code: 'FAB', titles: FAB },
    {
      code: 'PSER',
      titles: [title('Public Service')],
      spellings: [{ spelling: 'Public Services', seen: 'leaflet CL-888' }],
    },
    { code: 'EU', titles: [title('Energy, Environment, and Utilities')] },
  ]
  t.match(recognizeTitle('FINANCE  AND\u00a0BUSINESS', subjects), [
    { code: 'FAB', title: { to: '2014-08-31' }, spelling: null },
  ])
  t.match(recognizeTitle('Energy, Environment and Utilities', subjects), [{ code: 'EU' }])
  t.strictSame(recognizeTitle('public services', subjects), [
    { code: 'PSER', title: null, spelling: 'Public Services' },
  ])
  t.strictSame(recognizeTitle(' , ', subjects), [])
  t.strictSame(recognizeTitle('Welding', subjects), [])
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
/** Periods end to end, as a history without gaps has them: the first since ever, the last still. */
const history = fc.uniqueArray(day, { minLength: 1, maxLength: 6 }).map(days => {
  const starts = [null, ...days.sort()]
  const dayBefore = (next: string) => new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)
  return starts.map((from, at) => title(`Title ${at}`, from, starts[at + 1] ? dayBefore(starts[at + 1]!) : null))
})

t.test('a history without gaps has one title on every day, and no overlap', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(history, day, (titles, on) => {
        const expected = titles.findLast(({ from }) => from === null || from <= on)
        return titleOn(titles, on) === expected && overlappingTitles(titles) === undefined
      }),
    ),
  )
})

const period = fc
  .tuple(fc.option(day), fc.option(day))
  .filter(([from, to]) => from === null || to === null || from <= to)
  .map(([from, to]) => title('Any', from, to))

t.test('where no two periods overlap no day has two titles; the order never matters', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), day, (titles, on) => {
        const on1 = titleOn(titles, on)
        const on2 = titleOn(titles.toReversed(), on)
        const dated = titles.filter(({ from, to }) => from !== null || to !== null)
        const holding = dated.filter(({ from, to }) => (from ?? '') <= on && on <= (to ?? '9999'))
        const several = holding.length > 1
        return on1 === on2 && (!several || (on1 === 'unknown' && overlappingTitles(titles) !== undefined))
      }),
    ),
  )
})

t.test('whatever is said of a title, a made-up blank or comma changes nothing', async t => {
  const word = fc.stringMatching(/^[A-Za-z]{1,8}$/)
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), words => {
        const subjects = [{ code: 'X', titles: [title(words.join(' '))] }]
        return recognizeTitle(` ${words.join(',  ').toUpperCase()} `, subjects)[0]?.code === 'X'
      }),
    ),
  )
})
