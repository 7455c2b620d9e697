import {
  DecoderComparison,
  DecoderQuestion,
  fingerprint,
  isContainer,
  type Link,
  type OperationInput,
  type RuleEdge,
} from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import { ancestorsOf, compareDecoder, diff, lineageOf, ownerMoves, reachAll, refOf, type Tree } from '../src/index.ts'
import { apply, cluster, id, item, link, linkIn, newItem, ref, relation, release, rule, sectors } from './builders.ts'
import { FAR, numbers, type World, worldOf } from './random-world.ts'

const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 100)
const tree = sectors(item('sector', 'HST', null, { position: 2 }))
const HOLDERS = [
  linkIn(tree, 'ICT', 'CTE/R4T/ITEC'),
  linkIn(tree, 'EEU', 'CTE/R4T/EU'),
  linkIn(tree, 'ICT', 'AETC/R4FA/ITEC'),
]

function compare(
  operations: OperationInput[],
  { links, rules, relations = [] }: { links: Link[]; rules: RuleEdge[]; relations?: ReturnType<typeof relation>[] },
) {
  const { tree: proposed, notes } = apply(tree, ...operations)
  const reached = reachAll(diff(tree, proposed, release, notes), { base: tree, proposed, relations })
  const question = ownerMoves(reached, { base: tree, proposed }, each => each)
  DecoderQuestion.parse(question)
  const { pairs, kept, withoutPair } = DecoderComparison.parse(compareDecoder(question, { links, rules }))
  return {
    pairs: pairs.map(({ courseCode, authorization, outcome, doubt, to }) =>
      [outcome, courseCode.key, authorization.key, doubt ?? to?.key].join(' '),
    ),
    kept: kept.map(({ owner, count }) => `${owner.key} ${count}`),
    withoutPair: withoutPair.map(({ courseCode, certain }) => `${courseCode.key} ${certain}`),
  }
}

const NOTHING = { pairs: [], kept: [], withoutPair: [] }
const moveA: OperationInput = { op: 'move', item: 'EEU.A', parent: 'ICT' }
const onA = [...HOLDERS, linkIn(tree, 'EEU.A', '7610')]

t.test('a pathway in another sector refuses the old holders and permits the new ones of the same document', async t => {
  t.strictSame(compare([moveA], { links: onA, rules: [rule('7610', 'CTE/R4T/EU'), rule('7610', 'TC1/R1S/ITE')] }), {
    pairs: ['refused 7610 CTE/R4T/EU ICT', 'permitted 7610 CTE/R4T/ITEC ICT'],
    kept: [],
    withoutPair: [],
  })
})

t.test('what a rule admits already, wildcard or not, is not newly permitted', async t => {
  const both = [rule('7610', 'CTE/R4T/EU'), rule('7610', 'CTE/R4T/ITEC')]
  t.strictSame(compare([moveA], { links: onA, rules: both }).pairs, ['refused 7610 CTE/R4T/EU ICT'])
  const open = [rule('7610', 'CTE/R4T/EU'), rule('7610', 'CTE/R4T/*')]
  t.strictSame(compare([moveA], { links: onA, rules: open }), { ...NOTHING, kept: ['EEU 1'] })
})

t.test('words, titles, codes and moves within a sector move no pair', async t => {
  const rules = [rule('7610', 'CTE/R4T/EU')]
  for (const operation of [
    { op: 'retitle', item: 'EEU', title: 'Energy' },
    { op: 'recode', item: 'EEU', code: 'ENERGY' },
    { op: 'revise', item: 'EEU', scopeNote: 'Excludes forestry.' },
    { op: 'split', item: 'EEU.A', into: [newItem('pathway', 'X'), newItem('pathway', 'Y')] },
  ] satisfies OperationInput[])
    t.match(compare([operation], { links: onA, rules }), { pairs: [], withoutPair: [] }, operation.op)
})

t.test('a sector that retires in favour of another takes its course codes there, and its holders nowhere', async t => {
  const retire: OperationInput = { op: 'retire', item: 'EEU', successors: [{ framework: 'ca-mcs-2013', item: 'ICT' }] }
  const links = [...onA, linkIn(tree, 'EEU', '7600'), linkIn(tree, 'ICT', '7600', { id: 'second' })]
  const rules = [rule('7600', 'CTE/R4T/EU'), rule('7600', 'CTE/R4T/ITEC'), rule('7610', 'CTE/R4T/EU')]
  t.strictSame(compare([retire], { links, rules }).pairs, [
    'refused 7600 CTE/R4T/EU ICT',
    'refused 7610 CTE/R4T/EU ICT',
    'permitted 7610 CTE/R4T/ITEC ICT',
  ])
})

