import { createHash } from 'node:crypto'
import { CteEvent, idFrom, type Source, sequenceOf } from '@cte-align/contracts'

/** A message that cannot be applied, with as much of its envelope as could be read. */
export interface Poison {
  raw: Buffer
  /** Null where the message does not say, or says another source's. */
  sequence: number | null
  error: { code: string; message: string }
}
export type Message = { event: CteEvent; raw: Buffer; sequence: number } | Poison
export type NumberedMessage = Message & { sequence: number }

export const isPoison = (message: Message): message is Poison => !('event' in message)

/** Bytes as they came, believed only as far as they can be checked. */
export function readMessage(bytes: Uint8Array, source: Source): Message {
  const raw = Buffer.from(bytes)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return { raw, sequence: null, error: { code: 'CTE_NOT_JSON', message: (error as Error).message } }
  }
  const parsed = CteEvent.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const message = `/${issue?.path.join('/')}: ${issue?.message}`
    return { raw, sequence: envelopeSequence(value, source), error: { code: 'CTE_NOT_OUR_EVENT', message } }
  }
  if (parsed.data.source !== source)
    return { raw, sequence: null, error: { code: 'CTE_WRONG_SOURCE', message: `It is from ${parsed.data.source}` } }
  const sequence = sequenceOf(parsed.data)
  if (!isNumbered(sequence))
    return { raw, sequence: null, error: { code: 'CTE_NOT_OUR_EVENT', message: 'Its sequence is not a number from 1' } }
  return { event: parsed.data, raw, sequence }
}

/** The same message gives the same letter, however often and by whichever instance it is put aside. */
export function letterId(source: Source, poison: Poison): string {
  const content = createHash('sha256').update(poison.raw).digest('hex')
  return idFrom('dead-letter', source, content)
}

function envelopeSequence(value: unknown, source: Source): number | null {
  if (typeof value !== 'object' || value === null) return null
  const { source: claimed, sequence } = value as Record<string, unknown>
  if (claimed !== source || typeof sequence !== 'string' || !/^[0-9]{1,16}$/.test(sequence)) return null
  return isNumbered(Number(sequence)) ? Number(sequence) : null
}

const isNumbered = (n: number) => Number.isSafeInteger(n) && n >= 1
