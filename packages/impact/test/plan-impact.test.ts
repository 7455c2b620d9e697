import type { Impact, RelationState } from '@cte-align/contracts'
import t from 'tap'
import { linksNeeded, mergeImpacts, planImpact, rulesNeeded } from '../src/index.ts'
import {
  alone,
  cluster,
  dependent,
  impactsOf,
  link,
  linkIn,
  MCS,
  newItem,
  ref,
  relation,
  retired,
  rule,
  sectors,
  wildcard,
} from './builders.ts'

const told = (impacts: Impact[]): string[] => impacts.map(each => `${each.dependent.key} ${each.severity}`)
const eeu = link(ref('EEU'), 'CTE/R4T/EU')
const base = sectors()

t.test('a retired sector flags every linked authorization and course code', async t => {
  const links = [link(ref('EEU'), '7610'), eeu, link(ref('ICT'), 'CTE/R4T/ITEC')]
  t.strictSame(told(planImpact([retired('EEU')], links, [])), ['CTE/R4T/EU breaking', '7610 breaking'])
})

t.test('no change, no impact', async t => {
  t.strictSame(planImpact([], [eeu], [rule('7610', 'CTE/R4T/EU')]), [])
})

t.test('a new title of a sector, code kept, is no more than a notice', async t => {
  const impacts = impactsOf(base, [{ op: 'retitle', item: 'EEU', title: 'Energy' }], { links: [eeu] })
  t.strictSame(told(impacts), ['CTE/R4T/EU notice'])
  t.strictSame(impacts[0]?.classes, ['label'])
})

t.test('a pathway that goes breaks what hangs on it or below, and is reviewed by what hangs on its sector', async t => {
  const links = [
    linkIn(base, 'ICT.B', '7620'),
    linkIn(base, 'ICT.B5.3', '7621'),
    linkIn(base, 'ICT', 'CTE/R4T/ITEC'),
    linkIn(base, 'ICT.C', '7630'),
  ]
  const impacts = impactsOf(base, [{ op: 'retire', item: 'ICT.B', successors: 'none' }], { links })
  t.strictSame(told(impacts), ['CTE/R4T/ITEC review', '7620 breaking', '7621 breaking'])
  t.strictSame(
    impacts[2]?.causes[0]?.paths[0]?.steps.map(step => step.edge),
    ['change', 'down', 'down', 'link'],
  )
})

t.test('an anchor reaches everything in its sector', async t => {
  const links = [linkIn(base, 'ICT.C1.0', '7630'), linkIn(base, 'EEU', '7610')]
  const impacts = impactsOf(base, [{ op: 'revise', item: 'ICT.5.0', title: 'Other words.' }], { links })
  t.strictSame(told(impacts), ['7630 review'])
})

t.test('an accepted relation counts in full; a draft, reviewed or suspect one is never more than a review', async t => {
  const links = [link(cluster('ENR'), 'CTE/R4T/EU')]
  const severity = (state: RelationState) =>
    impactsOf(base, [{ op: 'revise', item: 'EEU', scopeNote: 'Excludes welding.' }], {
      links,
      relations: [relation(ref('EEU'), cluster('ENR'), 'equivalent', state)],
    })
  t.strictSame(told(severity('accepted')), ['CTE/R4T/EU breaking'])
  t.strictSame(told(severity('draft')), ['CTE/R4T/EU review'])
  t.strictSame(told(severity('reviewed')), ['CTE/R4T/EU review'])
  t.strictSame(told(severity('suspect')), ['CTE/R4T/EU review'])
  t.strictSame(told(severity('rejected')), [])
  t.strictSame(severity('draft')[0]?.causes[0]?.doubts, ['unverified-relation'])
})

t.test('an unverified link is never more than a review', async t => {
  const [impact] = planImpact([retired('EEU')], [{ ...eeu, verified: false }], [])
  t.match(impact, { severity: 'review', causes: [{ doubts: ['unverified-link'] }] })
})

t.test('course code 7000 is touched by every sector, by name of none', async t => {
  t.strictSame(told(planImpact([retired('EEU')], [wildcard('7000')], [])), ['7000 review'])
  const links = [wildcard('7000')]
  t.strictSame(told(impactsOf(base, [{ op: 'revise', item: 'ICT.C1.0', title: 'Other' }], { links })), ['7000 review'])
  t.strictSame(planImpact([retired('EEU')], [wildcard('7000', 'ca-cte-clusters')], []), [])
})

t.test('a dependent has one cause for each change, with every path, the gravest first', async t => {
  const links = [linkIn(base, 'EEU', 'CTE/R4T/EU'), linkIn(base, 'EEU.A', 'CTE/R4T/EU', { verified: false })]
  const [impact] = planImpact([retired('EEU')], [...links, ...links], [])
  t.equal(impact?.causes.length, 1)
  t.strictSame(
    impact?.causes[0]?.paths.map(path => `${path.severity} ${path.steps.length}`),
    ['breaking 2', 'review 3'],
  )
})