t.test('where the new owner is not known, nobody guesses', async t => {
  const rules = [rule('7610', 'CTE/R4T/EU')]
  const retire = (successors: Extract<OperationInput, { op: 'retire' }>['successors'], links = onA) =>
    compare([{ op: 'retire', item: 'EEU', successors }], { links, rules })
  const doubt = (word: string) => ({
    pairs: [`unknown 7610 CTE/R4T/EU ${word}`],
    kept: [],
    withoutPair: ['7610 false'],
  })
  const own = (...keys: string[]) => keys.map(key => ({ framework: 'ca-mcs-2013', item: key }))
  t.strictSame(retire('unknown'), doubt('successor-unknown'))
  t.strictSame(retire('none'), doubt('successor-none'))
  t.strictSame(retire(own('ICT', 'HST')), doubt('several-successors'))
  t.strictSame(retire(own('HST')), doubt('owner-without-authorization'))
  t.strictSame(retire([{ framework: 'ca-cte-clusters', item: 'AED' }]), doubt('owner-without-authorization'))
  const unsure = [...HOLDERS, linkIn(tree, 'EEU.A', '7610', { verified: false })]
  t.strictSame(retire(own('ICT'), unsure).pairs, [
    'unknown 7610 CTE/R4T/EU unverified-link',
    'unknown 7610 CTE/R4T/ITEC unverified-link',
  ])
})

t.test('an unverified rule or an inferred twin is never refused for certain', async t => {
  for (const [rest, word] of [
    [{ verified: false }, 'unverified-rule'],
    [{ inferred: true }, 'inferred-twin'],
  ] as const)
    t.strictSame(compare([moveA], { links: onA, rules: [rule('7610', 'CTE/R4T/EU', rest)] }).pairs, [
      `unknown 7610 CTE/R4T/EU ${word}`,
      `unknown 7610 CTE/R4T/ITEC ${word}`,
    ])
})

t.test(
  'after a split between sectors the assigned go where they are assigned, and the others nobody knows where',
  async t => {
    const operations: OperationInput[] = [
      {
        op: 'split',
        item: 'EEU.A',
        into: [newItem('pathway', 'X'), newItem('pathway', 'Y')],
        assignments: [
          { dependent: { kind: 'course-code', key: '7610' }, successor: 'X' },
          { dependent: { kind: 'course-code', key: '7611' }, successor: 'Y' },
        ],
      },
      { op: 'move', item: 'EEU.X', parent: 'ICT' },
    ]
    const links = [...onA, linkIn(tree, 'EEU.A', '7611'), linkIn(tree, 'EEU.A1.0', '7612')]
    const rules = ['7610', '7611', '7612'].map(key => rule(key, 'CTE/R4T/EU'))
    t.strictSame(compare(operations, { links, rules }), {
      pairs: ['refused 7610 CTE/R4T/EU ICT', 'permitted 7610 CTE/R4T/ITEC ICT', 'unknown 7612 CTE/R4T/EU undecided'],
      kept: ['EEU 1'],
      withoutPair: ['7612 false'],
    })
  },
)

t.test('over a relation nothing is known, whoever accepted it', async t => {
  const far = cluster('AED')
  const links = [link(far, 'CTE/R4T/FAR'), link(far, '7000')]
  const rules = [rule('7000', 'CTE/R4T/FAR')]
  const retire: OperationInput = { op: 'retire', item: 'EEU', successors: 'none' }
  const over = (state: 'draft' | 'accepted') =>
    compare([retire], { links, rules, relations: [relation(ref('EEU'), far, 'related', state)] }).pairs
  t.strictSame(over('draft'), ['unknown 7000 CTE/R4T/FAR over-unverified-relation'])
  t.strictSame(over('accepted'), ['unknown 7000 CTE/R4T/FAR over-relation'])
})

function worldsPairs({ base, proposed, reached, links, rules }: World) {
  const topOf = (far: { id: string; framework: string; key: string }) =>
    base.items.has(far.id) ? topIn(base, far.id) : (FAR.find(each => each.item.id === far.id)?.parent ?? (far as never))
  const question = ownerMoves(reached, { base, proposed }, topOf)
  return { question, comparison: compareDecoder(question, { links, rules }) }
}

