import t from 'tap'
import {
  draftOf,
  emptyDraft,
  NOBODY,
  newDraft,
  type Operation,
  type Pick,
} from '../web/src/pages/proposals/changes/draft.ts'
import { nearestFirst } from '../web/src/pages/proposals/changes/nearest-first.ts'
import { operationOf } from '../web/src/pages/proposals/changes/operation.ts'
import { assigned, splitRows } from '../web/src/pages/proposals/changes/split-rows.ts'
import { moved, without, workingList } from '../web/src/pages/proposals/changes/working-list.ts'

const item = (key: string): Pick => ({ ...NOBODY, value: key, key, title: `Title of ${key}`, kind: 'pathway' })
const retitle = (key: string, title: string): Operation => ({ op: 'retitle', item: key, title })

const SPLIT: Operation = {
  op: 'split',
  item: 'BCT.A',
  into: [
    { kind: 'pathway', code: 'X', title: 'One', scopeNote: 'kept' },
    { kind: 'pathway', code: 'Y', title: 'Two' },
  ],
  assignments: [{ dependent: { kind: 'course-code', key: '7311' }, successor: 'X' }],
}
/** One of each, with everything that an operation may say. */
const EVERY: Operation[] = [
  {
    op: 'add',
    parent: 'BCT',
    item: {
      ...{ kind: 'pathway', code: 'X', title: 'New (hypothetical)', text: null, scopeNote: 'covers it', position: 2 },
      provenance: { source: 's', verified: false, note: null },
    },
  },
  { op: 'revise', item: 'BCT.A1.0', title: 'Other words', text: null },
  { op: 'recode', item: 'BCT.A', code: 'Z' },
  { op: 'retitle', item: 'BCT', title: 'Building', override: { class: 'substantive', reason: 'Means something else' } },
  { op: 'move', item: 'BCT.A', parent: null, position: 0 },
  { op: 'merge', items: ['BCT.A', 'BCT.B'], into: { existing: 'BCT.A' }, join: ['anchor'] },
  {
    op: 'merge',
    items: ['BCT.A', 'BCT.B', 'BCT.C'],
    into: { new: { kind: 'pathway', code: 'M', title: 'Merged', text: 'more' }, parent: 'BCT' },
  },
  SPLIT,
  { op: 'retire', item: 'BCT.A', successors: 'unknown' },
  { op: 'retire', item: 'BCT.A', successors: [{ framework: 'ca-cte-clusters', item: 'construction' }] },
  { op: 'restore', item: 'BCT.A' },
  {
    ...{ op: 'map', crosswalk: 'c', from: 'BCT', relation: 'broader', note: 'as read' },
    to: { framework: 'ca-cte-clusters', item: 'construction' },
  },
  { op: 'map', crosswalk: 'c', from: 'BCT', to: null, relation: 'none', note: null },
  { op: 'unmap', relation: 'r1', reason: 'It was wrong' },
]

t.test('a form that nobody touches gives back the operation that it was opened with', async t => {
  for (const operation of EVERY) t.strictSame(operationOf(draftOf(operation)), { operation }, operation.op)
})

t.test('what is missing is named, field by field', async t => {
  t.strictSame(operationOf(emptyDraft()), { missing: { item: 'Choose an item', title: 'Give the new title' } })
  const same = { ...emptyDraft(), item: item('BCT'), title: 'Title of BCT' }
  t.match(operationOf(same), { missing: { title: 'This is the title it has' } })
  const unexplained = { ...same, title: 'Other', overrideClass: 'substantive' as const }
  t.match(operationOf(unexplained), { missing: { overrideReason: /Say why/ } })
  const split = { ...emptyDraft('split'), item: item('BCT.A'), into: [newDraft('pathway'), newDraft('pathway')] }
  t.match(operationOf(split), { missing: { into: /code and a title/ } })
  t.match(operationOf({ ...emptyDraft('merge'), items: [item('BCT.A'), NOBODY] }), { missing: { items: /two items/ } })
  const nowhere = { ...emptyDraft('move'), item: item('BCT.A'), atTop: true, position: '0' }
  t.match(operationOf(nowhere), { missing: { position: /from 1/ } })
  const followed = { ...emptyDraft('retire'), item: item('BCT.A'), follows: 'these' as const }
  t.match(operationOf(followed), { missing: { successors: /Name what follows/ } })
  t.match(operationOf({ ...emptyDraft('revise'), item: item('BCT.A1.0') }), { missing: { title: /Change/ } })
})

