// A system with the starter data and a small story in it, and the console before it, of one's own or shared by the test files of a run.
import type { Urls } from '../seed/load.ts'
import { startFromSeed } from '../system/from-seed.ts'
import type { System } from '../system.ts'
import { type Story, tellStory } from './story.ts'

export interface LoadedConsole {
  /** The address that people open. */
  url: string
  /** The services behind it, for preparing by API. */
  urls: Urls
  /** What there is beyond the starter data: a release with its flags, and a draft. */
  story: Story
}

/** A fresh one; whoever starts it closes its system. */
export async function startLoadedConsole(): Promise<LoadedConsole & { system: System }> {
  const system = await startFromSeed({ console: true, env: { LOG_LEVEL: 'warn' } })
  const { urls } = system
  try {
    return { url: system.console.url, urls, story: await tellStory(urls), system }
  } catch (error) {
    await system.close()
    throw error
  }
}

/** Of the one that `npm test` starts beside the tests (see shared-console.ts). */
export const SHARED_CONSOLE = 'shared-console'
