// The harness finds what it is there to find: small pages with a fault each.
import type { Page } from 'playwright-core'
import t from 'tap'
import { violationsOf } from '../../browser/accessible.ts'
import { watchFaults } from '../../browser/faults.ts'
import { focused, focusFaults, press, tabOrder, tabTo } from '../../browser/keyboard.ts'
import { signIn } from '../../browser/sign-in.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, inDark, inForcedColors, stickingOut, withLessMotion } from '../../browser/views.ts'

const { test, url } = await startConsole(t)

/** A page of the console's own address with another body. */
async function show(page: Page, body: string) {
  await page.route('**/harness', route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy': "default-src 'self'; img-src data:; connect-src *; style-src 'unsafe-inline'",
      },
      body: `<!doctype html><html lang="en"><head><title>Harness</title><link rel="icon" href="data:,"></head>
        <body><main><h1>Harness</h1>${body}</main></body></html>`,
    }),
  )
  await page.goto('/harness')
}

test('axe tells the rule, the element and what to do', {}, async (t, page) => {
  await show(page, '<input id="nameless"><p style="color: #bbb">pale</p>')
  const found = await violationsOf(page)
  t.match(
    found.find(line => line.startsWith('label')),
    /#nameless: Form elements must have labels/,
  )
  t.match(
    found.find(line => line.startsWith('color-contrast')),
    /p: .*contrast/,
  )
  await show(page, '<label>Name <input></label>')
  t.strictSame(await violationsOf(page), [])
})

test('where colours are forced the system has chosen them, and axe judges the rest', {}, async (t, page) => {
  await show(page, '<button style="color: #003b71">dark</button><input id="nameless">')
  await Promise.all([inDark(page), inForcedColors(page)])
  const [seen, told] = await page.evaluate(() => {
    const { color, webkitTextFillColor } = getComputedStyle(document.querySelector('button')!)
    return [color, webkitTextFillColor]
  })
  t.strictSame([seen, told], ['rgb(255, 255, 255)', 'rgb(0, 59, 113)'], 'what is seen, and what axe would read')
  t.match(await violationsOf(page), [/^label: #nameless/])
})

test('what is wider than the window is named, what scrolls in a box of its own is not', {}, async (t, page) => {
  await show(page, '<div class="wide" style="width: 700px">wide</div>')
  t.strictSame(await stickingOut(page), [])
  await at320(page)
  t.match((await stickingOut(page))[0], /^div\.wide is 700 px wide/)
  await show(page, '<div style="overflow-x: auto"><div style="width: 700px">wide</div></div>')
  t.strictSame(await stickingOut(page), [])
})

test('clicks and keys are counted, over several pages', {}, async (t, page) => {
  await show(page, '<label>Name <input></label> <a href="/harness">Again</a>')
  await page.getByRole('textbox').click()
  await page.keyboard.type('abc')
  await page.getByRole('link').click()
  await press(page, 'Tab Shift+Tab')
  t.strictSame(stepsOf(page), { clicks: 2, keys: 5, total: 7 })
  resetSteps(page)
  t.equal(stepsOf(page).total, 0)
})

test('the keyboard goes its way, and a focus that nobody sees is told', {}, async (t, page) => {
  await show(
    page,
    '<a href="#a">First</a> <button aria-label="Second">2</button> <a href="#c" style="outline: none">Third</a>',
  )
  t.strictSame(await tabOrder(page), ['a First', 'button Second', 'a Third'])
  await tabTo(page, page.getByRole('button'))
  t.equal(await focused(page), 'button Second')
  t.strictSame(await focusFaults(page), [])
  await page.keyboard.press('Tab')
  t.match(await focusFaults(page), [/no focus shows on <a href="#c"/])
  await t.rejects(tabTo(page, page.getByRole('heading'), { limit: 3 }), { message: /was not reached by Tab/ })
})

test('a page is seen as others see it', {}, async (t, page) => {
  await show(page, '<p>seen</p>')
  await Promise.all([inDark(page), inForcedColors(page), withLessMotion(page)])
  for (const query of ['prefers-color-scheme: dark', 'forced-colors: active', 'prefers-reduced-motion: reduce'])
    t.ok(await page.evaluate(query => matchMedia(`(${query})`).matches, query), query)
})

test('errors, exceptions, forbidden scripts and requests to elsewhere are faults', {}, async (t, page) => {
  const context = await page.context().browser()!.newContext({ baseURL: url })
  t.teardown(() => context.close())
  const faults = await watchFaults(context)
  const other = await context.newPage()
  await show(other, '<p>seen</p>')
  t.strictSame(faults([]), [])
  await other.evaluate(() => {
    console.error('mine')
    setTimeout(() => {
      throw new Error('thrown')
    })
    document.body.append(Object.assign(document.createElement('script'), { text: '1' }))
    return fetch('http://localhost:9/').catch(() => {})
  })
  await other.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
  const found = faults([]).join('\n')
  t.match(found, /^console: mine/m)
  t.match(found, /^exception: Error: thrown/m)
  t.match(found, /^policy: script-src/m)
  t.match(found, /^request to http:\/\/localhost:9/m)
  t.notMatch(faults([/mine/]).join('\n'), /mine/, 'what is expected is none')
})

test('nobody signs in as somebody who is not there', { faults: [/status of 4/] }, async (t, page) => {
  await t.rejects(signIn(page, 'nobody-of-that-name'), { message: /there are \w+/ })
})
