import { Tabs } from '../../parts/Tabs.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { useQueue } from './use-queue.ts'

export function QueueTabs({ agency }: { agency: FlagAgency }) {
  const { name } = useQueue(agency)
  return (
    <Tabs
      label={`${name} queue`}
      tabs={[
        { to: paths.queue(agency), text: 'Flags', end: true },
        { to: paths.bulkActions(agency), text: 'Bulk actions' },
        { to: paths.decisions(agency), text: 'From a spreadsheet' },
      ]}
    />
  )
}
