import t from 'tap'
import { activeIn, FILTERS, keeps, LAYOUT, toQuery, viewOf } from '../web/src/pages/impact/impact-filters.ts'
import { modelOf } from '../web/src/pages/impact/impact-model.ts'
import { layoutGraph } from '../web/src/pages/impact/layout-graph.ts'
import { nodeInWords, waysInWords } from '../web/src/pages/impact/node-in-words.ts'
import { rowsAsCsv } from '../web/src/pages/impact/rows-as-csv.ts'
import { shownGraph } from '../web/src/pages/impact/shown-graph.ts'
import { firstOf, step } from '../web/src/pages/impact/walk-graph.ts'
import { pathInWords } from '../web/src/why/why-in-words.ts'
import { authorization, cause, change, course, down, hit, link, rule } from './impact-hits.ts'

const [one, two, holder] = [course('7610'), course('7611'), authorization('CTE/R4T/EU')]
const viaA = (of: ReturnType<typeof course>) => [change('EEU'), down('EEU.A'), link(of)]
const hits = [
  hit(one, [cause('EEU', one, [{ steps: viaA(one), severity: 'breaking' }])], 'breaking'),
  hit(two, [cause('EEU', two, [{ steps: viaA(two) }])]),
  hit(holder, [cause('EEU', holder, [{ steps: [...viaA(one), rule(holder)] }])]),
]
const model = modelOf(hits)
const shown = shownGraph(model, { by: 'auto', open: [] })
const placed = layoutGraph(shown)
const ways = { placed, edges: shown.edges }

t.test('columns go from the change to those it hits, and nothing stands upon another', async t => {
  const column = (id: string) => placed.get(id)!.column
  for (const { from, to } of shown.edges) t.ok(column(from) < column(to), `${from} before ${to}`)
  const spots = [...placed.values()].map(({ x, y }) => `${x} ${y}`)
  t.equal(new Set(spots).size, shown.nodes.length)
})

t.test('hundreds of nodes are laid out while somebody waits', async t => {
  const many = Array.from({ length: 6 }, (_, sector) =>
    Array.from({ length: 200 }, (_, n) => {
      const dependent = course(`${sector}${1000 + n}`)
      const ways = [{ steps: [change(`S${sector}`), down(`S${sector}.P${n}`), link(dependent)] }]
      return { ...hit(dependent, [cause(`S${sector}`, dependent, ways)]), sectors: [`f:S${sector}`] }
    }),
  ).flat()
  const big = modelOf(many)
  const groups = shownGraph(big, { by: 'sector', open: [] }).nodes.flatMap(({ kind, id }) =>
    kind === 'group' ? [id] : [],
  )
  const graph = shownGraph(big, { by: 'sector', open: groups.slice(-4) })
  t.ok(graph.nodes.length > 150 && graph.nodes.length < 400, `${graph.nodes.length} of ${big.nodes.size} nodes`)
  t.equal(layoutGraph(graph).size, graph.nodes.length)
})

t.test('the arrows follow the edges and go within a column; where they lead nowhere one stays', async t => {
  const start = firstOf(placed)!
  t.match(start, /^change:/)
  const pathway = step(start, 'ArrowRight', ways)
  t.match(pathway, /^down:/)
  const first = step(pathway, 'ArrowRight', ways)
  const [top, bottom] = [step(first, 'Home', ways), step(first, 'End', ways)]
  t.strictSame([top, bottom].sort(), ['dependent:course-code:7610', 'dependent:course-code:7611'])
  t.equal(step(top, 'ArrowDown', ways), bottom)
  t.equal(step(bottom, 'ArrowDown', ways), bottom)
  t.equal(step(bottom, 'ArrowUp', ways), top)
  t.equal(step('dependent:course-code:7610', 'ArrowRight', ways), 'dependent:authorization:CTE/R4T/EU')
  t.equal(step('dependent:authorization:CTE/R4T/EU', 'ArrowRight', ways), 'dependent:authorization:CTE/R4T/EU')
  t.equal(step(pathway, 'ArrowLeft', ways), start)
  t.equal(step('gone', 'ArrowLeft', ways), 'gone')
})

t.test('a node says what it is, and how many ways lead to it and from it', async t => {
  const node = shown.nodes.find(({ id }) => id === 'dependent:course-code:7610')!
  t.strictSame(nodeInWords(node), { what: 'Course code', name: '7610', about: '7610 (hypothetical)' })
  t.equal(waysInWords(1, 2), 'reached by 1, leads to 2')
  t.equal(waysInWords(0, 0), '')
})

t.test('filters are asked of the service as they stand; a class leaves out other causes', async t => {
  t.strictSame(toQuery(FILTERS), {})
  t.strictSame(toQuery({ ...FILTERS, agency: 'ctc', sector: 'EEU', mark: 'undecided' }), {
    ...{ agency: 'ctc', sector: 'EEU', undecided: 'true' },
  })
  const laidOut = { ...LAYOUT, view: 'table', node: 'x' }
  t.equal(activeIn(laidOut), 0, 'how it is shown is no filter')
  t.equal(keeps({ class: 'label' })(hits[0]!.causes[0]!), false)
  t.equal(viewOf({ view: 'nonsense' }), 'graph')
})

t.test('a spreadsheet gets the rows as they are shown, and no formula', async t => {
  const told = { proposal: { id: 'p', title: '=1+1 "quoted" (hypothetical)' } }
  const [head, first, ...rest] = rowsAsCsv(model.rows, told).split('\r\n')
  t.match(head, /^\uFEFFagency,kind,dependent,title,severity/)
  t.equal(rest.length, model.rows.length, 'a line for each row, and the end')
  t.match(first, /^CALPADS,course-code,7610,7610 \(hypothetical\),breaking,retired,EEU/)
  t.match(first, '""quoted""')
  const odd = hit({ ...one, key: '=cmd' }, hits[0]!.causes)
  t.match(rowsAsCsv(modelOf([odd]).rows, told), /,'=cmd,/)
  t.match(pathInWords(hits[0]!.causes[0]!.paths[0]!, { class: 'retired' }, told).join(''), /This course code covers/)
})
