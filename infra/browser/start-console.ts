// What a test of the console in a browser begins with.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Test } from 'tap'
import { connect, type Services } from '../seed/changes.ts'
import { heard } from '../system/once.ts'
import { watchFaults } from './faults.ts'
import { launchBrowser, noBrowser } from './launch.ts'
import { type LoadedConsole, SHARED_CONSOLE, startLoadedConsole } from './loaded-console.ts'
import { signIn } from './sign-in.ts'
import { countSteps } from './steps.ts'

export interface PageOptions {
  /** The key of a persona; without one it is the public that looks. */
  as?: string
  /** Faults that belong to the test, as in [/status of 412/]: every other error in the browser fails it. */
  faults?: RegExp[]
  /** Hears nothing of what others do: for a test that asks again, where a push would ask before it. */
  alone?: boolean
  /** As Playwright has them: viewport, colorScheme, reducedMotion ... */
  context?: BrowserContextOptions
}

export type PageTest = (t: Test, page: Page) => Promise<void>

export interface ConsoleInBrowser extends LoadedConsole {
  /** The services as somebody who may publish, and review: for preparing by API. */
  services: Services
  /** A titled test on a page of its own (fresh cookies, fresh storage); skipped, and counted so, where there is no Chromium. */
  test(title: string, options: PageOptions, body: PageTest): void
}

/**
 * One browser for the file, and a loaded system with the console before it (`page.goto('/queue/ctc')` knows its address). The system
 * is shared by all test files of the run: make proposals of your own and look for those. A file that publishes, or counts everything,
 * asks for one of its `own` (a few seconds more).
 */
export async function startConsole(t: Test, { own = false } = {}): Promise<ConsoleInBrowser> {
  const loaded = own ? await ownConsole(t) : await heard<LoadedConsole>(SHARED_CONSOLE)
  const skip = noBrowser()
  let browser: Browser | undefined
  t.teardown(() => browser?.close())
  const test = (title: string, options: PageOptions, body: PageTest) =>
    void t.test(title, { skip }, async t => {
      browser ??= await launchBrowser()
      await onPage(t, browser, { ...options, baseURL: loaded.url }, body)
    })
  return { ...loaded, services: connect(loaded.urls, 'browser'), test }
}

async function ownConsole(t: Test): Promise<LoadedConsole> {
  const { system, ...places } = await startLoadedConsole()
  t.teardown(() => system.close())
  return places
}

/** A page of its own for the test, whose faults fail it. */
async function onPage(t: Test, browser: Browser, options: PageOptions & { baseURL: string }, body: PageTest) {
  const { as, faults: expected = [], alone = false, context: more, baseURL } = options
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    ...more,
    baseURL,
  })
  context.setDefaultTimeout(10_000)
  try {
    const faults = await watchFaults(context)
    await countSteps(context)
    if (alone) await context.route('**/api/console/events/stream*', () => {})
    const page = await context.newPage()
    if (as !== undefined) await signIn(page, as)
    await body(t, page)
    await hearTheLast(context)
    t.strictSame(faults(expected), [], 'nothing went wrong in the browser')
  } finally {
    await context.close()
  }
}

/** What a page has said so far has arrived here when it answers. */
const hearTheLast = (context: BrowserContext) =>
  Promise.all(context.pages().map(page => page.evaluate(() => 0).catch(() => 0)))
