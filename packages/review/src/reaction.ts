import type { Bus, Database, Log, Metrics } from '@cte-align/service'
import type { Review } from './surroundings.ts'

/** What a reaction to another service's events is wired with. */
export interface Reaction {
  bus: Bus
  db: Database
  review: Review
  log: Log
  metrics: Metrics
  now: () => Date
}
