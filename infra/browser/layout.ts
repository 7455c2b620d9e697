import type { Page } from 'playwright-core'

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

export interface LayoutShift {
  /** Cumulative Layout Shift; good is below 0.1. */
  score: number
  /** What moved, and how far that counts. */
  moved: string[]
}

/** How far what is shown has jumped by itself since the page was opened. */
export function layoutShift(page: Page): Promise<LayoutShift> {
  return page.evaluate(
    () =>
      new Promise<LayoutShift>(resolve => {
        const nameOf = (node: Node | null) =>
          node instanceof Element ? `${node.localName}${[...node.classList].map(name => `.${name}`).join('')}` : 'text'
        new PerformanceObserver(list => {
          const shifts = (list.getEntries() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput)
          resolve({
            score: shifts.reduce((sum, { value }) => sum + value, 0),
            moved: shifts.map(
              ({ value, sources }) => `${value.toFixed(3)} ${sources.map(({ node }) => nameOf(node)).join(', ')}`,
            ),
          })
        }).observe({ type: 'layout-shift', buffered: true })
        // Where nothing has jumped nothing is told.
        setTimeout(() => resolve({ score: 0, moved: [] }), 100)
      }),
  )
}

/** Nothing jumps that anybody would notice. */
export async function jumps(page: Page): Promise<string[]> {
  const { score, moved } = await layoutShift(page)
  return score < 0.1 ? [] : moved
}
