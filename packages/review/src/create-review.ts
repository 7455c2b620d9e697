import type { Review, ReviewOptions } from './surroundings.ts'

/** Everything by which a release becomes flags of one kind, over one service's database. */
export function createReview(options: ReviewOptions): Review {
  throw new Error(`Not written yet: review of ${options.kind}`)
}
