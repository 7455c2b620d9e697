import t from 'tap'
import { DEED_KEYS, DISPOSITION_KEYS, KEY_LIST, wishOf } from '../web/src/pages/queue/keys.ts'
import {
  DEED_ORDER,
  DEEDS,
  emptyDraft,
  lacks,
  possible,
  standingInWords,
  stepFor,
} from '../web/src/pages/queue/step.ts'

const open = { state: 'open', supersededBy: null } as const
const draft = (deed: (typeof DEED_ORDER)[number], rest = {}) => ({ ...emptyDraft(deed), reason: ' Why ', ...rest })

t.test('what can be done hangs on where a flag stands', async t => {
  t.strictSame(possible(open), ['resolve', 'take', 'hand-over', 'due'])
  t.strictSame(possible({ ...open, state: 'in-review' }), ['resolve', 'return', 'hand-over', 'due'])
  t.strictSame(possible({ ...open, state: 'returned' }), ['take', 'hand-over', 'due'])
  t.strictSame(possible({ ...open, state: 'resolved' }), ['reopen'])
  t.strictSame(possible({ ...open, supersededBy: 'another' }), [], 'nothing, where an erratum has taken its place')
})

t.test('each deed becomes its step, the reason without blanks around it', async t => {
  const step = (deed: (typeof DEED_ORDER)[number], rest = {}) => stepFor(open, draft(deed, rest), 'mlopez')
  t.strictSame(step('take'), { to: 'in-review', owner: 'mlopez', reason: 'Why' })
  t.strictSame(step('resolve', { disposition: 'no-impact' }), {
    to: 'resolved',
    disposition: 'no-impact',
    reason: 'Why',
  })
  t.strictSame(step('return'), { to: 'returned', reason: 'Why' })
  t.strictSame(step('reopen'), { to: 'open', reason: 'Why' })
  t.strictSame(step('hand-over', { owner: 'kchan ' }), { owner: 'kchan', reason: 'Why' })
  t.strictSame(step('due', { due: '2027-03-01' }), { due: '2027-03-01', reason: 'Why' })
  t.strictSame(step('due'), { due: null, reason: 'Why' }, 'an empty day lets the reckoned one hold again')
  t.strictSame(
    stepFor({ state: 'in-review' }, draft('hand-over', { owner: 'kchan' }), 'mlopez'),
    { owner: 'kchan', reason: 'Why', to: 'in-review' },
    'what is in review is put in review anew',
  )
})

t.test('what a form lacks is said at the field', async t => {
  t.strictSame(Object.keys(lacks(emptyDraft('resolve'))), ['disposition', 'reason'])
  t.strictSame(Object.keys(lacks(emptyDraft('hand-over'))), ['owner', 'reason'])
  t.strictSame(lacks(draft('take')), {})
})

t.test('a standing says its decision, else who sees to it', async t => {
  t.equal(standingInWords({ state: 'resolved', owner: 'mlopez', disposition: 'no-impact' }), 'resolved: no impact')
  t.equal(standingInWords({ state: 'in-review', owner: 'mlopez', disposition: null }), 'in review with mlopez')
  t.equal(standingInWords({ state: 'open', owner: null, disposition: null }), 'open')
})

t.test('a key is one wish, and every key is in the list of keys', async t => {
  t.strictSame(wishOf('n'), { kind: 'deed', deed: 'resolve', disposition: 'no-impact' })
  t.strictSame(wishOf('t'), { kind: 'deed', deed: 'take' })
  t.strictSame(wishOf('.'), { kind: 'again' })
  t.equal(wishOf('j'), undefined, 'the table itself walks')
  const listed = KEY_LIST.flatMap(({ keys }) => keys)
  t.equal(new Set(listed).size, listed.length, 'no key does two things')
  for (const key of [...Object.keys(DISPOSITION_KEYS), ...Object.keys(DEED_KEYS), '.', 'u', 's', '?', '/'])
    t.ok(listed.includes(key), key)
  t.strictSame(new Set(Object.values(DEED_KEYS)), new Set(DEED_ORDER), 'every deed has a key')
  t.equal(Object.keys(DEEDS).length, DEED_ORDER.length)
})
