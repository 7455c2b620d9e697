import { MAX_EVENT_BYTES } from '@cte-align/contracts'
import { busError } from './bus-error.ts'

/** What a server takes by default. */
export const MAX_REQUEST_BYTES = 1024 * 1024

/** An event of the largest size fits in a piece, with some words around it. */
export const MAX_PIECE_BYTES = MAX_EVENT_BYTES + 4096

const encoder = new TextEncoder()

/** The request as bytes. Throws CTE_REQUEST_TOO_LARGE before anything is sent. */
export function encodeRequest(subject: string, data: unknown): Uint8Array {
  const bytes = encoder.encode(JSON.stringify(data ?? null))
  if (bytes.length > MAX_REQUEST_BYTES) throw busError('CTE_REQUEST_TOO_LARGE', `${subject}, ${bytes.length} bytes`)
  return bytes
}

/** A piece of an answer as bytes. Throws CTE_PIECE_TOO_LARGE. */
export function encodePiece(subject: string, piece: unknown): Uint8Array {
  const bytes = encoder.encode(JSON.stringify(piece ?? null))
  if (bytes.length > MAX_PIECE_BYTES) throw busError('CTE_PIECE_TOO_LARGE', `${subject}, ${bytes.length} bytes`)
  return bytes
}
