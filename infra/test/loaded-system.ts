import type { Test } from 'tap'
import { connect, type Services } from '../seed/changes.ts'
import type { Urls } from '../seed/load.ts'
import { startFromSeed } from '../system/from-seed.ts'
import type { System } from '../system.ts'

export interface LoadedSystem {
  system: System
  urls: Urls
  /** The services as somebody who may publish, and review. */
  services: Services
}

/** A fresh system with the starter data in it, gone when the test ends. `env` is for every service. */
export async function startLoadedSystem(t: Test, who: string, env: NodeJS.ProcessEnv = {}): Promise<LoadedSystem> {
  const system = await startFromSeed({ env })
  t.teardown(() => system.close())
  return { system, urls: system.urls, services: connect(system.urls, who) }
}
