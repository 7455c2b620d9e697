// What is around every page: the ways in, the ways about, who one is, whether the page is live, how it looks.
import type { Request } from 'playwright-core'
import t from 'tap'
import { expectAccessible, expectAccessibleInBoth } from '../../browser/accessible.ts'
import { failWith } from '../../browser/answers.ts'
import { expectFocus, focused, focusFaults, press, tabOrder, tabTo } from '../../browser/keyboard.ts'
import { startConsole } from '../../browser/start-console.ts'
import { at320, inForcedColors, onPaper, stickingOut, withMoreContrast } from '../../browser/views.ts'

const { test } = await startConsole(t)

test('the frame has nothing that axe finds, in any view', {}, async (t, page) => {
  await page.goto('/sign-in')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByRole('button', { name: 'Example Editor' }).waitFor()
  await expectAccessibleInBoth(t, page, 'sign-in')
  await withMoreContrast(page)
  await expectAccessible(t, page, 'more contrast')
  await inForcedColors(page)
  await expectAccessible(t, page, 'forced colours')
  await at320(page)
  t.strictSame(await stickingOut(page), [], 'nothing is wider than 320 px')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expectAccessible(t, page, 'menu open at 320 px')
  t.strictSame(await stickingOut(page), [])
  await page.getByRole('link', { name: 'Events', exact: true }).click()
  await page.waitForURL('**/events')
  await page.getByRole('button', { name: 'Menu', expanded: false }).waitFor()
})

test('what an area needs is on its way with the page, and comes once', {}, async (t, page) => {
  for (const path of [
    '/',
    '/standards',
    '/proposals',
    '/impact',
    '/queue/ctc',
    '/course-codes',
    '/crosswalk',
    '/decoder',
    '/events',
  ]) {
    const asked: string[] = []
    const note = (request: Request) => asked.push(new URL(request.url()).pathname)
    page.on('request', note)
    const answer = await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const named = [...(answer?.headers().link ?? '').matchAll(/<([^>]+)>/g)].map(([, address]) => address!)
    t.ok(
      named.some(address => address.endsWith('.js')),
      path,
    )
    for (const address of named) t.equal(asked.filter(each => each === address).length, 1, `${path}: ${address}`)
    page.off('request', note)
  }
})

test('an address that names nothing says so, and the way on', {}, async (t, page) => {
  await page.goto('/no/such/page')
  await page.getByRole('heading', { name: 'No such page' }).waitFor()
  await expectAccessible(t, page)
  t.equal(await page.title(), 'No such page · cte-align')
})

test('by keyboard: past the header, in, and out again', {}, async (t, page) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Example Analyst' }).waitFor()
  await page.keyboard.press('Tab')
  t.equal(await focused(page), 'a Skip to main content')
  t.strictSame(await focusFaults(page), [])
  await page.keyboard.press('Enter')
  await expectFocus(t, page, /^main/)
  await page.keyboard.press('Tab')
  await expectFocus(t, page, /^button Example/)

  await tabTo(page, page.getByRole('button', { name: 'Example Analyst' }))
  await page.keyboard.press('Enter')
  await page.getByText('(CTC editor)').waitFor()
  await page.waitForURL(url => url.pathname === '/', { timeout: 10_000 })
  t.pass('one is back where one came from')
  await tabTo(page, page.getByRole('link', { name: 'Events', exact: true }), { back: true })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor()
  await expectFocus(t, page, /^h1 Events/, 'a new page begins at its heading')

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }), { back: true })
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  const order = await tabOrder(page)
  t.match(order[0], /Skip to main content/, 'the first stop')
  t.ok(new Set(order).size > 8, `${order.length} stops`)
})

test('the colours that somebody has chosen stay', {}, async (t, page) => {
  await page.goto('/sign-in')
  const choice = page.getByRole('button', { name: 'Colours:' })
  await choice.click()
  t.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  await page.reload()
  await choice.waitFor()
  t.equal(await page.locator('html').getAttribute('data-theme'), 'dark', 'after a reload')
  await press(page, 'Tab')
  await choice.click()
  await choice.click()
  t.equal(await page.locator('html').getAttribute('data-theme'), null, 'and back to the system')
})

test(
  'the page says whether it is live, and comes back by itself',
  { faults: [/events\/stream/, /ERR_FAILED/] },
  async (t, page) => {
    await page.route('**/events/stream*', route => route.abort())
    await page.goto('/sign-in')
    await page.getByText('Not live: reconnecting').waitFor({ state: 'attached' })
    await page.unroute('**/events/stream*')
    await page.getByText('Live: changes appear by themselves').waitFor({ state: 'attached' })
    t.equal(await page.locator('.live-dot').getAttribute('data-live'), 'live')
  },
)

test(
  'a part of a page that cannot be had is told, with the code to quote',
  { faults: [/status of 503/] },
  async (t, page) => {
    const problem = { status: 503, code: 'CTE_UNAVAILABLE', detail: 'Nobody is there' }
    await failWith(page, '**/api/console/session', problem)
    await page.goto('/sign-in')
    await page.getByText('CTE_UNAVAILABLE').waitFor()
    await expectAccessible(t, page, 'session unreadable')
    await page.unroute('**/api/console/session')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Example Editor' }).waitFor()
  },
)

test('on paper there are no menus and no buttons of the frame', {}, async (t, page) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Example Editor' }).waitFor()
  await onPaper(page)
  t.notOk(await page.getByRole('navigation', { name: 'Main' }).isVisible())
  t.notOk(await page.locator('.site-footer').isVisible())
})
