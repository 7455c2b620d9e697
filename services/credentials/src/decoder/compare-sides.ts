import type { DecoderDifference, DifferenceSector, DifferenceSummary } from '@cte-align/contracts'
import { compareDecoders } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import type { DecoderSide, DecoderSides } from './decoder-sides.ts'
import { withNamedAuthorizations } from './issued-by-editions.ts'

export interface Comparison {
  differences: DecoderDifference[]
  summary: DifferenceSummary
}

/** In what two sides differ, grouped by the sectors that own each course code today. Writes nothing. */
export function createCompareSides({ sides, review }: { sides: DecoderSides; review: Pick<Review, 'links'> }) {
  return async (from: DecoderSide, to: DecoderSide, correlationId: string): Promise<Comparison> => {
    const [before, after, owners] = await Promise.all([
      sides.at(from, correlationId),
      sides.at(to, correlationId),
      ownersByCode(review),
    ])
    return compareDecoders(...withNamedAuthorizations(before, after), { owners })
  }
}
export type CompareSides = ReturnType<typeof createCompareSides>

async function ownersByCode(review: Pick<Review, 'links'>): Promise<Map<string, DifferenceSector[]>> {
  const found = new Map<string, DifferenceSector[]>()
  for (const { courseCode, owner } of await review.links.courseCodeOwners()) {
    const { framework, key, title } = owner
    found.set(courseCode, [...(found.get(courseCode) ?? []), { framework, key, title }])
  }
  return found
}
