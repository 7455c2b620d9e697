import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, SeverityTag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { proposalKey, useHere } from '../use-proposal.ts'
import { many } from '../words.ts'
import { CompareWith } from './CompareWith.tsx'

type Row = Item<'standards', '/proposals/{id}/impacts', 'get'>
const SHOWN = 25

const COLUMNS: Column<Row>[] = [
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
  { key: 'agency', head: 'Agency', cell: ({ agency }) => agency.toUpperCase() },
  {
    key: 'severity',
    head: 'Severity',
    cell: ({ severity, unverified }) => (
      <>
        <SeverityTag severity={severity} />{' '}
        {unverified && <Unverified why="Every reason rests on a relation or link that nobody has verified" />}
      </>
    ),
  },
  { key: 'why', head: 'Why', cell: ({ summary }) => summary },
]

/** The gravest impacts; all of them, with graph and reasons, have a page of their own. */
export function ImpactTab() {
  const { proposal, params } = useHere()
  const impacts = useAnswer(proposalKey(proposal.id, 'impacts', SHOWN), signal =>
    standards.GET('/proposals/{id}/impacts', { params: { ...params, query: { limit: SHOWN } }, signal }),
  )
  return (
    <Shown of={impacts} what="the impacts" lines={8}>
      {({ items, total }) => (
        <div className="stack">
          <p className="row">
            <strong>{total === 0 ? 'Nobody is hit by what is saved.' : `${many(total, 'dependent')} hit.`}</strong>
            <Link to={paths.impact({ proposal: proposal.id }, { view: 'graph' })}>See the graph</Link>
            <Link to={paths.impact({ proposal: proposal.id }, { view: 'table' })}>
              See all in a table, with filters
            </Link>
          </p>
          {total > 0 && (
            <DataTable
              caption={total > items.length ? `The ${items.length} gravest of ${total}` : 'Gravest first'}
              columns={COLUMNS}
              rows={items}
              rowKey={({ agency, dependent }) => `${agency} ${dependent.kind} ${dependent.key}`}
            />
          )}
          <CompareWith />
        </div>
      )}
    </Shown>
  )
}
