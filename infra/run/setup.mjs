// Everything that must be there before something can run. Idempotent: what is whole is left alone.
import { mkdirSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'
import { ensureConsole } from './console.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { findServer } from './find-servers.mjs'
import { withLock } from './lock.mjs'
import { ensureNode } from './node.mjs'
import { ensurePnpm } from './pnpm.mjs'
import { cleanUpAfterTheDead } from './put-in-place.mjs'
import { local } from './settings.mjs'

/**
 * Returns the Node to use, how to call pnpm, and the two servers. Each part may be left out; `useGiven: false` finds
 * programs even where the addresses of servers were given (the tests need their own). `console`: its pages are built too;
 * `browser`: and there is a Chromium to look at them, or the reason why not.
 */
export function setup({ dependencies = true, servers = true, useGiven = true, console = false, browser = false } = {}) {
  mkdirSync(local, { recursive: true })
  return withLock(async () => {
    await cleanUpAfterTheDead()
    const node = await ensureNode()
    // pnpm is fetched only where it has something to do.
    const pnpm = dependencies ? undefined : await ensurePnpm(node)
    if (dependencies) await ensureDependencies(node, () => ensurePnpm(node))
    const found = servers
      ? { mongod: await findServer('mongod', { useGiven }), nats: await findServer('nats-server', { useGiven }) }
      : {}
    if (console || browser) await ensureConsole(node)
    const chromium = browser ? await ensureChromium() : undefined
    return { node, pnpm, ...found, chromium }
  })
}
