// `npm run screenshots`: pictures of the main pages, into docs/screenshots/, on a system of its own that has a small story in it.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { root } from '../system/program.ts'
import { launchBrowser } from './launch.ts'
import { startLoadedConsole } from './loaded-console.ts'
import { MAIN_PAGES, type MainPage, OTHER_VIEWS } from './pages.ts'
import { openSettled } from './settled.ts'
import { signIn } from './sign-in.ts'

const LIMIT_KB = 200
const folder = join(root, 'docs', 'screenshots')

const { url, story, system } = await startLoadedConsole()
const browser = await launchBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const pages = [...MAIN_PAGES, ...OTHER_VIEWS]
  for (const page of pages) await take(browser, page, page.path(story))
  // A picture of a page that is no more would lie.
  const known = new Set(pages.map(({ name }) => `${name}.png`))
  for (const file of readdirSync(folder)) if (file.endsWith('.png') && !known.has(file)) rmSync(join(folder, file))
} finally {
  await browser.close()
  await system.close()
}

async function take(browser: Browser, { name, as, view }: MainPage, path: string): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    viewport: view === 'phone' ? { width: 320, height: 640 } : { width: 1280, height: 800 },
    colorScheme: view === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    if (as !== undefined) await signIn(page, as)
    // Twice: a font that comes late is used from the second time on.
    await openSettled(page, path)
    await openSettled(page, path)
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    const kilobytes = Math.ceil(statSync(file).size / 1024)
    console.log(`${name.padEnd(16)} ${String(kilobytes).padStart(4)} kB  ${path}`)
    if (kilobytes > LIMIT_KB) {
      console.error(`${name}.png has more than ${LIMIT_KB} kB`)
      process.exitCode = 1
    }
  } finally {
    await context.close()
  }
}
