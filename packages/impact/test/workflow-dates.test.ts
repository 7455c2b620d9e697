import fc from 'fast-check'
import t from 'tap'
import {
  circleIn,
  criticalPath,
  type DatedStep,
  endOf,
  firstCensusFrom,
  inOrder,
  isWorkingDay,
  latestStartFor,
  type Milestones,
  planDates,
  workflowWarnings,
} from '../src/index.ts'

const step = (key: string, after: string[] = [], more: Partial<DatedStep> = {}): DatedStep => ({
  key,
  after,
  duration: null,
  anchor: null,
  planned: null,
  actual: null,
  over: false,
  ...more,
})
const calendar = (days: number) => ({ days, kind: 'calendar' }) as const
const working = (days: number) => ({ days, kind: 'working' }) as const
const none: Milestones = { adoption: null, effective: null, census: null }
const byEffective = { date: 'effective', how: 'by' } as const

/** notice -> comments (45 days) -> final file -> OAL (30 working days) -> approval, which must be there by the effective date. */
const rulemaking = (more: Record<string, Partial<DatedStep>> = {}) => [
  step('notice', [], more.notice),
  step('comments', ['notice'], { duration: calendar(45), ...more.comments }),
  step('file', ['comments'], more.file),
  step('review', ['file'], { duration: working(30), ...more.review }),
  step('approval', ['review'], { duration: calendar(0), anchor: byEffective, ...more.approval }),
]
const dated = (steps: DatedStep[], milestones: Partial<Milestones>) =>
  new Map(planDates(steps, { ...none, ...milestones }).map(dates => [dates.key, dates]))

t.test('working days leave out weekends', async t => {
  t.equal(endOf('2027-01-01', working(1)), '2027-01-04', 'from Friday to Monday')
  t.equal(endOf('2027-01-04', working(30)), '2027-02-15')
  t.equal(latestStartFor('2027-02-15', working(30)), '2027-01-04')
  t.equal(latestStartFor('2027-01-03', working(1)), '2026-12-31', 'over on a Sunday: what ends on Friday is')
  t.equal(endOf('2027-01-01', calendar(45)), '2027-02-15')
})

t.test(
  'backwards from the effective date the latest days are known up to what takes nobody knows how long',
  async t => {
    const dates = dated(rulemaking(), { effective: '2027-04-01' })
    t.match(dates.get('approval'), { proposed: '2027-04-01', latest: { finish: '2027-04-01', exact: true } })
    t.match(dates.get('review'), { proposed: '2027-04-01', latest: { start: '2027-02-18' } })
    t.match(dates.get('file'), { proposed: '2027-02-18', latest: { finish: '2027-02-18', exact: true } })
    t.match(dates.get('comments'), {
      proposed: null,
      latest: { start: '2027-01-04', finish: '2027-02-18', exact: false },
    })
    t.match(dates.get('notice'), { proposed: null, earliest: { finish: null } })
  },
)

t.test('forwards from what is done a step of known length has its day', async t => {
  const dates = dated(rulemaking({ notice: { actual: '2027-01-01', over: true } }), {})
  t.match(dates.get('comments'), { proposed: '2027-02-15', earliest: { start: '2027-01-01', exact: true } })
  t.match(dates.get('file'), { proposed: null, earliest: { start: '2027-02-15', exact: false } })
  t.match(dates.get('approval'), { proposed: null, earliest: { finish: '2027-03-29', exact: false } })
})

t.test('without any day everything stays unknown', async t => {
  for (const { proposed, earliest, latest } of planDates(rulemaking(), none))
    t.strictSame([proposed, earliest.finish, latest.finish], [null, null, null])
})

const codes = (steps: DatedStep[], milestones: Partial<Milestones>, months = 20) => {
  const all = { ...none, ...milestones }
  const experience = {
    usualDays: { days: ['01-01', '04-01', '07-01', '10-01'], verified: false },
    precedent: { title: 'the change of 2014', months },
  }
  return workflowWarnings(steps, planDates(steps, all), { milestones: all, experience })
}
const codesOf = (steps: DatedStep[], milestones: Partial<Milestones>) =>
  codes(steps, milestones).map(({ code, step: of }) => (of === null ? code : `${code} ${of}`))
