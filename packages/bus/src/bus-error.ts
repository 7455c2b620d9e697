/** Codes of this package. A responder's own code may be any other. */
export const BUS_CODES = {
  CTE_BUS_UNAVAILABLE: 'The bus cannot be reached, or did not confirm in time',
  CTE_NO_RESPONDER: 'Nobody answers this request at the moment',
  CTE_REQUEST_TIMEOUT: 'No piece of the answer came in time',
  CTE_REQUEST_CANCELLED: 'The asker gave up',
  CTE_REQUEST_TOO_LARGE: 'The request is larger than a message may be',
  CTE_REQUEST_NOT_JSON: 'The request is not JSON',
  CTE_PIECE_TOO_LARGE: 'A piece of the answer is larger than allowed',
  CTE_ANSWER_BROKEN: 'A piece of the answer was lost on the way',
  CTE_RESPONDER_FAILED: 'The responder failed; its log says why',
} as const
export type BusCode = keyof typeof BUS_CODES

/** What goes wrong on the way. Compare `code`. */
export class BusError extends Error {
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'BusError'
    this.code = code
  }
}

export function busError(code: BusCode, about: string, cause?: unknown): BusError {
  return new BusError(code, `${BUS_CODES[code]}: ${about}`, cause)
}

/** What a responder tells the asker of an error: our own codes with their message, nothing of any other kind. */
export function toAnswer(error: unknown): { code: string; message: string } {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && code.startsWith('CTE_')) return { code, message: String(message) }
  return { code: 'CTE_RESPONDER_FAILED', message: BUS_CODES.CTE_RESPONDER_FAILED }
}
