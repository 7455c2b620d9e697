// Each main page as it opens, on a telephone and at a desk: nothing that axe finds, nothing that jumps, nothing wider than the window,
// no error.
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { expectAccessible, expectLegible } from '../../browser/accessible.ts'
import { jumps } from '../../browser/layout.ts'
import { MAIN_PAGES } from '../../browser/pages.ts'
import { openSettled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { at320, atDesk, inDark, inLight, stickingOut } from '../../browser/views.ts'

const { test, story } = await startConsole(t)

for (const { name, as, path } of MAIN_PAGES) {
  test(`${name}: ${path(story)}`, as === undefined ? {} : { as }, async (t, page) => {
    await inDark(page)
    await at320(page)
    await open(t, page, path(story), 'at 320 pixels')
    await expectAccessible(t, page, 'at 320 pixels, in the dark')
    await inLight(page)
    await atDesk(page)
    await open(t, page, path(story), 'at a desk')
    await expectLegible(t, page, 'at a desk, in the light')
  })
}

async function open(t: Test, page: Page, path: string, where: string) {
  await openSettled(page, path)
  t.equal(await page.locator('h1').count(), 1, 'one heading says where one is')
  t.strictSame(await jumps(page), [], `nothing jumps ${where}`)
  t.strictSame(await stickingOut(page), [], `nothing sticks out ${where}`)
}
