import type { DecoderDifference, DifferenceOutcome } from '@cte-align/contracts'
import type { DifferenceContext } from './compare-decoders.ts'
import type { ComparedDecoder } from './compared-decoder.ts'

/** What becomes of a course code as a whole: at most one row. */
export function codeDifference({ from, to, courseCode, sectors }: DifferenceContext): DecoderDifference[] {
  const found = outcomeOf(from, to, courseCode)
  if (found === null) return []
  const [outcome, because] = found
  const said = { what: 'course-code', authorization: null, inferred: false, verified: true } as const
  const [before, after] = [inWords(from, courseCode), inWords(to, courseCode)]
  return [{ ...said, outcome, courseCode, sectors, before, after, because }]
}

function outcomeOf(from: ComparedDecoder, to: ComparedDecoder, code: string): [DifferenceOutcome, string] | null {
  if (!from.has(code) && !to.has(code)) return null
  if (!from.has(code)) return ['new', `${code} comes with ${to.title}`]
  if (!to.has(code)) return ['gone', `${code} is not in ${to.title}`]
  const [before, after] = [from.certain(code), to.certain(code)]
  if (before > 0 && after === 0)
    return ['without-pair', `By ${to.title} nobody is certain to be authorized for ${code} any more`]
  if (before === 0 && after > 0)
    return ['first-pair', `By ${to.title} somebody is authorized for ${code}; by ${from.title} nobody was for certain`]
  return null
}

const inWords = (side: ComparedDecoder, code: string): string | null =>
  side.has(code) ? `${side.certain(code)} certain pairs` : null
