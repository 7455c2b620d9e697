#!/usr/bin/env node
// The project's commands. Plain JavaScript without dependencies: it must start on any Node from 18 on, before anything is installed.
import { bench } from './run/bench.mjs'
import { check } from './run/check.mjs'
import { classifier } from './run/classifier.mjs'
import { client } from './run/client.mjs'
import { demo } from './run/demo.mjs'
import { fuzz } from './run/fuzz.mjs'
import { runInBrowser } from './run/in-browser.mjs'
import { listenForInterruptions } from './run/interruption.mjs'
import { runPnpm } from './run/pnpm.mjs'
import { reset } from './run/reset.mjs'
import { fail, Trouble } from './run/say.mjs'
import { setup } from './run/setup.mjs'
import { start } from './run/start.mjs'
import { test } from './run/test.mjs'

const commands = {
  start: ['set up what is missing, start servers and services, load starter data', start],
  test: ['run the tests (names of test files may follow)', test],
  demo: ['walk through one change, with `start` running in another window', demo],
  fuzz: ['send every operation many made-up requests (--max-examples N, --seed N, --services a,b)', fuzz],
  classifier: ['measure how well change classes are found, on labelled pairs', classifier],
  client: ['make the types of packages/client from the OpenAPI documents', client],
  screenshots: ['take pictures of the main pages into docs/screenshots', args => runInBrowser('screenshots.ts', args)],
  lighthouse: [
    'measure the main pages (--pages a,b; --forms desktop,mobile)',
    args => runInBrowser('lighthouse.ts', args),
  ],
  bench: ['measure beside the raw thing (bench preview [--large] [--runs N])', bench],
  check: ['format and lint, types, tests', check],
  reset: ['remove the local data (--yes: without asking)', reset],
  setup: ['only set up what is missing', () => setup().then(() => 0)],
  pnpm: ['run the local pnpm under the local Node', runPnpm],
}

const [name, ...rest] = process.argv.slice(2)
if (!Object.hasOwn(commands, name ?? '')) {
  console.log('node infra/run.mjs <command>\n')
  for (const [command, [meaning]] of Object.entries(commands)) console.log(`  ${command.padEnd(11)} ${meaning}`)
  process.exit(name === undefined || name === 'help' || name === '--help' ? 0 : 2)
}
listenForInterruptions()
try {
  process.exitCode = (await commands[name][1](rest)) ?? 0
} catch (error) {
  fail(error instanceof Trouble ? error.message : (error.stack ?? String(error)))
  process.exitCode = 1
}