t.test('a course code that breaks puts the authorizations of its rules at risk, and the other way round', async t => {
  const rules = [
    rule('7610', 'CTE/R4T/EU'),
    rule('7610', 'TC1/R1S/ITEX', { inferred: true, verified: false }),
    rule('7610', 'CTE/R4T/*'),
    rule('7000', 'CTE/R4T/*'),
    rule('7620', 'CTE/R4T/ITEC'),
  ]
  const byCode = planImpact([retired('EEU')], [link(ref('EEU'), '7610')], rules)
  t.strictSame(told(byCode), ['CTE/R4T/EU review', 'TC1/R1S/ITEX review', '7610 breaking'])
  t.match(byCode[1]?.causes, [{ order: 2, doubts: ['inferred-twin', 'unverified-rule'], assignment: null }])
  const byAuthorization = planImpact([retired('EEU')], [eeu], rules)
  t.strictSame(told(byAuthorization), ['CTE/R4T/EU breaking', '7000 review', '7610 review'])
  t.match(byAuthorization[1]?.causes[0]?.paths[0]?.steps.at(-1), { edge: 'rule', basis: '7000 admits CTE/R4T/*' })
})

t.test('what does not break has no second order', async t => {
  const rules = [rule('7610', 'CTE/R4T/EU')]
  for (const harmless of ['label', 'recode', 'substantive', 'scope-broadened', 'added', 'editorial'] as const)
    t.equal(planImpact([alone(harmless, ref('EEU'))], [eeu], rules).length, 1, harmless)
  t.equal(planImpact([retired('EEU')], [{ ...eeu, verified: false }], rules).length, 1)
})

t.test('after a split each dependent of the item is told where it goes; the owners are not asked', async t => {
  const codes = ['7620', '7621'].map(key => dependent(key))
  const links = [
    ...codes.map(({ key }) => linkIn(base, 'ICT.B', key)),
    linkIn(base, 'ICT', 'CTE/R4T/ITEC'),
    wildcard('7000'),
  ]
  const impacts = impactsOf(
    base,
    [
      {
        op: 'split',
        item: 'ICT.B',
        into: [newItem('pathway', 'X', 'Networks'), newItem('pathway', 'Y')],
        assignments: [{ dependent: { kind: 'course-code', key: '7620' }, successor: 'X' }],
      },
    ],
    { links },
  )
  const assigned = impacts.map(({ dependent, causes }) => {
    const to = causes.find(cause => cause.change.class === 'split')?.assignment
    return `${dependent.key} ${to !== null && typeof to === 'object' ? to.title : to}`
  })
  t.strictSame(assigned, ['CTE/R4T/ITEC null', '7000 null', '7620 Networks', '7621 undecided'])
})

t.test('a wildcard has no successor to go to when its sector splits', async t => {
  const [impact] = planImpact([alone('split', ref('EEU'), { successors: [ref('ICT')] })], [wildcard('7000')], [])
  t.equal(impact?.causes[0]?.assignment, null)
})

t.test('plans of parts put together are the plan of the whole', async t => {
  const links = [eeu, link(ref('ICT'), 'CTE/R4T/EU'), link(ref('ICT'), '7620')]
  const [a, b] = [planImpact([retired('EEU')], links, []), planImpact([retired('ICT')], links, [])]
  const whole = planImpact([retired('ICT'), retired('EEU')], links, [])
  t.strictSame(mergeImpacts(a, b), whole)
  t.strictSame(mergeImpacts(b, a, a), whole)
})

t.test('a plan says which links and which rules it needs', async t => {
  const reached = [retired('EEU')]
  t.strictSame(linksNeeded(reached), {
    items: [ref('EEU').id],
    subtrees: [ref('EEU').id],
    wildcards: [
      { framework: MCS, any: 'sector' },
      { framework: MCS, any: 'sector-count' },
      { framework: MCS, any: 'sector-titles' },
    ],
  })
  const links = [eeu, link(ref('EEU'), '7610'), link(ref('EEU'), '7611', { verified: false }), link(ref('ICT'), '7620')]
  t.strictSame(rulesNeeded(reached, links), { courseCodes: ['7610'], authorizations: ['CTE/R4T/EU'] })
})

t.test('ten thousand changes meet a hundred thousand links in seconds', async t => {
  const items = Array.from({ length: 10_000 }, (_, n) => ref(`S${n % 15}.${n}`, 'standard'))
  const links = Array.from({ length: 100_000 }, (_, n) =>
    link(items[n % 10_000]!, `${7000 + (n % 1500)}`, { id: `l${n}` }),
  )
  const started = performance.now()
  const impacts = planImpact(
    items.map((item, n) => alone('substantive', item, { id: `change ${n}` })),
    links,
    [],
  )
  const took = Math.round(performance.now() - started)
  t.equal(impacts.length, 1500)
  t.ok(took < 20_000)
  t.comment(`${took} ms`)
})
