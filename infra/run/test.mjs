// The tests, with servers of their own that are gone afterwards.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { show } from './processes.mjs'
import { Trouble } from './say.mjs'
import { root } from './settings.mjs'

/** Runs the test files that are named (files, folders or patterns; all, if none is). The last line is `N passed, N failed`; 1 when one failed or none ran. */
export function test(args) {
  const browser = asksForBrowser(args)
  const work = async ({ node, env, folder, children, chromium }) => {
    if (browser) shareConsole(children, { node, env })
    const { passed, failed, skipped } = await runFiles(node, args, { env, folder })
    // A line of its own at the very end: it is read by programs too.
    process.on('exit', () => {
      if (chromium?.missing) console.log(`Tests in a browser were skipped: ${chromium.missing}`)
      if (skipped > 0) console.log(`${skipped} skipped`)
      console.log(`${passed} passed, ${failed} failed`)
    })
    return failed > 0 || passed === 0 ? 1 : 0
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

/** Runs the files, says how each ended, and counts. */
async function runFiles(node, args, { env, folder }) {
  const counted = join(folder, 'counts.json')
  const program = join(root, 'infra', 'testing', 'run-tests.ts')
  const code = await show(node, [program, counted, ...args], { cwd: root, env })
  if (!existsSync(counted)) throw new Trouble(`The tests ended without results (code ${code}).`)
  return JSON.parse(readFileSync(counted, 'utf8'))
}
