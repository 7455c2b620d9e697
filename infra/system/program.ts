import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify } from '../run/processes.mjs'

export const root = resolve(import.meta.dirname, '..', '..')

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

export type LogLine = { msg?: string; level?: number | string; [key: string]: unknown }

/** A real child process that can be killed and started again, as often as a test likes, with the same command. */
export interface Program {
  readonly pid: number | undefined
  /** Sends the signal (SIGKILL unless told otherwise) and waits for the end. Nothing happens if it has ended already. */
  kill(signal?: NodeJS.Signals): Promise<Exit>
  /** Starts it again, killing it first if it lives, and waits until it is ready. `env` is added from now on. */
  restart(options?: { env?: NodeJS.ProcessEnv }): Promise<void>
  /** How it ended, or will end. */
  waitExit(): Promise<Exit>
  /** What it has written since it was first started: JSON lines as they are, others as `{ msg }`. */
  logs(): LogLine[]
  /** SIGTERM, and SIGKILL for one that does not listen within ten seconds. */
  stop(): Promise<Exit>
}

export interface ProgramOptions {
  name: string
  command: string
  args: string[]
  env?: NodeJS.ProcessEnv
  ready: () => Promise<boolean>
}

/** Starts a program and waits until it is ready. An end before that is an error with the last lines of its log. */
export async function startProgram({ name, command, args, env = {}, ready }: ProgramOptions): Promise<Program> {
  let text = ''
  let extra = env
  let child: ChildProcess
  let exit: Promise<Exit>
  await start()
  return {
    get pid() {
      return child.pid
    },
    kill,
    async restart(options) {
      await kill('SIGKILL')
      extra = { ...extra, ...options?.env }
      await start()
    },
    waitExit: () => exit,
    logs: () => text.split('\n').filter(Boolean).map(parse),
    async stop() {
      const timer = setTimeout(() => void kill('SIGKILL'), 10_000)
      try {
        return await kill('SIGTERM')
      } finally {
        clearTimeout(timer)
      }
    },
  }

  async function start() {
    child = spawn(command, args, { cwd: root, env: { ...process.env, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] })
    const started = child
    const append = (data: Buffer) => {
      text += data
    }
    started.stdout?.on('data', append)
    started.stderr?.on('data', append)
    const killWithUs = () => started.kill('SIGKILL')
    process.once('exit', killWithUs)
    const noted = await writeDown(started)
    exit = new Promise((done, fail) => {
      started.once('error', fail)
      started.once('close', (code, signal) => {
        process.off('exit', killWithUs)
        void noted?.erase()
        done({ code, signal })
      })
    })
    // A test that expects the end awaits it later; until then a failure to start is reported by the wait below.
    exit.catch(() => {})
    const ended = exit.then(
      end =>
        Promise.reject(new Error(`${name} ended (${end.code ?? end.signal}) before it was ready.\n${lastLines()}`)),
      error => Promise.reject(new Error(`${name} could not be started`, { cause: error })),
    )
    const waiting = new AbortController()
    await Promise.race([ended, untilReady(waiting.signal)]).finally(() => waiting.abort())
  }

  async function untilReady(given: AbortSignal) {
    const deadline = Date.now() + 60_000
    while (!given.aborted && !(await ready().catch(() => false))) {
      if (Date.now() > deadline) throw new Error(`${name} was not ready after 60 s.\n${lastLines()}`)
      await sleep(30)
    }
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL') {
    child.kill(signal)
    return exit
  }

  function lastLines() {
    return text.trimEnd().split('\n').slice(-15).join('\n')
  }
}

/** A question that is given up after five seconds: a program that starts may accept it and never answer. */
export const ask = (url: string) => fetch(url, { signal: AbortSignal.timeout(5_000) })

/** Any free port on loopback. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function parse(line: string): LogLine {
  try {
    const value = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : { msg: line }
  } catch {
    return { msg: line }
  }
}

/** `npm test` ends whatever is written down here, should the test process be killed before it can. */
async function writeDown({ pid }: ChildProcess) {
  const folder = process.env.CTE_TEST_FOLDER
  if (!folder || !pid) return undefined
  const file = join(folder, 'processes', `${pid}.json`)
  await mkdir(join(folder, 'processes'), { recursive: true })
  await writeFile(file, JSON.stringify(identify(pid)))
  return { erase: () => rm(file, { force: true }) }
}
