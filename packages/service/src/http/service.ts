import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bus } from '@cte-align/bus'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import { fastify, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Database } from '../database.ts'
import type { ServiceEnv } from '../env.ts'
import { createLog, type Log } from '../log.ts'
import { createMetrics, type Metrics } from '../metrics.ts'
import { refuseUnknown } from './allowed-methods.ts'
import { correlationIdOf, requestIdOf } from './correlation.ts'
import { handleError } from './error-handler.ts'
import { type Check, healthRoutes } from './health.ts'
import { letGoWhenClosing } from './let-go.ts'
import { metricsRoute } from './metrics-route.ts'
import { openApi } from './open-api.ts'
import { refuseConnection } from './refuse-connection.ts'
import { refuseUnsayableText } from './unsayable-text.ts'

/** A Fastify instance whose routes are typed by their zod schemas. */
export type Service = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    /** Goes into every event that follows from this request. */
    correlationId: string
  }
  interface FastifyInstance {
    metrics: Metrics
  }
}

export interface BuildServiceOptions {
  env: Pick<ServiceEnv, 'LOG_LEVEL' | 'NATS_MONITOR_URL'>
  name: string
  title: string
  description: string
  version: string
  /** What else must hold before the service is ready. */
  checks?: Record<string, Check>
  bus: Bus
  /** Left out where a service keeps nothing. */
  db?: Database
  /** Hooks that must hold for every answer, the documentation's too: called before there is any route. */
  before?: (app: Service) => Promise<void>
  /** Of the refusal of an address that is none, which no hook sees. */
  refusalHeaders?: Record<string, string>
  logger?: Log
  metrics?: Metrics
}

/**
 * A service with everything but its routes. Add those, then `ready()` or `listen()`. On `close` it stops accepting, finishes
 * requests, runs the `onClose` hooks added after this call (stop relay and inboxes there), then closes bus and database.
 */
export async function buildService(options: BuildServiceOptions): Promise<Service> {
  const { env, name, bus, db, checks = {} } = options
  const logger: FastifyBaseLogger = options.logger ?? createLog({ name, level: env.LOG_LEVEL })
  const metrics = options.metrics ?? createMetrics(name)
  const app = fastify({
    loggerInstance: logger,
    genReqId: requestIdOf,
    logController: new LogController({ requestIdLogLabel: 'requestId' }),
    childLoggerFactory: (parent, bindings, loggerOptions, raw) =>
      parent.child({ ...bindings, correlationId: correlationIdOf(raw, String(bindings.requestId)) }, loggerOptions),
    bodyLimit: 1024 * 1024,
    // Time for all of a request to arrive; without it whoever stops in the middle of a body would hold a connection forever.
    requestTimeout: 120_000,
    return503OnClosing: true,
    clientErrorHandler: refuseConnection(logger),
    // For addresses that are none, before any route: /frameworks/%zz.
    frameworkErrors: (error, request, reply) => {
      request.correlationId = correlationIdOf(request.raw, request.id)
      reply.headers(options.refusalHeaders ?? {})
      handleError(error, request, reply)
    },
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
  }).withTypeProvider<ZodTypeProvider>() as unknown as Service

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('metrics', metrics)
  app.decorateRequest('correlationId', '')
  app.addHook('onRequest', async (request, reply) => {
    request.correlationId = correlationIdOf(request.raw, request.id)
    reply.header('x-request-id', request.id).header('x-correlation-id', request.correlationId)
  })
  app.setErrorHandler(handleError)
  refuseUnknown(app)
  refuseUnsayableText(app)
  letGoWhenClosing(app)
  // Registered first, so run last: hooks added by the service come before.
  app.addHook('onClose', async () => {
    await bus.close()
    await db?.close()
  })
  await options.before?.(app)
  await openApi(app, options)
  metricsRoute(app, metrics)
  healthRoutes(app, { bus, ...(db && { db }), checks, natsMonitorUrl: env.NATS_MONITOR_URL })
  return app
}
