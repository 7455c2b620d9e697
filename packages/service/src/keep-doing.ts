import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does the work, waits, and does it again, until it is stopped; stopping waits for the work under way. The first time is at once, or
 * after the first wait. The work sees to its own failures: one that it lets out ends the doing.
 */
export function keepDoing(
  work: () => Promise<unknown>,
  { everyMs, first = 'at once' }: { everyMs: number; first?: 'at once' | 'after a wait' },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const wait = () => sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
  const doing = async () => {
    if (first === 'after a wait') await wait()
    while (!signal.aborted) {
      await work()
      await wait()
    }
  }
  const done = doing()
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}
