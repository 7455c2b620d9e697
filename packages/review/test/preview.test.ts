import { type Impact, releaseRef } from '@cte-align/contracts'
import { mergeImpacts } from '@cte-align/impact'
import t from 'tap'
import { pieces } from '../src/preview.ts'
import { changed, link, rule } from './builders.ts'
import { reviewOn, type World, withDatabase } from './with-review.ts'

async function previewOf({ review }: World, number: number, reached: ReturnType<typeof changed>[]) {
  const impacts: Impact[][] = []
  for await (const piece of review.preview({ release: releaseRef('ca-mcs-2013', number), reached })) {
    if (piece.piece === 'summary') return { impacts: mergeImpacts(...impacts), summary: piece }
    if (piece.piece === 'impacts') impacts.push(piece.impacts)
  }
  throw new Error('No summary')
}

t.test('what a preview says, publishing does, and the preview writes nothing', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  const { links, otherLinks, rules, hear, standards, outbox, flags } = world
  await links({ added: [link('CTE/R4T/ICB', 'ICT.B', ['ICT']), link('CTE/R4T/GONE', 'ICT.B', ['ICT'])] })
  await links({ removed: [link('CTE/R4T/GONE', 'ICT.B', ['ICT'])] })
  await otherLinks({ added: [link('7600', 'ICT.B', ['ICT'])] })
  await rules({ added: [rule('7600', 'CTE/R4T/ICT')] })
  await hear(standards.publish(1, []))
  const reached = [changed('retired', 'ICT.B', { up: ['ICT'] }), changed('label', 'ICT', { aspect: 'title' })]
  const last = await outbox.last()
  const { impacts, summary } = await previewOf(world, 2, reached)
  t.equal(await outbox.last(), last)
  t.strictSame(await flags(), [])
  t.strictSame(summary.links, { 'ca-mcs-2013': 1 })

  await hear(standards.publish(2, reached))
  const made = await flags()
  // A release names its changes; what it says of them is the same.
  const bare = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll('ca-mcs-2013@2:', ''))
  const gist = ({
    dependent,
    severity,
    classes,
    causes,
  }: Pick<Impact, 'dependent' | 'severity' | 'classes' | 'causes'>) =>
    bare([dependent, severity, classes, causes.map(({ id: _, ...cause }) => cause)])
  t.strictSame(made.map(gist), impacts.toSorted((a, b) => (a.dependent.key < b.dependent.key ? -1 : 1)).map(gist))
  const { '/cte/standards': _, ...positions } = summary.positions
  t.match(made[0]!.positions, positions)
})

t.test('a first release previews as it publishes: with nothing', async t => {
  const db = await withDatabase(t)
  if (db === null) return
  const world = await reviewOn(db)
  await world.links({ added: [link('CTE/R4T/ICT', 'ICT')] })
  t.strictSame((await previewOf(world, 1, [changed('added', 'ICT')])).impacts, [])
})

t.test('impacts that do not fit one message come in several, and nothing is lost', async t => {
  const path = (n: number) => ({
    steps: [
      { edge: 'change' as const, item: changed('retired', 'ICT').change.item },
      {
        edge: 'link' as const,
        link: `link ${n}`,
        dependent: { kind: 'authorization' as const, key: 'CTE/R4T/ICT' },
        basis: 'b',
      },
    ],
    severity: 'breaking' as const,
    doubts: [],
  })
  const { id, class: chosen, rule, item, aspect, before, after } = changed('retired', 'ICT').change
  const cause = (n: number, paths: number) => ({
    id: `cause ${n}`,
    change: { id: `${id}${n}`, class: chosen, rule, item, aspect, before, after },
    order: 1 as const,
    severity: 'breaking' as const,
    doubts: [],
    paths: Array.from({ length: paths }, (_, p) => path(p)),
    assignment: null,
    fingerprint: 'f',
  })
  const impact: Impact = {
    dependent: { kind: 'authorization', key: 'CTE/R4T/ICT', title: 'ICT', level: null },
    severity: 'breaking',
    classes: ['retired'],
    causes: [cause(1, 30), cause(2, 3), cause(3, 1)],
    findings: [],
  }
  const parts = [...pieces([impact], 3000)]
  t.ok(parts.length > 2)
  for (const part of parts) t.ok(JSON.stringify(part).length < 3000)
  t.strictSame(mergeImpacts(...parts), mergeImpacts([impact]))
})
