import type { Browser } from 'playwright-core'
import { settled } from './settled.ts'
import { signIn } from './sign-in.ts'

export interface Opening {
  /** Milliseconds from asking for the page until it shows what it has and answers at once. */
  interactive: number
  /** The longest time for which it did not answer. */
  longestTask: number
}

/** Opens the page as somebody who has never been there: nothing is cached. */
export async function timeOpening(
  browser: Browser,
  url: string,
  { as }: { as?: string | undefined },
): Promise<Opening> {
  const context = await browser.newContext({ baseURL: new URL(url).origin, viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(120_000)
  try {
    const page = await context.newPage()
    if (as !== undefined) await signIn(page, as)
    await page.goto(url)
    await settled(page)
    return await page.evaluate(
      () =>
        new Promise<Opening>(resolve => {
          const quiet = Reflect.get(window, '__cteQuiet') as number
          const longTasks: PerformanceEntry[] = []
          new PerformanceObserver(list => longTasks.push(...list.getEntries())).observe({
            type: 'longtask',
            buffered: true,
          })
          setTimeout(() => {
            const ends = longTasks.map(({ startTime, duration }) => startTime + duration)
            const longest = Math.max(0, ...longTasks.map(({ duration }) => duration))
            resolve({ interactive: Math.max(quiet, ...ends), longestTask: longest })
          }, 300)
        }),
    )
  } finally {
    await context.close()
  }
}
