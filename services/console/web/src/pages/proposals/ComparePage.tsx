import type { Answer } from '@cte-align/client'
import { Link, useParams } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code, SeverityTag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { Difference } from './conflicts/ConflictCard.tsx'
import { many } from './words.ts'

type Comparison = Answer<'standards', '/proposals/{id}/compare/{other}', 'get'>
type Hit = Comparison['dependents']['rows'][number]
type Both = Comparison['items']['rows'][number]

const hit = (side: Hit['left']) => (side ? <SeverityTag severity={side.severity} /> : 'not hit')
const HITS: Column<Hit>[] = [
  {
    key: 'dependent',
    head: 'Whom',
    rowHead: true,
    cell: ({ dependent }) => (
      <>
        <Code>{dependent.key}</Code> {dependent.title}
      </>
    ),
  },
  { key: 'agency', head: 'Agency', cell: ({ agency }) => agency },
  { key: 'left', head: 'First', cell: ({ left }) => hit(left) },
  { key: 'right', head: 'Second', cell: ({ right }) => hit(right) },
  { key: 'same', head: 'Alike', cell: ({ same }) => (same ? 'alike' : 'differs') },
]
const changed = (changes: Both['left']) => changes.map(change => <Difference key={change.id} change={change} />)
const ITEMS: Column<Both>[] = [
  { key: 'item', head: 'Item', rowHead: true, cell: ({ item }) => <Code>{item.key}</Code> },
  { key: 'left', head: 'First', cell: ({ left }) => changed(left) },
  { key: 'right', head: 'Second', cell: ({ right }) => changed(right) },
  { key: 'same', head: 'Leads to', cell: ({ same }) => (same ? 'the same' : 'different things') },
]

/** Two proposals side by side: what each changes, where both touch the same, and whom either would hit. */
export function ComparePage() {
  const { id = '', other = '' } = useParams()
  const comparison = useAnswer(['standards', 'proposal', id, 'compare', other], signal =>
    standards.GET('/proposals/{id}/compare/{other}', {
      params: { path: { id, other }, query: { limit: 1000 } },
      signal,
    }),
  )
  const crumbs = [
    { text: 'Proposals', to: paths.proposals() },
    { text: comparison.data?.left.title ?? 'Proposal', to: paths.proposal(id, 'changes') },
  ]
  return (
    <Page title="Compare two proposals" crumbs={crumbs}>
      <Shown of={comparison} what="the comparison" lines={10}>
        {({ left, right, items, onlyLeft, onlyRight, dependents, next }) => (
          <>
            <div className="columns">
              <Side name="First" side={left} only={onlyLeft.total} />
              <Side name="Second" side={right} only={onlyRight.total} />
            </div>
            <h2>Whom either would hit</h2>
            <p>
              {many(dependents.total, 'dependent')}, {dependents.differ} hit differently.
            </p>
            {dependents.total > 0 && (
              <DataTable
                caption="Dependents that either would hit, those hit differently first"
                quietCaption
                columns={HITS}
                rows={dependents.rows}
                rowKey={({ agency, dependent }) => `${agency} ${dependent.kind} ${dependent.key}`}
                total={dependents.total}
              />
            )}
            <h2>Items that both change</h2>
            {items.total === 0 ? (
              <p>None: they do not collide.</p>
            ) : (
              <DataTable
                caption="Items that both change"
                quietCaption
                columns={ITEMS}
                rows={items.rows}
                rowKey={({ item }) => item.id}
                total={items.total}
              />
            )}
            {next !== null && <p>The first thousand rows of each list are shown.</p>}
          </>
        )}
      </Shown>
    </Page>
  )
}

const Side = ({ name, side, only }: { name: string; side: Comparison['left']; only: number }) => (
  <section className="card" aria-label={`${name} proposal`}>
    <h2 className="first">
      {name}: <Link to={paths.proposal(side.id, 'changes')}>{side.title}</Link>
    </h2>
    <p>
      <Code>{`${side.framework}@${side.base}`}</Code>, revision {side.revision}
    </p>
    <p>
      {many(side.changes, 'change')}
      {side.changes > 0 &&
        ` (${Object.entries(side.byClass)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(', ')})`}
      , {only} of them of items that only this one changes. Flags: {side.flags.ctc} CTC, {side.flags.calpads} CALPADS.
    </p>
  </section>
)
