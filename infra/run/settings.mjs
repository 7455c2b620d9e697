// Where things are, and what the environment may change. The only reader of process.env in infra/run.
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Everything that is installed or written on this machine; removing it is always safe, except for the data in it. */
export const local = process.env.CTE_LOCAL ? resolve(process.env.CTE_LOCAL) : join(root, '.local')
export const dataDir = join(local, 'data')
export const logDir = join(local, 'logs')
export const runFile = join(local, 'run.json')
/** Where this run makes what it then renames into place. The next run removes what a dead one left. */
export const temporary = join(local, `tmp-${process.pid}`)

/**
 * Node keeps there what it has compiled, types stripped; a service is ready in half the time when another one, or itself, was started
 * before. Each entry knows its source, so what is old is never used.
 */
export const compileCache = { NODE_COMPILE_CACHE: join(local, 'compile-cache') }

export const versions = { node: '24.21.0', pnpm: '12.21.0', natsServer: '2.15.1' }

/** The smallest versions of servers found on the PATH that we accept, and why. */
export const minimum = {
  // 2.10.20 to 2.10.22 could lose a whole stream in a process crash (nats-server #6888); 2.11 is the first line without them.
  natsServer: '2.11.0',
  // Older ones are out of support, and the driver refuses them soon.
  mongod: '6.0.0',
}

export const services = [
  { name: 'standards', port: port('CTE_STANDARDS_PORT', 4301), database: 'cte_standards' },
  { name: 'credentials', port: port('CTE_CREDENTIALS_PORT', 4302), database: 'cte_credentials' },
  { name: 'course-codes', port: port('CTE_COURSE_CODES_PORT', 4303), database: 'cte_course_codes' },
]
/** What people open: the staff console, and through it the services. */
export const consolePort = port('CTE_CONSOLE_PORT', 4300)
/** Away from the servers' usual ports, where another one may run. */
export const serverPorts = {
  mongod: port('CTE_MONGODB_PORT', 27117),
  nats: port('CTE_NATS_PORT', 4322),
  natsMonitor: port('CTE_NATS_MONITOR_PORT', 8322),
}

export const given = {
  mongodb: process.env.MONGODB_URI || undefined,
  nats: process.env.NATS_URL || undefined,
  natsMonitor: process.env.NATS_MONITOR_URL || undefined,
  chromium: process.env.CTE_CHROMIUM || undefined,
  logLevel: process.env.LOG_LEVEL || 'info',
  publicUrls: {
    standards: process.env.PUBLIC_STANDARDS_URL || undefined,
    credentials: process.env.PUBLIC_CREDENTIALS_URL || undefined,
    courseCodes: process.env.PUBLIC_COURSE_CODES_URL || undefined,
  },
}

/** The script of the npm (or another package manager) that started us. */
export const startedByNpm = process.env.npm_execpath

export const searchPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)

/** The environment for a child, with the given directories first on its PATH. */
export function environment(extra = {}, first = []) {
  // On Windows the variable may be spelled Path; a second spelling would hide the first.
  const { PATH, Path, ...rest } = process.env
  return { ...rest, ...extra, PATH: [...first, PATH ?? Path ?? ''].join(delimiter) }
}

function port(name, fallback) {
  const text = process.env[name]
  if (!text) return fallback
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 65535) throw new Error(`${name} is not a port: ${text}`)
  return number
}
