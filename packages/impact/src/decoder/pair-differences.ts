import type { DecoderDifference, DifferenceOutcome } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import type { DifferenceContext } from './compare-decoders.ts'
import type { PairStanding } from './compared-decoder.ts'

type Standings = { before: PairStanding; after: PairStanding }

/** Pairs of the course code that are newly permitted or refused, or of which one side does not say. */
export function pairDifferences(context: DifferenceContext): DecoderDifference[] {
  const { from, to, courseCode, sectors } = context
  const named = [...new Set([...from.named(courseCode), ...to.named(courseCode)])].sort(compareKeys)
  return named.flatMap(authorization => {
    const standings = {
      before: from.standing(courseCode, authorization),
      after: to.standing(courseCode, authorization),
    }
    const outcome = outcomeOf(standings)
    if (outcome === null) return []
    const { before, after } = standings
    const row: DecoderDifference = {
      ...{ what: 'pair', outcome, courseCode, sectors, authorization },
      before: inWords(before),
      after: inWords(after),
      inferred: [before, after].some(each => each.is === 'admitted' && each.pair.by === 'twin'),
      verified: [before, after].every(each => each.is === 'absent' || each.verified),
      because: sentence(context, authorization, outcome, standings),
    }
    return [row]
  })
}

function outcomeOf({
  before,
  after,
}: Standings): Extract<DifferenceOutcome, 'permitted' | 'refused' | 'unknown'> | null {
  if (before.is === after.is) return null
  if (before.is === 'unknown' || after.is === 'unknown') return 'unknown'
  return after.is === 'admitted' ? 'permitted' : 'refused'
}

const inWords = (standing: PairStanding): string | null => {
  if (standing.is === 'absent') return null
  return standing.is === 'unknown' ? 'not known' : `admitted by ${standing.pair.rules[0]} (${standing.pair.by})`
}

function sentence(
  { from, to, courseCode }: DifferenceContext,
  authorization: string,
  outcome: 'permitted' | 'refused' | 'unknown',
  { before, after }: Standings,
): string {
  if (outcome === 'permitted' && after.is === 'admitted')
    return `${authorization} may teach ${courseCode} by ${to.title}: ${after.pair.rules[0]} admits it${how(after)}`
  if (outcome === 'refused' && before.is === 'admitted')
    return `${authorization} may no longer teach ${courseCode}: ${before.pair.rules[0]}, by which ${from.title} admits it${how(before)}, does so no more in ${to.title}`
  const why = [before, after].flatMap(each => (each.is === 'unknown' ? [each.why] : [])).join('; ')
  return `Nobody can say whether ${authorization} ${before.is === 'unknown' ? 'might' : 'may still'} teach ${courseCode}: ${why}`
}

function how({ pair }: Extract<PairStanding, { is: 'admitted' }>): string {
  if (pair.by === 'twin') return ' as an examination twin, which is inferred'
  return pair.by === 'wildcard' ? ' among every subject' : ''
}
