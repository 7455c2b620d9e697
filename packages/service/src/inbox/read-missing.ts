import { randomUUID } from 'node:crypto'
import type { Bus } from '@cte-align/bus'
import { rpc, type Source } from '@cte-align/contracts'
import { z } from 'zod'
import type { ServiceName } from '../env.ts'
import { isPoison, type NumberedMessage, readMessage } from './read-message.ts'

/** `LogReply` with its events not yet believed: one that is newer than this program must not hide the others. */
const LooseReply = z.object({ events: z.array(z.unknown()), last: z.int().min(0) })

export interface Owner {
  bus: Bus
  service: ServiceName
  source: Source
}

/** The owner's events after a sequence, as far as they follow without a gap, and the last there is. Throws the bus's errors. */
export async function readMissing(
  owner: Owner,
  after: number,
  limit: number,
): Promise<{ messages: NumberedMessage[]; last: number }> {
  const { bus, service, source } = owner
  const messages: NumberedMessage[] = []
  let last = 0
  const pieces = bus.request(
    rpc.log(service),
    { after, limit: Math.min(Math.max(limit, 1), 1000) },
    { correlationId: randomUUID(), timeoutMs: 5000 },
  )
  for await (const piece of pieces) {
    const reply = LooseReply.parse(piece)
    last = Math.max(last, reply.last)
    for (const event of reply.events) {
      const sequence = after + messages.length + 1
      const message = readMessage(Buffer.from(JSON.stringify(event)), source)
      if (isPoison(message)) messages.push({ ...message, sequence })
      else if (message.sequence === sequence) messages.push(message)
    }
  }
  return { messages, last }
}
