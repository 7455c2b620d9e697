// Back to nothing: the local database and event store. Programs and packages stay.
import { existsSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { withLock } from './lock.mjs'
import { isRunning } from './processes.mjs'
import { readRun } from './run-file.mjs'
import { done, Trouble } from './say.mjs'
import { dataDir, runFile } from './settings.mjs'

export async function reset(args) {
  if (!existsSync(dataDir)) {
    done('there is no local data')
    return 0
  }
  if (!args.includes('--yes') && !(await agreed())) {
    console.log('Nothing was removed.')
    return 1
  }
  return withLock(async () => {
    const run = readRun(runFile)
    const living = run && [run, ...run.processes].find(isRunning)
    if (living)
      throw new Trouble(`The data is in use (process ${living.pid}). Stop it first, with Ctrl-C in its window.`)
    rmSync(dataDir, { recursive: true, force: true })
    done('the local data is gone', 'the next start loads the starter data again')
    return 0
  })
}

async function agreed() {
  if (!process.stdin.isTTY)
    throw new Trouble('This removes all local data. To do so without being asked: npm run reset -- --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Remove everything under ${dataDir}? Type yes: `)
  terminal.close()
  return answer.trim() === 'yes'
}
