// Installing without halves: everything is made in .local/tmp-<pid>, its stamp written last, and then renamed into place.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandLine, end } from './processes.mjs'
import { readRun } from './run-file.mjs'
import { note } from './say.mjs'
import { local, temporary } from './settings.mjs'

const stampName = '.installed'

/** A machine's stamp: a .local/ carried to another system or processor is made again. */
export const forThisMachine = what => `${what} ${process.platform} ${process.arch}`

export function isInPlace(name, stamp) {
  try {
    return readFileSync(join(local, name, stampName), 'utf8') === stamp
  } catch {
    return false
  }
}

/** After it, .local/<name> is whole and carries the stamp. `make(folder)` may be killed at any moment; the next run begins anew. */
export async function putInPlace(name, stamp, make) {
  const place = join(local, name)
  const making = join(temporary, name)
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  try {
    await make(making)
    writeFileSync(join(making, stampName), stamp)
    mkdirSync(dirname(place), { recursive: true })
    if (existsSync(place)) renameSync(place, join(temporary, `${name}-before`))
    renameSync(making, place)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return place
}

/** Removes what dead runs left: their temporary folders, and the test servers of a test run that was killed. Call under the lock. */
export async function cleanUpAfterTheDead() {
  for (const name of readdirSync(local)) {
    const [, kind, pid] = /^(tmp|test)-(\d+)$/.exec(name) ?? []
    if (!kind || Number(pid) === process.pid || /run\.mjs/.test(commandLine(pid) ?? '')) continue
    const folder = join(local, name)
    for (const process of processesOf(folder)) await end(process)
    rmSync(folder, { recursive: true, force: true })
    note(`removed ${name}, left by a run that was interrupted`)
  }
}

/** The programs of a temporary folder: those of its run.json, and one file for each that a test started. */
export function processesOf(folder) {
  const own = readRun(join(folder, 'run.json'))?.processes ?? []
  const ofTests = join(folder, 'processes')
  const files = existsSync(ofTests) ? readdirSync(ofTests) : []
  return [...files.map(file => readRun(join(ofTests, file))).filter(Boolean), ...own.reverse()]
}
