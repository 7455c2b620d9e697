import { Link } from 'react-router'
import { usePages } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Page } from '../../parts/Page.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { plainWord } from '../../parts/Tags.tsx'
import { momentText } from '../../parts/times.ts'
import { type FlagAgency, paths } from '../../paths.ts'
import type { BulkActionRow } from './flag-types.ts'
import { QueueTabs } from './QueueTabs.tsx'
import { useQueue } from './use-queue.ts'

/** What was done to many flags at once, the last first; each can be taken back once. */
export function BulkActionsPage({ agency }: { agency: FlagAgency }) {
  const queue = useQueue(agency)
  const actions = usePages(queue.key('bulk-actions'), (cursor, signal) =>
    queue.client.GET('/bulk-actions', {
      params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  )
  return (
    <Page
      title="Bulk actions"
      lead="One step over many flags, and decisions that came back from a spreadsheet. Open one to see what became of it, or to take it back."
      crumbs={[{ text: `${queue.name} queue`, to: paths.queue(agency) }]}
    >
      <QueueTabs agency={agency} />
      <Shown of={actions} what="the bulk actions" lines={6} empty="Nobody has acted on many flags at once yet.">
        {rows => (
          <DataTable
            caption="Bulk actions, the last first"
            quietCaption
            columns={columnsOf(agency)}
            rows={rows}
            rowKey={row => row.id}
          />
        )}
      </Shown>
      <More {...actions} shown={actions.data?.length ?? 0} what="bulk actions" />
    </Page>
  )
}

const KINDS: Record<BulkActionRow['kind'], string> = {
  bulk: 'one step',
  decisions: 'decisions of a spreadsheet',
  undo: 'taken back',
}

export function actionInWords({ kind, step }: Pick<BulkActionRow, 'kind' | 'step'>): string {
  if (step === null) return KINDS[kind]
  const { to, disposition, owner, due } = step
  return [
    to && plainWord(to),
    disposition && plainWord(disposition),
    owner && `seen to by ${owner}`,
    due !== undefined && `due ${due ?? 'as reckoned'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const columnsOf = (agency: FlagAgency): Column<BulkActionRow>[] => [
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: action => <Link to={paths.bulkAction(agency, action.id)}>{actionInWords(action)}</Link>,
  },
  { key: 'when', head: 'When', cell: ({ begunAt }) => <span className="no-break">{momentText(begunAt)}</span> },
  { key: 'who', head: 'Who', cell: ({ actor }) => actor.id },
  { key: 'flags', head: 'Flags', number: true, cell: ({ flags }) => flags },
  {
    key: 'moved',
    head: 'Moved',
    number: true,
    cell: ({ moved, state }) => (state === 'done' ? moved : `${moved} so far`),
  },
  { key: 'skipped', head: 'Passed over', number: true, cell: ({ skipped }) => skipped },
  { key: 'why', head: 'Why', cell: ({ reason }) => reason },
]