t.test('an assignment to a new item that is not there any more is undecided again', async t => {
  const draft = draftOf(SPLIT)
  const { operation } = operationOf({ ...draft, into: draft.into.map(each => ({ ...each, code: `${each.code}2` })) })
  t.match(operation, { op: 'split' })
  t.notOk(operation && 'assignments' in operation)
})

t.test('what is typed takes its place among the saved, wherever that is by now', async t => {
  const saved = [retitle('A', 'a'), retitle('B', 'b'), retitle('C', 'c')]
  const draft = { ...emptyDraft(), item: item('B'), title: 'better' }
  const from = { index: 1, operation: retitle('B', 'b') }
  t.match(workingList(saved, { draft, from }), { operations: { 1: { title: 'better' } }, index: 1, lost: false })
  t.match(workingList(saved.slice(1), { draft, from }), { index: 0, lost: false }, 'it has moved up')
  const theirs = [retitle('A', 'a'), retitle('B', 'theirs')]
  t.match(workingList(theirs, { draft, from }), { operations: { length: 3 }, index: 2, lost: true })
  t.match(workingList(saved, { draft, from: null }), { operations: { length: 4 }, index: 3, lost: false })
  t.match(workingList(saved, { draft: emptyDraft(), from: null }), { operations: saved, index: undefined })
  t.equal(saved.length, 3, 'the saved list is left as it is')
})

t.test('operations move by one place, and stay at the ends', async t => {
  const saved = ['A', 'B', 'C'].map(key => retitle(key, key))
  const keys = (list: Operation[]) => list.map(each => ('item' in each ? each.item : '')).join('')
  t.equal(keys(moved(saved, 2, -1)), 'ACB')
  t.equal(keys(moved(saved, 0, 1)), 'BAC')
  t.equal(keys(moved(saved, 0, -1)), 'ABC')
  t.equal(keys(moved(saved, 2, 1)), 'ABC')
  t.equal(keys(without(saved, 1)), 'AC')
})

t.test('dependents of the split item are listed, the undecided first', async t => {
  const cause = (key: string, assignment: 'undecided' | null) => ({
    change: { class: 'split' as const, item: { id: 'id', key } },
    assignment,
  })
  const impact = (
    key: string,
    of: ReturnType<typeof cause>,
    kind: 'course-code' | 'legal-reference' = 'course-code',
  ) => ({
    dependent: { kind, key, title: `Course ${key}` },
    causes: [of],
  })
  const agencies = {
    ctc: { impacts: [impact('EC 1', cause('BCT.A', 'undecided'), 'legal-reference')] },
    calpads: {
      impacts: [
        impact('7310', cause('BCT.A', null)),
        impact('7311', cause('BCT.A', 'undecided')),
        impact('7312', cause('BCT.A', 'undecided')),
        impact('8000', {
          ...cause('HHS.A', 'undecided'),
          change: { class: 'split', item: { id: 'other', key: 'HHS.A' } },
        }),
      ],
    },
  }
  const to = (key: string) => ({ kind: 'course-code' as const, key })
  const assignments = assigned([], [to('7311')], 'X')
  const rows = splitRows({ agencies }, { value: 'id', key: 'BCT.A' }, assignments)
  t.strictSame(
    rows.map(row => [row.dependent.key, row.successor]),
    [
      ['7312', ''],
      ['7311', 'X'],
    ],
  )
  t.strictSame(assigned(assignments, [to('7311')], 'Y'), [{ dependent: to('7311'), successor: 'Y' }])
  t.strictSame(assigned(assignments, [to('7311')], ''), [])
})

t.test('whoever types a code finds the item of that code first', async t => {
  const found = [{ key: 'agribusiness' }, { key: 'BUS.A' }, { key: 'BUS' }]
  t.strictSame(
    nearestFirst(found, 'bus')?.map(({ key }) => key),
    ['BUS', 'BUS.A', 'agribusiness'],
  )
  t.equal(nearestFirst(found, ''), found)
})
