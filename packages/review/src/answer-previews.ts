import { PreviewRequest, rpc } from '@cte-align/contracts'
import type { Bus, Subscription } from '@cte-align/service'
import type { Log, Review } from './surroundings.ts'

/** Says what a proposal would do to the dependents of one service. Nothing is written. */
export function answerPreviews(options: {
  bus: Bus
  review: Review
  service: 'credentials' | 'course-codes'
  log: Log
}): Promise<Subscription> {
  const { bus, review, service, log } = options
  return bus.serve(rpc.preview(service), async function* (data, { correlationId }) {
    const request = PreviewRequest.parse(data)
    yield* review.preview(request)
    log.info({ correlationId, release: request.release.id, changes: request.reached.length }, 'A preview was answered')
  })
}
