// Home as each role opens it: the first thing that waits is a few keys away, every number is what the API counts, what comes stands
// on a line and in a list alike; every state.
import type { Page } from 'playwright-core'
import t from 'tap'
import { paths } from '../../../services/console/web/src/paths.ts'
import { expectAccessible, expectAccessibleInBoth } from '../../browser/accessible.ts'
import { failWith, holdBack } from '../../browser/answers.ts'
import { expectFocus, focusFaults, press, tabTo } from '../../browser/keyboard.ts'
import { jumps } from '../../browser/layout.ts'
import { openSettled, settled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import {
  at320,
  atDesk,
  inForcedColors,
  inOwnColors,
  onPaper,
  onScreen,
  onTelephone,
  stickingOut,
} from '../../browser/views.ts'
import { propose } from '../../seed/changes.ts'

const { test, services, story } = await startConsole(t)
const heap = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const section = heap

/** What each role has to do first, on the starter data and the story. */
const ROLES = [
  { as: 'ctc-analyst', waits: 'Flags at CTC', leads: /^\/queue\/ctc\/flags\// },
  { as: 'cde-editor', waits: 'Drafts', leads: /^\/proposals\/.*\/changes$/ },
  { as: 'calpads-editor', waits: 'Flags at CALPADS', leads: /^\/queue\/calpads\/flags\// },
] as const
for (const { as, waits, leads } of ROLES)
  test(`${as} reaches the first thing that waits by keyboard`, { as }, async (t, page) => {
    await openSettled(page, paths.home())
    t.strictSame(await jumps(page), [], 'nothing jumps')
    const first = heap(page, waits).getByRole('list').last().getByRole('link').first()
    const wanted = (await first.textContent()) ?? ''
    resetSteps(page)
    await press(page, 'Tab Enter')
    await tabTo(page, first)
    t.strictSame(await focusFaults(page), [])
    await page.keyboard.press('Enter')
    await page.waitForURL(address => leads.test(address.pathname))
    const { clicks, keys } = stepsOf(page)
    t.comment(`job: ${as} reaches the first thing that waits (${wanted}): ${clicks} clicks, ${keys} keys`)
    t.ok(keys <= 12)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: wanted }).waitFor()
  })

test('the numbers are those of the services, and lead to what they count', { as: 'ctc-analyst' }, async (t, page) => {
  await openSettled(page, paths.home())
  const counted = await services.credentials.get<{ flags: number }>('/flags/summary?unresolved=true')
  t.equal(await heap(page, 'Flags at CTC').locator('.heap-count strong').textContent(), String(counted.flags))
  const gaps = await services.courseCodes.get<{ items: { code: string }[] }>('/gaps')
  const years = gaps.items.filter(({ code }) => code === 'school-years-unknown').length
  const health = section(page, 'Health of the data')
  const link = health.getByRole('link', { name: /in which school years they are valid/ })
  t.match(await link.textContent(), new RegExp(`^${years} `))
  await link.click()
  await page.getByText(`${years} of ${gaps.items.length}`).waitFor()
  await expectAccessibleInBoth(t, page, 'gaps')
  await page.getByLabel('Code or words').fill('7100')
  await page.getByText(`1 of ${gaps.items.length}`).waitFor()
  await at320(page)
  t.strictSame(await stickingOut(page), [])
  await page.getByLabel('Code or words').fill('nothing like it')
  await page.getByText('No gap fits').waitFor()
  await expectAccessible(t, page, 'no gap fits')
})

test('what comes stands on the line and in the list, the same entries', { as: 'cde-editor' }, async (t, page) => {
  const title = 'Fashion in force (hypothetical)'
  const id = await propose(services, {
    ...{ framework: story.framework, title },
    operations: [{ op: 'retitle', item: 'FID', title }],
  })
  const { etag } = await services.standards.read(`/proposals/${id}`)
  const effective = `${new Date().getUTCFullYear() + 1}-08-17`
  await services.standards.patch(`/proposals/${id}`, { dates: { effective } }, { 'if-match': etag ?? '' })
  await openSettled(page, paths.home())
  const comes = section(page, 'What comes by when')
  const entry = comes
    .getByRole('listitem')
    .filter({ hasText: `“${title}” (proposed): effective` })
    .last()
  await entry.getByText('not settled').waitFor()
  const labels = await comes.locator('.mark').evaluateAll(marks => marks.map(mark => mark.getAttribute('aria-label')))
  t.match(labels.join('; '), `“${title}” (proposed): effective`)
  const rows = await comes.locator('.coming-months .coming-row').count()
  const open = await comes.locator('.coming-open .coming-row').count()
  const marked = labels.join('; ').split(/; (?=[A-Z][a-z]{2} )/).length
  t.ok(marked >= rows && marked <= rows + open, `${marked} on the line, ${rows} ahead and ${open} open in the list`)

  const stops = comes.locator('.mark[tabindex="0"]')
  t.equal(await stops.count(), 1, 'one stop for the Tab key')
  await stops.focus()
  await press(page, 'End')
  await expectFocus(t, page, labels.at(-1)!.slice(0, 20))
  await press(page, 'Home ArrowRight')
  await expectFocus(t, page, labels[1]!.slice(0, 20))
  t.strictSame(await focusFaults(page), [])
  const several = comes.locator('.mark').filter({ has: page.locator('.mark-point', { hasText: /[0-9]/ }) })
  if ((await several.count()) > 0) {
    await several.first().click()
    t.equal(await page.evaluate(() => document.activeElement?.className), 'coming-row', 'several lead to the list')
  }
  await entry.getByRole('link').click()
  await page.waitForURL(`**${paths.proposal(id, 'dates')}`)
})

test('what moved since the last visit, and what moves while one looks', { as: 'calpads-editor' }, async (t, page) => {
  await openSettled(page, paths.home())
  await section(page, 'Lately').getByRole('link').first().waitFor()
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith('cte-visits:')) continue
      const { last } = JSON.parse(localStorage.getItem(key)!)
      const at = new Date(Date.parse(last.at) - 3_600_000).toISOString()
      localStorage.setItem(key, JSON.stringify({ before: null, last: { ...last, at } }))
    }
  })
  await page.reload()
  const since = page.getByRole('region', { name: /^Since / })
  await since.waitFor()
  await page.getByText('Live: changes appear by themselves').waitFor({ state: 'attached' })
  const title = 'Since the last visit (hypothetical)'
  await propose(services, { framework: story.framework, title, operations: [{ op: 'retitle', item: 'TR', title }] })
  await since.getByRole('link', { name: /proposals? opened/ }).waitFor()
  await page
    .getByRole('region', { name: /^Proposals under way/ })
    .getByRole('link', { name: title })
    .waitFor()
  await since.getByRole('link', { name: /proposals? opened/ }).click()
  await page
    .getByRole('paragraph')
    .filter({ hasText: `Proposal “${title}” was opened.` })
    .waitFor()
  t.equal(new URL(page.url()).searchParams.get('type'), 'cte.cde.proposal.opened')
})

