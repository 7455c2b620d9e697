import type { CteEvent } from '@cte-align/contracts'

/** A message as it came, not yet believed: `raw` is whatever bytes were published. Answer each one exactly once. */
export interface Delivery {
  readonly subject: string
  readonly raw: Uint8Array
  /** 1 on the first delivery. */
  readonly attempt: number
  readonly streamSequence: number
  /** Done: never deliver it again. Resolves when the server has noted it. */
  ack(): Promise<void>
  /** Not now: deliver it again after `delayMs`. */
  nak(delayMs: number): void
  /** Still busy with it. */
  working(): void
}

export interface ConsumeOptions {
  /** Names the durable consumer: service and reaction, `credentials-flag-authorizations`. */
  durable: string
  /** Subject filters, `cte.cde.>`. */
  subjects: string[]
  batch?: number
  /** Gets up to `batch` deliveries in stream order; the next batch waits until it resolves. It must not throw; if it does, the batch is naked. */
  handle: (deliveries: Delivery[]) => Promise<void>
}

export interface Subscription {
  /** Resolves when the batch under way is finished. */
  stop(): Promise<void>
}

/** A message as it lies on the stream, looked at and not taken: nobody waits for an answer. */
export interface StreamMessage {
  readonly sequence: number
  readonly subject: string
  readonly raw: Uint8Array
}

export interface TailOptions {
  /** Begin with so many of the newest messages that are there. */
  newest: number
  /** Gets each message from there on once, in the order of the stream. It must not throw. */
  handle: (message: StreamMessage) => void
  /** The stream was lost and made anew: what comes now is numbered from 1 again. */
  onAnew: () => void
}

export interface Tail extends Subscription {
  /** Resolves when all that was on the stream at the beginning has been handled, or when the tail was stopped. */
  readonly caughtUp: Promise<void>
}

/** What travels with a request besides its data. */
export interface RequestContext {
  correlationId: string
  signal: AbortSignal
}

export interface Bus {
  /** Puts the event on the stream, once per event id within the server's window; resolves when it is on disk. */
  publish(subject: string, event: CteEvent): Promise<{ duplicate: boolean }>
  consume(options: ConsumeOptions): Promise<Subscription>
  /** Follows the stream as a mere reader: it takes nothing from the consumers, and leaves nothing behind on the server. */
  tail(options: TailOptions): Promise<Tail>
  /**
   * Asks, and yields the pieces of the answer in order. Throws CTE_NO_RESPONDER, CTE_REQUEST_TIMEOUT, or the responder's
   * own error (code and message). A piece is at most MAX_EVENT_BYTES. Leaving the loop early cancels.
   */
  request(
    subject: string,
    data: unknown,
    options: { correlationId: string; timeoutMs?: number; signal?: AbortSignal },
  ): AsyncIterable<unknown>
  /** Answers requests; several instances share the work. Every yielded value is a piece. */
  serve(
    subject: string,
    answer: (data: unknown, context: RequestContext) => AsyncIterable<unknown>,
  ): Promise<Subscription>
  /** Changes when the stream is created anew: a relay then publishes its whole outbox again. */
  streamIdentity(): Promise<string>
  connected(): boolean
  close(): Promise<void>
}
