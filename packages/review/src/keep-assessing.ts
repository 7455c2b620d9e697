import { keepDoing } from '@cte-align/service'
import type { Log } from './surroundings.ts'

const EVERY_MS = 10_000

/**
 * Assesses now and then, though nothing new is heard: what failed while the database was away, and what another instance
 * had committed when it was killed, must not wait for the next event. Those are rare.
 */
export function keepAssessing(
  assess: () => Promise<void>,
  { log, everyMs = EVERY_MS }: { log: Log; everyMs?: number | undefined },
): { stop(): Promise<void> } {
  const work = () =>
    assess().catch(err => log.warn({ err }, 'What waits could not be assessed; it will be tried again'))
  return keepDoing(work, { everyMs, first: 'after a wait' })
}
