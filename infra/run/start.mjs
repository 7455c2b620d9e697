// The whole system on this machine: servers, services, starter data; stopped in order, and nothing else touched.
import { bringUpConsole, bringUpMongodb, bringUpNats, bringUpServices, loadStarterData } from './bring-up.mjs'
import { createChildren, obituary } from './children.mjs'
import { whenInterrupted } from './interruption.mjs'
import { withLock } from './lock.mjs'
import { createRunFile, findLivingRun } from './run-file.mjs'
import { doing, fail, seconds, Trouble } from './say.mjs'
import { logDir, runFile } from './settings.mjs'
import { setup } from './setup.mjs'

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
  const { node, mongod, nats } = await setup({ console: true })
  const ports = new Set()
  const mongodb = await bringUpMongodb(children, { node, mongod, ports })
  const bus = await bringUpNats(children, { nats, ports })
  const urls = await bringUpServices(children, { node, mongodb, bus, ports })
  const places = { urls, mongodb: withoutPassword(mongodb), nats: withoutPassword(bus.url) }
  run.update(places)
  await Promise.race([
    loadStarterData(node, urls),
    children.died.then(child => Promise.reject(new Trouble(obituary(child)))),
  ])
  const open = await bringUpConsole(children, { node, bus, urls, ports })
  run.update({ open, state: 'ready' })
  console.log(`\nRunning after ${seconds(begun)}.`)
  sayAddresses({ open, ...places })
  console.log('Ready. Ctrl-C stops everything.')
}

function sayWhereItRuns(living) {
  if (living.state !== 'ready') {
    console.log(`Another start is under way (process ${living.pid}).`)
  } else {
    console.log(`It runs already (process ${living.pid}).`)
    sayAddresses(living)
  }
  return 0
}

function sayAddresses({ open, urls, mongodb, nats }) {
  console.log(`Open ${open}`)
  for (const [name, url] of Object.entries(urls)) console.log(`  ${name.padEnd(13)} ${url}   API: ${url}/documentation`)
  console.log(`  MongoDB       ${mongodb}\n  NATS          ${nats}\n  logs          ${logDir}`)
}

const withoutPassword = url => url.replace(/\/\/[^/@]*@/, '//')
