import { randomBytes } from 'node:crypto'
import type { Bus } from '@cte-align/bus'
import { buildService, type ConsoleEnv, createLog, type Log, type Service } from '@cte-align/service'
import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import { createEventLog } from './events/event-log.ts'
import { followStream } from './events/follow-stream.ts'
import { eventRoutes } from './events/routes.ts'
import { eventStream } from './events/stream.ts'
import { keepInside } from './manners/inside.ts'
import { limitRate } from './manners/rate-limit.ts'
import { REFUSAL_HEADERS, securityHeaders } from './manners/security-headers.ts'
import { pageRoutes } from './pages/routes.ts'
import { proxyRoutes, type Targets } from './proxy/routes.ts'
import { createPersonas } from './sign-in/personas.ts'
import { sessionRoutes } from './sign-in/routes.ts'
import { createSessions } from './sign-in/sessions.ts'
import { noSignIn } from './sign-in/sign-in.ts'

/** Generous: nobody who works here meets them. */
const LIMITS = {
  requestsPerMinute: 6000,
  eventsKept: 20_000,
  streamsPerClient: 40,
  heartbeatMs: 15_000,
  patienceMs: 20_000,
  silenceMs: 120_000,
}

export interface ConsoleOptions {
  env: Pick<
    ConsoleEnv,
    'LOG_LEVEL' | 'NATS_MONITOR_URL' | 'PUBLIC_CONSOLE_URL' | 'CTE_SESSION_SECRET' | 'CTE_SIGN_IN' | 'HOST'
  >
  bus: Bus
  targets: Targets
  /** Where the built web application lies. */
  distFolder: string
  now?: () => Date
  log?: Log
  limits?: Partial<typeof LIMITS>
}

/** The one public origin: the web application, who is signed in, the services behind it, and the log of events. */
export async function buildConsole(options: ConsoleOptions): Promise<Service> {
  const { env, bus, targets, distFolder, now = () => new Date() } = options
  const log = options.log ?? createLog({ name: 'console', level: env.LOG_LEVEL })
  const limits = { ...LIMITS, ...options.limits }
  const publicUrl = env.PUBLIC_CONSOLE_URL
  const https = publicUrl?.startsWith('https:') ?? false
  const signIn = signInOf(env) === 'personas' ? createPersonas() : noSignIn
  const sessions = createSessions({ signIn, now, secure: https })
  const events = createEventLog({ most: limits.eventsKept })
  const tail = await followStream({ bus, events, most: limits.eventsKept, log })

  const app = await buildService({
    env,
    name: 'console',
    title: 'cte-align console',
    description:
      'The one public origin: sessions and the log of events. The services are under /api/<service>/documentation/.',
    version: '0.1.0',
    bus,
    logger: log,
    refusalHeaders: REFUSAL_HEADERS,
    async before(app) {
      await securityHeaders(app, { https })
      keepInside(app)
      await limitRate(app, { most: limits.requestsPerMinute })
    },
  })
  const secret = env.CTE_SESSION_SECRET ?? randomBytes(32).toString('hex')
  await (app as unknown as FastifyInstance).register(cookie, { secret })
  sessionRoutes(app, { signIn, sessions, publicUrl })
  eventRoutes(app, { events })
  await eventStream(app, {
    events,
    heartbeatMs: limits.heartbeatMs,
    patienceMs: limits.patienceMs,
    mostPerClient: limits.streamsPerClient,
  })
  await proxyRoutes(app, { targets, sessions, publicUrl, silenceMs: limits.silenceMs })
  await pageRoutes(app, { distFolder })
  app.addHook('onClose', () => tail.stop())
  return app
}

/** Personas let anybody be anybody. Where more than this machine can reach them, somebody must have wanted that. */
function signInOf({ CTE_SIGN_IN, HOST }: Pick<ConsoleEnv, 'CTE_SIGN_IN' | 'HOST'>): 'personas' | 'none' {
  return CTE_SIGN_IN ?? (['127.0.0.1', '::1', 'localhost'].includes(HOST) ? 'personas' : 'none')
}
