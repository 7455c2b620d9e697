import t from 'tap'
import { fold } from '../web/src/pages/releases/fold.ts'
import { progressText } from '../web/src/pages/releases/progress.ts'
import { inOrder, numberOf, stopAt, stopText, versionAt, versionBefore } from '../web/src/pages/standards/item/stops.ts'
import { waysOf } from '../web/src/pages/standards/item/ways.ts'
import { namedBy } from '../web/src/pages/standards/search/exact.ts'
import { type Found, facetOptions, kindOptions, kindsInWords } from '../web/src/pages/standards/words.ts'
import { type Change, changeWords } from '../web/src/parts/change-words.ts'
import { textDifferences } from '../web/src/parts/text-differences.ts'
import { wordPieces } from '../web/src/parts/word-pieces.ts'

const ref = (key: string) => ({ framework: 'f', id: key, key, kind: 'sector' as const, title: `Title of ${key}` })
const change = (fields: Partial<Change>): Change => ({
  id: 'c',
  release: 'f@2',
  item: ref('A'),
  aspect: 'existence',
  class: 'retired',
  rule: 'existence/retired',
  override: null,
  before: null,
  after: null,
  added: null,
  within: null,
  successors: null,
  assignments: [],
  lineage: null,
  fingerprints: { before: null, after: null },
  ...fields,
})

t.test('a change is told in words, and what follows is never guessed', async t => {
  const said = (fields: Partial<Change>) => changeWords(change(fields))
  t.equal(said({ successors: 'none' }), 'is retired; nothing follows it')
  t.equal(said({ successors: 'unknown' }), 'is retired; what follows it is unknown')
  t.equal(said({ successors: [ref('B')] }), 'is retired; it is followed by Title of B (B)')
  t.equal(said({ class: 'split', successors: [ref('B'), ref('C')] }), 'is split into Title of B (B), Title of C (C)')
  t.equal(said({ within: 'B' }), 'goes with what it stood under')
  t.equal(said({ aspect: 'title', before: { title: 'Old' }, after: { title: 'New' } }), 'was titled “Old”')
  t.equal(said({ aspect: 'code', before: { code: 'A' }, after: { code: 'X' } }), 'gets the code X, before A')
  t.equal(said({ aspect: 'place', lineage: [ref('B')] }), 'moves under Title of B')
})

t.test('texts are compared word by word, and only those that differ', async t => {
  const [difference, ...rest] = textDifferences(
    { title: 'Same', scopeNote: 'Covers small shops.' },
    { title: 'Same', scopeNote: 'Covers medium shops.' },
  )
  t.strictSame(rest, [])
  t.strictSame(difference, {
    field: 'scopeNote',
    label: 'What it covers',
    pieces: [
      { kind: 'same', text: 'Covers ' },
      { kind: 'removed', text: 'small' },
      { kind: 'added', text: 'medium' },
      { kind: 'same', text: ' shops.' },
    ],
  })
  t.match(textDifferences(null, { text: 'New' }), [{ pieces: [{ kind: 'added', text: 'New' }] }])
})

t.test('what goes with a container is folded, what stands between is not', async t => {
  const of = (number: number, within: string | null) => ({ number, change: change({ within }), reach: [] })
  const folded = fold([of(1, null), of(2, 'A'), of(3, 'A'), of(4, null), of(5, 'A'), of(6, 'B')])
  t.strictSame(
    folded.map(({ change, along }) => [change.number, along.map(({ number }) => number)]),
    [
      [1, []],
      [2, [3]],
      [4, []],
      [5, []],
      [6, []],
    ],
  )
})

t.test('an assessment is complete or says how far it is', async t => {
  const assessment = { flags: 34, bySeverity: { breaking: 1, review: 3, notice: 30 } }
  t.equal(progressText({ state: 'assessed', pieces: 3, of: 3, assessment }), '34 flags, complete')
  t.equal(
    progressText({ state: 'assessing', pieces: 3, of: 3, assessment: null }),
    'Being assessed: 3 of 3 changes have come',
  )
  t.equal(
    progressText({ state: 'waiting', pieces: 2, of: null, assessment: null }),
    'Not complete: 2 changes have come',
  )
})

