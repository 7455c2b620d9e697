import { z } from 'zod'

const PORTS = { standards: 4301, credentials: 4302, 'course-codes': 4303 } as const
export type ServiceName = keyof typeof PORTS

const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])

const PublicUrl = z.url({ protocol: /^https?$/ }).optional()

/** What everything that answers HTTP here is told. */
const answering = (port: number) => ({
  PORT: z.coerce.number().int().min(0).max(65_535).default(port),
  HOST: z.string().min(1).default('127.0.0.1'),
  NATS_URL: z.string().regex(/^(?:(?:nats|tls|ws|wss):\/\/)?[^\s/]+.*$/, 'must look like nats://host:port'),
  NATS_MONITOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: LogLevel.default('info'),
})

function schemaFor(service: ServiceName) {
  return z.object({
    MONGODB_URI: z.string().regex(/^mongodb(?:\+srv)?:\/\/.+/, 'must begin mongodb:// or mongodb+srv://'),
    ...answering(PORTS[service]),
    /** Where readers reach the services, for links in what is printed. One that is not set is named and not linked. */
    PUBLIC_STANDARDS_URL: PublicUrl,
    PUBLIC_CREDENTIALS_URL: PublicUrl,
    PUBLIC_COURSE_CODES_URL: PublicUrl,
    CTE_DATABASE: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/)
      .default(`cte_${service.replaceAll('-', '_')}`),
    /** How long a message that was taken and not acknowledged waits before it comes again, in milliseconds. */
    CTE_ACK_WAIT_MS: z.coerce.number().int().min(1000).max(600_000).default(30_000),
    CTE_FAIL_AT: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+(?:#[1-9][0-9]*)?(?:@.+)?$/, 'must be a fail point, as in relay.published#3')
      .optional(),
  })
}

export type ServiceEnv = z.infer<ReturnType<typeof schemaFor>>

const ServiceUrl = z.url({ protocol: /^https?$/ })

/** The console has no database: it is told where the services are, and how its users say who they are. */
const ConsoleSchema = z.object({
  ...answering(4300),
  CTE_STANDARDS_URL: ServiceUrl.default('http://127.0.0.1:4301'),
  CTE_CREDENTIALS_URL: ServiceUrl.default('http://127.0.0.1:4302'),
  CTE_COURSE_CODES_URL: ServiceUrl.default('http://127.0.0.1:4303'),
  /** Where its users reach it. `https` makes its cookies Secure and its answers ask for HTTPS alone. */
  PUBLIC_CONSOLE_URL: PublicUrl,
  /** Signs sessions. Without it each start signs with another one, and everybody signs in anew. */
  CTE_SESSION_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  /** `personas` lets anybody be anybody: for development. Where nothing is said, only on loopback. */
  CTE_SIGN_IN: z.enum(['personas', 'none']).optional(),
})
export type ConsoleEnv = z.infer<typeof ConsoleSchema>

type Variables = Record<string, string | undefined>

/** Reads and checks what a service is told from outside. An empty variable counts as absent. Throws one line naming each bad variable. */
export const parseEnv = (service: ServiceName, variables: Variables): ServiceEnv =>
  parse(service, schemaFor(service), variables)

/** The same of the console. */
export const parseConsoleEnv = (variables: Variables): ConsoleEnv => parse('console', ConsoleSchema, variables)

function parse<T extends z.ZodType>(name: string, schema: T, variables: Variables): z.output<T> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map(issue => {
    const variable = String(issue.path[0])
    return given[variable] === undefined ? `${variable} is not set` : `${variable} is not usable (${issue.message})`
  })
  throw new Error(`${name} cannot start: ${faults.join('; ')}`)
}

/** `parseEnv` over the process's own variables; a bad value ends the process with status 1 and one clear line. */
export const readEnv = (service: ServiceName): ServiceEnv => orEnd(() => parseEnv(service, process.env))

/** `parseConsoleEnv` over the process's own variables, likewise. */
export const readConsoleEnv = (): ConsoleEnv => orEnd(() => parseConsoleEnv(process.env))

function orEnd<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

/** What the fail points look at; read here because nothing else reads the environment. */
export const failAt = (): string | undefined => process.env.CTE_FAIL_AT
