import t from 'tap'
import { deedsOf, publishable, standingText, turnText } from '../web/src/pages/proposals/next-step.ts'
import { listed, many, type Proposal, type Stand, stateFrom, waitsFor } from '../web/src/pages/proposals/words.ts'

type Agency = Stand['agency']
const actor = (agency: Agency, role: 'viewer' | 'editor' | 'approver' | 'publisher') => ({
  ...{ id: 'x', name: 'X' },
  agency,
  role,
})
const about = (state: Proposal['state'], more: Partial<Proposal> = {}) => ({
  ...{ state, operations: 1, equity: 'nobody loses', schedule: null, release: null, withdrawn: null },
  ...{ revision: 2, held: null, signOffs: { CTC: null, CALPADS: null } },
  ...more,
})
const stand = (
  agency: Agency,
  standing: Stand['standing'],
  decision?: 'approve' | 'acknowledge' | 'object',
): Stand => ({
  agency,
  standing,
  why: null,
  signOff: decision ? signed(agency, decision) : null,
})
const signed = (agency: Agency, decision: 'approve' | 'acknowledge' | 'object') => ({
  decision,
  by: { id: 'y', agency, role: 'approver' as const },
  ...{ reason: 'Holders first', at: '2026-11-30T12:00:00.000Z', revision: 2, digest: 'd' },
})
const APPROVAL = stand('CDE', 'holds', 'approve')
const NOT_HIT = stand('CALPADS', 'not-needed')
const OBJECTED = [APPROVAL, stand('CTC', 'holds', 'object'), NOT_HIT]
const OPEN = [stand('CDE', 'missing'), stand('CTC', 'missing'), stand('CALPADS', 'lapsed', 'acknowledge')]

t.test('a draft says what it lacks, and each person what they can do', async t => {
  t.equal(standingText(about('draft', { operations: 0 }), undefined), 'This draft changes nothing yet.')
  t.match(standingText(about('draft', { equity: null }), undefined), /who gains and who loses/)
  t.equal(turnText(about('draft'), undefined, actor('CDE', 'editor')), 'As CDE editor you can submit or edit it.')
  t.equal(turnText(about('draft'), undefined, actor('CTC', 'approver')), 'CDE editors may change it.')
  t.equal(turnText(about('draft'), undefined, null), 'CDE editors may change it.')
})

t.test('in review it says who has not signed, and the signer what to do', async t => {
  const turn = (agency: Agency, role: 'editor' | 'approver') => turnText(about('in-review'), OPEN, actor(agency, role))
  t.equal(standingText(about('in-review'), OPEN), 'What CALPADS signed no longer holds. CDE and CTC have not signed.')
  t.equal(turn('CTC', 'approver'), 'As CTC approver you can acknowledge or object.')
  t.equal(turn('CTC', 'editor'), 'CTC approvers may acknowledge or object.')
  t.equal(turn('CDE', 'approver'), 'As CDE approver you can approve or return it.')
  t.match(turn('CDE', 'editor'), /what was signed lapses/)
  t.match(turnText(about('in-review'), OBJECTED, actor('CALPADS', 'approver')), /need not sign/)
})

t.test('an objection is said with its reason, and may be gone over', async t => {
  t.equal(standingText(about('approved'), OBJECTED), 'CDE has signed. CTC objects: Holders first.')
  t.match(turnText(about('approved'), OBJECTED, actor('CDE', 'publisher')), /over that, with a reason that is kept/)
  t.equal(publishable(OBJECTED), false)
  const agreed = [APPROVAL, stand('CTC', 'holds', 'acknowledge'), NOT_HIT]
  t.equal(publishable(agreed), true)
  t.equal(
    turnText(about('approved'), agreed, actor('CDE', 'publisher')),
    'As CDE publisher you can publish or schedule it.',
  )
})

t.test('what is over says how it ended, and nothing more can be done', async t => {
  t.equal(standingText(about('published', { release: 'mcs@2' }), undefined), 'It was published as mcs@2.')
  const withdrawn = { by: { id: 'y', agency: 'CDE' as const, role: 'editor' as const }, reason: 'Not now', at: '' }
  t.equal(standingText(about('withdrawn', { withdrawn }), undefined), 'It was withdrawn: Not now.')
  t.equal(turnText(about('published'), undefined, actor('CDE', 'publisher')), '')
})

t.test('deeds are those of the role, in the state', async t => {
  t.strictSame([...deedsOf('draft', actor('CDE', 'editor'))], ['edit', 'withdraw', 'submit'])
  t.strictSame([...deedsOf('in-review', actor('CDE', 'approver'))], ['edit', 'withdraw', 'return', 'approve'])
  t.ok(deedsOf('scheduled', actor('CDE', 'publisher')).has('unschedule'))
  t.strictSame([...deedsOf('approved', actor('CTC', 'approver'))], ['acknowledge'])
  t.strictSame([...deedsOf('draft', actor('CTC', 'approver'))], [])
  t.strictSame([...deedsOf('in-review', actor('CDE', 'viewer'))], [])
  t.strictSame([...deedsOf('in-review', null)], [])
  t.strictSame([...deedsOf('published', actor('CDE', 'publisher'))], [])
})

t.test('a list says what each waits for', async t => {
  t.equal(waitsFor(about('draft')), 'CDE editor: submit')
  t.equal(waitsFor(about('draft', { operations: 0 })), 'CDE editor: no operation yet')
  t.match(waitsFor(about('draft', { equity: null })), /who gains/)
  const signOffs = { CTC: signed('CTC', 'object'), CALPADS: null }
  t.equal(waitsFor(about('in-review', { signOffs })), 'CDE approval; CTC objected')
  t.match(waitsFor(about('in-review', { held: { at: '', reasons: ['CTC has not signed'] } })), /Held: CTC has not/)
  t.equal(waitsFor(about('published')), '')
})

t.test('words', async t => {
  t.equal(stateFrom('in-review'), 'in-review')
  t.equal(stateFrom('nonsense'), undefined)
  t.equal(many(1, 'item'), '1 item')
  t.equal(many(2, 'reply', 'replies'), '2 replies')
  t.equal(listed(['CDE', 'CTC', 'CALPADS']), 'CDE, CTC and CALPADS')
})
