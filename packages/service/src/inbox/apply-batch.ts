import type { Delivery } from '@cte-align/bus'
import { failPoint } from '../fail-point.ts'
import type { Log } from '../log.ts'
import { applyRun } from './apply-run.ts'
import { isSilence, pause } from './patience.ts'
import { isPoison, type NumberedMessage, type Poison, readMessage } from './read-message.ts'
import { type Owner, readMissing } from './read-missing.ts'
import type { InboxStore } from './store.ts'

export interface Batching {
  store: InboxStore
  owner: Owner
  log: Log
  stop: AbortSignal
  gapWaitMs: number
  /** At most so many events in one transaction. */
  maxRun: () => number
  /** The position has advanced, through this instance or another. */
  onAdvance: (position: number) => Promise<void>
  /** Numbers seen, for measuring how far behind we are. */
  onSeen: (sequence: number) => void
}

/** After so many deliveries of an unreadable message, with the owner silent, its own word for its number is taken. */
const DELIVERIES_BEFORE_BELIEF = 5

type Pending = Map<number, NumberedMessage & { delivery?: Delivery }>

/**
 * Applies what the open deliveries hold, acknowledging each when it is safely in the database and taking it out of `open`.
 * May be called again with what is left. Throws what is transient, and the bus's errors where a silent owner is needed.
 */
export async function applyBatch(batching: Batching, open: Set<Delivery>): Promise<void> {
  const { store, log } = batching
  const pending: Pending = new Map()
  const leftover: { poison: Poison; delivery: Delivery }[] = []
  let position = await store.position()

  for (const delivery of open) {
    const message = readMessage(delivery.raw, batching.owner.source)
    if (message.sequence !== null) batching.onSeen(message.sequence)
    const rival = message.sequence === null ? undefined : pending.get(message.sequence)
    if (isPoison(message) && (message.sequence === null || message.sequence <= position || rival !== undefined))
      leftover.push({ poison: message, delivery })
    else if (message.sequence! > position && (rival === undefined || isPoison(rival))) {
      if (rival?.delivery) leftover.push({ poison: rival as Poison, delivery: rival.delivery })
      pending.set(message.sequence!, { ...message, sequence: message.sequence!, delivery })
    }
  }
  for (const { poison, delivery } of leftover) {
    log.error({ subject: delivery.subject, error: poison.error }, 'A message was put aside')
    await store.putAside({ ...poison, sequence: null }, delivery.attempt)
  }
  while (pending.size > 0) {
    await doubtPoison(batching, pending, position)
    const run = nextRun(pending, position, batching.maxRun())
    if (run.length > 0) await applyRun(batching, run)
    else await fillGap(batching, pending, position, open)
    const before = position
    position = await store.position()
    if (position > before) {
      failPoint('consume.committed')
      await batching.onAdvance(position)
    }
    const done: Delivery[] = []
    for (const [sequence, { delivery }] of pending) {
      if (sequence > position) continue
      pending.delete(sequence)
      if (delivery) done.push(delivery)
    }
    await acknowledge(done, open, log)
  }
  // Copies of what was applied before, and what was put aside.
  await acknowledge([...open], open, log)
}

/** What follows the position without a gap. An unreadable message only comes first: it is doubted before it is believed. */
function nextRun(pending: Pending, position: number, most: number): NumberedMessage[] {
  const run: NumberedMessage[] = []
  for (let n = position + 1; run.length < most; n++) {
    const message = pending.get(n)
    if (message === undefined || (run.length > 0 && isPoison(message))) break
    run.push(message)
  }
  return run
}

/** One that is not noted comes again, and is then known. */
async function acknowledge(done: Delivery[], open: Set<Delivery>, log: Log): Promise<void> {
  await Promise.all(
    done.map(async delivery => {
      open.delete(delivery)
      await delivery.ack().catch(error => log.warn({ err: error }, 'An acknowledgement was lost'))
    }),
  )
  if (done.length > 0) failPoint('consume.acked')
}

/** An unreadable message claims the next number. Its owner knows better what happened then. */
async function doubtPoison(batching: Batching, pending: Pending, position: number): Promise<void> {
  const next = pending.get(position + 1)
  if (next === undefined || !isPoison(next) || next.delivery === undefined) return
  try {
    const { messages } = await readMissing(batching.owner, position, 1)
    const [truth] = messages
    if (truth === undefined || isPoison(truth)) return
    await batching.store.putAside({ ...next, sequence: null }, next.delivery.attempt)
    pending.set(position + 1, { ...truth, delivery: next.delivery })
  } catch (error) {
    if (!isSilence(error) || next.delivery.attempt < DELIVERIES_BEFORE_BELIEF) throw error
  }
}

/** Another instance may be just applying what is missing; else the owner's log has it. */
async function fillGap(batching: Batching, pending: Pending, position: number, open: Set<Delivery>): Promise<void> {
  const { store, owner, log, stop, gapWaitMs } = batching
  for (const end = Date.now() + gapWaitMs; Date.now() < end; await pause(25, stop))
    if ((await store.position()) > position) return
  for (const delivery of open) delivery.working()
  const next = Math.min(...pending.keys())
  const { messages, last } = await readMissing(owner, position, next - position - 1)
  log.info({ after: position, before: next, found: messages.length }, 'A gap was read from the owner')
  for (const message of messages) if (!pending.has(message.sequence)) pending.set(message.sequence, message)
  if (messages.length > 0) return
  for (const [sequence, message] of pending) {
    if (sequence <= last) continue
    // The owner commits before it publishes: a number it does not know is not its own.
    const error = { code: 'CTE_UNKNOWN_TO_OWNER', message: `${owner.service} has events up to ${last} only` }
    await store.putAside({ raw: message.raw, sequence: null, error }, message.delivery?.attempt ?? 1)
    pending.delete(sequence)
  }
  if (pending.size > 0) throw new Error(`${owner.service} does not give its events after ${position}`)
}
