// The same page as others see it. Each takes effect on the open page at once, and stays until it is taken back.
import type { Page } from 'playwright-core'

/** 320 CSS pixels: a small telephone, or 1280 at 400 %. */
export const at320 = (page: Page) => page.setViewportSize({ width: 320, height: 640 })
export const atDesk = (page: Page) => page.setViewportSize({ width: 1280, height: 800 })
export const inDark = (page: Page) => page.emulateMedia({ colorScheme: 'dark' })
export const inLight = (page: Page) => page.emulateMedia({ colorScheme: 'light' })
export const inForcedColors = (page: Page) => page.emulateMedia({ forcedColors: 'active' })
export const inOwnColors = (page: Page) => page.emulateMedia({ forcedColors: 'none' })
export const withMoreContrast = (page: Page) => page.emulateMedia({ contrast: 'more' })
export const withLessMotion = (page: Page) => page.emulateMedia({ reducedMotion: 'reduce' })
export const onPaper = (page: Page) => page.emulateMedia({ media: 'print' })
export const onScreen = (page: Page) => page.emulateMedia({ media: 'screen' })
/** A telephone of the middle sort on a slow network, as Lighthouse has it; from the next request on. */
export async function onTelephone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 412, height: 823 })
  const devtools = await page.context().newCDPSession(page)
  const network = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/**
 * What makes the page wider than its window, innermost first: nothing may, at any width. What scrolls inside a box of its own (a
 * wide table) does not count.
 */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const scrolls = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    const boxed = (element: Element): boolean =>
      element.parentElement !== null &&
      element.parentElement !== document.body &&
      (scrolls(element.parentElement) || boxed(element.parentElement))
    const wide = [...document.body.querySelectorAll('*')].filter(
      element => element.getBoundingClientRect().right > width + 1 && !boxed(element),
    )
    const named = wide.toReversed().map(element => {
      const { width: own } = element.getBoundingClientRect()
      const classes = [...element.classList].map(name => `.${name}`).join('')
      return `${element.localName}${classes} is ${Math.round(own)} px wide`
    })
    return named.length > 0 ? named : [`the page is ${document.documentElement.scrollWidth} px wide`]
  })
}
