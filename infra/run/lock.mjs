// One setup at a time. The lock is a directory (mkdir is atomic everywhere) that names its holder.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, isRunning } from './processes.mjs'
import { doing, note } from './say.mjs'
import { local } from './settings.mjs'

/** Runs `work` while holding the lock; waits for a living holder, takes over from a dead one. */
export async function withLock(work) {
  const lock = join(local, 'lock')
  mkdirSync(local, { recursive: true })
  await take(lock)
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.on('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function take(lock) {
  for (let told = false; ; await sleep(100)) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'holder.json'), JSON.stringify(identify(process.pid)))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isStale(lock)) {
      clear(lock)
    } else if (!told) {
      doing(`waiting for another setup in this folder (process ${holderOf(lock)?.pid ?? 'just starting'})`)
      told = true
    }
  }
}

function holderOf(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, 'holder.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** A holder that has not named itself after two seconds died between making the lock and naming itself. */
function isStale(lock) {
  const holder = holderOf(lock)
  return holder ? !isRunning(holder) : age(lock) > 2000
}

/** Of several that find the lock stale one clears it: without the gate, the slower could clear the faster one's new lock. */
function clear(lock) {
  const gate = `${lock}-clearing`
  try {
    mkdirSync(gate)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (age(gate) > 2000) rmSync(gate, { recursive: true, force: true })
    return
  }
  if (isStale(lock)) {
    note('the setup before this one did not finish; going on from there')
    rmSync(lock, { recursive: true, force: true })
  }
  rmSync(gate, { recursive: true, force: true })
}

function age(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
