import t from 'tap'
import { bandPath, flowOf } from '../web/src/pages/crosswalk/flow.ts'
import { matrixOf, stepIn } from '../web/src/pages/crosswalk/matrix.ts'
import { covered, end, relation } from './crosswalk-builders.ts'

t.test('the matrix has every item of both ends, and what a relation names beside them', async t => {
  const all = [relation('AGR', 'agriculture'), relation('OLD', 'agriculture'), relation('TR', null)]
  const matrix = matrixOf(covered('AGR', 'BUS', 'TR'), covered('agriculture', 'education'), all)
  t.strictSame(
    matrix.rows.map(({ key }) => key),
    ['AGR', 'BUS', 'TR', 'OLD'],
    'an item that has retired since stands last',
  )
  t.strictSame(
    matrix.columns.map(({ key }) => key),
    ['agriculture', 'education'],
  )
  t.equal(matrix.at(end('AGR'), end('agriculture')), all[0])
  t.equal(matrix.at(end('AGR'), end('education')), undefined)
  t.equal(matrix.none.get('TR'), all[2], 'no counterpart is an answer of its own, not an empty row')
})

t.test('an item of the other end without a counterpart makes no row', async t => {
  const matrix = matrixOf(covered('AGR'), covered('education'), [relation('education', null)])
  t.strictSame(
    matrix.rows.map(({ key }) => key),
    ['AGR'],
  )
  t.equal(matrix.none.size, 1)
})

t.test('the arrow keys stay within the grid, Home and End go along the row, with Ctrl to the corners', async t => {
  const size = { rows: 3, columns: 4 }
  const press = (key: string, from: [number, number], ctrlKey = false) => stepIn(size, from, { key, ctrlKey })
  t.strictSame(press('ArrowRight', [1, 3]), [1, 3])
  t.strictSame(press('ArrowDown', [1, 3]), [2, 3])
  t.strictSame(press('ArrowUp', [0, 2]), [0, 2])
  t.strictSame(press('ArrowLeft', [1, 1]), [1, 0])
  t.strictSame(press('End', [1, 1]), [1, 3])
  t.strictSame(press('Home', [2, 3], true), [0, 0])
  t.strictSame(press('End', [0, 0], true), [2, 3])
  t.equal(press('a', [0, 0]), undefined)
})

t.test('the flow has one band for each relation, and no two share a place', async t => {
  const all = [
    relation('AGR', 'education'),
    relation('AGR', 'agriculture'),
    relation('BUS', 'education'),
    relation('TR', null),
  ]
  const flow = flowOf(['AGR', 'BUS', 'TR'].map(end), ['agriculture', 'education'].map(end), all)
  t.equal(flow.bands.length, all.length)
  t.strictSame(
    flow.bands.map(({ relation: { id } }) => id),
    ['AGR agriculture', 'AGR education', 'BUS education', 'TR none'],
    'bands of an item leave it in the order of their goals, so that they cross least',
  )
  t.equal(new Set(flow.bands.map(({ fromY }) => fromY)).size, 4)
  const [toAgriculture, first, second, none] = flow.bands.map(({ toY }) => toY)
  t.ok(toAgriculture !== null && first !== second)
  t.equal(none, null)
  t.ok(flow.height >= Math.max(...flow.bands.map(({ fromY }) => fromY)), 'nothing stands outside of the picture')
})

t.test('a band without a counterpart ends half way', async t => {
  const [band] = flowOf([end('TR')], [], [relation('TR', null)]).bands
  t.match(bandPath(band!, [100, 300]), /^M 100 [\d.]+ H 160$/)
})
