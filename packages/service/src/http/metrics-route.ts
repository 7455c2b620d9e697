import type { Metrics } from '../metrics.ts'
import type { Service } from './service.ts'

/** `/metrics` for Prometheus, and the durations of all requests by route (never by path: paths are without number). */
export function metricsRoute(app: Service, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.httpDuration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { logLevel: 'warn', schema: { hide: true } }, async (_request, reply) => {
    // A number that cannot be read now keeps its last value: metrics answer above all when something is wrong.
    await Promise.allSettled(metrics.beforeScrape.map(read => read()))
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}
