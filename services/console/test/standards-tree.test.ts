import t from 'tap'
import { moveFor, typedTo } from '../web/src/pages/standards/tree/keys.ts'
import { indexOf, type Level, type Line, linesOf, parentIndex, TOP } from '../web/src/pages/standards/tree/rows.ts'
import type { OutlineRow } from '../web/src/pages/standards/words.ts'

const row = (key: string, children = 0, parent: string | null = null): OutlineRow => ({
  id: key,
  framework: 'f',
  key,
  kind: 'sector',
  code: key,
  title: `Title of ${key}`,
  status: 'active',
  verified: true,
  parent,
  children,
})
const level = (items: OutlineRow[], more: Partial<Level> = {}): Level => ({
  items,
  total: items.length,
  next: null,
  state: 'there',
  ...more,
})
/** Three at the top: A with two, of which A.1 holds one; B with one that is not read yet. */
const levels = new Map([
  [TOP, level([row('A', 2), row('B', 1), row('C')])],
  ['A', level([row('A.1', 1, 'A'), row('A.2', 0, 'A')])],
  ['A.1', level([row('A.1.1', 0, 'A.1')])],
])
const open = (...ids: string[]) => linesOf(levels, new Set(ids))
const shown = (lines: Line[]) => lines.map(({ id, depth }) => `${depth} ${id}`)

t.test('closed, a tree is its top; open, it is what is below in order, with depth, place and size', async t => {
  t.strictSame(shown(open()), ['1 A', '1 B', '1 C'])
  const lines = open('A', 'A.1')
  t.strictSame(shown(lines), ['1 A', '2 A.1', '3 A.1.1', '2 A.2', '1 B', '1 C'])
  t.match(lines[3], { is: 'item', at: 2, of: 2, open: false })
  t.match(lines[0], { open: true })
  t.strictSame(shown(open('A.1')), ['1 A', '1 B', '1 C'], 'open below what is closed shows nothing')
})

t.test('what is not here yet says so: on its way, failed, more to come', async t => {
  t.strictSame(shown(open('B')), ['1 A', '1 B', '2 loading:B', '1 C'])
  const half = new Map([[TOP, level([row('A')], { next: 'x', total: 3 })]])
  t.strictSame(shown(linesOf(half, new Set())), ['1 A', '1 more:'])
  const failed = new Map([[TOP, level([row('A')], { next: 'x', total: 3, state: 'failed' })]])
  t.match(linesOf(failed, new Set())[1], { is: 'failed', parent: TOP })
  t.strictSame(shown(linesOf(new Map(), new Set())), ['1 loading:'])
})

t.test('the arrow keys walk, open, close and go up, as the practice for trees has it', async t => {
  const lines = open('A')
  t.strictSame(moveFor('ArrowDown', lines, 0), { does: 'go', to: 1 })
  t.strictSame(moveFor('ArrowUp', lines, 0), { does: 'go', to: 0 })
  t.strictSame(moveFor('ArrowRight', lines, 0), { does: 'go', to: 1 }, 'open already: in')
  t.strictSame(moveFor('ArrowRight', lines, 1), { does: 'open', id: 'A.1' })
  t.strictSame(moveFor('ArrowRight', lines, 2), { does: 'go', to: 2 }, 'nothing below')
  t.strictSame(moveFor('ArrowLeft', lines, 0), { does: 'close', id: 'A' })
  t.strictSame(moveFor('ArrowLeft', lines, 2), { does: 'go', to: 0 })
  t.strictSame(moveFor('End', lines, 0), { does: 'go', to: 4 })
  t.strictSame(moveFor('Home', lines, 4), { does: 'go', to: 0 })
  t.strictSame(moveFor('Enter', lines, 1), { does: 'choose', to: 1 })
  t.equal(moveFor('q', lines, 0), undefined)
  t.equal(moveFor('ArrowDown', [], 0), undefined)
})

t.test('a star opens all that stands beside', async t => {
  t.strictSame(moveFor('*', open(), 1), { does: 'open-all', ids: ['A', 'B'] })
  t.strictSame(moveFor('*', open('A'), 2), { does: 'open-all', ids: ['A.1'] })
})

t.test('what is typed leads to the next code or title that begins so, going round', async t => {
  const lines = open('A')
  t.equal(typedTo('b', lines, 0), 3)
  t.equal(typedTo('a', lines, 0), 1, 'one letter goes on from here')
  t.equal(typedTo('a.2', lines, 1), 2, 'several refine')
  t.equal(typedTo('title of c', lines, 0), 4)
  t.equal(typedTo('a', lines, 4), 0, 'round')
  t.equal(typedTo('zz', lines, 0), -1)
})

t.test('a line is found by its id, and the line above it in the tree', async t => {
  const lines = open('A', 'A.1')
  t.equal(indexOf(lines, 'A.2'), 3)
  t.equal(indexOf(lines, undefined), 0)
  t.equal(indexOf(lines, 'gone'), 0)
  t.equal(parentIndex(lines, 3), 0)
  t.equal(parentIndex(lines, 2), 1)
  t.equal(parentIndex(lines, 4), 4)
})

t.test('100,000 open items are lines, all of them', async t => {
  const many = new Map([[TOP, level(Array.from({ length: 100 }, (_, at) => row(`S${at}`, 1000)))]])
  for (let at = 0; at < 100; at++)
    many.set(`S${at}`, level(Array.from({ length: 1000 }, (_, n) => row(`S${at}.${n}`, 0, `S${at}`))))
  const lines = linesOf(many, new Set(many.keys()))
  t.equal(lines.length, 100_100)
  t.match(lines.at(-1), { id: 'S99.999', depth: 2, at: 1000, of: 1000 })
})
