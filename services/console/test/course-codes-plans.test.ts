import { KIND_EFFECTS } from '@cte-align/contracts'
import t from 'tap'
import {
  contentOf,
  EMPTY_FORM,
  type Entry,
  formOf,
  newCodeOn,
  placeWords,
  waysOf,
} from '../web/src/pages/course-codes/plans/entry-form.ts'
import { KINDS, kindWords } from '../web/src/pages/course-codes/plans/kinds.ts'

const item = (key: string) => ({
  ...{ framework: 'ca-mcs-2013', id: `id of ${key}`, key, kind: 'pathway' as const, title: `${key} (hypothetical)` },
})
type Place = NonNullable<Entry['suggestion']>['places'][number]
const suggested = (courseCode: string, places: Place[], content: Entry['content'] = null): Entry => ({
  ...{ id: `entry on ${courseCode}`, state: 'suggested', courseCode, content, decision: null },
  suggestion: { kind: 'unknown', rule: 'split/undecided', places, candidates: [], flag: null, changes: [] },
})
const GOES: Place = { item: item('BCT.A'), goes: 'to', to: [item('BCT.Y')] }
const UNDECIDED: Place = { item: item('BCT.A'), goes: 'undecided', to: [] }

t.test('the console knows of each kind what the contracts say it does', async t => {
  const effects = Object.entries(KINDS).map(([kind, { from, to, retires, retitles }]) => [
    kind,
    { from, to, retires, retitles },
  ])
  t.strictSame(Object.fromEntries(effects), KIND_EFFECTS)
  t.equal(kindWords('Archived'), 'Retired (Archived)')
  t.equal(kindWords('unknown'), 'Nobody can say')
})

t.test('an entry is filled in, and becomes what the service takes', async t => {
  const form = {
    ...{ ...EMPTY_FORM, kind: 'Archived; code updated', from: '7311, 7312', to: '7320', reason: ' Agreed ' },
    newCodes: [{ ...newCodeOn(item('BCT.X'), undefined), code: ' 7314 ', title: 'Made up', level: 'capstone' }],
  }
  const made = contentOf(form)
  t.match(made, {
    content: {
      ...{ kind: 'Archived; code updated', from: ['7311', '7312'], to: ['7320', '7314'], successor: 'named' },
      ...{ title: null, level: null, reason: 'Agreed' },
      newCodes: [{ code: '7314', pathwayCode: null, item: { framework: 'ca-mcs-2013', item: 'BCT.X' } }],
    },
  })
  t.strictSame(
    'content' in made && contentOf(formOf({ ...suggested('7311', []), content: made.content as Entry['content'] })),
    made,
    'and back again without a difference',
  )
})

t.test('what is missing is told by field, before anybody is asked', async t => {
  const fields = (changes: Partial<typeof EMPTY_FORM>) => {
    const made = contentOf({ ...EMPTY_FORM, ...changes })
    return 'faults' in made ? made.faults.map(({ field }) => field) : []
  }
  t.strictSame(fields({}), ['kind', 'reason'])
  t.strictSame(fields({ kind: 'Change; code', from: '7311', reason: 'so' }), ['to', 'reason'])
  t.strictSame(fields({ kind: 'Change; title', from: '7311 7312', reason: 'why' }), ['from', 'title'])
  t.strictSame(fields({ kind: 'New', newCodes: [newCodeOn(null, undefined)], reason: 'why' }), [
    'newCodes.0.code',
    'newCodes.0.title',
    'newCodes.0.level',
  ])
  t.strictSame(fields({ kind: 'Archived', from: '7311', reason: 'why' }), [], 'what follows may be unknown')
})

t.test('what a kind does not ask for is not sent, though it was typed', async t => {
  const typed = { ...EMPTY_FORM, from: '7311', to: '7320', title: 'Typed', reason: 'why' }
  t.match(contentOf({ ...typed, kind: 'No change' }), { content: { to: [], newCodes: [], title: null } })
  t.match(contentOf({ ...typed, kind: 'Archived', to: '', successor: 'none' }), { content: { successor: 'none' } })
})

t.test('the rule that suggested is no reason of a person', async t => {
  const content = { kind: 'Archived', from: ['7311'], reason: 'Suggested by the rule retired/no-successor' }
  t.equal(formOf(suggested('7311', [], content as Entry['content'])).reason, '')
})

t.test('of an undecided code the ways are those that others of its item take', async t => {
  const entries = [
    suggested('7310', [UNDECIDED]),
    suggested('7311', [{ ...GOES, to: [item('BCT.X')] }]),
    suggested('7312', [GOES]),
  ]
  t.strictSame(
    waysOf(entries[0]!, entries).map(({ key }) => key),
    ['BCT.X', 'BCT.Y'],
  )
  t.strictSame(waysOf(null, entries), [])
  t.equal(placeWords(UNDECIDED), 'BCT.A (hypothetical) (BCT.A): nobody has said where it goes')
  t.match(placeWords(GOES), /it goes to BCT\.Y \(hypothetical\) \(BCT\.Y\)$/)
})
