import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { actsFor, type RelationActName } from './acts.ts'
import { RelationActDialog } from './RelationActDialog.tsx'
import { RelationLink } from './RelationLink.tsx'
import { RelationMark, StateWords } from './RelationMark.tsx'
import type { EndItem, Relation } from './words.ts'

const KEYS: Record<string, RelationActName[]> = {
  r: ['review'],
  a: ['accept', 'review-and-accept'],
  d: ['reject'],
  e: ['revise'],
}

const End = ({ item }: { item: EndItem }) => (
  <>
    {item.title} <Code>{item.key}</Code>
  </>
)

const COLUMNS: Column<Relation>[] = [
  {
    key: 'from',
    head: 'From',
    rowHead: true,
    cell: relation => <End item={relation.from} />,
    sortBy: row => row.from.key,
  },
  {
    key: 'relation',
    head: 'Relation',
    cell: relation => (
      <span className="nowrap">
        <RelationMark {...relation} />
        <RelationLink relation={relation}>{relation.relation}</RelationLink>
      </span>
    ),
    sortBy: row => row.relation,
  },
  {
    key: 'to',
    head: 'To',
    cell: relation => (relation.to ? <End item={relation.to} /> : 'no counterpart'),
    sortBy: row => row.to?.key ?? '',
  },
  {
    key: 'state',
    head: 'State',
    cell: relation => (
      <span className="nowrap">
        <StateWords {...relation} />
      </span>
    ),
    sortBy: row => row.state,
  },
  {
    key: 'note',
    head: 'Note',
    cell: ({ combination, approximate, provenance }) =>
      [provenance.note, combination && `together with the group "${combination}"`, approximate && 'approximate']
        .filter(Boolean)
        .join('; ') || '–',
  },
]

interface RelationsTableProps {
  caption: string
  relations: readonly Relation[]
  total?: number | undefined
}

/** Relations as rows. On a row: Enter opens, r reviews, a accepts, d declines (rejects), e edits (revises). */
export function RelationsTable({ caption, relations, total }: RelationsTableProps) {
  const navigate = useNavigate()
  const { session } = useSession()
  const [doing, setDoing] = useState<{ relation: Relation; act: RelationActName }>()
  return (
    <>
      <DataTable
        caption={caption}
        columns={COLUMNS}
        rows={relations}
        rowKey={({ id }) => id}
        total={total}
        onOpen={({ crosswalk, id }) => navigate(paths.relation(crosswalk, id))}
        onKey={({ key }, relation) => {
          const act = KEYS[key]?.find(each => actsFor(relation, session).includes(each))
          if (act) setDoing({ relation, act })
          return act !== undefined
        }}
      />
      {doing && (
        <RelationActDialog
          crosswalk={doing.relation.crosswalk}
          id={doing.relation.id}
          act={doing.act}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  )
}
