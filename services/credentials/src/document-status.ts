import { z } from 'zod'

/** `current`: issued today. `closed`: no longer first issued, by an act that is known. `legacy`: of an earlier order, valid where held. */
export const DocumentStatus = z.enum(['current', 'closed', 'legacy'])
export type DocumentStatus = z.infer<typeof DocumentStatus>

/** What the sources' words mean. Words that are not here say neither: the status is unknown, and stays so. */
const MEANINGS: Record<string, { status: DocumentStatus; basis: string }> = {
  issued: { status: 'current', basis: 'the source says that it is issued' },
  current: { status: 'current', basis: 'the source says so' },
  closed: { status: 'closed', basis: 'the source says so' },
  legacy: { status: 'legacy', basis: 'the source says so' },
  'legacy code': { status: 'legacy', basis: 'the source calls its code a legacy code' },
}

export interface StatusReading {
  /** Null: unknown. */
  status: DocumentStatus | null
  /** As the source has it. */
  statusWords: string | null
  /** How one leads to the other, or why it does not. */
  statusBasis: string
}

/** A status as the source words it, and as it is kept. Pure. */
export function readStatus(words: string | null): StatusReading {
  if (words === null) return { status: null, statusWords: null, statusBasis: 'the source does not say' }
  const meaning = Object.hasOwn(MEANINGS, words.toLowerCase()) ? MEANINGS[words.toLowerCase()]! : null
  return {
    status: meaning?.status ?? null,
    statusWords: words,
    statusBasis: meaning?.basis ?? `the source says "${words}"`,
  }
}