const FINE = { adoption: '2025-01-15', effective: '2027-07-01', census: '2027-10-06' }

t.test('dates that fit give no warning', async t => {
  t.strictSame(codesOf(rulemaking(), FINE), [])
})

t.test('a plan after what waits for it, and what cannot be in time, are told', async t => {
  const planned = rulemaking({ file: { planned: '2027-06-01' }, review: { planned: '2027-05-01' } })
  t.strictSame(codesOf(planned, FINE), ['CTE_STEP_AFTER_WHAT_WAITS file', 'CTE_STEP_TOO_LATE file'])
  const late = rulemaking({ notice: { actual: '2027-06-01', over: true } })
  t.match(codes(late, FINE)[0], {
    code: 'CTE_STEP_TOO_LATE',
    step: 'comments',
    message: /cannot be over before 2027-07-16/,
  })
})

t.test('the days of the change are held against each other', async t => {
  t.strictSame(codesOf([], {}), ['CTE_DATE_UNKNOWN', 'CTE_DATE_UNKNOWN', 'CTE_DATE_UNKNOWN'])
  t.match(codes([], { ...FINE, effective: '2027-01-01' }), [
    {
      code: 'CTE_EFFECTIVE_IN_MID_CYCLE',
      message: /census day 2026-10-07.*first census under the new rules is 2027-10-06/,
    },
  ])
  t.strictSame(codesOf([], { ...FINE, census: '2026-10-07' }), ['CTE_CENSUS_BEFORE_EFFECTIVE'])
  t.strictSame(codesOf([], { ...FINE, census: '2027-10-07' }), ['CTE_CENSUS_ON_ANOTHER_DAY'])
  t.strictSame(codesOf([], { ...FINE, adoption: '2027-08-01' }), ['CTE_EFFECTIVE_BEFORE_ADOPTION'])
  t.match(codes([], { ...FINE, adoption: '2026-01-15' }), [
    { code: 'CTE_SOONER_THAN_BEFORE', message: /17 months.*20/ },
  ])
})

t.test('the change of 2014 took about twenty months, and its day was an unusual one', async t => {
  const then = { adoption: '2013-01-16', effective: '2014-09-01', census: '2014-10-01' }
  t.strictSame(
    codes([], then, 19).map(({ code }) => code),
    ['CTE_EFFECTIVE_UNUSUAL'],
  )
  t.equal(firstCensusFrom('2014-09-01'), '2014-10-01')
  t.equal(firstCensusFrom('2014-10-02'), '2015-10-07')
  t.equal(firstCensusFrom('0001-01-01'), null, 'no school year of ours')
})

t.test('the chain that takes longest is the critical one', async t => {
  const steps = [
    ...rulemaking({ notice: { over: true, actual: '2027-01-01' } }),
    step('aside', ['notice'], { duration: calendar(10) }),
  ]
  t.strictSame(criticalPath(steps, new Set(['approval', 'aside'])), {
    steps: ['comments', 'file', 'review', 'approval'],
    knownDays: 87,
    unknown: ['file'],
  })
  t.strictSame(criticalPath([], new Set()), { steps: [], knownDays: 0, unknown: [] })
})

