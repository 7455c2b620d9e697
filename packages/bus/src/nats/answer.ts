import { headers, type Msg, type NatsConnection } from '@nats-io/transport-node'
import type { Bus, Subscription } from '../bus.ts'
import { busError, toAnswer } from '../bus-error.ts'
import { encodePiece } from '../limits.ts'
import type { BusLog } from '../log.ts'
import { CANCEL_SUBJECTS, HEADER } from './ask.ts'

type Answer = Parameters<Bus['serve']>[1]

/** After so many pieces we wait until the socket has taken them. */
const FLUSH_EVERY = 32

/** Answers requests over one connection; a cancelled one stops at its next piece. */
export function createResponder(nc: NatsConnection, log: BusLog) {
  const underWay = new Map<string, AbortController>()
  let listening = false

  /** One subscription for all: it is there before any request, so a cancellation cannot come too early. */
  function listenForCancels(): void {
    if (listening) return
    listening = true
    nc.subscribe(CANCEL_SUBJECTS, { callback: (_error, message) => underWay.get(message.subject)?.abort() })
  }

  async function answerOne(message: Msg, subject: string, answer: Answer): Promise<void> {
    const { reply } = message
    if (reply === undefined || reply === '') return
    const cancelSubject = message.headers?.get(HEADER.cancel) || reply
    const cancelled = new AbortController()
    underWay.set(cancelSubject, cancelled)
    const correlationId = message.headers?.get(HEADER.correlation) || reply
    let pieces = 0
    try {
      for await (const piece of answer(parse(message, subject), { correlationId, signal: cancelled.signal })) {
        if (cancelled.signal.aborted) return
        send(reply, HEADER.piece, ++pieces, encodePiece(subject, piece))
        if (pieces % FLUSH_EVERY === 0) await nc.flush()
      }
      if (!cancelled.signal.aborted) send(reply, HEADER.end, pieces)
    } catch (error) {
      if (cancelled.signal.aborted || nc.isClosed()) return
      const told = toAnswer(error)
      log.warn({ err: error, subject, correlationId, code: told.code }, 'A request was answered with an error')
      send(reply, HEADER.error, told.code, new TextEncoder().encode(JSON.stringify({ message: told.message })))
    } finally {
      underWay.delete(cancelSubject)
    }
  }

  function send(reply: string, name: string, value: string | number, payload?: Uint8Array): void {
    const about = headers()
    about.set(name, String(value))
    nc.publish(reply, payload, { headers: about })
  }

  return async function serve(subject: string, answer: Answer): Promise<Subscription> {
    listenForCancels()
    const running = new Set<Promise<void>>()
    const subscription = nc.subscribe(subject, {
      queue: subject,
      callback: (error, message) => {
        if (error) return log.error({ err: error, subject }, 'Requests cannot be heard')
        const work = answerOne(message, subject, answer).finally(() => running.delete(work))
        running.add(work)
      },
    })
    await nc.flush()
    return {
      async stop() {
        if (!subscription.isClosed()) await subscription.drain()
        await Promise.allSettled(running)
      },
    }
  }
}

function parse(message: Msg, subject: string): unknown {
  try {
    return message.json()
  } catch (cause) {
    throw busError('CTE_REQUEST_NOT_JSON', subject, cause)
  }
}
