// What all test files of a run share, made by the first that comes.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { requiredEnv } from './required-env.ts'

/** On a very busy machine; a test file gives up after four minutes. */
const PATIENCE_MS = 200_000

type Told<T> = { made: T } | { trouble: string }

/** What `make` resolves to (it goes through JSON), made once in a run of tests: whoever comes later gets the same, or waits for it. */
export async function onceForAll<T>(name: string, make: () => Promise<T>): Promise<T> {
  const first = await mkdir(join(requiredEnv('CTE_TEST_FOLDER'), `making-${name}`)).then(
    () => true,
    error => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (first) await tell(name, make)
  return heard(name)
}

/** Makes it, and tells all that wait what it is, or why there is none. */
export async function tell<T>(name: string, make: () => Promise<T>): Promise<void> {
  const told: Told<T> = await make().then(
    made => ({ made }),
    error => ({ trouble: (error as Error).stack ?? String(error) }),
  )
  const file = fileOf(name)
  await writeFile(`${file}.new`, JSON.stringify(told))
  await rename(`${file}.new`, file)
}

/** Waits until it has been made. */
export async function heard<T>(name: string): Promise<T> {
  const file = fileOf(name)
  for (const end = Date.now() + PATIENCE_MS; !existsSync(file); await sleep(50))
    if (Date.now() > end) throw new Error(`No ${name} after 200 s (${file} is not there)`)
  const told: Told<T> = JSON.parse(readFileSync(file, 'utf8'))
  if ('trouble' in told) throw new Error(`There is no ${name}: ${told.trouble}`)
  return told.made
}

const fileOf = (name: string) => join(requiredEnv('CTE_TEST_FOLDER'), `${name}.json`)
