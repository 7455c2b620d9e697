import { setTimeout as delay } from 'node:timers/promises'
import { isTransient } from './transient.ts'

/** An owner that does not answer may be away for long: rather than hold a batch for it, one hands it back. */
export function isSilence(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'CTE_NO_RESPONDER' || code === 'CTE_REQUEST_TIMEOUT' || code === 'CTE_ANSWER_BROKEN'
}

/** Repeats what failed because something was away, as long as it takes. Any other error, and any after `stop`, goes up. */
export async function patiently<T>(
  stop: AbortSignal,
  work: () => Promise<T>,
  onFailure: (error: unknown, failures: number) => void,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await work()
    } catch (error) {
      if (stop.aborted || !isTransient(error) || isSilence(error)) throw error
      onFailure(error, failures)
      await pause(Math.min(50 * 2 ** failures, 5000), stop)
    }
  }
}

/** Waits, shorter when stopped. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal: stop }).catch(() => {})
