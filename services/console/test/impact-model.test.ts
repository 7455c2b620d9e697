import fc from 'fast-check'
import t from 'tap'
import { dependentId, modelOf, rowsOf } from '../web/src/pages/impact/impact-model.ts'
import type { Cause, Hit, Severity, Step } from '../web/src/pages/impact/impact-types.ts'
import { MOST_OPEN, shownGraph, standsFor } from '../web/src/pages/impact/shown-graph.ts'
import { across, authorization, cause, change, course, down, hit, link, rule, up } from './impact-hits.ts'

const [ee, holder] = [course('7600'), authorization('CTE/R4T/EU')]

t.test('a change leads through items, crosswalk and links to those it hits', async t => {
  const steps = [change('EEU.A'), up('EEU'), across('energy', 'draft'), down('energy.solar'), link(holder)]
  const model = modelOf([hit(holder, [cause('EEU.A', holder, [{ steps, doubts: ['unverified-relation'] }])])])
  t.strictSame(
    [...model.nodes.values()].map(({ place, unverified }) => [place, unverified]),
    [
      ['change', false],
      ['up', true],
      ['across', true],
      ['down', true],
      ['link', true],
    ],
  )
  t.strictSame(
    [...model.edges.values()].map(({ words, unverified }) => [words, unverified]),
    [
      ['belongs to', false],
      ['broader, draft', true],
      ['has within it', false],
      ['linked to', false],
    ],
  )
})

t.test('an item is drawn once for each way of being reached, so that no way leads back', async t => {
  const model = modelOf([
    hit(ee, [
      cause('EEU.A', ee, [{ steps: [change('EEU.A'), up('EEU'), link(ee)] }]),
      cause('EEU', ee, [{ steps: [change('EEU'), down('EEU.A'), link(ee)] }]),
    ]),
  ])
  t.equal(model.nodes.size, 5)
  t.equal(model.rows.length, 2, 'a line for each cause')
})

t.test('what is only on the way has no severity, and is no row', async t => {
  const steps = [change('EEU'), link(ee), rule(holder)]
  const model = modelOf([hit(holder, [cause('EEU', holder, [{ steps }])], 'breaking')])
  const [onTheWay, end] = [model.nodes.get(dependentId(ee))!, model.nodes.get(dependentId(holder))!]
  t.match(onTheWay, { kind: 'dependent', hit: null, severity: null, place: 'link' })
  t.match(end, { severity: 'breaking', place: 'rule' })
  t.strictSame(rowsOf(model, onTheWay), [])
  t.equal(rowsOf(model, end).length, 1)
})

t.test('a filter of causes leaves out their lines and their ways alike', async t => {
  const retired = cause('EEU', ee, [{ steps: [change('EEU'), link(ee)] }])
  const label = cause('EEU.A', ee, [{ steps: [change('EEU.A'), link(ee)] }], 'label')
  const model = modelOf([hit(ee, [retired, label])], ({ change: { class: chosen } }) => chosen === 'label')
  t.strictSame(
    model.rows.map(({ key }) => key),
    [label.id],
  )
  t.strictSame(
    [...model.nodes.values()].map(({ kind }) => kind),
    ['change', 'dependent'],
  )
})

/** Any impacts: changes of some sectors that reach some dependents by some ways. */
const anyHits = fc
  .array(
    fc.record({
      sector: fc.integer({ min: 0, max: 60 }),
      dependent: fc.integer({ min: 0, max: 300 }),
      way: fc.constantFrom('own', 'above', 'across', 'rule'),
      severity: fc.constantFrom<Severity>('breaking', 'review', 'notice'),
    }),
    { maxLength: 400 },
  )
  .map(touches => {
    const causes = new Map<string, Cause[]>()
    for (const { sector, dependent: n, way, severity } of touches) {
      const dependent = way === 'rule' || n % 3 === 0 ? authorization(`A/${n}`) : course(`${7000 + n}`)
      const known = causes.get(dependentId(dependent)) ?? []
      const made = cause(`S${sector}`, dependent, [{ steps: stepsOf(`S${sector}`, way, n, dependent), severity }])
      if (!known.some(({ id }) => id === made.id)) causes.set(dependentId(dependent), [...known, made])
    }
    return [...causes].map(([id, of]): Hit => {
      const [, kind, ...key] = id.split(':')
      return hit({ kind: kind as 'course-code', key: key.join(':') }, of)
    })
  })