t.test('the stops of the slider are releases by the day on which they came in force', async t => {
  const stops = inOrder([
    { number: 3, inForceFrom: '2025-07-01', title: 'Third' },
    { number: 2, inForceFrom: '2026-07-01', title: 'Second' },
    { number: 1, inForceFrom: '2013-01-16', title: 'First' },
  ])
  t.strictSame(
    stops.map(({ number }) => number),
    [1, 3, 2],
  )
  t.equal(stopAt(stops, 'f@3'), 1)
  t.equal(stopAt(stops, undefined), 2)
  t.equal(stopText(stops[0]!), 'Jan 16, 2013: release 1, First')
  t.equal(numberOf('ca-mcs-2013@12'), 12)
})

t.test('a release has the version that stood then', async t => {
  const versions = [
    { from: 'f@1', to: 'f@3' },
    { from: 'f@3', to: null },
  ]
  t.equal(versionAt(versions, 2), versions[0])
  t.equal(versionAt(versions, 3), versions[1])
  t.equal(versionBefore(versions, 3), versions[0])
  t.equal(versionBefore(versions, 1), undefined)
})

t.test('a code that names one thing is that thing; a bare code may name several', async t => {
  const found = (key: string, match: Found['match']): Found => ({
    ...ref(key),
    code: key,
    status: 'active',
    verified: true,
    parent: null,
    release: 'f@1',
    match,
    excerpt: null,
    above: [],
  })
  const none = { items: [], courseCodes: [], authorizations: [] }
  t.match(namedBy('ict.a', { ...none, items: [found('ICT.A', 'key'), found('ICT.A1', 'beginning')] }), [
    { what: 'sector', code: 'ICT.A', to: '/standards/f/items/ICT.A' },
  ])
  t.equal(namedBy('B5.3', { ...none, items: [found('X.B5.3', 'code'), found('Y.B5.3', 'code')] }).length, 2)
  t.strictSame(namedBy('business', { ...none, items: [found('BUS', 'title')] }), [])
  t.strictSame(namedBy(' ', none), [])
})

t.test('a change goes to what hangs on an item by these ways', async t => {
  const ways = waysOf({ id: 'ICT.A', lineage: [ref('ICT')] }, [ref('digital')])
  t.strictSame(
    ways.map(({ key, item, scope }) => [key, item, scope]),
    [
      ['item', 'ICT.A', 'item'],
      ['below', 'ICT.A', 'below'],
      ['above-ICT', 'ICT', 'item'],
      ['across-digital', 'digital', 'item'],
      ['across-below-digital', 'digital', 'below'],
    ],
  )
})

t.test('kinds stand in the order of the tree, and a facet keeps what is chosen', async t => {
  t.equal(kindsInWords({ anchor: 165, sector: 15, pathway: 1 }), '15 sectors, 1 pathway, 165 anchor standards')
  t.strictSame(kindOptions({ anchor: 2, sector: 1 }, 'pathway'), [
    ['sector', 'Sectors', 1],
    ['pathway', 'Pathways', 0],
    ['anchor', 'Anchor standards', 2],
  ])
  t.strictSame(
    facetOptions({}, text => text, ''),
    [],
  )
})

t.test('either of two texts can be put together again from their pieces', async t => {
  const texts = ['', 'a', 'a  b\nc d', 'd c b a', 'x a b y c d z', 'a b c d a b c d']
  for (const before of texts)
    for (const after of texts) {
      const pieces = wordPieces(before, after)
      const without = (other: string) => pieces.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('')
      t.equal(without('added'), before)
      t.equal(without('removed'), after)
    }
})
