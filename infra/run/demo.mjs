// The walk through one change, against the system that `start` runs.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { addressVariables } from './bring-up.mjs'
import { isRunning } from './processes.mjs'
import { readRun } from './run-file.mjs'
import { Trouble } from './say.mjs'
import { environment, root, runFile } from './settings.mjs'
import { setup } from './setup.mjs'

export async function demo(args) {
  const run = readRun(runFile)
  if (!run || !isRunning(run))
    throw new Trouble('Nothing runs here. In another window: npm start. Then again: npm run demo.')
  if (run.state !== 'ready')
    throw new Trouble('The system is still starting. Wait for its line "Ready", then try again.')
  const { node } = await setup({ servers: false })
  const env = environment(addressVariables(run.urls))
  const child = spawn(node, [join(root, 'infra', 'demo.ts'), ...args], { cwd: root, env, stdio: 'inherit' })
  return new Promise(resolve => child.on('close', code => resolve(code ?? 1)))
}
