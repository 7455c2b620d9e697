import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { inDark, inLight } from './views.ts'

/** Given to a page once: with axe's own package for Playwright, giving and compiling it anew was two thirds of every look. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Those of them that judge by colours and places, not by what is in the page. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/** No violation of WCAG 2.2 AA or of good practice that axe can find, in the state in which the page is. */
export async function expectAccessible(t: Test, page: Page, state = 'as it is'): Promise<void> {
  t.strictSame(await violationsOf(page), [], `axe finds nothing: ${state}`)
}

/** For the same page in another look, when the rest has been looked at: half the work. */
export async function expectLegible(t: Test, page: Page, state: string): Promise<void> {
  t.strictSame(await violationsOf(page, LOOKS), [], `axe finds nothing in how it looks: ${state}`)
}

/** In light and in dark. */
export async function expectAccessibleInBoth(t: Test, page: Page, state = ''): Promise<void> {
  await inDark(page)
  await expectAccessible(t, page, `${state} in the dark`.trim())
  await inLight(page)
  await expectLegible(t, page, `${state} in the light`.trim())
}

/** A line for each element: the rule, where it is broken, and what to do. */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  const options: axe.RunOptions = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS },
    // Only violations are written out: describing what is well takes as long as finding what is not.
    resultTypes: ['violations'],
  }
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(SOURCE)
  const violations = await page.evaluate(async options => {
    // Where colours are forced Chromium tells axe the page's own colour of a text (`-webkit-text-fill-color`), which nobody sees.
    const forced = matchMedia('(forced-colors: active)').matches
    const rules = { 'color-contrast': { enabled: !forced } }
    const found = await (Reflect.get(window, 'axe') as typeof axe).run(
      document,
      forced ? { ...options, rules } : options,
    )
    return found.violations
  }, options)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim()
      return `${id}: ${target.join(' ')}: ${help} (${why})`
    }),
  )
}
