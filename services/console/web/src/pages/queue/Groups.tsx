import { Link } from 'react-router'
import { usePages } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { SeverityTag } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { type Filters, fromBody, GROUP_WORDS } from './filters.ts'
import type { FlagGroup, FlagQuery, GroupBy } from './flag-types.ts'
import type { Queue } from './use-queue.ts'

interface GroupsProps {
  queue: Queue
  query: FlagQuery
  by: GroupBy
  /** The page narrowed to a filter. */
  addressOf: (filter: Filters) => string
}

/** The flags in groups. A group's link narrows the page to it. */
export function Groups({ queue, query, by, addressOf }: GroupsProps) {
  const groups = usePages(
    queue.key('groups', by, query),
    (cursor, signal) =>
      queue.client.GET('/flags/groups', {
        params: { query: { ...query, by, limit: 50, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const several = groups.first?.several === true
  // A group by itself is what the list below shows.
  if (groups.data?.length === 1 && !groups.more) return <OneGroup group={groups.data[0]!} by={by} />
  return (
    <section className="groups" aria-label={`Groups by ${GROUP_WORDS[by]}`}>
      <Shown of={groups} what="the groups" lines={6} empty="No groups: no flag matches this filter.">
        {rows => (
          <DataTable
            caption={`Grouped by ${GROUP_WORDS[by]}${several ? ' (a flag may lie in several)' : ''}`}
            columns={columnsOf(addressOf)}
            rows={rows}
            rowKey={row => row.key}
          />
        )}
      </Shown>
      <More {...groups} shown={groups.data?.length ?? 0} what="groups" />
    </section>
  )
}

const OneGroup = ({ group, by }: { group: FlagGroup; by: GroupBy }) => (
  <p className="small soft groups">
    One group by {GROUP_WORDS[by]}: {group.words || 'nobody'}
  </p>
)

const columnsOf = (addressOf: GroupsProps['addressOf']): Column<FlagGroup>[] => [
  {
    key: 'words',
    head: 'Group',
    rowHead: true,
    cell: ({ words, filter }) => (
      <Link to={addressOf(fromBody(filter))} state={{ toList: true }} preventScrollReset>
        {words}
      </Link>
    ),
  },
  { key: 'flags', head: 'Flags', number: true, cell: ({ flags }) => flags },
  {
    key: 'severity',
    head: 'Of which',
    cell: ({ bySeverity }) => (
      <span className="row tight">
        {(['breaking', 'review', 'notice'] as const).map(severity =>
          bySeverity[severity] > 0 ? (
            <SeverityTag key={severity} severity={severity} count={bySeverity[severity]} />
          ) : null,
        )}
      </span>
    ),
  },
  { key: 'open', head: 'Open', number: true, cell: ({ byState }) => byState.open },
  { key: 'review', head: 'In review', number: true, cell: ({ byState }) => byState['in-review'] },
  { key: 'returned', head: 'Returned', number: true, cell: ({ byState }) => byState.returned },
  { key: 'resolved', head: 'Resolved', number: true, cell: ({ byState }) => byState.resolved },
  {
    key: 'due',
    head: 'First due',
    cell: ({ due }) => (due.state === 'none' ? 'nothing due' : dayText(due.day)),
  },
]
