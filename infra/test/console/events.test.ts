// The log of events as people use it: why was this authorization flagged, and by whose act; what is new while one reads; every state.
import type { Page } from 'playwright-core'
import t from 'tap'
import { paths } from '../../../services/console/web/src/paths.ts'
import { expectAccessible, expectAccessibleInBoth } from '../../browser/accessible.ts'
import { holdBack } from '../../browser/answers.ts'
import { expectFocus, press, tabTo } from '../../browser/keyboard.ts'
import { openSettled, settled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, atDesk, inForcedColors, inOwnColors, stickingOut } from '../../browser/views.ts'
import { propose } from '../../seed/changes.ts'

const { test, services, story, url } = await startConsole(t)

interface Logged {
  position: number
  type: string
  correlationid: string
  subject: string
}
const logged = async (query: Record<string, string>): Promise<Logged[]> => {
  const answer = await fetch(`${url}/api/console/events?${new URLSearchParams({ limit: '200', ...query })}`)
  return ((await answer.json()) as { items: Logged[] }).items
}
const entries = (page: Page) => page.getByRole('list', { name: 'Events, newest first' }).locator('> li')
/** The sentence of an event. */
const says = (page: Page, text: string) => page.getByRole('paragraph').filter({ hasText: text }).first()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const open = (title: string) =>
  propose(services, { framework: story.framework, title, operations: [{ op: 'retitle', item: 'PS', title }] })

test('why was this authorization flagged, and by whose act?', { as: 'ctc-analyst' }, async (t, page) => {
  const flag = await services.credentials.get<{ dependent: { key: string } }>(`/flags/${story.flags.ctc}`)
  const release = await services.standards.get<{
    reason: string
    publishedBy: { id: string }
    correlationId: string
  }>(`/releases/${encodeURIComponent(story.release)}`)
  await page.goto(paths.home())
  await page.getByRole('link', { name: flag.dependent.key, exact: true }).first().waitFor()
  resetSteps(page)
  await page.getByRole('link', { name: flag.dependent.key, exact: true }).first().click()
  await page.getByRole('main').getByRole('link', { name: 'Events', exact: true }).click()
  await heading(page, 'Events')
  await page
    .getByRole('listitem')
    .filter({ hasText: `was flagged (notice) by release ${story.release}` })
    .getByRole('link', { name: /^everything of this act/ })
    .first()
    .click()
  await heading(page, 'What followed from one act')
  const { clicks, keys } = stepsOf(page)
  t.comment(`job: why flagged, and by whose act: ${clicks} clicks, ${keys} keys`)
  t.ok(clicks + keys <= 3, 'three steps from Home')

  const facts = page.locator('dl.facts')
  await facts.getByText(release.reason).waitFor()
  t.match(await facts.textContent(), release.publishedBy.id, 'by whose act, as the release says')
  t.match(await facts.textContent(), release.correlationId)
  const all = await logged({ correlation: release.correlationId })
  await says(page, `CTC has worked through release ${story.release}`).waitFor()
  const heaps = page.locator('.chain details:has(> .event-list) > summary')
  for (const heap of await heaps.all()) await heap.click()
  t.equal(await page.locator('.chain .event').count(), all.length, 'every event of it is in the chain, once')
  const told = await page.locator('.chain .event p:first-child').allTextContents()
  const at = (text: string) => told.findIndex(each => each.includes(text))
  t.ok(at('was published') < at('was flagged'), 'the cause stands before what followed')
  await expectAccessibleInBoth(t, page, 'the chain')
  await at320(page)
  t.strictSame(await stickingOut(page), [])
})

