import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { usePages } from '../../data/use-answer.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { useLate } from '../../parts/use-late.ts'
import { useSelection } from '../../parts/use-selection.ts'
import type { Walk } from '../../parts/use-walk.ts'
import { paths } from '../../paths.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { FlagPanel } from './FlagPanel.tsx'
import { type Filters, toBody } from './filters.ts'
import { columnsOf } from './flag-list-columns.tsx'
import type { FlagQuery, FlagRow, Order } from './flag-types.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { ListBar } from './ListBar.tsx'
import { Refused } from './Refused.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { useDeeds } from './use-deeds.ts'
import { useMoves } from './use-moves.ts'
import type { Queue } from './use-queue.ts'

interface FlagListProps {
  queue: Queue
  query: FlagQuery
  filters: Filters
  order: Order
  total: number | undefined
  onSearch: () => void
}

/** Flags read before somebody gets there. */
const AHEAD = 15

/** The flags that the filter finds, worked through by keyboard, with the current one beside them. */
export function FlagList({ queue, query, filters, order, total, onSearch }: FlagListProps) {
  const navigate = useNavigate()
  const walk = useRef<Walk>(null)
  const selection = useSelection()
  const moves = useMoves(queue)
  const [current, setCurrent] = useState<FlagRow>()
  const flags = usePages(
    queue.key('flags', query, order),
    (cursor, signal) =>
      queue.client.GET('/flags', {
        params: { query: { ...query, order, limit: 100, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const deeds = useDeeds({ queue, moves, go: by => walk.current?.go(by), onSearch })
  const rows = flags.data?.map(moves.shown)
  const here = rows?.find(row => row.id === current?.id) ?? current ?? rows?.[0]
  const looked = useLate(here, 120)
  useFocusFromGroup(walk, flags.data !== undefined)

  return (
    <section aria-label="Flags" className="flag-list">
      <ListBar
        {...{ queue, total, selected: selection.chosen.size, shown: rows?.length ?? 0 }}
        onMany={() => deeds.ask({ kind: 'many' })}
        onKeys={() => deeds.ask({ kind: 'keys' })}
        onClear={selection.clear}
      />
      {moves.refused && !deeds.asked && <Refused queue={queue} flag={moves.refused} moves={moves} />}
      <div className="beside">
        <div>
          <Shown of={flags} what="the flags" lines={12} empty="No flag matches this filter: nothing waits here.">
            {() => (
              <DataTable
                caption="Flags, one after the other"
                quietCaption
                columns={columnsOf(queue.agency)}
                rows={rows ?? []}
                rowKey={row => row.id}
                rowName={row => row.dependent.key}
                selection={selection}
                total={total}
                walk={walk}
                onOpen={row => navigate(paths.flag(queue.agency, row.id))}
                onKey={(event, row) => deeds.onKey(event.key, row)}
                onCurrent={(row, after) => {
                  setCurrent(row)
                  if (after < AHEAD && flags.more && !flags.loadingMore) flags.loadMore()
                }}
              />
            )}
          </Shown>
          <More {...flags} shown={rows?.length ?? 0} total={total} what="flags" />
        </div>
        {looked && (
          <FlagPanel queue={queue} flag={looked} onDeed={deed => deeds.begin(looked, { kind: 'deed', deed })} />
        )}
      </div>
      {deeds.asked?.kind === 'deed' && (
        <DecideDialog key={deeds.asked.flag.id} {...deeds.asked} queue={queue} moves={moves} onClose={deeds.close} />
      )}
      {deeds.asked?.kind === 'undo' && (
        <UndoDialog queue={queue} flag={deeds.asked.flag} onClose={() => deeds.close()} />
      )}
      {deeds.asked?.kind === 'keys' && <KeysDialog onClose={() => deeds.close()} />}
      {deeds.asked?.kind === 'many' && (
        <BulkDialog
          queue={queue}
          set={selection.chosen.size > 0 ? { ids: [...selection.chosen] } : { filter: toBody(filters) }}
          me={deeds.asked.me}
          onClose={applied => {
            if (applied) selection.clear()
            deeds.close()
          }}
        />
      )}
    </section>
  )
}

/** Who comes from a group's link, which is gone, goes on in the list. */
function useFocusFromGroup(walk: React.RefObject<Walk | null>, ready: boolean) {
  const { key, state } = useLocation()
  const done = useRef<string>(undefined)
  useEffect(() => {
    if (!ready || done.current === key || !(state as { toList?: true } | null)?.toList) return
    done.current = key
    walk.current?.go(Number.NEGATIVE_INFINITY)
  }, [key, state, ready, walk])
}
