// The whole system on this machine: servers, services, starter data; stopped in order, and nothing else touched.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createChildren, obituary } from './children.mjs'
import { whenInterrupted } from './interruption.mjs'
import { withLock } from './lock.mjs'
import { ask, choosePort } from './ports.mjs'
import { show } from './processes.mjs'
import { createRunFile, findLivingRun } from './run-file.mjs'
import { doing, done, fail, note, seconds, Trouble } from './say.mjs'
import { prepareReplicaSet, startMongod, startNats } from './servers.mjs'
import { dataDir, environment, given, logDir, root, runFile, serverPorts, services } from './settings.mjs'
import { setup } from './setup.mjs'

const stages = { mongod: 0, nats: 1, services: 2 }

/** Runs until it is told to stop (0) or something it started ends by itself (1). A second start only says where the first is. */
export async function start() {
  const begun = Date.now()
  const claim = await withLock(async () => {
    const living = await findLivingRun(runFile)
    return living ? { living } : { ours: createRunFile(runFile) }
  })
  if (claim.living) return sayWhereItRuns(claim.living)

  const children = createChildren({ logs: logDir, runFile: claim.ours })
  let stopping = false
  const stopped = new Promise(resolve => {
    whenInterrupted(async ({ again }) => {
      stopping = true
      if (again) {
        children.killAll()
        claim.ours.erase()
        process.exit(1)
      }
      console.log('\nStopping (Ctrl-C again forces it) ...')
      await children.stopAll()
      resolve(0)
    })
  })
  const running = bringUp(children, claim.ours, begun)
    .then(() => children.died)
    .then(child => {
      throw new Trouble(obituary(child))
    })
  try {
    const code = await Promise.race([stopped, running])
    console.log('Stopped.')
    return code
  } catch (error) {
    // Told to stop in the middle of a step: that the step failed is no news.
    if (stopping) return await stopped
    fail(error instanceof Trouble ? error.message : error.stack)
    doing('stopping the rest')
    await children.stopAll()
    return 1
  } finally {
    claim.ours.erase()
  }
}

async function bringUp(children, run, begun) {
  const { node, mongod, nats } = await setup()
  const ports = new Set()
  const mongodb = await bringUpMongodb(children, { node, mongod, ports })
  const bus = await bringUpNats(children, { nats, ports })
  const urls = await bringUpServices(children, { node, mongodb, bus, ports })
  run.update({ urls, mongodb: withoutPassword(mongodb), nats: withoutPassword(bus.url) })
  await Promise.race([
    loadStarterData(node, urls),
    children.died.then(child => Promise.reject(new Trouble(obituary(child)))),
  ])
  run.update({ state: 'ready' })
  console.log(`\nRunning after ${seconds(begun)}.`)
  sayAddresses({ urls, mongodb: withoutPassword(mongodb), nats: withoutPassword(bus.url) })
  console.log('Ready. Ctrl-C stops everything.')
}

async function bringUpMongodb(children, { node, mongod, ports }) {
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

async function bringUpNats(children, { nats, ports }) {
  if (nats.url) return { url: nats.url, monitor: given.natsMonitor }
  const port = await choosePort('nats-server', serverPorts.nats, ports)
  const monitorPort = await choosePort("nats-server's monitoring", serverPorts.natsMonitor, ports)
  const folder = join(dataDir, 'nats')
  const bus = await startNats(children, { binary: nats.binary, port, monitorPort, folder, stage: stages.nats })
  done('nats-server runs', `127.0.0.1:${port}, every message synced to disk`)
  return bus
}

/** All at once; each is ready when its own /health/ready says so. */
async function bringUpServices(children, { node, mongodb, bus, ports }) {
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

async function loadStarterData(node, urls) {
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

function sayWhereItRuns(living) {
  if (living.state !== 'ready') {
    console.log(`Another start is under way (process ${living.pid}).`)
  } else {
    console.log(`It runs already (process ${living.pid}).`)
    sayAddresses(living)
  }
  return 0
}

function sayAddresses({ urls, mongodb, nats }) {
  for (const [name, url] of Object.entries(urls)) console.log(`  ${name.padEnd(13)} ${url}   API: ${url}/documentation`)
  console.log(`  MongoDB       ${mongodb}\n  NATS          ${nats}\n  logs          ${logDir}`)
}

const withoutPassword = url => url.replace(/\/\/[^/@]*@/, '//')
