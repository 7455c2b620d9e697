import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { inDark, inLight } from './views.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No violation of WCAG 2.2 AA or of good practice that axe can find, in the state in which the page is. */
export async function expectAccessible(t: Test, page: Page, state = 'as it is'): Promise<void> {
  t.strictSame(await violationsOf(page), [], `axe finds nothing: ${state}`)
}

/** In light and in dark. */
export async function expectAccessibleInBoth(t: Test, page: Page, state = ''): Promise<void> {
  await inDark(page)
  await expectAccessible(t, page, `${state} in the dark`.trim())
  await inLight(page)
  await expectAccessible(t, page, `${state} in the light`.trim())
}

/** A line for each element: the rule, where it is broken, and what to do. (Legacy means without a second page for frames: there are none.) */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(';').replace(/\s+/g, ' ').trim()
      return `${id}: ${target.join(' ')}: ${help} (${why})`
    }),
  )
}
