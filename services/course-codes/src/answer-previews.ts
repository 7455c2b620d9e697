import type { Bus, Subscription } from '@cte-align/bus'
import { PreviewRequest, rpc } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'

/** Says what a proposal would do to the course codes. Nothing is written. */
export const answerPreviews = (bus: Bus, review: Review): Promise<Subscription> =>
  bus.serve(rpc.preview('course-codes'), data => review.preview(PreviewRequest.parse(data)))
