import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client'

/** A registry of one service instance and what is measured in it. */
export function createMetrics(service: string) {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpDuration: new Histogram({
      name: 'cte_http_request_duration_seconds',
      help: 'Time from request to response',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    previews: new Counter({
      name: 'cte_previews_total',
      help: 'Previews (in a flagging service: its parts of them) by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
    previewsUnderWay: new Gauge({
      name: 'cte_previews_under_way',
      help: 'Previews that are being worked out at this moment',
      registers,
    }),
    /** Read anew before every scrape: what changes behind the process's back, too. */
    beforeScrape: [] as (() => Promise<void>)[],
    outboxLast: new Gauge({
      name: 'cte_outbox_last_sequence',
      help: "Number of the service's last event; less a consumer's cte_consumer_position, it is that consumer's lag",
      registers,
    }),
    outboxDepth: new Gauge({ name: 'cte_outbox_depth', help: 'Events not yet published', registers }),
    position: new Gauge({
      name: 'cte_consumer_position',
      help: 'Last event of a source that this service has applied',
      labelNames: ['source'],
      registers,
    }),
    lag: new Gauge({
      name: 'cte_consumer_lag',
      help: 'Events of a source that have arrived here and are not yet applied',
      labelNames: ['source'],
      registers,
    }),
    deadLetters: new Gauge({
      name: 'cte_dead_letters',
      help: 'Messages of a source put aside for a person to look at',
      labelNames: ['source'],
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
