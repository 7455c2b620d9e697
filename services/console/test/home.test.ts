import { CteEvent } from '@cte-align/contracts'
import t from 'tap'
import type { Agency, Role, Session } from '../web/src/data/session.ts'
import { NAMES } from '../web/src/pages/events/type-in-words.ts'
import { type Visits, visitsAfter } from '../web/src/pages/home/changed/since-visit.ts'
import { gapsByCode, gapWords, pageOfGap } from '../web/src/pages/home/health/gaps.ts'
import { stepsToDo } from '../web/src/pages/home/waits/steps-to-do.ts'
import { heapsFor, liesOn } from '../web/src/pages/home/who-waits.ts'

const as = (agency: Agency, role: Role): Session => ({
  actor: { id: 'example', name: 'Example', agency, role },
  expires: null,
  signIn: { kind: 'none' },
})

t.test('each role finds its own work first', async t => {
  t.equal(heapsFor(as('CTC', 'editor'))[0], 'ctc-flags')
  t.ok(heapsFor(as('CTC', 'approver')).includes('sign-off'))
  t.notOk(heapsFor(as('CTC', 'editor')).includes('sign-off'), 'who may not sign is not asked to')
  t.equal(heapsFor(as('CALPADS', 'editor'))[0], 'calpads-flags')
  t.equal(heapsFor(as('CDE', 'editor'))[0], 'drafts')
  t.equal(heapsFor(as('CDE', 'approver'))[0], 'approve')
  t.equal(heapsFor(as('CDE', 'publisher'))[0], 'publish')
  for (const session of [undefined, as('CTC', 'viewer'), as('CDE', 'commenter')])
    t.strictSame(heapsFor(session), ['open-for-comment'], 'who may decide nothing may say something')
})

t.test('no heap comes twice, whoever looks', async t => {
  for (const agency of ['CDE', 'CTC', 'CALPADS'] as const)
    for (const role of ['viewer', 'commenter', 'editor', 'approver', 'publisher', 'administrator'] as const) {
      const heaps = heapsFor(as(agency, role))
      t.equal(new Set(heaps).size, heaps.length, `${agency} ${role}`)
    }
})

t.test('a proposal waits for whoever has the next word', async t => {
  const silent = { CTC: null, CALPADS: { decision: 'acknowledge' } }
  const proposal = (state: string, held: unknown = null) => ({ state, held, signOffs: silent })
  t.ok(liesOn('sign-off', proposal('in-review'), 'CTC'))
  t.notOk(liesOn('sign-off', proposal('in-review'), 'CALPADS'), 'it has answered')
  t.notOk(liesOn('sign-off', proposal('draft'), 'CTC'), 'nobody is asked about a draft')
  t.ok(liesOn('approve', proposal('in-review')))
  t.ok(liesOn('publish', proposal('approved')))
  t.ok(liesOn('publish', proposal('scheduled', { reasons: [] })), 'held on its day')
  t.notOk(liesOn('publish', proposal('scheduled')))
  t.notOk(liesOn('open-for-comment', proposal('publishing')))
})

t.test('a visit ends half an hour after one has looked; until then what it began with stays new', async t => {
  const look = (visits: Visits | null, minute: number, position: number) =>
    visitsAfter(visits, { position, at: new Date(Date.UTC(2026, 10, 30, 8, minute)).toISOString() })
  const first = look(null, 0, 10)
  t.equal(first.before, null)
  const second = look(first, 50, 30)
  t.equal(second.before?.position, 10)
  t.equal(look(second, 60, 40).before?.position, 10, 'the same visit')
  t.equal(look(look(second, 60, 40), 95, 50).before?.position, 40)
})

t.test('every type of event can be counted in words', async t => {
  t.strictSame(Object.keys(NAMES).sort(), CteEvent.options.map(option => option.shape.type.value).sort())
})

t.test('a gap leads to the record that has it, where that has a page', async t => {
  t.equal(pageOfGap('credentials', 'CTE/S17C/NONE'), '/standards/authorizations/CTE/S17C/NONE')
  t.equal(pageOfGap('course-codes', '7100'), '/course-codes/codes/7100')
  t.equal(pageOfGap('course-codes', 'ca-mcs-2013:AME.B'), '/standards/search?q=AME.B&framework=ca-mcs-2013')
  t.equal(pageOfGap('credentials', 'document BIPT'), null)
  t.equal(gapWords('moon-unknown'), 'moon unknown', 'a kind that is newer than the page is told by its code')
  const gap = (code: string) => ({ code, key: 'k', message: 'm' })
  t.strictSame(gapsByCode([gap('a'), gap('b'), gap('b')]), [
    { code: 'b', count: 2 },
    { code: 'a', count: 1 },
  ])
})

t.test(
  'the step whose day comes first is first, one without a known day last; what waits for others is left out',
  async t => {
    const step = (key: string, state: 'ready' | 'waiting' | 'in-progress', finish: string | null) => ({
      ...{ key, state },
      latest: { start: null, finish, exact: true },
    })
    const todo = stepsToDo([
      { steps: [step('c', 'ready', null), step('a', 'in-progress', '2027-01-01')] },
      { steps: [step('x', 'waiting', '2026-01-01'), step('b', 'ready', '2027-02-01')] },
    ])
    t.strictSame(
      todo.map(each => each.step.key),
      ['a', 'b', 'c'],
    )
  },
)
