import { useRef } from 'react'
import { useAnswer } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { Exports } from './Exports.tsx'
import { FlagList } from './FlagList.tsx'
import { FILTERS, groupOf, LAYOUT, type Layout, orderOf, toQuery } from './filters.ts'
import { Groups } from './Groups.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueTabs } from './QueueTabs.tsx'
import { Standings } from './Standings.tsx'
import { useQueue } from './use-queue.ts'
import { Views } from './Views.tsx'

/** What waits for an agency: in groups, one by one, many at once. */
export function QueuePage({ agency }: { agency: FlagAgency }) {
  const queue = useQueue(agency)
  const { filters: layout, set } = useFilters<Layout>(LAYOUT)
  const search = useRef<HTMLInputElement>(null)
  const query = toQuery(layout)
  const by = groupOf(layout)
  const summary = useAnswer(
    queue.key('summary', query),
    signal => queue.client.GET('/flags/summary', { params: { query }, signal }),
    { keep: true },
  )
  const waiting = layout.state === ''
  return (
    <Page
      title={`${queue.name} queue`}
      lead={`Flags on ${queue.dependents}: read what changed and why it concerns them, then say what was decided.`}
      actions={<Exports queue={queue} filter={query} />}
    >
      <QueueTabs agency={agency} />
      <div className="queue-head">
        <Shown of={summary} what="the counts" lines={3}>
          {counted => (
            <Standings
              summary={counted}
              what={waiting ? 'waiting' : 'found'}
              onSeverity={severity => set({ severity: layout.severity === severity ? '' : severity })}
            />
          )}
        </Shown>
        <Views queue={queue} layout={layout} onChoose={view => set({ ...LAYOUT, ...view }, { push: true })} />
      </div>
      <QueueFilters layout={layout} set={set} search={search} />
      {by && (
        <Groups
          queue={queue}
          query={query}
          by={by}
          addressOf={filter => paths.queue(agency, { ...withoutDefaults(layout), ...filter, group: layout.group })}
        />
      )}
      <FlagList
        key={agency}
        queue={queue}
        query={query}
        filters={layout}
        order={orderOf(layout)}
        total={summary.data?.flags}
        onSearch={() => search.current?.focus()}
      />
    </Page>
  )
}

const withoutDefaults = (layout: Layout): Record<string, string> =>
  Object.fromEntries(Object.entries(layout).filter(([name, value]) => value !== { ...LAYOUT, ...FILTERS }[name]))
