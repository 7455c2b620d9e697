import { createInbox, headers, type Msg, type NatsConnection, nuid } from '@nats-io/transport-node'
import { BusError, busError } from '../bus-error.ts'
import { encodeRequest } from '../limits.ts'

/** Headers of requests and of the pieces that answer them. */
export const HEADER = {
  correlation: 'Cte-Correlation-Id',
  /** The asker publishes here when it no longer listens. */
  cancel: 'Cte-Cancel',
  /** Number of a piece, from 1. */
  piece: 'Cte-Piece',
  /** Number of pieces; the last message of an answer. */
  end: 'Cte-End',
  /** Code of the error that ended the answer. */
  error: 'Cte-Error',
} as const

export const CANCEL_SUBJECTS = 'rpc.cancel.*'

interface AskOptions {
  correlationId: string
  timeoutMs?: number
  signal?: AbortSignal
}

/** See `Bus.request`. `timeoutMs` is the longest silence between two pieces. */
export async function* askNats(
  nc: NatsConnection,
  subject: string,
  data: unknown,
  options: AskOptions,
): AsyncGenerator<unknown> {
  const { correlationId, timeoutMs = 10_000, signal } = options
  const payload = encodeRequest(subject, data)
  const reply = createInbox()
  const cancel = `rpc.cancel.${nuid.next()}`
  const arrived = queue()
  const subscription = nc.subscribe(reply, {
    callback: (error, message) => arrived.push(error ?? message),
  })
  const abandon = () => arrived.push(busError('CTE_REQUEST_CANCELLED', subject, signal?.reason))
  signal?.addEventListener('abort', abandon, { once: true })
  let ended = false
  try {
    if (signal?.aborted) throw busError('CTE_REQUEST_CANCELLED', subject, signal.reason)
    const about = headers()
    about.set(HEADER.correlation, correlationId)
    about.set(HEADER.cancel, cancel)
    nc.publish(subject, payload, { reply, headers: about })
    for (let expected = 1; ; expected++) {
      const message = await arrived.next(timeoutMs, subject)
      if (message instanceof Error) throw message
      if (message.headers?.code === 503) {
        ended = true
        throw busError('CTE_NO_RESPONDER', subject)
      }
      const code = message.headers?.get(HEADER.error)
      ended = Boolean(code || message.headers?.get(HEADER.end))
      if (code) throw new BusError(code, String(message.json<{ message?: unknown }>().message))
      const number = Number(ended ? message.headers!.get(HEADER.end) : message.headers?.get(HEADER.piece))
      if (number !== (ended ? expected - 1 : expected)) throw busError('CTE_ANSWER_BROKEN', subject)
      if (ended) return
      yield message.json()
    }
  } finally {
    signal?.removeEventListener('abort', abandon)
    subscription.unsubscribe()
    if (!ended && !nc.isClosed()) nc.publish(cancel)
  }
}

/** Messages in order of arrival, each waited for no longer than a limit. */
function queue() {
  const arrived: (Msg | Error)[] = []
  let wake: () => void = () => {}
  return {
    push(message: Msg | Error) {
      arrived.push(message)
      wake()
    },
    async next(timeoutMs: number, subject: string): Promise<Msg | Error> {
      if (arrived.length === 0) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>(resolve => {
          wake = resolve
          timer = setTimeout(resolve, timeoutMs)
        })
        clearTimeout(timer)
      }
      return arrived.shift() ?? busError('CTE_REQUEST_TIMEOUT', `${subject}, ${timeoutMs} ms`)
    },
  }
}
