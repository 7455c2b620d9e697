import t from 'tap'
import type { Agency, Role, Session } from '../web/src/data/session.ts'
import { actsFor, othersMay } from '../web/src/pages/crosswalk/acts.ts'
import { draftedOf, faultsOf } from '../web/src/pages/crosswalk/draft.ts'
import { isUnverified, RELATION_STATES, relationAloud, relationSentence } from '../web/src/pages/crosswalk/words.ts'
import { relation } from './crosswalk-builders.ts'

const as = (agency: Agency, role: Role, id = 'pat'): Session => ({
  actor: { id, name: 'Pat', agency, role },
  expires: null,
  signIn: { kind: 'personas', personas: [] },
})
const nobody: Session = { actor: null, expires: null, signIn: { kind: 'personas', personas: [] } }
const draft = relation('AGR', 'agriculture')

t.test('who may do what to a draft', async t => {
  t.strictSame(actsFor(draft, as('CDE', 'approver')), ['review', 'review-and-accept', 'reject', 'revise', 'remove'])
  t.strictSame(actsFor(draft, as('CDE', 'editor')), ['review', 'revise', 'remove'])
  t.strictSame(actsFor(draft, as('CTC', 'editor')), ['review'])
  t.strictSame(actsFor(draft, as('CTC', 'viewer')), [])
  t.strictSame(actsFor(draft, nobody), [])
})

t.test('who wrote it neither reviews nor decides, and is told so', async t => {
  const own = relation('AGR', 'agriculture', { author: 'pat' })
  t.strictSame(actsFor(own, as('CDE', 'approver')), ['revise', 'remove'])
  t.strictSame(othersMay(own, as('CDE', 'approver')), [
    'You wrote this relation: somebody else reviews it and decides on it.',
  ])
})

t.test('what is reviewed can be accepted; what is decided is taken out by those who decide', async t => {
  const reviewed = relation('AGR', 'agriculture', { state: 'reviewed' })
  t.strictSame(actsFor(reviewed, as('CDE', 'approver')), ['accept', 'reject', 'revise', 'remove'])
  const accepted = relation('AGR', 'agriculture', { state: 'accepted' })
  t.strictSame(actsFor(accepted, as('CDE', 'editor')), ['revise'])
  t.strictSame(actsFor(accepted, as('CDE', 'publisher')), ['reject', 'revise', 'remove'])
  t.strictSame(actsFor(relation('AGR', 'agriculture', { removedIn: 'mcs@2' }), as('CDE', 'publisher')), [])
})

t.test('where somebody may not, it says who may', async t => {
  t.match(othersMay(draft, as('CTC', 'viewer')), [
    'Editors and above of CDE, CTC and CALPADS review.',
    'CDE approvers and above reject.',
    'CDE editors and above revise.',
    'CDE editors and above take relations out.',
  ])
  t.strictSame(othersMay(draft, as('CDE', 'administrator')), [])
})

t.test('a relation says all of itself in one sentence', async t => {
  t.equal(relationSentence(draft), 'AGR "The AGR" is related to agriculture "The agriculture"')
  t.equal(relationSentence(relation('TR', null)), 'TR "The TR" has no counterpart')
  t.match(
    relationAloud(relation('AGR', 'agriculture', { moved: true })),
    /draft, nobody has verified this; an end has changed$/,
  )
  t.strictSame(RELATION_STATES.filter(isUnverified), ['draft', 'suspect'])
})

t.test('a draft names both ends, or one end and none', async t => {
  const blank = {
    from: ' ',
    to: '',
    relation: 'related',
    end: 'from',
    note: '',
    combination: '',
    approximate: false,
  } as const
  t.strictSame(Object.keys(faultsOf(blank)), ['from', 'to'])
  t.strictSame(faultsOf({ ...blank, from: 'AGR', relation: 'none' }), {})
  t.match(draftedOf({ ...blank, from: 'AGR', to: 'left over', relation: 'none', end: 'to' }), {
    from: 'AGR',
    to: null,
    end: 'to',
    note: null,
  })
  t.notOk('end' in draftedOf({ ...blank, from: 'AGR', to: 'agriculture' }))
})
