import type { Bus } from '../bus.ts'
import { BusError, busError, toAnswer } from '../bus-error.ts'
import { encodePiece, encodeRequest } from '../limits.ts'

type Answer = Parameters<Bus['serve']>[1]
type Asking = Parameters<Bus['request']>[2]

/** Requests and answers within the process, through JSON as on a wire. Instances take turns. */
export function createExchange() {
  const responders = new Map<string, { answer: Answer; running: Set<Promise<unknown>> }[]>()

  function serve(subject: string, answer: Answer): () => Promise<void> {
    const all = responders.get(subject) ?? []
    const me = { answer, running: new Set<Promise<unknown>>() }
    responders.set(subject, all)
    all.push(me)
    return async () => {
      if (all.includes(me)) all.splice(all.indexOf(me), 1)
      await Promise.allSettled(me.running)
    }
  }

  async function* ask(subject: string, data: unknown, asking: Asking): AsyncGenerator<unknown> {
    const { correlationId, timeoutMs = 10_000, signal } = asking
    const request = JSON.parse(new TextDecoder().decode(encodeRequest(subject, data)))
    if (signal?.aborted) throw busError('CTE_REQUEST_CANCELLED', subject, signal.reason)
    const all = responders.get(subject) ?? []
    const responder = all.shift()
    if (responder === undefined) throw busError('CTE_NO_RESPONDER', subject)
    all.push(responder)
    const cancelled = new AbortController()
    const pieces = responder.answer(request, { correlationId, signal: cancelled.signal })[Symbol.asyncIterator]()
    let ended = false
    try {
      for (;;) {
        const next = Promise.resolve(pieces.next())
        track(responder.running, next)
        const piece = await orSilence(answered(next), { timeoutMs, subject, ...(signal && { signal }) })
        if (piece.done) {
          ended = true
          return
        }
        yield JSON.parse(new TextDecoder().decode(encodePiece(subject, piece.value)))
      }
    } finally {
      if (!ended) {
        cancelled.abort()
        // Not awaited: a responder that hangs must not hold the asker.
        void Promise.resolve(pieces.return?.()).catch(() => {})
      }
    }
  }

  return { serve, ask }
}
export type Exchange = ReturnType<typeof createExchange>

function track(running: Set<Promise<unknown>>, work: Promise<unknown>): void {
  const settled = work.catch(() => {}).finally(() => running.delete(settled))
  running.add(settled)
}

async function answered<T>(next: Promise<T>): Promise<T> {
  try {
    return await next
  } catch (error) {
    const { code, message } = toAnswer(error)
    throw new BusError(code, message)
  }
}

async function orSilence<T>(
  next: Promise<T>,
  limits: { timeoutMs: number; subject: string; signal?: AbortSignal },
): Promise<T> {
  const { timeoutMs, subject, signal } = limits
  let timer: NodeJS.Timeout | undefined
  let abandon: () => void = () => {}
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(busError('CTE_REQUEST_TIMEOUT', `${subject}, ${timeoutMs} ms`)), timeoutMs)
    abandon = () => reject(busError('CTE_REQUEST_CANCELLED', subject, signal?.reason))
    signal?.addEventListener('abort', abandon, { once: true })
  })
  try {
    return await Promise.race([next, silence])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abandon)
    next.catch(() => {})
  }
}
