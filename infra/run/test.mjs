// The tests, with servers of their own that are gone afterwards.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { launch } from './processes.mjs'
import { Trouble } from './say.mjs'
import { root } from './settings.mjs'

/** Runs tap with the given arguments. The last line is `N passed, N failed`; 1 when one failed or none ran. */
export function test(args) {
  return withOwnServers(async ({ node, env, folder }) => {
    const { code, passed, failed, skipped } = await runTap(node, args, { env, folder })
    // A line of its own at the very end: it is read by programs too.
    process.on('exit', () => {
      if (skipped > 0) console.log(`${skipped} skipped`)
      console.log(`${passed} passed, ${failed} failed`)
    })
    return code !== 0 || failed > 0 || passed === 0 ? 1 : 0
  })
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