test('the log is searched by keyboard, and the address keeps what was asked', {}, async (t, page) => {
  const title = 'Public services, said otherwise (hypothetical)'
  const proposal = await open(title)
  await openSettled(page, paths.events())
  await tabTo(page, page.getByLabel('What'), { limit: 40 })
  await press(page, 'p')
  await page.waitForURL(/type=cte.cde.proposal/)
  await tabTo(page, page.getByLabel('Words'))
  await page.keyboard.type('said otherwise')
  await page.waitForURL(/q=said/)
  await says(page, `Proposal “${title}” was opened.`).waitFor()
  await expectFocus(t, page, /Words/, 'the focus stays where one types')
  const asked = await logged({ type: 'cte.cde.proposal.*', q: 'said otherwise' })
  await page.waitForFunction(count => document.querySelectorAll('.event-list > .event').length === count, asked.length)
  await page.reload()
  await says(page, `Proposal “${title}” was opened.`).waitFor()
  t.equal(await entries(page).count(), asked.length, 'the same after a reload')

  await entries(page).getByRole('link', { name: 'browser', exact: true }).first().click()
  await page.waitForURL(/person=browser/)
  await settled(page)
  t.equal(await page.getByLabel('Person').inputValue(), 'browser', 'all that one person did')
  await page.goto(paths.events({ subject: asked[0]!.subject, person: 'nobody-of-that-name' }))
  await page.getByText('No event fits these filters').waitFor()
  await expectAccessible(t, page, 'nothing fits')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await entries(page).first().waitFor()
  t.equal(new URL(page.url()).search, '', 'cleared')
  t.ok(proposal)
})

test('what comes while one reads is announced, and moves nothing until asked', {}, async (t, page) => {
  await openSettled(page, paths.events({ type: 'cte.cde.proposal.opened' }))
  await page.getByText('Live: changes appear by themselves').waitFor({ state: 'attached' })
  const before = await entries(page).first().textContent()
  await open('While somebody reads (hypothetical)')
  const button = page.getByRole('button', { name: /^Show .*new event/ })
  await button.waitFor()
  t.equal(await entries(page).first().textContent(), before, 'nothing has moved')
  await button.click()
  await entries(page).first().getByRole('paragraph').filter({ hasText: 'While somebody reads' }).waitFor()
  await page.getByText('Nothing new since this was read').waitFor()
  await expectFocus(t, page, /^ol Events, newest first/, 'the focus is not lost with the button')
})

test('an entry shows its data, in every view', {}, async (t, page) => {
  await openSettled(page, paths.events({ type: 'cte.cde.release.*' }))
  await entries(page).first().locator('summary').click()
  await entries(page).first().getByRole('region').getByText('"correlationid"').waitFor()
  await expectAccessibleInBoth(t, page, 'with data open')
  await inForcedColors(page)
  await expectAccessible(t, page, 'forced colours')
  await inOwnColors(page)
  await at320(page)
  t.strictSame(await stickingOut(page), [], 'at 320 pixels')
  await atDesk(page)
})

test(
  'a log that cannot be read, and one that takes its time',
  { alone: true, faults: [/status of 503/] },
  async (t, page) => {
    const problem = { status: 503, code: 'CTE_UNAVAILABLE', detail: 'The log is away' }
    const answer = await holdBack(page, '**/api/console/events?*', problem)
    await page.goto(paths.events())
    await page.getByText('Reading the events').waitFor({ state: 'attached' })
    await expectAccessible(t, page, 'while it is read')
    answer()
    await page.getByText('CTE_UNAVAILABLE').waitFor()
    await expectAccessible(t, page, 'not to be had')
    await page.unroute('**/api/console/events?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await entries(page).first().waitFor()
    await page.goto(paths.events({ correlation: 'no-such-act' }))
    await page.getByText('No event with this correlation id is kept here').waitFor()
    await expectAccessible(t, page, 'an act that is not kept')
  },
)

test('where events were missed for good, what is shown is read again', {}, async (t, page) => {
  let reads = 0
  let tell = () => {}
  const held = new Promise<void>(resolve => {
    tell = resolve
  })
  await page.route('**/api/console/events/stream*', async route => {
    await held
    await route.fulfill({
      contentType: 'text/event-stream',
      body: 'retry: 600000\n\nid: 7\nevent: here\ndata: {"position":7}\n\nid: 9\nevent: gap\ndata: {"after":7}\n\n',
    })
  })
  page.on('request', request => {
    if (request.url().includes('/api/standards/releases?')) reads += 1
  })
  await openSettled(page, paths.releases())
  t.equal(reads, 1)
  tell()
  for (const end = Date.now() + 10_000; reads < 2 && Date.now() < end; ) await page.waitForTimeout(50)
  t.ok(reads >= 2, `read ${reads} times`)
})
