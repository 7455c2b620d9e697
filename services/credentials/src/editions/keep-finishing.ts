import { keepDoing, type Log } from '@cte-align/service'
import type { EditionPublisher } from './publish-edition.ts'

const EVERY_MS = 5000
/** An edition that is younger is most likely being published at this moment, here or in another instance. */
const INTERRUPTED_AFTER_MS = 30_000

/** Finishes the editions that were interrupted: at once, and then now and then for what other instances left. */
export function keepFinishing(
  publisher: EditionPublisher,
  { now, log }: { now: () => Date; log: Log },
): { stop(): Promise<void> } {
  let youngest = 0
  const work = async () => {
    const begunBefore = new Date(now().getTime() - youngest)
    youngest = INTERRUPTED_AFTER_MS
    await publisher.finishAll(begunBefore).catch(err => log.warn({ err }, 'An edition is not finished; trying again'))
  }
  return keepDoing(work, { everyMs: EVERY_MS })
}
