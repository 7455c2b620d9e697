import t from 'tap'
import { askedOf, CODE_SET_FILTERS, facetOptions } from '../web/src/pages/course-codes/code-set-filters.ts'
import { typeOfFile } from '../web/src/pages/course-codes/file-types.ts'
import { isSchoolYear, schoolYearOf, yearAfter, yearsToChoose } from '../web/src/pages/course-codes/school-years.ts'
import { brokenFirst, laneOf, type SequenceRow } from '../web/src/pages/course-codes/sequences/lanes.ts'
import { codesIn, splitsOf, whatIfBody } from '../web/src/pages/course-codes/sequences/what-if.ts'

const sequence = (more: Partial<SequenceRow> = {}): SequenceRow => ({
  ...{ framework: 'ca-mcs-2013', item: 'BCT.A', pathway: 'Cabinetry (hypothetical)', code: null },
  ...{ introductory: ['7310'], concentrator: ['7311'], capstone: ['7312'], sectorIntroductory: ['7300'] },
  ...{ complete: true, missing: [], unsure: [], notes: [], ...more },
})
const finding = (code: string, certainty: 'certain' | 'unknown') => ({
  ...{ code, certainty, message: `${code} in words`, pathway: { framework: 'ca-mcs-2013', item: 'BCT.A' } },
})
const states = (row: SequenceRow) => laneOf(row).stops.map(({ state }) => state)

t.test('a lane holds, breaks, or nobody knows; an empty one is none of these', async t => {
  t.equal(laneOf(sequence()).state, 'holds')
  const noCapstone = sequence({ capstone: [], complete: false, missing: ['capstone'] })
  t.match(laneOf(noCapstone), { state: 'breaks', breaks: ['No capstone in this year'] })
  t.strictSame(states(noCapstone), ['there', 'there', 'absent'])
  const unsure = sequence({ complete: null, unsure: ['concentrator'] })
  t.equal(laneOf(unsure).state, 'unknown')
  t.strictSame(states(unsure), ['there', 'unsure', 'there'])
  const nothing = { introductory: [], concentrator: [], capstone: [] }
  const empty = sequence({ ...nothing, complete: false, missing: ['concentrator', 'capstone'] })
  t.match(laneOf(empty, [finding('CTE_LEVEL_MISSING', 'certain')]), { state: 'empty', breaks: [] })
  t.equal(laneOf(empty, [finding('CTE_SEQUENCE_BROKEN', 'certain')]).state, 'breaks', 'torn apart is not empty')
})

t.test('what is found of a pathway stands on its lane, and of no other', async t => {
  t.match(laneOf(sequence(), [finding('CTE_SEQUENCE_BROKEN', 'certain')]), {
    ...{ state: 'breaks', breaks: ['CTE_SEQUENCE_BROKEN in words'] },
  })
  t.equal(laneOf(sequence({ item: 'BCT.B' }), [finding('CTE_SEQUENCE_BROKEN', 'certain')]).state, 'holds')
  t.equal(laneOf(sequence(), [finding('CTE_INTRODUCTORY_SHARED', 'certain')]).state, 'holds', 'no break')
  t.equal(laneOf(sequence(), [finding('CTE_LEVEL_MISSING', 'unknown')]).state, 'unknown')
  const lanes = [sequence(), sequence({ item: 'BCT.B', capstone: [], complete: false, missing: ['capstone'] })]
  t.equal(brokenFirst(lanes.map(each => laneOf(each)))[0]?.sequence.item, 'BCT.B')
})

t.test('a school year has two numbers, the second after the first', async t => {
  t.strictSame([schoolYearOf('2026-06-30'), schoolYearOf('2026-07-01')], ['2025-26', '2026-27'])
  t.equal(yearAfter('2098-99'), '2099-00')
  t.strictSame([isSchoolYear('2026-27'), isSchoolYear('2026-28'), isSchoolYear('26-27')], [true, false, false])
  t.ok(yearsToChoose('1999-00', '2026-27').includes('1999-00'), 'what the address asks for can be seen')
  t.notOk(yearsToChoose('nonsense', '2026-27').includes('nonsense'))
})

t.test('an address that asks for what cannot be asks for less', async t => {
  const asked = askedOf({ ...CODE_SET_FILTERS, schoolYear: 'soon', level: 'odd', status: 'retired', q: ' 73 ' })
  t.strictSame(asked, { schoolYear: CODE_SET_FILTERS.schoolYear, status: 'retired', q: '73' })
  t.strictSame(facetOptions('Any', [{ value: 'unknown', count: 2 }], 'capstone'), [
    ['', 'Any'],
    ['unknown', 'not stated (2)'],
    ['capstone', 'capstone (0)'],
  ])
})

t.test('a proposal asks what its splits do, codes beside it what theirs do', async t => {
  const split = {
    ...{ op: 'split' as const, item: 'BCT.A' },
    into: [{ kind: 'pathway' as const, code: 'X', title: 'X (hypothetical)', text: null, scopeNote: null }],
    assignments: [
      { dependent: { kind: 'course-code' as const, key: '7311' }, successor: 'X' },
      { dependent: { kind: 'authorization' as const, key: 'CTE/R4T/BTC' }, successor: 'X' },
    ],
  }
  const splits = splitsOf('ca-mcs-2013', [split])
  t.match(splits, [
    {
      ...{ framework: 'ca-mcs-2013', pathway: 'BCT.A', successors: [{ key: 'BCT.X' }] },
      assignments: [{ code: '7311', successor: 'BCT.X' }],
    },
  ])
  t.equal(splits[0]?.assignments?.length, 1, 'authorizations have no sequence')
  t.equal(whatIfBody('2026-27', [], [{ from: ' ', to: '7314' }]), null, 'nothing is asked yet')
  t.match(whatIfBody('2026-27', splits, [{ from: '7311;7312', to: '' }]), {
    codeChanges: [{ from: ['7311', '7312'], to: [] }],
  })
  t.strictSame(codesIn(' 7311,\n7312\t'), ['7311', '7312'])
})

t.test('a file is sent as what its name says', async t => {
  t.match(typeOfFile('List.XLSX'), /spreadsheetml/)
  t.equal(typeOfFile('list.csv'), 'text/csv')
})