/** An authorization on every sector and cluster, a course code on every container, and the rules that join them. */
function dense(world: World): World {
  const active = [...world.base.items.values()].filter(each => each.status === 'active' && isContainer(each.kind))
  const holder = (top: string) => `CTE/R4T/${world.base.items.get(top)!.code}`
  const links = active.flatMap((each, n) => {
    const made = { lineage: lineageOf(world.base, each.id), verified: n % 5 > 0 }
    const code = link(refOf(world.base, each.id), `8${100 + n}`, made)
    return each.parent === null ? [code, link(refOf(world.base, each.id), holder(each.id), made)] : [code]
  })
  const rules = active.map((each, n) =>
    rule(`8${100 + n}`, holder(topIn(world.base, each.id).id), { verified: n % 7 > 0 }),
  )
  return { ...world, links: [...world.links, ...links], rules: [...world.rules, ...rules] }
}
const topIn = (within: Tree, at: string) => refOf(within, ancestorsOf(within, at).at(-1) ?? at)

function always(title: string, holds: (world: World) => boolean): void {
  t.test(title, async t => {
    let telling = 0
    fc.assert(
      fc.property(numbers, drawn => {
        const world = dense(worldOf(drawn))
        if (worldsPairs(world).comparison.pairs.length > 0) telling++
        return holds(world)
      }),
      { numRuns: numRuns * 3 },
    )
    t.pass(`${numRuns * 3} cases, ${telling} with pairs`)
    t.comment(`${numRuns * 3} cases, ${telling} with pairs`)
  })
}

always('a comparison fits the contracts, and the order of records does not matter', world => {
  const { question, comparison } = worldsPairs(world)
  const turned = compareDecoder(question, { links: world.links.toReversed(), rules: world.rules.toReversed() })
  DecoderQuestion.parse(question)
  return fingerprint(turned) === fingerprint(DecoderComparison.parse(comparison))
})

always('only pairs of today are refused, and only pairs that no rule admits are permitted', world => {
  const admits = (courseCode: string, authorization: string): boolean =>
    world.rules.some(
      edge =>
        edge.courseCode.key === courseCode &&
        (edge.authorization?.key === authorization || (edge.prefix !== null && authorization.startsWith(edge.prefix))),
    )
  return worldsPairs(world).comparison.pairs.every(({ courseCode, authorization, outcome }) => {
    if (outcome === 'unknown') return true
    return admits(courseCode.key, authorization.key) === (outcome === 'refused')
  })
})

always('a change of words, titles and codes moves nothing', world => {
  const still = world.reached.filter(({ change }) => change.aspect !== 'existence' && change.lineage === null)
  return ownerMoves(still, world, each => each).moves.length === 0
})

/** By the trees alone: which top-level item owns the link's item now, and in the proposal, as far as it stands there. */
always('what is certain agrees with the trees: a refused course code no longer stands beside its holder', world => {
  const { base, proposed, links } = world
  const goes = (at: string): boolean =>
    base.items.get(at)?.status === 'active' && proposed.items.get(at)?.status === 'retired'
  const top = (within: Tree, at: string | undefined): string | undefined =>
    at === undefined || !within.items.has(at) || goes(at) ? undefined : topIn(within, at).id
  return worldsPairs(world).comparison.pairs.every(({ courseCode, authorization, outcome, to }) => {
    if (outcome === 'unknown') return true
    const of = (key: string) => links.filter(each => each.dependent.key === key).map(each => each.item?.id)
    const shared = of(courseCode.key).some(code =>
      of(authorization.key).some(holder => {
        const there = top(proposed, code)
        return there !== undefined && there === top(proposed, holder)
      }),
    )
    const holds = of(authorization.key).some(holder => top(proposed, holder) === to?.id || holder === to?.id)
    return outcome === 'refused' ? !shared : holds
  })
})

t.test('what goes along with its sector is not named again', async t => {
  const { tree: proposed, notes } = apply(tree, { op: 'retire', item: 'EEU', successors: 'none' })
  const reached = reachAll(diff(tree, proposed, release, notes), { base: tree, proposed, relations: [] })
  t.match(
    ownerMoves(reached, { base: tree, proposed }, each => each),
    {
      owners: [{ key: 'EEU' }],
      moves: [{ items: [id('EEU')], manner: 'gone', from: 0, to: null, doubt: 'successor-none', assigned: [] }],
    },
  )
})
