import { PreviewRequest, rpc } from '@cte-align/contracts'
import type { Bus, Metrics, Subscription } from '@cte-align/service'
import type { Log, Review } from './surroundings.ts'

/** Says what a proposal would do to the dependents of one service. Nothing is written. What nobody waits for any more is given up. */
export function answerPreviews(options: {
  bus: Bus
  review: Review
  service: 'credentials' | 'course-codes'
  log: Log
  metrics: Metrics
}): Promise<Subscription> {
  const { bus, review, service, log, metrics } = options
  return bus.serve(rpc.preview(service), async function* (data, { correlationId, signal }) {
    let outcome: 'answered' | 'abandoned' | 'failed' = 'failed'
    metrics.previewsUnderWay.inc()
    try {
      const request = PreviewRequest.parse(data)
      const about = { correlationId, release: request.release.id, changes: request.reached.length }
      try {
        yield* review.preview(request, signal)
        outcome = 'answered'
        log.info(about, 'A preview was answered')
      } finally {
        // Whoever stops listening ends the answer at a yield, or aborts it between two reads.
        if (outcome === 'failed' && signal.aborted) {
          outcome = 'abandoned'
          log.info(about, 'A preview was given up: nobody waits for it any more')
        }
      }
    } finally {
      metrics.previewsUnderWay.dec()
      metrics.previews.inc({ outcome })
    }
  })
}
