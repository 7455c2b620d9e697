import { Link } from 'react-router'
import { usePages } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { plainWord, StateTag } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import type { Transition } from './flag-types.ts'
import type { Queue } from './use-queue.ts'

/** Who did what with a flag, when and why. */
export function History({ queue, id }: { queue: Queue; id: string }) {
  const steps = usePages(queue.key('flag', id, 'transitions'), (cursor, signal) =>
    queue.client.GET('/flags/{id}/transitions', {
      params: { path: { id }, query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <Shown of={steps} what="the history" empty="Nobody has done anything with it yet.">
        {rows => (
          <DataTable
            caption="What was done with this flag, the first step first"
            quietCaption
            columns={columnsOf(queue)}
            rows={rows}
            rowKey={row => String(row.number)}
          />
        )}
      </Shown>
      <More {...steps} shown={steps.data?.length ?? 0} what="steps" />
    </section>
  )
}

const columnsOf = ({ agency }: Queue): Column<Transition>[] => [
  { key: 'number', head: 'Step', number: true, rowHead: true, cell: ({ number }) => number },
  { key: 'at', head: 'When', cell: ({ at }) => <span className="no-break">{momentText(at)}</span> },
  { key: 'who', head: 'Who', cell: ({ actor }) => (actor === 'system' ? 'the system' : actor.id) },
  {
    key: 'what',
    head: 'What',
    cell: ({ from, to, disposition, owner, due, undoes, bulk, attested }) => (
      <>
        {undoes !== null && `Undo of step ${undoes}: `}
        {from === to ? `stays ${plainWord(to)}` : <StateTag state={to} />}
        {disposition && ` ${plainWord(disposition)}`}
        {owner && `, seen to by ${owner}`}
        {due !== undefined && `, due ${due === null ? 'as reckoned' : dayText(due)}`}
        {attested > 0 && `, ${attested} ${attested === 1 ? 'text' : 'texts'} attested`}
        {bulk && (
          <>
            {' '}
            <Link to={paths.bulkAction(agency, bulk)}>with many</Link>
          </>
        )}
      </>
    ),
  },
  { key: 'why', head: 'Why', cell: ({ reason }) => reason },
]
