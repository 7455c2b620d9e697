// The tests, with servers of their own that are gone afterwards.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createChildren } from './children.mjs'
import { whenInterrupted } from './interruption.mjs'
import { freePort } from './ports.mjs'
import { end, launch } from './processes.mjs'
import { processesOf } from './put-in-place.mjs'
import { createRunFile } from './run-file.mjs'
import { Trouble } from './say.mjs'
import { startMongod, startNats } from './servers.mjs'
import { environment, local, root } from './settings.mjs'
import { setup } from './setup.mjs'

/** Runs tap with the given arguments. The last line is `N passed, N failed`; 1 when one failed or none ran. */
export async function test(args) {
  const { node, mongod, nats } = await setup({ useGiven: false })
  const folder = join(local, `test-${process.pid}`)
  const runFile = createRunFile(join(folder, 'run.json'))
  const children = createChildren({ logs: join(folder, 'logs'), runFile })
  const cleanUp = async () => {
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
    const env = await startTestServers(children, { node, mongod, nats, folder })
    const { code, passed, failed, skipped } = await runTap(node, args, { env, folder })
    // A line of its own at the very end: it is read by programs too.
    process.on('exit', () => {
      if (skipped > 0) console.log(`${skipped} skipped`)
      console.log(`${passed} passed, ${failed} failed`)
    })
    return code !== 0 || failed > 0 || passed === 0 ? 1 : 0
  } finally {
    await cleanUp()
  }
}

const isServer = ({ name }) => name !== undefined

async function startTestServers(children, { node, mongod, nats, folder }) {
  const [mongodbPort, port, monitorPort] = [await freePort(), await freePort(), await freePort()]
  const [mongodb, bus] = await Promise.all([
    startMongod(children, {
      node,
      binary: mongod.binary,
      port: mongodbPort,
      folder: join(folder, 'mongo'),
      // Tests kill services in the middle of transactions, and then wait for them.
      transactionSeconds: 4,
    }),
    startNats(children, { binary: nats.binary, port, monitorPort, folder: join(folder, 'nats') }),
  ])
  return environment(
    {
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

function tapProgram() {
  const folder = join(root, 'node_modules', 'tap')
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin.tap)
}

/** tap's raw results go through our own reporter, which also counts them. */
async function runTap(node, args, { env, folder }) {
  const counted = join(folder, 'counts.json')
  const options = { cwd: root, detached: process.platform !== 'win32' }
  const tap = launch(node, [tapProgram(), '--reporter=tap', ...args], {
    ...options,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const report = join(root, 'infra', 'servers', 'report-tests.ts')
  const reporter = launch(node, [report, counted], { ...options, stdio: [tap.child.stdout, 'inherit', 'inherit'] })
  // The reporter reads from the pipe itself; our end would keep it open.
  tap.child.stdout.destroy()
  const [code] = await Promise.all([tap.ended, reporter.ended])
  if (!existsSync(counted)) throw new Trouble('tap ended without results.')
  return { code, ...JSON.parse(readFileSync(counted, 'utf8')) }
}
