import { type Impact, Operation, type OperationInput, type RelationState } from '@cte-align/contracts'
import t from 'tap'
import { listsTouchedBy, mergeImpacts, planImpact } from '../src/index.ts'
import {
  alone,
  changed,
  cluster,
  impactsOf,
  item,
  MCS,
  newItem,
  ref,
  relation,
  retired,
  rule,
  sectors,
  wildcard,
} from './builders.ts'

const CLUSTERS = 'ca-cte-clusters'
const count = wildcard('EC 44260.9', MCS, 'sector-count')
const titles = wildcard('5 CCR 80035.5', MCS, 'sector-titles')
const inferred = { ...wildcard('EC 44260.9', CLUSTERS, 'cluster-count'), verified: false }
const links = [count, titles, inferred]
const base = sectors(item('sector', 'OTH', null, { position: 2 }))

const told = (impacts: Impact[]): string[] => impacts.map(each => `${each.dependent.key} ${each.severity}`)
const toldOf = (...operations: OperationInput[]) => told(impactsOf(base, operations, { links }))
const BOTH = ['5 CCR 80035.5 review', 'EC 44260.9 review']

t.test(
  'a sector that comes or goes is for the statute that counts them and the regulation that lists them to review',
  async t => {
    t.strictSame(toldOf({ op: 'retire', item: 'EEU', successors: 'none' }), BOTH)
    t.strictSame(toldOf({ op: 'add', parent: null, item: newItem('sector', 'NEW') }), BOTH)
    t.strictSame(toldOf({ op: 'merge', items: ['EEU', 'OTH'], into: { existing: 'ICT' } }), BOTH)
    t.strictSame(toldOf({ op: 'split', item: 'EEU', into: [newItem('sector', 'X'), newItem('sector', 'Y')] }), BOTH)
  },
)

t.test('two sectors that are merged into a third are two causes, and the one that takes them over is none', async t => {
  const [, statute] = impactsOf(base, [{ op: 'merge', items: ['EEU', 'OTH'], into: { existing: 'ICT' } }], { links })
  t.match(
    statute?.causes.map(({ change, assignment }) => [change.class, change.item.key, assignment]),
    [
      ['merged', 'EEU', null],
      ['merged', 'OTH', null],
    ],
  )
})

t.test('another title is for the list of titles to know of; the number stays', async t => {
  t.strictSame(toldOf({ op: 'retitle', item: 'EEU', title: 'Energy (hypothetical)' }), ['5 CCR 80035.5 notice'])
})

t.test('a comma in a title, a code, a place and all that stands below touch no list', async t => {
  t.strictSame(toldOf({ op: 'retitle', item: 'EEU', title: 'Title, of EEU.' }), [])
  t.strictSame(toldOf({ op: 'recode', item: 'EEU', code: 'EN' }), [])
  t.strictSame(toldOf({ op: 'move', item: 'EEU', parent: null, position: 0 }), [])
  t.strictSame(toldOf({ op: 'retire', item: 'ICT.B', successors: 'none' }), [])
  t.strictSame(toldOf({ op: 'retitle', item: 'ICT.B', title: 'Networks (hypothetical)' }), [])
  t.strictSame(toldOf({ op: 'revise', item: 'EEU', scopeNote: 'Excludes welding.' }), [])
})

t.test('a cluster that changes does not change the number of the sectors that it is related to', async t => {
  for (const state of ['accepted', 'draft'] satisfies RelationState[]) {
    const relations = [relation(cluster('ENR'), ref('EEU'), 'equivalent', state)]
    t.strictSame(
      told(impactsOf(base, [{ op: 'retire', item: 'EEU', successors: 'none' }], { links: [inferred], relations })),
      [],
    )
  }
  const gone = planImpact([alone('retired', cluster('ENR'))], links, [])
  t.strictSame(told(gone), ['EC 44260.9 review'])
  t.match(gone[0]?.causes, [{ doubts: ['unverified-link'], change: { item: { framework: CLUSTERS } } }])
})

t.test('a person may call it editorial: the number is another all the same, a title is not', async t => {
  const override = { class: 'editorial' as const, reason: 'agreed in committee' }
  t.strictSame(toldOf({ op: 'retire', item: 'EEU', successors: 'none', override }), BOTH)
  t.strictSame(toldOf({ op: 'retitle', item: 'EEU', title: 'Energy (hypothetical)', override }), [])
})

t.test('what is there before and after, or neither time, touches no list', async t => {
  for (const each of ['existence/takes-over', 'existence/retired-anew', 'existence/never-in-force'])
    t.strictSame(listsTouchedBy(changed('retired', ref('EEU'), { rule: each })), [], each)
  t.strictSame(listsTouchedBy(changed('added', ref('P', 'practice'))), [])
})

t.test('a statute is at no risk through an assignment rule, and puts none at risk', async t => {
  const rules = [rule('7610', 'CTE/R4T/EU'), rule('7000', 'CTE/R4T/*')]
  t.strictSame(told(planImpact([retired('EEU')], [count], rules)), ['EC 44260.9 review'])
})

t.test('a split sends no statute to a successor', async t => {
  const split = (kind: string, key: string) =>
    Operation.safeParse({
      op: 'split',
      item: 'EEU',
      into: [newItem('sector', 'X'), newItem('sector', 'Y')],
      assignments: [{ dependent: { kind, key }, successor: 'X' }],
    }).success
  t.equal(split('course-code', '7610'), true)
  t.equal(split('legal-reference', 'EC 44260.9'), false)
})

t.test('each sector that goes is a cause of its own, in whatever order and parts', async t => {
  const whole = planImpact([retired('EEU'), retired('ICT')], links, [])
  t.strictSame(
    whole.map(({ causes }) => causes.length),
    [2, 2],
  )
  t.strictSame(mergeImpacts(planImpact([retired('ICT')], links, []), planImpact([retired('EEU')], links, [])), whole)
})
