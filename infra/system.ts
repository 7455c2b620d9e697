// The whole system for a test: real services as child processes, a nats-server of its own, databases of its own.
import { join } from 'node:path'
import type { Urls } from './seed/load.ts'
import { type Console, startConsole } from './system/console.ts'
import { copyDatabases, dropDatabases, uniqueSuffix } from './system/mongo.ts'
import { type NatsServer, startNats } from './system/nats.ts'
import { ask, freePort, type Program, root, startProgram } from './system/program.ts'
import { requiredEnv } from './system/required-env.ts'

export { openMongo } from './system/mongo.ts'
export { startNats } from './system/nats.ts'

const databases = {
  standards: 'cte_standards',
  credentials: 'cte_credentials',
  'course-codes': 'cte_course_codes',
} as const
export type ServiceName = keyof typeof databases

export interface Service extends Program {
  readonly name: ServiceName
  readonly url: string
  readonly database: string
}

export interface System {
  /** Only those that were asked for; asking for another one is an error. */
  readonly services: Readonly<Record<ServiceName, Service>>
  readonly standards: Service
  readonly credentials: Service
  readonly courseCodes: Service
  readonly urls: Urls
  /** Only where it was asked for; its pages are those that were built last. */
  readonly console: Console
  readonly nats: NatsServer
  readonly mongodb: string
  /** Ends every process and drops every database. May be called twice. */
  close(): Promise<void>
  /** Ends every process, and leaves everything that was written for others to begin with. */
  leave(): Promise<LeftSystem>
}

/** What the processes of a system have written. */
export interface LeftSystem {
  databases: Partial<Record<ServiceName, string>>
  /** The store of its nats-server. */
  store: string
}

export interface SystemOptions {
  services?: ServiceName[]
  /** The staff console before the three services too. */
  console?: boolean
  /** Begins with a copy of all that another one had written. */
  from?: LeftSystem
  /** For every service; `system.services.credentials.restart({ env })` reaches one. */
  env?: NodeJS.ProcessEnv
}

/** Starts it and waits until every service says it is ready. Needs what `npm test` provides. */
export async function startSystem({
  services: names = ['standards', 'credentials', 'course-codes'],
  console: withConsole = false,
  from,
  env = {},
}: SystemOptions = {}): Promise<System> {
  const mongodb = requiredEnv('MONGODB_URI')
  const suffix = uniqueSuffix()
  const databaseOf = (name: ServiceName) => `${databases[name]}_${suffix}`
  if (from)
    await copyDatabases(
      mongodb,
      names.map(name => [from.databases[name]!, databaseOf(name)]),
    )
  const nats = await startNats({ from: from?.store })
  const started = new Map<string, Service>()
  let gateway: Console | undefined
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeAll()
    return closing
  }
  const get = (name: ServiceName): Service => {
    const service = started.get(name)
    if (!service) throw new Error(`This system was started without ${name}`)
    return service
  }
  try {
    const common = { MONGODB_URI: mongodb, NATS_URL: nats.url, NATS_MONITOR_URL: nats.monitorUrl, ...env }
    // The first failure must not leave the others starting: all are waited for, then all are ended.
    const results = await Promise.allSettled(
      names.map(async name => started.set(name, await startService(name, databaseOf(name), common))),
    )
    const failed = results.find(result => result.status === 'rejected')
    if (failed) throw failed.reason
    if (withConsole)
      gateway = await startConsole(urls(), { NATS_URL: nats.url, NATS_MONITOR_URL: nats.monitorUrl, ...env })
  } catch (error) {
    await close()
    throw error
  }
  return {
    services: new Proxy({} as Record<ServiceName, Service>, { get: (_, name) => get(name as ServiceName) }),
    get standards() {
      return get('standards')
    },
    get credentials() {
      return get('credentials')
    },
    get courseCodes() {
      return get('course-codes')
    },
    get urls() {
      return urls()
    },
    get console() {
      if (!gateway) throw new Error('This system was started without the console')
      return gateway
    },
    nats,
    mongodb,
    close,
    async leave() {
      await endAll()
      return { databases: Object.fromEntries(names.map(name => [name, databaseOf(name)])), store: nats.store }
    },
  }

  function urls(): Urls {
    return {
      standards: get('standards').url,
      credentials: get('credentials').url,
      courseCodes: get('course-codes').url,
    }
  }

  async function endAll() {
    await gateway?.stop()
    await Promise.all([...started.values()].map(service => service.stop()))
    await nats.stop()
  }

  async function closeAll() {
    await endAll()
    await nats.close()
    await dropDatabases(mongodb, names.map(databaseOf))
  }
}

async function startService(name: ServiceName, database: string, common: NodeJS.ProcessEnv): Promise<Service> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = await startProgram({
    name,
    command: process.execPath,
    args: [join(root, 'services', name, 'src', 'server.ts')],
    env: { LOG_LEVEL: 'info', ...common, PORT: String(port), HOST: '127.0.0.1', CTE_DATABASE: database },
    ready: async () => (await ask(`${url}/health/ready`)).status === 200,
  })
  return Object.assign(program, { name, url, database })
}
