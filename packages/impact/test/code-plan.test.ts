import { type CodeChange, type CodeSetRow, PlanContent, PlannableKind, ScedChangeStatus } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import {
  applyCodePlan,
  checkCodePlan,
  compareCodePlans,
  compareCodeSets,
  type DecidedEntry,
  entryFindings,
  type PlanSurroundings,
  yearBefore,
} from '../src/index.ts'

const schoolYear = '2027-28'
const row = (code: string, more: Partial<CodeSetRow> = {}): CodeSetRow => ({
  ...{ code, title: `Course ${code}`, description: 'As it was', level: 'concentrator', sectorName: null },
  ...{ pathwayName: null, pathwayCode: null, effectiveFrom: null, effectiveTo: null, ...more },
})
const ROWS = [
  row('7111'),
  row('7112'),
  row('7113', { effectiveTo: '2024-25' }),
  row('7114', { effectiveFrom: '2027-28' }),
]
const made = (code: string, more = {}) => ({
  ...{ code, title: `New ${code} (hypothetical)`, level: 'concentrator' },
  ...{ item: { framework: 'ca-mcs-2013', item: 'AGR.A' }, ...more },
})
const content = (kind: PlannableKind, more: Record<string, unknown> = {}): PlanContent =>
  PlanContent.parse({ kind, reason: 'a test', ...more })
const entries = (...contents: PlanContent[]): DecidedEntry[] =>
  contents.map((each, n) => ({ id: `e${n + 1}`, content: each }))
const check = (contents: PlanContent[], more: Partial<PlanSurroundings> = {}) =>
  checkCodePlan(
    { schoolYear, entries: entries(...contents) },
    { rows: ROWS, changes: [], ruled: new Set(['7111', '7112', '7200']), today: '2027-01-15', ...more },
  )
const said = (contents: PlanContent[], more: Partial<PlanSurroundings> = {}) =>
  check(contents, more).map(({ severity, code, courseCodes }) => [severity, code, ...courseCodes].join(' '))
const recode = (from: string[], to: string[], more = {}) =>
  content('Change; code', { from, to, successor: 'named', ...more })

t.test('the published vocabulary has eighteen words, fourteen of them can be planned', async t => {
  t.equal(ScedChangeStatus.options.length, 18)
  t.equal(PlannableKind.options.length, 14)
  t.throws(() => content('Previously archived' as PlannableKind))
})

t.test('what a field cannot hold is refused by itself', async t => {
  const limits = (more: Record<string, unknown>, code = '7115') =>
    entryFindings(content('New', { to: [code], newCodes: [made(code, more)] })).map(found => found.code)
  t.strictSame(limits({}), [])
  for (const code of ['6999', '9000', '711', '71155', '7115-01', 'abcd'])
    t.strictSame(limits({}, code), ['code-impossible'], code)
  t.strictSame(limits({ pathwayCode: '111' }), [])
  t.strictSame(limits({ pathwayCode: '111A' }), ['pathway-impossible'])
  t.strictSame(limits({ pathwayCode: '999' }), ['pathway-is-reference'])
})

t.test('a kind asks for what it is about', async t => {
  const of = (kind: PlannableKind, more: Record<string, unknown>) =>
    entryFindings(content(kind, more)).map(found => found.code)
  t.strictSame(of('Change; title', { from: ['7111'] }), ['kind-title'])
  t.strictSame(of('Change; title', { from: ['7111', '7112'], title: 'X' }), ['kind-from'])
  t.strictSame(of('Change; substantive revision', { from: ['7111'], to: ['7112'] }), ['kind-to'])
  t.strictSame(of('New', { from: ['7111'] }), ['kind-from', 'kind-to'])
  t.strictSame(of('Change; code', { from: ['7111'], successor: 'named' }), ['kind-to', 'successor-contradicts'])
  t.strictSame(of('Archived', { from: ['7111'], to: ['7112'], successor: 'none' }), ['successor-contradicts'])
  t.strictSame(of('Archived', { from: ['7111'], successor: 'unknown' }), [])
  t.strictSame(of('Change; code', { from: ['7111'], to: ['7111'], successor: 'named' }), ['own-successor'])
  t.strictSame(of('New', { newCodes: [made('7115')] }), ['kind-to', 'new-code-not-led-to'])
})

