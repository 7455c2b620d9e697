// A system with the starter data and a small story in it, and the console before it, of one's own or shared by the test files of a run.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load, type Urls } from '../seed/load.ts'
import { type System, startSystem } from '../system.ts'
import { type Story, tellStory } from './story.ts'

export interface LoadedConsole {
  /** The address that people open. */
  url: string
  /** The services behind it, for preparing by API. */
  urls: Urls
  /** What there is beyond the starter data: a release with its flags, and a draft. */
  story: Story
}

/** A fresh one; whoever starts it closes its system. Takes about ten seconds. */
export async function startLoadedConsole(): Promise<LoadedConsole & { system: System }> {
  const system = await startSystem({ console: true, env: { LOG_LEVEL: 'warn' } })
  const urls = {
    standards: system.standards.url,
    credentials: system.credentials.url,
    courseCodes: system.courseCodes.url,
  }
  try {
    await load(urls, () => {})
    return { url: system.console.url, urls, story: await tellStory(urls), system }
  } catch (error) {
    await system.close()
    throw error
  }
}

/** What shared-console.ts writes down: where it is, or why it is not. */
export type SharedConsole = LoadedConsole | { trouble: string }

/** On a very busy machine; a test file gives up after four minutes. */
const PATIENCE_MS = 200_000

/** The one that `npm test` has started beside the tests; waits for it. */
export async function sharedConsole(): Promise<LoadedConsole> {
  const folder = process.env.CTE_TEST_FOLDER
  if (!folder) throw new Error('This needs servers. Run it with: npm test <file>')
  const file = join(folder, 'console.json')
  for (const end = Date.now() + PATIENCE_MS; !existsSync(file); await sleep(100))
    if (Date.now() > end) throw new Error(`No shared console after 200 s (${file} is not there)`)
  const shared: SharedConsole = JSON.parse(readFileSync(file, 'utf8'))
  if ('trouble' in shared) throw new Error(`The shared console did not start: ${shared.trouble}`)
  return shared
}
