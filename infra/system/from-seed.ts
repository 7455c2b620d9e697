import { load } from '../seed/load.ts'
import { type LeftSystem, type System, type SystemOptions, startSystem } from '../system.ts'
import { onceForAll } from './once.ts'

/** A system with the starter data in it. They are loaded once in a run of tests; every later system begins with a copy. */
export async function startFromSeed(options: Omit<SystemOptions, 'from' | 'services'> = {}): Promise<System> {
  return startSystem({ ...options, from: await onceForAll('seeded-system', loadSeed) })
}

async function loadSeed(): Promise<LeftSystem> {
  const system = await startSystem()
  try {
    await load(system.urls, () => {})
  } catch (error) {
    await system.close()
    throw error
  }
  return system.leave()
}
