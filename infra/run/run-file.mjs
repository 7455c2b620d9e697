// run.json: who runs, where, since when. Written after every step, whole or not at all.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { end, identify, isRunning } from './processes.mjs'
import { note } from './say.mjs'

export function readRun(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The run file of this process: `add` and `remove` keep its list of children, `update` everything else. */
export function createRunFile(file) {
  const state = { ...identify(process.pid), state: 'starting', startedAt: new Date().toISOString(), processes: [] }
  mkdirSync(dirname(file), { recursive: true })
  write()
  return {
    add(process) {
      state.processes.push(process)
      write()
    },
    remove(pid) {
      state.processes = state.processes.filter(process => process.pid !== pid)
      write()
    },
    update(more) {
      Object.assign(state, more)
      write()
    },
    erase: () => rmSync(file, { force: true }),
  }
  function write() {
    writeFileSync(`${file}.new`, JSON.stringify(state, null, 2))
    renameSync(`${file}.new`, file)
  }
}

/** The run that is alive, if any. What a killed one left running is ended first: services before the servers they use. */
export async function findLivingRun(file) {
  const run = readRun(file)
  if (!run) return undefined
  if (isRunning(run)) return run
  for (const process of [...run.processes].reverse()) {
    if (await end(process))
      note(`ended ${process.name} (process ${process.pid}), left running by a start that was killed`)
  }
  rmSync(file, { force: true })
  return undefined
}
