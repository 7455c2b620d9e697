// The tests, with servers of their own that are gone afterwards.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { launch } from './processes.mjs'
import { Trouble } from './say.mjs'
import { root } from './settings.mjs'

/** Runs tap with the given arguments (names of test files among them, or none for all). The last line is `N passed, N failed`; 1 when one failed or none ran. */
export function test(args) {
  const browser = asksForBrowser(args)
  const work = async ({ node, env, folder, children, chromium }) => {
    if (browser) shareConsole(children, { node, env })
    const { code, passed, failed, skipped } = await runTap(node, args, { env, folder })
    // A line of its own at the very end: it is read by programs too.
    process.on('exit', () => {
      if (chromium?.missing) console.log(`Tests in a browser were skipped: ${chromium.missing}`)
      if (skipped > 0) console.log(`${skipped} skipped`)
      console.log(`${passed} passed, ${failed} failed`)
    })
    return code !== 0 || failed > 0 || passed === 0 ? 1 : 0
  }
  return withOwnServers(work, { browser })
}

/** Whether what is to be run (everything, if no file is named) has a test in it that needs a browser. */
function asksForBrowser(args) {
  const named = args.filter(arg => !arg.startsWith('-'))
  return named.length === 0 || named.some(name => /infra\/test\/(console\b|\*)/.test(name))
}

/** One loaded system for all tests in a browser: it starts while the first other tests run, and whoever needs it waits. */
function shareConsole(children, { node, env }) {
  const program = join(root, 'infra', 'browser', 'shared-console.ts')
  // Before the servers, which it needs to clean up.
  children.launch('shared-console', node, [program], { env, stage: 1 })
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
