import type { Bus, Subscription } from '@cte-align/bus'
import { type CteEvent, LogRequest, MAX_EVENT_BYTES, rpc } from '@cte-align/contracts'
import type { ServiceName } from './env.ts'
import type { Outbox } from './outbox.ts'

/** Lets other services read this one's events again: answers `rpc.<service>.log` in pieces that fit a message. */
export function serveLog(options: { bus: Bus; outbox: Outbox; service: ServiceName }): Promise<Subscription> {
  const { bus, outbox, service } = options
  return bus.serve(rpc.log(service), async function* answer(data) {
    const { after, limit } = LogRequest.parse(data)
    const { events, last } = await outbox.read(after, limit)
    for (const piece of inPieces(events)) yield { events: piece, last }
  })
}

/** Always at least one piece, so that `last` arrives even where there are no events. */
function* inPieces(events: CteEvent[]): Generator<CteEvent[]> {
  let piece: CteEvent[] = []
  let bytes = 0
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1
    if (piece.length > 0 && bytes + size > MAX_EVENT_BYTES) {
      yield piece
      piece = []
      bytes = 0
    }
    piece.push(event)
    bytes += size
  }
  yield piece
}
