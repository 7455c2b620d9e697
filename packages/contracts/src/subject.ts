import type { EventType } from './event.ts'

/** The one stream, and all that it keeps. Requests live under `rpc.` and are not kept. */
export const STREAM = 'CTE'
export const STREAM_SUBJECTS = ['cte.>']

/** The subject an event is published on: its type and, where it helps subscribers to filter, one safe token. */
export function subjectOf(type: EventType, key?: string): string {
  return key === undefined ? type : `${type}.${token(key)}`
}

/** NATS tokens may not hold dots, wildcards or spaces: natural keys belong in payloads, only slugs in subjects. */
export function token(key: string): string {
  const safe = key.toLowerCase().replace(/[^a-z0-9_-]+/g, '-')
  return safe === '' ? '_' : safe
}

export const rpc = {
  /** What is this item and what is above it? Answered by standards. */
  lineage: 'rpc.standards.lineage',
  /** Which items would a proposal or a release move under another top-level item? Answered by standards; nothing is written. */
  decoderQuestion: 'rpc.standards.decoder-question',
  /** What are these items in another framework? Answered by standards. */
  translate: 'rpc.standards.translate',
  /** What may a proposal mean for the course codes? Answered by standards; nothing is written. */
  consequences: 'rpc.standards.consequences',
  /** What would these changes do to your dependents? Answered by credentials and course-codes; nothing is written. */
  preview: (service: 'credentials' | 'course-codes') => `rpc.${service}.preview`,
  /** Your flags of a release in brief, as they stand. Answered by credentials and course-codes; nothing is written. */
  flags: (service: 'credentials' | 'course-codes') => `rpc.${service}.flags`,
  /** Your events after a sequence, from your outbox. Answered by every source. */
  log: (service: 'standards' | 'credentials' | 'course-codes') => `rpc.${service}.log`,
} as const
