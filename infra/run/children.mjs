// The programs that one run started: their logs, their ends, and nobody else's.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, signal } from './processes.mjs'
import { lastLines, Trouble } from './say.mjs'
import { root } from './settings.mjs'

/**
 * `launch` starts a program that should stay; `died` resolves with the first that did not.
 * `stopAll` ends the newest stage first, down to `from`, and waits for every exit; `killAll` does not wait.
 */
export function createChildren({ logs, runFile }) {
  const children = []
  let stopping = false
  let reportDeath
  const died = new Promise(resolve => {
    reportDeath = resolve
  })
  mkdirSync(logs, { recursive: true })
  return { launch, died, stopAll, killAll, until }

  function launch(name, command, args, { env, stage = 0 } = {}) {
    if (stopping) throw new Trouble(`${name} is not started any more: everything is being stopped.`)
    const log = join(logs, `${name}.log`)
    if (existsSync(log)) renameSync(log, join(logs, `${name}.before.log`))
    const output = openSync(log, 'a')
    const process = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', output, output],
      // A group of its own: Ctrl-C reaches us alone, and we stop things in order.
      detached: globalThis.process.platform !== 'win32',
    })
    closeSync(output)
    const child = { name, stage, log, process, gone: false }
    child.exited = new Promise(resolve => {
      const end = how => {
        if (child.gone) return
        child.gone = true
        child.how = how
        if (process.pid) runFile.remove(process.pid)
        if (!stopping) reportDeath(child)
        resolve()
      }
      process.on('error', error => end(error.message))
      process.on('exit', (code, by) => end(by ? `by ${by}` : `with code ${code}`))
    })
    children.push(child)
    if (process.pid) runFile.add({ name, ...identify(process.pid) })
    return child
  }

  /** Asks `ready` until it says yes. A child that ends meanwhile, or a minute without a yes, is an error with its log. */
  async function until(child, ready, limit = 60_000) {
    for (const last = Date.now() + limit; Date.now() < last; await sleep(50)) {
      if (child.gone || stopping) break
      if (await ready().catch(() => false)) return
    }
    if (!stopping)
      throw new Trouble(
        obituary(child, child.gone ? `ended ${child.how} while starting` : 'did not become ready in a minute'),
      )
    await new Promise(() => {}) // stopped from outside: whoever stops us also ends the process
  }

  async function stopAll({ from = 0, grace = 15_000 } = {}) {
    stopping = true
    const stages = [...new Set(children.map(child => child.stage))].filter(stage => stage >= from)
    for (const stage of stages.sort((a, b) => b - a)) {
      const living = children.filter(child => child.stage === stage && !child.gone && child.process.pid)
      for (const child of living) signal(child.process.pid, 'SIGTERM')
      const all = Promise.all(living.map(child => child.exited))
      const timer = new AbortController()
      await Promise.race([all, sleep(grace, undefined, { signal: timer.signal }).catch(() => {})])
      timer.abort()
      for (const child of living) if (!child.gone) signal(child.process.pid, 'SIGKILL')
      await all
    }
  }

  function killAll() {
    stopping = true
    for (const child of children) if (!child.gone && child.process.pid) signal(child.process.pid, 'SIGKILL')
  }
}

/** What to tell of a program that ended: the last lines of its log, and where the log is. */
export function obituary(child, what = `ended ${child.how}`) {
  const lines = lastLines(readFileSync(child.log, 'utf8'))
  return `${child.name} ${what}.${lines ? `\n${lines}` : ''}\nIts whole log: ${child.log}`
}