function stepsOf(sector: string, way: string, n: number, dependent: ReturnType<typeof course>): Step[] {
  if (way === 'above') return [change(sector), up('TOP'), link(dependent)]
  if (way === 'across') return [change(sector), across(`c${n % 7}`, n % 2 ? 'draft' : 'accepted'), link(dependent)]
  if (way === 'rule') return [change(sector), link(course(`${8000 + n}`)), rule(dependent)]
  return [change(sector), link(dependent)]
}

t.test('graph and table have the same rows: every dependent and cause of the one is in the other', async t => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(anyHits, hits => {
        const model = modelOf(hits)
        const table = new Map(model.rows.map(row => [row.key, row]))
        // From the table to the graph: each way of a row is a chain of its edges from its change to its dependent.
        for (const { key, hit: of, cause: why } of model.rows) {
          const mine = [...model.edges.values()].filter(({ rows }) => rows.has(key))
          const reached = new Set([`change:${why.change.id}`])
          for (let size = 0; size !== reached.size; ) {
            size = reached.size
            for (const { from, to } of mine) if (reached.has(from)) reached.add(to)
          }
          if (!reached.has(dependentId(of.dependent))) return false
        }
        // From the graph to the table: no node and no edge that no row goes by, no hit dependent without a row.
        const parts = [...model.nodes.values(), ...model.edges.values()]
        if (!parts.every(({ rows }) => rows.size > 0 && [...rows].every(key => table.has(key)))) return false
        const inGraph = [...model.nodes.values()].flatMap(node =>
          node.kind === 'dependent' && node.hit ? [node.id] : [],
        )
        const inTable = new Set(model.rows.map(({ hit: of }) => dependentId(of.dependent)))
        return inGraph.length === inTable.size && inGraph.every(id => inTable.has(id))
      }),
    ),
  )
})

t.test(
  'however much there is, each node is drawn or within what is drawn, once, and never more than a few hundred are',
  async t => {
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(anyHits, fc.constantFrom('auto', 'sector', 'kind', 'severity'), fc.nat(), (hits, by, pick) => {
          const model = modelOf(hits)
          const closed = shownGraph(model, { by, open: [] })
          const groups = closed.nodes.filter(({ kind }) => kind === 'group').map(({ id }) => id)
          const open = groups.slice(groups.length === 0 ? 0 : pick % groups.length)
          const shown = shownGraph(model, { by, open })
          const within = shown.nodes.flatMap(node => standsFor(node).map(({ id }) => id))
          const drawn = new Set(shown.nodes.map(({ id }) => id))
          return (
            within.length === model.nodes.size &&
            new Set(within).size === model.nodes.size &&
            drawn.size === shown.nodes.length &&
            shown.nodes.length < 400 &&
            shown.nodes.filter(node => node.kind === 'group' && node.open).length <= MOST_OPEN &&
            shown.edges.every(({ from, to }) => drawn.has(from) && drawn.has(to) && from !== to)
          )
        }),
      ),
    )
  },
)

t.test('what is chosen is drawn alone, also out of a group that is closed', async t => {
  const many = Array.from({ length: 60 }, (_, n) => course(`${7000 + n}`))
  const model = modelOf(many.map(each => hit(each, [cause('EEU', each, [{ steps: [change('EEU'), link(each)] }])])))
  const ids = (chosen?: string) => shownGraph(model, { by: 'auto', open: [], chosen }).nodes.map(({ id }) => id)
  t.strictSame(ids(), ['change:ca-mcs-2013@2:id-ca-mcs-2013-EEU:retired', 'group:link:CALPADS, EEU'])
  t.equal(ids(dependentId(many[59]!)).at(-1), 'dependent:course-code:7059')
})
