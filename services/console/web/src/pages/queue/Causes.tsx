import { usePages } from '../../data/use-answer.ts'
import { More } from '../../parts/Shown.tsx'
import type { FlagView } from './flag-types.ts'
import type { Queue } from './use-queue.ts'
import { Whys } from './Whys.tsx'

/** Every cause with every path: those in the flag at once, those beside it when somebody asks. */
export function Causes({ queue, flag }: { queue: Queue; flag: FlagView }) {
  const partly = flag.causeCount > flag.causes.length
  const all = usePages(
    queue.key('causes', flag.id),
    (cursor, signal) =>
      queue.client.GET('/flags/{id}/causes', {
        params: { path: { id: flag.id }, query: { limit: 200, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    { enabled: partly },
  )
  const causes = (partly && all.data) || flag.causes
  return (
    <>
      <Whys causes={causes} release={flag.release.id} />
      {partly && <More {...all} shown={causes.length} total={flag.causeCount} what="causes" />}
    </>
  )
}