t.test('codes are held against the code set of the year', async t => {
  t.strictSame(said([recode(['7111'], ['7112'])]), ['warning recode-to-existing 7112'])
  t.strictSame(said([recode(['7999'], ['7112'])])[0], 'error no-such-code 7999')
  t.strictSame(said([recode(['7113'], ['7112'])])[0], 'error not-in-force 7113')
  t.strictSame(said([recode(['7111'], ['7113'])]), ['error successor-not-in-force 7113'])
  t.strictSame(said([recode(['7111'], ['7998'])]), ['error no-such-code 7998'])
  t.strictSame(said([recode(['7114'], ['7112'])])[0], 'error retired-at-birth 7114')
  const taken = said([content('New', { to: ['7113'], newCodes: [made('7113')] })])
  t.ok(taken.includes('error code-taken 7113'), 'a retired code is not used again')
  t.ok(
    said([content('New', { to: ['7112'] })]).includes('error code-taken 7112'),
    'a new code is one that is described',
  )
})

t.test('entries are held against each other', async t => {
  const title = content('Change; title', { from: ['7111'], title: 'X (hypothetical)' })
  t.strictSame(
    said([title, recode(['7111'], ['7112'])]).filter(each => each.startsWith('error')),
    ['error code-in-two-entries 7111', 'error code-in-two-entries 7111'],
  )
  const chain = said([recode(['7111'], ['7112']), recode(['7112'], ['7115'], { newCodes: [made('7115')] })])
  t.ok(chain.includes('error chain-in-plan 7112'))
  t.ok(
    said([recode(['7111'], ['7112']), recode(['7112'], ['7111'])]).includes('error chain-in-plan 7111 7112'),
    'a cycle too',
  )
  const twice = content('New', { to: ['7115'], newCodes: [made('7115')] })
  t.equal(said([twice, twice]).filter(each => each === 'error code-made-twice 7115').length, 2)
})

t.test('what a person should know is a warning, what nobody can know an unknown', async t => {
  const fresh = [content('New', { to: ['7115'], newCodes: [made('7115', { item: null })] })]
  t.strictSame(said(fresh), [
    'warning no-alignment 7115',
    'warning no-assignment-rule 7115',
    'unknown title-length 7115',
  ])
  t.ok(said(fresh, { ruled: null }).includes('unknown no-assignment-rule 7115'))
  t.notOk(said(fresh, { ruled: new Set(['7115']) }).some(each => each.includes('no-assignment-rule')))
  const archived = [content('Archived', { from: ['7111'], successor: 'unknown' })]
  t.strictSame(said(archived), ['warning successor-unknown 7111'])
  const before: CodeChange = {
    ...{ id: 'c', edition: 'v15.1', kind: 'Change; code', from: ['7001'], to: ['7111'], successor: 'named' },
    ...{ schoolYear: '2020-21', reason: 'a test', provenance: { source: 'test', verified: true, note: null } },
  }
  t.ok(said(archived, { changes: [before] }).includes('warning successor-retired 7111 7001'))
  t.ok(said(archived, { today: '2027-08-01' }).includes('warning year-already-open'))
  t.ok(said(archived, { today: '2027-10-06' }).includes('warning after-census-day'))
})

t.test('a plan makes the code set of its year, and nothing leaves it', async t => {
  const made7115 = recode(['7111'], ['7115'], { newCodes: [made('7115')] })
  const title = content('Change; title', { from: ['7112'], title: 'Renamed (hypothetical)' })
  const nothing = content('No change', { from: ['7114'] })
  const { rows, changes, added, retired, revised } = applyCodePlan(ROWS, {
    schoolYear,
    entries: entries(made7115, title, nothing),
  })
  t.strictSame({ added, retired, revised }, { added: ['7115'], retired: ['7111'], revised: ['7112'] })
  t.strictSame(
    rows.map(({ code }) => code),
    ['7111', '7112', '7113', '7114', '7115'],
  )
  const { changed } = compareCodeSets(ROWS, rows)
  t.strictSame(
    changed.map(({ code, field, to }) => `${code} ${field} ${to}`),
    ['7111 effectiveTo 2026-27', '7112 title Renamed (hypothetical)'],
  )
  t.match(rows.at(-1), {
    effectiveFrom: '2027-28',
    effectiveTo: null,
    title: 'New 7115 (hypothetical)',
    description: null,
  })
  t.match(changes, [
    { kind: 'Change; code', from: ['7111'], to: ['7115'], successor: 'named' },
    { kind: 'Change; title', from: ['7112'], to: ['7112'] },
  ])
  t.equal(yearBefore('2000-01'), '1999-00')
})