test('the public reads along, in every view', {}, async (t, page) => {
  await openSettled(page, paths.home())
  await section(page, 'Open for comment').getByRole('link').first().waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor()
  await expectAccessibleInBoth(t, page, 'home')
  await inForcedColors(page)
  await expectAccessible(t, page, 'forced colours')
  await inOwnColors(page)
  await at320(page)
  t.strictSame(await stickingOut(page), [])
  await expectAccessible(t, page, 'at 320 pixels')
  await atDesk(page)
  await onPaper(page)
  t.ok(await page.locator('.coming-months').getByText('Census day').first().isVisible(), 'printed as a list')
  await onScreen(page)
})

test('over a slow network nothing jumps on a telephone', { as: 'ctc-analyst' }, async (t, page) => {
  await onTelephone(page)
  await openSettled(page, paths.home())
  t.strictSame(await jumps(page), [])
})

test(
  'parts that fail, wait or are empty say so each for itself',
  { as: 'ctc-analyst', alone: true, faults: [/status of 503/] },
  async (t, page) => {
    const away = { status: 503, code: 'CTE_UNAVAILABLE', detail: 'Nobody is there' }
    await failWith(page, '**/api/credentials/flags/groups?*', away)
    await failWith(page, '**/api/credentials/flags?*', away)
    await failWith(page, '**/api/course-codes/gaps', away)
    await page.route('**/api/standards/releases?*', route =>
      route.fulfill({ contentType: 'application/json', body: '{"items":[],"next":null}' }),
    )
    const answer = await holdBack(page, '**/api/standards/crosswalks')
    await page.goto(paths.home())
    await page.getByText('Not all is here: due flags of CTC could not be read.').waitFor()
    await page.getByText('Could not read the gravest flags').waitFor()
    await page.getByText('Could not read the gaps of CALPADS').waitFor()
    await page.getByText('Nothing has been released yet.').first().waitFor()
    await page.getByText('Reading the crosswalks').waitFor({ state: 'attached' })
    await expectAccessibleInBoth(t, page, 'some parts away')
    answer()
    await page.unroute('**/api/credentials/flags/groups?*')
    await section(page, 'What comes by when').getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Not all is here').waitFor({ state: 'detached' })
    await page.unroute('**/api/credentials/flags?*')
    await heap(page, 'Flags at CTC').getByRole('button', { name: 'Try again' }).click()
    await heap(page, 'Flags at CTC').getByRole('list', { name: 'The gravest flags at CTC' }).waitFor()
    await settled(page)
  },
)
