import { randomUUID } from 'node:crypto'
import type { Bus } from '@cte-align/bus'
import { type CteEvent, LogReply, rpc, sequenceOf } from '@cte-align/contracts'
import type { ServiceName } from '../env.ts'

/** Asks the owner for its events after a sequence. Only what follows without a gap is given. Throws the bus's errors. */
export async function readMissing(options: {
  bus: Bus
  service: ServiceName
  after: number
  limit: number
  timeoutMs?: number
}): Promise<{ events: CteEvent[]; last: number }> {
  const { bus, service, after, limit, timeoutMs = 5000 } = options
  const events: CteEvent[] = []
  let last = 0
  const pieces = bus.request(
    rpc.log(service),
    { after, limit: Math.min(Math.max(limit, 1), 1000) },
    { correlationId: randomUUID(), timeoutMs },
  )
  for await (const piece of pieces) {
    const reply = LogReply.parse(piece)
    last = Math.max(last, reply.last)
    for (const event of reply.events) if (sequenceOf(event) === after + events.length + 1) events.push(event)
  }
  return { events, last }
}