t.test('a circle is found and named', async t => {
  t.strictSame(circleIn([step('a', ['c']), step('b', ['a']), step('c', ['b']), step('d', ['c'])]), ['a', 'c', 'b', 'a'])
  t.strictSame(circleIn([step('a', ['a'])]), ['a', 'a'])
  t.equal(circleIn(rulemaking()), undefined)
})

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const duration = fc.option(
  fc.record({ days: fc.nat({ max: 60 }), kind: fc.constantFrom('calendar' as const, 'working' as const) }),
)
const anchor = fc.option(
  fc.record({
    date: fc.constantFrom('adoption' as const, 'effective' as const, 'census' as const),
    how: fc.constantFrom('on' as const, 'by' as const),
  }),
  { freq: 3 },
)
/** Steps that wait for earlier ones alone, some of them done, skipped or planned. */
const steps = fc
  .array(
    fc.record({
      waits: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
      duration,
      anchor,
      day,
      fate: fc.constantFrom('open', 'open', 'open', 'planned', 'done', 'skipped'),
    }),
    { maxLength: 10 },
  )
  .map(drawn =>
    drawn.map(({ waits, fate, day: on, ...rest }, at) => {
      const after = [...new Set(waits.filter(each => each < at).map(each => `s${each}`))]
      const over = fate === 'done' || fate === 'skipped'
      const days = { planned: fate === 'planned' ? on : null, actual: fate === 'done' ? on : null }
      return step(`s${at}`, after, { ...rest, ...days, over })
    }),
  )
const milestones = fc.record({ adoption: fc.option(day), effective: fc.option(day), census: fc.option(day) })
const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 300)
const notAfter = (a: string | null, b: string | null) => a === null || b === null || a <= b

t.test('no step is proposed, or can or must be, before what it waits for', async t => {
  let proposals = 0
  fc.assert(
    fc.property(steps, milestones, (drawn, set) => {
      const dates = new Map(planDates(drawn, set).map(each => [each.key, each]))
      return drawn.every(({ key, after, actual }) =>
        after.every(before => {
          const [first, second] = [dates.get(before)!, dates.get(key)!]
          if (first.proposed !== null && second.proposed !== null) proposals++
          if (actual !== null) return true
          return (
            notAfter(first.proposed, second.proposed) &&
            notAfter(first.earliest.finish, second.earliest.finish) &&
            notAfter(first.latest.finish, second.latest.start) &&
            notAfter(second.latest.start, second.latest.finish)
          )
        }),
      )
    }),
    { numRuns },
  )
  t.ok(proposals > 0, `${proposals} pairs of proposals`)
})

t.test('the same steps have the same dates, in whatever order they are listed', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(steps, milestones, (drawn, set) => {
        const dates = planDates(drawn, set)
        t.strictSame(planDates(drawn.toReversed(), set).toReversed(), dates)
      }),
      { numRuns: 50 },
    ),
  )
})

t.test('a later effective date leaves later days, and what takes longer begins earlier and ends later', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(steps, milestones, day, fc.nat({ max: 30 }), (drawn, set, other, more) => {
        const [sooner, later] = [set.effective ?? other, other].sort() as [string, string]
        const [a, b] = [sooner, later].map(effective => planDates(drawn, { ...set, effective }))
        const longer = drawn.map(each => ({
          ...each,
          duration: each.duration && { ...each.duration, days: each.duration.days + more },
        }))
        const c = planDates(longer, { ...set, effective: sooner })
        return a!.every(
          ({ latest, earliest }, at) =>
            notAfter(latest.finish, b![at]!.latest.finish) &&
            notAfter(earliest.finish, b![at]!.earliest.finish) &&
            notAfter(c[at]!.latest.start, latest.start) &&
            notAfter(earliest.finish, c[at]!.earliest.finish),
        )
      }),
      { numRuns },
    ),
  )
})

t.test(
  'what must be over in n working days fits when it begins on the last day for it, and on no later working day',
  async t => {
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(day, fc.integer({ min: 1, max: 100 }), (end, days) => {
          const start = latestStartFor(end, working(days))
          const next = endOf(start, working(1))
          return isWorkingDay(start) && endOf(start, working(days)) <= end && endOf(next, working(days)) > end
        }),
        { numRuns },
      ),
    )
  },
)

t.test('an order keeps every step, and has no circle', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(steps, drawn => {
        const placed = inOrder(drawn.toReversed()).map(({ key }) => key)
        return (
          placed.length === drawn.length &&
          circleIn(drawn) === undefined &&
          drawn.every(({ key, after }) => after.every(before => placed.indexOf(before) < placed.indexOf(key)))
        )
      }),
      { numRuns },
    ),
  )
})
