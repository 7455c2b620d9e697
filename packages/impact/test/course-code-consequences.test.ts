import { CourseCodeConsequence, type OperationInput } from '@cte-align/contracts'
import fc from 'fast-check'
import t from 'tap'
import {
  brokenSequencesIn,
  countKinds,
  courseCodeConsequences,
  diff,
  ownerChanges,
  ownerMoves,
  planImpact,
  reachAll,
} from '../src/index.ts'
import { apply, dependent, linkIn, newItem, ref, relation, release, rule, sectors } from './builders.ts'
import { numbers, worldOf } from './random-world.ts'

const numRuns = Number(process.env.CTE_PROPERTY_RUNS ?? 100) * 2
const tree = sectors()
const named = { ...dependent('7600', 'introductory'), title: 'Introduction to Title of EEU' }
const LINKS = [
  { ...linkIn(tree, 'EEU', '7600'), dependent: named },
  linkIn(tree, 'EEU.A', '7611', { level: 'concentrator' }),
  linkIn(tree, 'EEU.A', '7612', { level: 'capstone' }),
  linkIn(tree, 'EEU.A', '7613', { verified: false }),
  linkIn(tree, 'ICT', 'CTE/R4T/ITEC'),
]

function told(
  operations: OperationInput[],
  relations: ReturnType<typeof relation>[] = [],
  schoolYear?: string,
  links = LINKS,
) {
  const { tree: proposed, notes } = apply(tree, ...operations)
  const changes = diff(tree, proposed, release, notes)
  const reached = reachAll(changes, { base: tree, proposed, relations })
  const impacts = planImpact(reached, links, [rule('7600', 'CTE/R4T/ITEC')])
  const moves = ownerMoves(reached, { base: tree, proposed }, each => each)
  const all = courseCodeConsequences(impacts, changes, {
    ownerChanges: ownerChanges(moves, tree),
    ...(schoolYear !== undefined && { schoolYear }),
  })
  const words = all.map(({ courseCode, suggested, rule: by, places }) => {
    const goes = places.map(place => [place.item.key, place.goes, ...place.to.map(to => to.key)].join(' ')).join('; ')
    return `${courseCode.key} ${suggested} (${by}): ${goes}`
  })
  return { all, words, impacts }
}

t.test('a new title suggests one only where the course bears the old one', async t => {
  t.strictSame(told([{ op: 'retitle', item: 'EEU', title: 'Power' }]).words, [
    '7600 Change; title (label/title-holds-the-label): EEU stays',
    '7611 No change (label/code-keeps-its-title): EEU.A stays',
    '7612 No change (label/code-keeps-its-title): EEU.A stays',
    '7613 unknown (link/unverified): EEU.A stays',
  ])
})

t.test('a code that any sector serves does not end with one of them', async t => {
  const wildcard = {
    ...linkIn(tree, 'EEU', '7000', { level: 'exploratory' }),
    item: null,
    any: 'sector' as const,
    lineage: [],
  }
  const retired: OperationInput[] = [{ op: 'retire', item: 'EEU', successors: 'none' }]
  const { words } = told(retired, [], undefined, [...LINKS, wildcard])
  t.match(words, [/^7000 unknown \(wildcard\/any-sector\)/, /^7600 Archived \(retired\/no-successor\)/])
})

t.test('a recoded item leaves its course codes alone', async t => {
  t.match(told([{ op: 'recode', item: 'EEU', code: 'POWER' }]).words, [/7600 No change/, /7611 No change/])
})

t.test('what retires archives, where somebody has said what follows', async t => {
  const retire = (successors: Extract<OperationInput, { op: 'retire' }>['successors']) =>
    told([{ op: 'retire', item: 'EEU.A', successors }]).words.filter(line => line.startsWith('7611'))
  t.strictSame(retire('none'), ['7611 Archived (retired/no-successor): EEU.A none'])
  t.strictSame(retire('unknown'), ['7611 unknown (retired/successor-unknown): EEU.A unknown'])
  t.strictSame(retire([{ framework: 'ca-mcs-2013', item: 'ICT.B' }]), [
    '7611 Archived; code updated (retired/successor-named): EEU.A to ICT.B',
  ])
})

t.test('another sector suggests another code, a split the same for whom it is decided', async t => {
  t.match(told([{ op: 'move', item: 'EEU.A', parent: 'ICT' }]).words, [
    /7600 Change; substantive revision \(moved\/inside\)/,
    /7611 Change; code \(moved\/another-owner\)/,
  ])
  const assign = (key: string, successor: string) => ({ dependent: { kind: 'course-code' as const, key }, successor })
  const split: OperationInput = {
    op: 'split',
    item: 'EEU.A',
    into: [newItem('pathway', 'X'), newItem('pathway', 'Y')],
    assignments: [assign('7611', 'X'), assign('7612', 'Y')],
  }
  const { words, impacts } = told([split, { op: 'move', item: 'EEU.Y', parent: 'ICT' }])
  t.match(words.slice(1), [
    '7611 Change; substantive revision (split/same-owner): EEU.A to EEU.X',
    '7612 Change; code (split/another-owner): EEU.A to ICT.Y',
    /7613 unknown .*EEU.A undecided/,
  ])
  t.match(brokenSequencesIn(impacts), [{ code: 'CTE_SEQUENCE_BROKEN', pathway: { key: 'EEU.A' } }])
})

t.test('over a relation nobody knows, and an assignment rule at risk changes no code', async t => {
  const over = [relation(ref('ICT'), ref('EEU'), 'related')]
  const { words } = told([{ op: 'retire', item: 'ICT', successors: 'none' }], over)
  t.match(words, [/7600 unknown \(relation\/another-framework\): EEU stays/])
})

t.test('the school year is the one given, or unknown', async t => {
  const operations: OperationInput[] = [{ op: 'recode', item: 'EEU', code: 'POWER' }]
  t.equal(told(operations).all[0]!.schoolYear, 'unknown')
  t.equal(told(operations, [], '2027-28').all[0]!.schoolYear, '2027-28')
  t.match(countKinds(told(operations).all), { 'No change': 4 })
})

t.test('every course code that is hit has one consequence, whatever happens', async t => {
  fc.assert(
    fc.property(numbers, drawn => {
      const { base, proposed, changes, reached, links, rules } = worldOf(drawn)
      const impacts = planImpact(reached, links, rules)
      const moves = ownerMoves(reached, { base, proposed }, each => each)
      const all = courseCodeConsequences(impacts, changes, { ownerChanges: ownerChanges(moves, base) })
      for (const each of all) CourseCodeConsequence.parse(each)
      const hit = impacts.filter(({ dependent: { kind } }) => kind === 'course-code')
      return all.map(({ courseCode }) => courseCode.key).join() === hit.map(({ dependent: { key } }) => key).join()
    }),
    { numRuns },
  )
  t.pass(`${numRuns} cases`)
})
