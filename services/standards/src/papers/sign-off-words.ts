import { type Agency, californiaDay } from '@cte-align/contracts'
import type { SignOff } from '../proposal.ts'
import type { SignOffWord } from './paper-data.ts'

const WORDS = { approve: 'approves', acknowledge: 'acknowledges', object: 'objects' } as const

/** What an agency said, without the name of the person who said it for the agency. */
export function signOffInWords(
  agency: Agency,
  signOff: SignOff | null,
  { lapsed, needed }: { lapsed: string | null; needed: boolean },
): SignOffWord {
  if (signOff === null) {
    const word = needed ? 'has not signed' : 'has nothing to sign: no record of this agency is touched'
    return { agency, word, lapsed: null, reason: null, on: null }
  }
  const { decision, reason, at } = signOff
  return { agency, word: WORDS[decision], lapsed, reason, on: californiaDay(at) }
}
