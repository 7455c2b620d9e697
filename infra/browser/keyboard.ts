// Going about with the keyboard alone.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'

/** Presses Tab until the element has the focus. An error with the way taken when it cannot be reached. */
export async function tabTo(page: Page, target: Locator, { limit = 60, back = false } = {}): Promise<void> {
  const way: string[] = []
  for (let n = 0; n <= limit; n++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    way.push(await focused(page))
  }
  throw new Error(`${target} was not reached by Tab. The way was: ${way.join(' > ')}`)
}

/** What has the focus, as role and name ("button Sign in"); "nothing" when it is the page itself. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'nothing'
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const name = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent
    return `${element.getAttribute('role') ?? element.localName} ${(name ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}`.trim()
  })
}

/** The focus comes to what is called so, as role and name. It may follow what the page has told already: it is waited for. */
export async function expectFocus(
  t: Test,
  page: Page,
  wanted: RegExp | string,
  why = 'the focus comes there',
): Promise<void> {
  const isThere = (here: string) => (typeof wanted === 'string' ? here.includes(wanted) : wanted.test(here))
  let here = await focused(page)
  for (const end = Date.now() + 10_000; !isThere(here) && Date.now() < end; here = await focused(page)) await sleep(50)
  t.match(here, wanted, why)
}

/** The way of the Tab key from the top of the page, until it leaves or comes round. */
export async function tabOrder(page: Page, limit = 200): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const order: string[] = []
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (here === 'nothing') break
    order.push(here)
  }
  return order
}

/** Presses one key after the other: "g q Enter". */
export async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}

/** What is wrong with how the focus shows: none at all, or hidden behind something else (WCAG 2.4.7 and 2.4.11). */
export function focusFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ['nothing has the focus']
    const style = getComputedStyle(element)
    const shows = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
    const { left, top, width, height } = element.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    const covered = seen !== null && !element.contains(seen) && !seen.contains(element)
    const name = element.outerHTML.slice(0, 120)
    return [...(shows ? [] : [`no focus shows on ${name}`]), ...(covered ? [`${name} is hidden behind another`] : [])]
  })
}
