import type { Bus } from '@cte-align/bus'
import type { Review } from '@cte-align/review'
import type { Database, Log, Metrics } from '@cte-align/service'

/** What a reaction to another service's events is wired with. */
export interface Reaction {
  bus: Bus
  db: Database
  review: Review
  log: Log
  metrics: Metrics
  now: () => Date
}
