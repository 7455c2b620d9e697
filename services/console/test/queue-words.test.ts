import t from 'tap'
import { coursesOf, exceptionsOf } from '../web/src/pages/queue/bulk-in-words.ts'
import { eachOnce, fieldChanges } from '../web/src/pages/queue/change-fields.ts'
import type { BulkPlan, Standing } from '../web/src/pages/queue/flag-types.ts'

const open: Standing = { state: 'open', owner: null, disposition: null, due: null }
const resolved: Standing = { state: 'resolved', owner: null, disposition: 'no-impact', due: null }
const row = (key: string, before: Standing, after: Standing): BulkPlan['rows'][number] => ({
  ...{ id: key, version: 1, seen: 's', severity: 'review', before, after },
  dependent: { kind: 'authorization', key, title: 'A title (hypothetical)', level: null },
})

t.test('a dry run says how many go from where to where, the most first', async t => {
  const mine: Standing = { ...open, state: 'in-review', owner: 'mlopez' }
  const rows = [row('A', mine, resolved), row('B', open, resolved), row('C', open, resolved)]
  t.strictSame(coursesOf({ rows }), [
    { from: 'open', to: 'resolved: no impact', flags: 2 },
    { from: 'in review with mlopez', to: 'resolved: no impact', flags: 1 },
  ])
  t.strictSame(coursesOf({ rows: [row('A', open, { ...open, due: '2027-03-01' })] }), [
    { from: 'open', to: 'open, due 2027-03-01', flags: 1 },
  ])
})

t.test('those who cannot are put together by why, by name where they have one', async t => {
  const refusal = (flag: string, code: string, key: string | null): BulkPlan['refusals'][number] => ({
    ...{ flag, code, reason: `${code} of ${flag}` },
    dependent: key === null ? null : { kind: 'authorization', key, title: 'A title (hypothetical)', level: null },
  })
  const refusals = [
    refusal('1', 'CTE_WRONG_TRANSITION', 'CTE/R4T/ICT'),
    refusal('2', 'CTE_NO_SUCH_FLAG', null),
    refusal('3', 'CTE_WRONG_TRANSITION', 'CTE/R4T/EU'),
  ]
  t.strictSame(exceptionsOf({ refusals }), [
    { code: 'CTE_WRONG_TRANSITION', reason: 'CTE_WRONG_TRANSITION of 1', names: ['CTE/R4T/ICT', 'CTE/R4T/EU'] },
    { code: 'CTE_NO_SUCH_FLAG', reason: 'CTE_NO_SUCH_FLAG of 2', names: ['2'] },
  ])
})

t.test('a change is read field by field; what does not differ is not said', async t => {
  t.strictSame(fieldChanges({ before: { title: 'Old', scopeNote: null }, after: { title: 'New', scopeNote: null } }), [
    { name: 'Title', before: 'Old', after: 'New' },
  ])
  t.strictSame(fieldChanges({ before: null, after: null }), [])
  t.strictSame(
    fieldChanges({
      before: { status: 'active', retirement: null },
      after: { status: 'retired', retirement: { manner: 'retired', successors: 'unknown', within: null } },
    }),
    [{ name: 'What became of it', before: null, after: 'retired; what takes its place is unknown' }],
  )
})

t.test('a change behind several causes is shown once', async t => {
  const item = { framework: 'f', id: 'i', key: 'ICT', kind: 'sector', title: 'T (hypothetical)' } as const
  const change = { id: 'c', class: 'label', rule: 'r', item, aspect: 'title', before: null, after: null } as const
  t.equal(eachOnce([change, { ...change }, { ...change, id: 'd' }]).length, 2)
})
