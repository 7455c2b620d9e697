import { z } from 'zod'

const PORTS = { standards: 4301, credentials: 4302, 'course-codes': 4303 } as const
export type ServiceName = keyof typeof PORTS

const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

const PublicUrl = z.url({ protocol: /^https?$/ }).optional()

function schemaFor(service: ServiceName) {
  return z.object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(PORTS[service]),
    HOST: z.string().min(1).default('127.0.0.1'),
    MONGODB_URI: z.string().regex(/^mongodb(?:\+srv)?:\/\/.+/, 'must begin mongodb:// or mongodb+srv://'),
    NATS_URL: z.string().regex(/^(?:(?:nats|tls|ws|wss):\/\/)?[^\s/]+.*$/, 'must look like nats://host:port'),
    NATS_MONITOR_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Where readers reach the services, for links in what is printed. One that is not set is named and not linked. */
    PUBLIC_STANDARDS_URL: PublicUrl,
    PUBLIC_CREDENTIALS_URL: PublicUrl,
    PUBLIC_COURSE_CODES_URL: PublicUrl,
    CTE_DATABASE: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/)
      .default(`cte_${service.replaceAll('-', '_')}`),
    LOG_LEVEL: LogLevel.default('info'),
    CTE_FAIL_AT: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+(?:#[1-9][0-9]*)?$/, 'must be a fail point, as in relay.published#3')
      .optional(),
  })
}

export type ServiceEnv = z.infer<ReturnType<typeof schemaFor>>

/** Reads and checks what a service is told from outside. An empty variable counts as absent. Throws one line naming each bad variable. */
export function parseEnv(service: ServiceName, variables: Record<string, string | undefined>): ServiceEnv {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schemaFor(service).safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map(issue => {
    const name = String(issue.path[0])
    return given[name] === undefined ? `${name} is not set` : `${name} is not usable (${issue.message})`
  })
  throw new Error(`${service} cannot start: ${faults.join('; ')}`)
}

/** `parseEnv` over the process's own variables; a bad value ends the process with status 1 and one clear line. */
export function readEnv(service: ServiceName): ServiceEnv {
  try {
    return parseEnv(service, process.env)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** What the fail points look at; read here because nothing else reads the environment. */
export const failAt = (): string | undefined => process.env.CTE_FAIL_AT
