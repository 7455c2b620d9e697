import {
  type Actor,
  actorText,
  CteEvent,
  type EventData,
  type EventType,
  idFrom,
  MAX_EVENT_BYTES,
  type Source,
  subjectOf,
  toSequence,
} from '@cte-align/contracts'
import mongoose from 'mongoose'
import { type ClientSession, type Database, modelOn, type Preparable } from './database.ts'
import { problem } from './errors.ts'
import { failPoint } from './fail-point.ts'

/** A request that events follow from. `by` is null where nobody made it: the clock, or another event. */
export interface Act {
  by: Actor | null
  correlationId: string
}

/** What a service says of an event; the outbox adds number, id, time and envelope. */
export type NewEvent = {
  [T in EventType]: {
    type: T
    /** Natural key of what it happened to. */
    subject: string
    /** Last token of the NATS subject, where subscribers filter by it. */
    key?: string
    data: EventData<T>
    /** Who made the request that it follows from; null where nobody did. */
    by: Actor | null
    correlationid: string
    causationid?: string
  }
}[EventType]

export interface OutboxRow {
  /** The event's sequence. */
  _id: number
  /** What it is published on. */
  subject: string
  event: CteEvent
}

export interface Outbox {
  source: Source
  /**
   * Adds events to the transaction under way and returns them as they will be published. Numbers have no gaps: a
   * transaction that does not commit gives its numbers back. Throws CTE_EVENT_TOO_LARGE, or ZodError for a wrong one.
   */
  append(session: ClientSession, events: NewEvent[]): Promise<CteEvent[]>
  /** Committed events after a sequence, in order, with the number of the last one there is. */
  read(after: number, limit: number): Promise<{ events: CteEvent[]; last: number }>
  rows(after: number, limit: number): Promise<OutboxRow[]>
  last(): Promise<number>
  /** For `db.prepare`. */
  models: readonly Preparable[]
}

interface Counter {
  _id: string
  value: number
}

const rowSchema = new mongoose.Schema(
  { _id: Number, subject: String, event: mongoose.Schema.Types.Mixed },
  { collection: 'outbox', versionKey: false, minimize: false },
)
const counterSchema = new mongoose.Schema({ _id: String, value: Number }, { collection: 'counters', versionKey: false })

/** The events of one source, in the order in which their transactions committed. The stream is a copy of this. */
export function createOutbox(options: { db: Database; source: Source; now?: () => Date }): Outbox {
  const { db, source, now = () => new Date() } = options
  const { connection } = db
  const Row = modelOn<OutboxRow>(connection, 'OutboxRow', rowSchema)
  const Count = modelOn<Counter>(connection, 'Counter', counterSchema)

  async function last(): Promise<number> {
    const row = await Row.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean<{ _id: number }>()
    return row?._id ?? 0
  }
  const rows = (after: number, limit: number) =>
    Row.find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<OutboxRow[]>()

  return {
    source,
    models: [Row, Count],
    last,
    rows,
    async read(after, limit) {
      const found = await rows(after, limit)
      // Asked for afterwards, so that `last` is never below an event that is given.
      return { events: found.map(row => row.event), last: await last() }
    },
    async append(session, events) {
      if (events.length === 0) return []
      // The counter is written first: whoever holds it commits before anybody else gets a number.
      const counter = await Count.findOneAndUpdate(
        { _id: 'outbox' },
        { $inc: { value: events.length } },
        { session, upsert: true, returnDocument: 'after' },
      ).lean<Counter>()
      const first = counter!.value - events.length + 1
      const time = now().toISOString()
      const numbered = events.map((event, index) => toRow(event, source, first + index, time))
      await Row.collection.insertMany(numbered as never[], { session, ordered: true })
      failPoint('outbox.before-commit')
      announceCommit(session)
      return numbered.map(row => row.event)
    },
  }
}

function toRow(given: NewEvent, source: Source, sequence: number, time: string): OutboxRow {
  const event = CteEvent.parse({
    specversion: '1.0',
    id: idFrom(source, sequence),
    source,
    type: given.type,
    subject: given.subject,
    time,
    datacontenttype: 'application/json',
    dataschema: `/schemas/${given.type}`,
    sequence: toSequence(sequence),
    correlationid: given.correlationid,
    ...(given.causationid === undefined ? {} : { causationid: given.causationid }),
    ...(given.by === null ? {} : { actor: actorText(given.by) }),
    data: given.data,
  })
  const bytes = Buffer.byteLength(JSON.stringify(event))
  if (bytes > MAX_EVENT_BYTES)
    throw problem('CTE_EVENT_TOO_LARGE', { type: given.type, subject: given.subject, bytes, limit: MAX_EVENT_BYTES })
  return { _id: sequence, subject: subjectOf(given.type, given.key), event }
}

const announced = new WeakSet<ClientSession>()

/** Only the session knows when its transaction has committed; it says so when it ends. */
function announceCommit(session: ClientSession): void {
  if (announced.has(session)) return
  announced.add(session)
  session.once('ended', () => {
    // The driver hides this field from its types, and offers nothing else that tells.
    const { transaction } = session as unknown as { transaction: { isCommitted: boolean } }
    if (transaction.isCommitted) failPoint('outbox.committed')
  })
}
