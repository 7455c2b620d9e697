import type { Test } from 'tap'
import { connect, type Services } from '../seed/changes.ts'
import { load, type Urls } from '../seed/load.ts'
import { type System, startSystem } from '../system.ts'

export interface LoadedSystem {
  system: System
  urls: Urls
  /** The services as somebody who may publish, and review. */
  services: Services
}

/** A fresh system with the starter data in it, gone when the test ends. `env` is for every service. */
export async function startLoadedSystem(t: Test, who: string, env: NodeJS.ProcessEnv = {}): Promise<LoadedSystem> {
  const system = await startSystem({ env })
  t.teardown(() => system.close())
  const urls = {
    standards: system.standards.url,
    credentials: system.credentials.url,
    courseCodes: system.courseCodes.url,
  }
  await load(urls, () => {})
  return { system, urls, services: connect(urls, who) }
}
