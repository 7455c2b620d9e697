import t from 'tap'
import { aboutText, commentFrom, NEW_COMMENT } from '../web/src/pages/proposals/comments/comment.ts'
import {
  type Choices,
  dropsOf,
  NO_CHOICE,
  resolutionsOf,
  stillOpen,
} from '../web/src/pages/proposals/conflicts/choices.ts'
import { clockOf, instantOf } from '../web/src/pages/proposals/dates/california.ts'
import { datesFrom, typedFrom, yearProblem } from '../web/src/pages/proposals/dates/clocks.ts'

t.test("a time on California's clock is an instant, in summer and in winter", async t => {
  t.equal(instantOf('2027-06-01T08:00'), '2027-06-01T15:00:00.000Z')
  t.equal(instantOf('2026-12-01T08:00'), '2026-12-01T16:00:00.000Z')
  t.equal(clockOf(new Date('2026-12-01T16:00:00Z')), '2026-12-01T08:00')
  t.equal(instantOf('2027-03-14T02:30'), undefined, 'skipped when summer time begins')
  t.equal(instantOf('2027-11-07T01:30'), '2027-11-07T08:30:00.000Z', 'of two, the first')
  t.equal(instantOf('2027-02-31T08:00'), undefined)
  t.equal(instantOf(''), undefined)
})

const UNKNOWN = {
  ...{ adoption: null, effective: null, calpadsSchoolYear: null },
  ...{ regulation: null, perkinsYear: null, collegeProgram: null },
}

t.test('a school year is two years that follow each other; what is empty is unknown', async t => {
  t.equal(yearProblem('2026-27'), undefined)
  t.equal(yearProblem('2099-00'), undefined)
  t.match(yearProblem('2026-28'), /2026-27/)
  t.match(yearProblem('26-27'), /2026-27/)
  t.equal(yearProblem(''), undefined)
  t.strictSame(datesFrom(typedFrom(UNKNOWN)), UNKNOWN)
  t.strictSame(datesFrom({ ...typedFrom(UNKNOWN), effective: '2027-07-01' }), { ...UNKNOWN, effective: '2027-07-01' })
})

t.test('a draft moves when every collision has a choice and a reason is given', async t => {
  const colliding = { conflicts: [{ item: { id: 'a' } }, { item: { id: 'b' } }], misfits: [{ operation: 3 }] }
  t.equal(stillOpen(colliding, NO_CHOICE).length, 3)
  const chosen: Choices = { keep: { a: 'ours', b: 'theirs', old: 'ours' }, drop: [3, 9], reason: 'as agreed' }
  t.strictSame(stillOpen(colliding, chosen), [])
  t.strictSame(resolutionsOf(colliding, chosen), [
    { item: 'a', keep: 'ours' },
    { item: 'b', keep: 'theirs' },
  ])
  t.strictSame(dropsOf(colliding, chosen), [3], 'what an earlier look named is not dropped')
})

t.test('a comment is sent as it was typed, and what is missing is said', async t => {
  t.match(commentFrom(NEW_COMMENT, null), { missing: /what was said/ })
  t.match(commentFrom({ ...NEW_COMMENT, text: 'x', on: 'item' }, null), { missing: /Name the item/ })
  t.match(commentFrom({ ...NEW_COMMENT, text: 'x', count: '0' }, null), { missing: /whole number/ })
  t.match(commentFrom({ ...NEW_COMMENT, text: ' It helps ', on: '2', place: 'Fresno' }, null), {
    comment: { text: 'It helps', about: { on: 'operation', operation: 2 }, session: { place: 'Fresno', day: null } },
  })
  const reply = commentFrom({ ...NEW_COMMENT, text: 'Indeed' }, 'c1')
  t.match(reply, { comment: { replyTo: 'c1' } })
  t.notOk('comment' in reply && 'about' in reply.comment, 'it is about what the other is about')
})

t.test('what a comment is about says when its operation has changed', async t => {
  const operation = { op: 'retitle', words: 'retitle BUS "X"', item: 'BUS', fingerprint: 'f', at: 0 }
  const on = (state: 'stands' | 'changed' | 'gone', index: number | null) =>
    aboutText({ on: 'operation', operation: { ...operation, now: { state, index } } })
  t.equal(on('stands', 1), 'on operation 2: retitle BUS "X"')
  t.equal(on('gone', null), 'on an operation that has gone: retitle BUS "X"')
  t.equal(aboutText({ on: 'proposal' }), 'on the proposal')
})
