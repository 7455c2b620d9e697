import { Unknown } from '@cte-align/contracts'
import t from 'tap'
import { diff, planImpact, reachAll, strayAssignments, whatIsUnknown } from '../src/index.ts'
import { apply, cluster, dependent, link, linkIn, newItem, ref, relation, release, rule, sectors } from './builders.ts'

const tree = sectors()
const assign = (key: string, successor: string) => ({ dependent: { kind: 'course-code' as const, key }, successor })

function previewed() {
  const { tree: proposed, notes } = apply(
    tree,
    {
      op: 'split',
      item: 'EEU.A',
      into: [newItem('pathway', 'X'), newItem('pathway', 'Y')],
      assignments: [assign('7611', 'X'), assign('9999', 'Y'), assign('8100', 'Y')],
    },
    { op: 'retire', item: 'ICT.C', successors: 'unknown' },
  )
  const relations = [relation(ref('EEU'), cluster('AED'), 'related', 'draft')]
  const reached = reachAll(diff(tree, proposed, release, notes), { base: tree, proposed, relations })
  const links = [
    linkIn(tree, 'EEU.A', '7611'),
    linkIn(tree, 'EEU.A', '7612'),
    linkIn(tree, 'ICT.C', '8100', { verified: false }),
    link(cluster('AED'), '7000'),
  ]
  const rules = [
    rule('7611', 'TC1/R1S/ITE', { verified: false }),
    rule('7611', 'TC1/R1S/ITEX', { inferred: true, rule: 'twin' }),
  ]
  return { reached, impacts: planImpact(reached, links, rules) }
}

t.test('each kind of not knowing is named once, counted, with examples', async t => {
  const found = whatIsUnknown({
    framework: 'ca-mcs-2013',
    ...previewed(),
    manualReview: [dependent('CTE/S17C/NONE')],
    gaps: [
      { code: 'school-years-unknown', key: '7612', message: 'No source says when' },
      { code: 'school-years-unknown', key: '7611', message: 'No source says when' },
    ],
    withoutDependents: ['CTC'],
  })
  for (const each of found) Unknown.parse(each)
  t.strictSame(
    found.map(({ code, count, examples }) => `${code} ${count}: ${examples.join(', ')}`),
    [
      'CTE_UNKNOWN_RELATION 1: EEU related AED (draft)',
      'CTE_UNKNOWN_LINK 1: 8100',
      'CTE_UNKNOWN_RULE 1: TC1/R1S/ITE',
      'CTE_UNKNOWN_TWIN 1: TC1/R1S/ITEX',
      'CTE_UNKNOWN_ASSIGNMENT 1: 7612',
      'CTE_UNKNOWN_ASSIGNED 2: course-code 8100 (EEU.A), course-code 9999 (EEU.A)',
      'CTE_UNKNOWN_SUCCESSOR 1: ICT.C',
      'CTE_UNKNOWN_MANUAL_REVIEW 1: CTE/S17C/NONE',
      'CTE_UNKNOWN_NO_DEPENDENT 1: CTC',
      'CTE_UNKNOWN_GAP_SCHOOL_YEARS_UNKNOWN 2: 7611, 7612',
    ],
  )
})

t.test('an assignment of what hangs elsewhere, or nowhere, is found', async t => {
  t.strictSame(
    strayAssignments(previewed()).map(({ key }) => key),
    ['9999', '8100'],
  )
})

t.test('where all is known, nothing is said', async t => {
  const nothing = { reached: [], impacts: [], manualReview: [], gaps: [], withoutDependents: [] }
  t.strictSame(whatIsUnknown({ framework: 'ca-mcs-2013', ...nothing }), [])
})
