import { createMemoryBus, type MemoryBus } from '@cte-align/bus'
import { createLog } from '@cte-align/service'
import type { Test } from 'tap'
import { buildConsole, type ConsoleOptions } from '../src/app.ts'

const NOWHERE = 'http://127.0.0.1:9'

type Given = Partial<Omit<ConsoleOptions, 'env' | 'bus'>> & { env?: Partial<ConsoleOptions['env']>; bus?: MemoryBus }

/** A gateway before nothing, unless something is given. */
export async function consoleFor(t: Test, given: Given = {}) {
  const { env, bus = createMemoryBus(), ...options } = given
  const app = await buildConsole({
    env: {
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      CTE_SESSION_SECRET: 'a secret of these tests, and of no use',
      ...env,
    },
    bus,
    targets: { standards: NOWHERE, credentials: NOWHERE, 'course-codes': NOWHERE },
    distFolder: '/nowhere',
    log: createLog({ name: 'console', level: 'silent' }),
    ...options,
  })
  t.teardown(() => app.close())
  return app
}
export type Gateway = Awaited<ReturnType<typeof consoleFor>>

/** The gateway on a port, as a browser meets it. */
export async function listening(t: Test, given: Given = {}) {
  const app = await consoleFor(t, given)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, url }
}

/** Signs in and gives the cookie as a browser sends it back. */
export async function signIn(app: Gateway, persona = 'cde-editor'): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/console/session', payload: { persona } })
  const [cookie] = answer.cookies
  if (cookie === undefined) throw new Error(`No cookie: ${answer.body}`)
  return `${cookie.name}=${cookie.value}`
}

/** A clock that is set by hand. */
export function clock(at = '2026-11-30T08:00:00Z') {
  let time = new Date(at).getTime()
  return { now: () => new Date(time), pass: (hours: number) => (time += hours * 3_600_000) }
}
