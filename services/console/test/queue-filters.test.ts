import t from 'tap'
import { FILTERS, fromBody, fromView, inWords, toBody, toQuery } from '../web/src/pages/queue/filters.ts'

t.test('what is left out is what waits: whatever is not resolved', async t => {
  t.strictSame(toQuery(FILTERS), { unresolved: 'true' })
  t.strictSame(toQuery({ ...FILTERS, state: 'any' }), {})
  t.strictSame(toQuery({ ...FILTERS, state: 'returned', sector: 'ICT' }), { state: 'returned', sector: 'ICT' })
})

t.test('a body has no words for yes and no', async t => {
  t.strictSame(toBody({ ...FILTERS, overdue: 'true', undecided: 'false', document: 'CTE' }), {
    document: 'CTE',
    unresolved: true,
    overdue: true,
    undecided: false,
  })
})

t.test('a filter comes back from a body as it went', async t => {
  for (const changes of [{}, { state: 'any' }, { state: 'open', q: 'ICT' }, { overdue: 'true', findings: 'false' }]) {
    const filters = { ...FILTERS, ...changes }
    t.strictSame(fromBody(toBody(filters)), filters)
  }
  t.equal(fromBody({ unresolved: false }).state, 'resolved')
})

t.test('a view brings its order and its groups, and its own name', async t => {
  const view = fromView({
    ...{ id: 'v', name: 'Breaking first', filter: { severity: 'breaking' }, order: 'due', group: null, agency: 'CTC' },
    ...{ owner: 'mlopez', shared: true, version: 1, changedAt: '2026-11-30T00:00:00Z' },
  })
  t.match(view, { severity: 'breaking', state: 'any', order: 'due', group: 'none', view: 'v' })
})

t.test('what is narrowed is said in words, and nothing else is', async t => {
  t.strictSame(inWords(FILTERS), [])
  t.strictSame(
    inWords({ ...FILTERS, sector: 'ICT', unowned: 'true', undecided: 'false', change: 'split:0f' }).map(
      ({ text }) => text,
    ),
    ['sector: ICT', 'change: split', 'nobody sees to it', 'not: undecided after a split'],
  )
})
