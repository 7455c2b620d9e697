import type { Page } from 'playwright-core'

/** How far what is shown has jumped by itself since the page was opened (Cumulative Layout Shift; good is below 0.1). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
          resolve(shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0))
        }).observe({ type: 'layout-shift', buffered: true })
        // Where nothing has jumped nothing is told.
        setTimeout(() => resolve(0), 100)
      }),
  )
}
