import { Link } from 'react-router'
import type { Column } from '../../parts/DataTable.tsx'
import { Code, SeverityTag, StateTag, Tag, Unverified } from '../../parts/Tags.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { HAPPENED, isStatement } from '../../why/why-in-words.ts'
import { Due } from './Due.tsx'
import type { FlagRow } from './flag-types.ts'

export const columnsOf = (agency: FlagAgency): Column<FlagRow>[] => [
  {
    key: 'flag',
    head: 'Flag',
    rowHead: true,
    cell: ({ id, dependent, severity, unverified, undecided, findingCount }) => (
      <>
        <span className="row tight">
          <SeverityTag severity={severity} />
          <Link to={paths.flag(agency, id)} tabIndex={-1}>
            <Code>{dependent.key}</Code>
          </Link>
          {unverified && <Unverified why="Every cause rests on something nobody has verified" />}
          {undecided && <Tag kind="unsure">undecided</Tag>}
          {findingCount > 0 && <Tag kind="breaking">sequence breaks</Tag>}
        </span>
        <span className="row-title">{dependent.title}</span>
      </>
    ),
  },
  {
    key: 'change',
    head: 'What changed',
    cell: ({ firstCause, release, causeCount }) => (
      <>
        {firstCause.item.kind} <Code>{firstCause.item.key}</Code>: {HAPPENED[firstCause.class]}
        {causeCount > 1 && <span className="soft">, and {causeCount - 1} more</span>}
        <span className="row-title">
          {isStatement(firstCause.item) || `${firstCause.item.title}, `}
          <Code>{release.id}</Code>
        </span>
      </>
    ),
  },
  {
    key: 'state',
    head: 'State',
    cell: ({ state, owner, disposition, supersededBy }) => (
      <span className="standing-cell">
        <StateTag state={supersededBy === null ? state : 'superseded'} />
        <span className="small">{disposition?.replaceAll('-', ' ') ?? owner ?? ''}</span>
      </span>
    ),
  },
  { key: 'due', head: 'Due', cell: ({ due, state }) => <Due due={due} state={state} /> },
]
