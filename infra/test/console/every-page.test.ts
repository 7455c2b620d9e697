// Each main page once, as it opens: nothing that axe finds, nothing that jumps, nothing wider than the window, no error.
import t from 'tap'
import { expectAccessible } from '../../browser/accessible.ts'
import { layoutShift } from '../../browser/layout.ts'
import { MAIN_PAGES } from '../../browser/pages.ts'
import { openSettled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { at320, inDark, stickingOut } from '../../browser/views.ts'

const { test, story } = await startConsole(t)

for (const { name, as, path } of MAIN_PAGES) {
  test(`${name}: ${path(story)}`, as === undefined ? {} : { as }, async (t, page) => {
    await openSettled(page, path(story))
    t.ok((await layoutShift(page)) < 0.1, 'nothing jumps')
    t.equal(await page.locator('h1').count(), 1, 'one heading says where one is')
    await expectAccessible(t, page, 'at a desk, in the light')
    await inDark(page)
    await at320(page)
    t.strictSame(await stickingOut(page), [], 'at 320 pixels')
    await expectAccessible(t, page, 'at 320 pixels, in the dark')
  })
}
