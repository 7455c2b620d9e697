import { FlagsRequest, rpc } from '@cte-align/contracts'
import type { Bus, Subscription } from '@cte-align/service'
import type { Review } from './surroundings.ts'

/** Says which flags of one service a release has made, and what has become of them. */
export function answerFlags(options: {
  bus: Bus
  review: Pick<Review, 'flagsInBrief'>
  service: 'credentials' | 'course-codes'
}): Promise<Subscription> {
  const { bus, review, service } = options
  return bus.serve(rpc.flags(service), async function* (data) {
    yield* review.flagsInBrief(FlagsRequest.parse(data))
  })
}
