// Processes by id and command line together: an id alone may have been given to a stranger since.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The command line of a running process, or undefined when there is none (a zombie has none either). */
export function commandLine(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined
    } catch {
      return undefined
    }
  }
  const [command, args] =
    process.platform === 'win32'
      ? [
          'powershell',
          ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`],
        ]
      : ['ps', ['-ww', '-o', 'command=', '-p', String(pid)]]
  return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() || undefined
}

/** The parent of a process; 1 where it cannot be told. */
export function parentOf(pid) {
  if (process.platform === 'win32') return 1
  try {
    // The name in parentheses may hold anything, so count from its end: state, then parent.
    if (process.platform === 'linux')
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return 1
  }
  return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout) || 1
}

/** What must be written down about a process, so that `isRunning` can know it again. */
export const identify = pid => ({ pid, command: commandLine(pid) })

export const isRunning = ({ pid, command }) => command !== undefined && commandLine(pid) === command

/** Ends a process that is still the one written down: asks, waits, then forces. A stranger with its id is left alone. */
export async function end(identity, grace = 10_000) {
  if (!isRunning(identity)) return false
  const target = identity.group ? -identity.pid : identity.pid
  signal(target, 'SIGTERM')
  for (const until = Date.now() + grace; isRunning(identity) && Date.now() < until; ) await sleep(50)
  if (isRunning(identity) || identity.group) signal(target, 'SIGKILL')
  while (isRunning(identity)) await sleep(20)
  return true
}

export function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

const unfinished = new Set()

/**
 * Runs a command to its end. Its output is returned, never shown: the caller knows which part a person needs.
 * With `recordIn` it is written down there, so that a later run can end it when this one was killed.
 */
export function run(command, args, { recordIn, ...options } = {}) {
  // A group of its own, so that what it starts can be ended with it. (On Windows a group would mean a new window.)
  const group = process.platform !== 'win32'
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: group, ...options })
    if (child.pid) unfinished.add(child)
    if (child.pid && recordIn) {
      mkdirSync(recordIn, { recursive: true })
      writeFileSync(join(recordIn, 'run.json'), JSON.stringify({ processes: [{ ...identify(child.pid), group }] }))
    }
    let out = ''
    let err = ''
    child.stdout.on('data', data => (out += data))
    child.stderr.on('data', data => (err += data))
    child.on('error', error => resolve({ code: 127, out, err: `${err}${error.message}` }))
    child.on('close', (code, by) => {
      unfinished.delete(child)
      resolve({ code: code ?? 1, out, err: by ? `${err}ended by ${by}` : err })
    })
  })
}

/** Runs a command to its end with its output shown as it comes. */
export const show = (command, args, options = {}) =>
  launch(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32', ...options })
    .ended

/** A child that ends with us when we are interrupted. */
export function launch(command, args, options) {
  const child = spawn(command, args, options)
  if (child.pid) unfinished.add(child)
  const ended = new Promise(resolve => {
    child.on('error', () => resolve(127))
    child.on('exit', code => {
      unfinished.delete(child)
      resolve(code ?? 1)
    })
  })
  return { child, ended }
}

/** For the moment of an interruption: nothing that `run` started may outlive us. */
export function endUnfinished() {
  for (const child of unfinished) signal(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
}
