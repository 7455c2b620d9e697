import { allDates, Consumer, Day, type EffectiveDates } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { CLOCKS, type InForce, inForceOn, type Timed } from '../src/index.ts'

const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 500)
const timed = (...days: (string | null)[]): Timed[] =>
  days.map((day, at) => ({ release: `f@${at + 1}`, number: at + 1, day }))
const DAYS = ['2026-06-30', '2026-07-01', '2026-10-07', '2027-07-01', '2028-02-29']
const FAR = '9999-12-31'
const day = fc.constantFrom(...DAYS)
const histories = fc.array(fc.option(day), { maxLength: 5 }).map(days => timed(...days))

/** Every way in which the missing days could turn out: each before all days, on one of them, or never. */
function* completions(releases: Timed[]): Generator<Timed[]> {
  const at = releases.findIndex(each => each.day === null)
  if (at === -1) return yield releases
  for (const guess of ['0001-01-01', ...DAYS, FAR])
    yield* completions(releases.with(at, { ...releases[at]!, day: guess }))
}

/** The definition, told as plainly as it goes: of complete days, the highest number that has come. */
function plainly(on: string, releases: Timed[]): string {
  let found = 'none'
  for (const each of releases) if (each.day! <= on) found = each.release
  return found
}
const told = (answer: InForce): string => (answer.answer === 'release' ? answer.release : answer.answer)

t.test('certain exactly where no way of filling in the missing days gives another answer', async t => {
  let unknown = 0
  fc.assert(
    fc.property(histories, day, (releases, on) => {
      const possible = new Set([...completions(releases)].map(each => plainly(on, each)))
      const answer = inForceOn(on, releases)
      if (answer.answer === 'unknown') unknown++
      return possible.size === 1 ? told(answer) === [...possible][0] : told(answer) === 'unknown'
    }),
    { numRuns },
  )
  t.ok(unknown > 0, `${unknown} of ${numRuns} were unknown`)
})

t.test(
  'what is called uncertain is what a date would settle, and the last certain is a release that has come',
  async t => {
    fc.assert(
      fc.property(histories, day, (releases, on) => {
        const answer = inForceOn(on, releases)
        if (answer.answer !== 'unknown') return true
        const settled = releases.map(each => (answer.uncertain.includes(each.release) ? { ...each, day: FAR } : each))
        const then = inForceOn(on, settled)
        return told(then) === (answer.lastCertain?.release ?? 'none') && then.answer !== 'unknown'
      }),
      { numRuns },
    )
    t.pass(`${numRuns} histories`)
  },
)

t.test('the order in which releases are given makes no difference', async t => {
  fc.assert(
    fc.property(histories, day, fc.infiniteStream(fc.nat()), (releases, on, random) => {
      const shuffled = releases
        .map(each => ({ each, by: random.next().value }))
        .sort((a, b) => a.by - b.by)
        .map(({ each }) => each)
      return JSON.stringify(inForceOn(on, shuffled)) === JSON.stringify(inForceOn(on, releases))
    }),
    { numRuns },
  )
  t.pass(`${numRuns} histories`)
})

t.test('a correction that is in force earlier than what it corrects brings it along', async t => {
  const releases = timed('2013-01-16', '2027-07-01', '2026-07-01')
  t.strictSame(inForceOn('2026-10-07', releases), { answer: 'release', release: 'f@3', since: '2026-07-01' })
  t.strictSame(inForceOn('2027-07-01', releases), { answer: 'release', release: 'f@3', since: '2026-07-01' })
  t.strictSame(inForceOn('2026-06-30', releases), { answer: 'release', release: 'f@1', since: '2013-01-16' })
})

t.test('a newer release without a date leaves it unknown, an older one does not', async t => {
  t.strictSame(inForceOn('2026-10-07', timed('2013-07-01', null, '2028-07-01', null)), {
    answer: 'unknown',
    uncertain: ['f@4', 'f@2'],
    lastCertain: { release: 'f@1', since: '2013-07-01' },
  })
  t.strictSame(inForceOn('2026-10-07', timed(null, '2026-07-01')), {
    answer: 'release',
    release: 'f@2',
    since: '2026-07-01',
  })
  t.strictSame(inForceOn('2026-06-30', timed(null, '2026-07-01')), {
    answer: 'unknown',
    uncertain: ['f@1'],
    lastCertain: null,
  })
})

t.test('before the first there is none, and the first is named', async t => {
  t.strictSame(inForceOn('2026-06-30', timed('2027-07-01', '2026-07-01')), {
    answer: 'none',
    first: { release: 'f@2', since: '2026-07-01' },
  })
  t.strictSame(inForceOn('2026-06-30', []), { answer: 'none', first: null })
})

t.test('each consumer goes by its own date alone', async t => {
  const dates = allDates({
    adoption: '2026-11-05',
    effective: '2027-01-01',
    calpadsSchoolYear: '2027-28',
    regulation: '2027-09-01',
    perkinsYear: '2028-29',
    collegeProgram: '2027-08-15',
  })
  const rules = Consumer.options.map(consumer => [consumer, CLOCKS[consumer].date, CLOCKS[consumer].dayOf(dates)])
  t.strictSame(rules, [
    ['sbe', 'adoption', '2026-11-05'],
    ['calpads', 'calpadsSchoolYear', '2027-07-01'],
    ['ctc', 'regulation', '2027-09-01'],
    ['perkins', 'perkinsYear', '2028-07-01'],
    ['college', 'collegeProgram', '2027-08-15'],
  ])
  for (const consumer of Consumer.options) {
    const { date, dayOf } = CLOCKS[consumer]
    t.ok(Day.safeParse(dayOf(dates)).success)
    t.equal(dayOf({ ...dates, [date]: null } as EffectiveDates), null, `${consumer} borrows no other date`)
  }
})
