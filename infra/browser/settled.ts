import type { Page } from 'playwright-core'

/** Goes there and waits until everything that was asked for is shown: a heading, no placeholder, the fonts. */
export async function openSettled(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Not "network idle": what keeps a page live never is. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(
    () => {
      const busy = document.querySelector('.answer-loading, main[aria-busy=true]') !== null
      const quiet = Reflect.get(window, '__cteQuiet') as number | undefined
      const since = busy ? undefined : (quiet ?? performance.now())
      Reflect.set(window, '__cteQuiet', since)
      return since !== undefined && performance.now() - since > 150
    },
    undefined,
    { polling: 50 },
  )
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}
