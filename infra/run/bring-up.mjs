// The parts of the running system, each after the one that it needs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ask, choosePort } from './ports.mjs'
import { show } from './processes.mjs'
import { done, note, Trouble } from './say.mjs'
import { prepareReplicaSet, startMongod, startNats } from './servers.mjs'
import { compileCache, consolePort, dataDir, environment, given, root, serverPorts, services } from './settings.mjs'

/** What stops last comes first. */
const stages = { mongod: 0, nats: 1, services: 2, console: 3 }

export async function bringUpMongodb(children, { node, mongod, ports }) {
  if (mongod.url) {
    const { code, err } = await prepareReplicaSet(node, mongod.url)
    if (code !== 0)
      throw new Trouble(`${err.trim()}\nIt is the one of MONGODB_URI; without that variable a local one is used.`)
    return mongod.url
  }
  const port = await choosePort('mongod', serverPorts.mongod, ports)
  const folder = join(dataDir, 'mongo')
  const { uri } = await startMongod(children, { node, binary: mongod.binary, port, folder, stage: stages.mongod })
  done('mongod runs', `127.0.0.1:${port}`)
  return uri
}

export async function bringUpNats(children, { nats, ports }) {
  if (nats.url) return { url: nats.url, monitor: given.natsMonitor }
  const port = await choosePort('nats-server', serverPorts.nats, ports)
  const monitorPort = await choosePort("nats-server's monitoring", serverPorts.natsMonitor, ports)
  const folder = join(dataDir, 'nats')
  const bus = await startNats(children, { binary: nats.binary, port, monitorPort, folder, stage: stages.nats })
  done('nats-server runs', `127.0.0.1:${port}, every message synced to disk`)
  return bus
}

/** All at once; each is ready when its own /health/ready says so. */
export async function bringUpServices(children, { node, mongodb, bus, ports }) {
  const placed = []
  for (const service of services) {
    const entry = join(root, 'services', service.name, 'src', 'server.ts')
    if (!existsSync(entry)) throw new Trouble(`services/${service.name}/src/server.ts is not there.`)
    placed.push({ ...service, entry, port: await choosePort(service.name, service.port, ports) })
  }
  const urls = Object.fromEntries(placed.map(({ name, port }) => [name, `http://127.0.0.1:${port}`]))
  await Promise.all(
    placed.map(async ({ name, port, database, entry }) => {
      const env = environment({
        ...compileCache,
        PORT: String(port),
        HOST: '127.0.0.1',
        MONGODB_URI: mongodb,
        NATS_URL: bus.url,
        ...(bus.monitor && { NATS_MONITOR_URL: bus.monitor }),
        CTE_DATABASE: database,
        ...publicVariables(urls),
        LOG_LEVEL: given.logLevel,
      })
      const child = children.launch(name, node, [entry], { env, stage: stages.services })
      await children.until(child, async () => (await ask(`http://127.0.0.1:${port}/health/ready`)).status === 200)
      done(`${name} runs`, `127.0.0.1:${port}`)
    }),
  )
  return urls
}

/** For links in what is printed; whoever puts the services behind other addresses names those. */
const publicVariables = urls => ({
  PUBLIC_STANDARDS_URL: given.publicUrls.standards ?? urls.standards,
  PUBLIC_CREDENTIALS_URL: given.publicUrls.credentials ?? urls.credentials,
  PUBLIC_COURSE_CODES_URL: given.publicUrls.courseCodes ?? urls['course-codes'],
})

/** The one address for people: pages, and the services behind it. */
export async function bringUpConsole(children, { node, bus, urls, ports }) {
  const port = await choosePort('the console', consolePort, ports)
  const url = `http://127.0.0.1:${port}`
  const env = environment({
    ...compileCache,
    PORT: String(port),
    HOST: '127.0.0.1',
    NATS_URL: bus.url,
    ...(bus.monitor && { NATS_MONITOR_URL: bus.monitor }),
    ...addressVariables(urls),
    LOG_LEVEL: given.logLevel,
  })
  const entry = join(root, 'services', 'console', 'src', 'server.ts')
  const child = children.launch('console', node, [entry], { env, stage: stages.console })
  await children.until(child, async () => (await ask(`${url}/health/ready`)).status === 200)
  done('console runs', `127.0.0.1:${port}`)
  return url
}

export async function loadStarterData(node, urls) {
  const loader = join(root, 'infra', 'seed', 'load.ts')
  if (!existsSync(loader)) return note('no starter data: infra/seed/load.ts is not there')
  const code = await show(node, [loader], { cwd: root, env: environment(addressVariables(urls)) })
  if (code !== 0) throw new Trouble('The starter data could not be loaded (its message is above).')
}

export const addressVariables = urls => ({
  CTE_STANDARDS_URL: urls.standards,
  CTE_CREDENTIALS_URL: urls.credentials,
  CTE_COURSE_CODES_URL: urls['course-codes'],
})