t.test('a revised description is one that no plan holds', async t => {
  const substantive = content('Change; title and substantive revision', { from: ['7111'], title: 'X (hypothetical)' })
  const { rows } = applyCodePlan(ROWS, { schoolYear, entries: entries(substantive) })
  t.match(rows[0], { title: 'X (hypothetical)', description: null })
})

t.test('two plans are compared code by code', async t => {
  const a = entries(recode(['7111'], ['7112']), content('Archived', { from: ['7114'] }))
  const b = entries(
    recode(['7111'], ['7115'], { newCodes: [made('7115')] }),
    content('Archived', { from: ['7114'], reason: 'another' }),
  )
  const { onlyA, onlyB, differing, same } = compareCodePlans(a, b)
  t.strictSame([onlyA, onlyB.map(({ code }) => code), same], [[], ['7115'], ['7114']])
  t.match(differing, [{ code: '7111', a: { to: ['7112'] }, b: { to: ['7115'] } }])
})

const random = fc.array(
  fc.record({
    kind: fc.constantFrom(...PlannableKind.options),
    from: fc.uniqueArray(fc.constantFrom('7111', '7112', '7113', '7114', '7999'), { maxLength: 2 }),
    to: fc.uniqueArray(fc.constantFrom('7111', '7112', '7115', '7116'), { maxLength: 2 }),
    makes: fc.uniqueArray(fc.constantFrom('7115', '7116', '6000'), { maxLength: 2 }),
    title: fc.option(fc.constant('Some title (hypothetical)'), { nil: null }),
    successor: fc.constantFrom('named' as const, 'none' as const, 'unknown' as const),
  }),
  { maxLength: 3 },
)

t.test('a plan without errors retires what it says, keeps every code and makes none twice', async t => {
  let clean = 0
  fc.assert(
    fc.property(random, drawn => {
      const plan = drawn.map(({ makes, ...each }) =>
        content(each.kind, { ...each, newCodes: makes.map(code => made(code)) }),
      )
      const errors = check(plan).filter(({ severity }) => severity === 'error')
      if (errors.length > 0) return true
      clean++
      const { rows, retired, added, revised } = applyCodePlan(ROWS, { schoolYear, entries: entries(...plan) })
      const all = new Map(rows.map(each => [each.code, each]))
      return (
        ROWS.every(({ code }) => all.has(code)) &&
        new Set(rows.map(({ code }) => code)).size === rows.length &&
        rows.length === ROWS.length + added.length &&
        retired.every(code => all.get(code)!.effectiveTo === '2026-27') &&
        new Set([...retired, ...revised]).size === retired.length + revised.length
      )
    }),
    { numRuns: 3000 },
  )
  t.ok(clean > 20, `${clean} without errors`)
})

t.test('comparing plans mirrors, and with itself a plan differs in nothing', async t => {
  fc.assert(
    fc.property(random, random, (one, other) => {
      const [a, b] = [one, other].map(drawn =>
        entries(
          ...drawn.map(({ makes, ...each }) =>
            content(each.kind, { ...each, newCodes: makes.map(code => made(code)) }),
          ),
        ),
      ) as [DecidedEntry[], DecidedEntry[]]
      const [there, back] = [compareCodePlans(a, b), compareCodePlans(b, a)]
      const own = compareCodePlans(a, a)
      return (
        there.onlyA.map(({ code }) => code).join() === back.onlyB.map(({ code }) => code).join() &&
        there.differing.map(({ code }) => code).join() === back.differing.map(({ code }) => code).join() &&
        own.onlyA.length + own.onlyB.length + own.differing.length === 0
      )
    }),
  )
  t.pass()
})
