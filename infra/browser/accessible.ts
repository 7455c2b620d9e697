import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { inDark, inLight } from './views.ts'

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

/** A line for each element: the rule, where it is broken, and what to do. (Legacy means without a second page for frames: there are none.) */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS },
    // Only violations are written out: describing what is well takes as long as finding what is not.
    resultTypes: ['violations'],
  })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim()
      return `${id}: ${target.join(' ')}: ${help} (${why})`
    }),
  )
}
