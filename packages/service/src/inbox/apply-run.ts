import type { Log } from '../log.ts'
import { toFault } from './fault.ts'
import { pause } from './patience.ts'
import type { NumberedMessage } from './read-message.ts'
import { type InboxStore, PositionMoved } from './store.ts'
import { isTransient } from './transient.ts'

const ATTEMPTS_ALONE = 3

interface Applying {
  store: InboxStore
  log: Log
  stop: AbortSignal
}

/**
 * Commits a run of messages that begins right after the position. One that fails for its own sake is taken apart, message
 * by message, and whatever cannot be applied is put aside. Returns early where another instance was faster; throws only
 * what is transient.
 */
export async function applyRun(applying: Applying, run: readonly NumberedMessage[]): Promise<void> {
  const { store, stop } = applying
  try {
    await store.apply(run)
  } catch (error) {
    if (error instanceof PositionMoved) return
    if (stop.aborted || isTransient(error)) throw error
    for (const message of run) if (!(await applyAlone(applying, message))) return
  }
}

/** False where another instance was faster. */
async function applyAlone(applying: Applying, message: NumberedMessage): Promise<boolean> {
  const { store, log, stop } = applying
  let fault: unknown
  for (let attempt = 1; attempt <= ATTEMPTS_ALONE; attempt++) {
    try {
      await store.apply([message])
      return true
    } catch (error) {
      if (error instanceof PositionMoved) return false
      if (stop.aborted || isTransient(error)) throw error
      fault = error
      await pause(20 * attempt, stop)
    }
  }
  log.error({ err: fault, sequence: message.sequence }, 'An event was put aside')
  try {
    await store.apply([{ raw: message.raw, sequence: message.sequence, error: toFault(fault) }], ATTEMPTS_ALONE)
    return true
  } catch (error) {
    if (error instanceof PositionMoved) return false
    throw error
  }
}
