// Servers for one command alone, on ports and in a folder of their own, that are gone afterwards however it ends.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createChildren } from './children.mjs'
import { whenInterrupted } from './interruption.mjs'
import { freePort } from './ports.mjs'
import { end } from './processes.mjs'
import { processesOf } from './put-in-place.mjs'
import { createRunFile } from './run-file.mjs'
import { startMongod, startNats } from './servers.mjs'
import { compileCache, environment, local } from './settings.mjs'
import { setup } from './setup.mjs'

/**
 * Sets up, starts the servers and runs `work({ node, env, folder, children, chromium })`; `env` names the servers for programs that
 * use them. `options` as for `setup`.
 */
export async function withOwnServers(work, options = {}) {
  const { node, mongod, nats, chromium } = await setup({ ...options, useGiven: false })
  const folder = join(local, `test-${process.pid}`)
  const runFile = createRunFile(join(folder, 'run.json'))
  const children = createChildren({ logs: join(folder, 'logs'), runFile })
  const cleanUp = async () => {
    // What was started on the servers closes in its own order, and then what tests left.
    await children.stopAll({ from: 1 })
    for (const process of processesOf(folder)) if (!isServer(process)) await end(process)
    await children.stopAll()
    rmSync(folder, { recursive: true, force: true })
  }
  whenInterrupted(async ({ again }) => {
    if (again) children.killAll()
    else await cleanUp()
    process.exit(130)
  })
  try {
    const env = { ...(await startServers(children, { node, mongod, nats, folder })), ...chromiumVariables(chromium) }
    return await work({ node, env, folder, children, chromium })
  } finally {
    await cleanUp()
  }
}

/** For infra/browser: the program, or why there is none. */
const chromiumVariables = chromium =>
  chromium ? { CTE_CHROMIUM: chromium.binary ?? '', CTE_NO_CHROMIUM: chromium.missing ?? '' } : {}

const isServer = ({ name }) => name !== undefined

async function startServers(children, { node, mongod, nats, folder }) {
  const [mongodbPort, port, monitorPort] = [await freePort(), await freePort(), await freePort()]
  const [mongodb, bus] = await Promise.all([
    startMongod(children, {
      node,
      binary: mongod.binary,
      port: mongodbPort,
      folder: join(folder, 'mongo'),
      // Tests kill services in the middle of transactions, and then wait for them.
      transactionSeconds: 4,
      historySeconds: 5,
    }),
    startNats(children, { binary: nats.binary, port, monitorPort, folder: join(folder, 'nats') }),
  ])
  return environment(
    {
      ...compileCache,
      MONGODB_URI: mongodb.uri,
      CTE_MONGOD: mongod.binary,
      CTE_NATS_SERVER: nats.binary,
      CTE_TEST_NATS_URL: bus.url,
      CTE_TEST_NATS_MONITOR_URL: bus.monitor,
      // Tests that start programs write them down here, so that none outlives the run.
      CTE_TEST_FOLDER: folder,
    },
    [dirname(node)],
  )
}
