// Whom a change hits: the graph, the table of the same rows, the details, and the lists beside, as somebody at CDE or CTC uses them.
import type { Page } from 'playwright-core'
import t from 'tap'
import { expectAccessible, expectAccessibleInBoth } from '../../browser/accessible.ts'
import { holdBack } from '../../browser/answers.ts'
import { expectFocus, focused, focusFaults, press, tabTo } from '../../browser/keyboard.ts'
import { openSettled, settled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, inForcedColors, inLight, onPaper, stickingOut, withLessMotion } from '../../browser/views.ts'
import { propose } from '../../seed/changes.ts'

const { test, services, story } = await startConsole(t)

interface Impact {
  dependent: { key: string; title: string }
  severity: string
  causes: { id: string; change: { item: { key: string } } }[]
}
interface InFull {
  items: Impact[]
  total: number
  beside: { pairs: Record<string, number>; unknowns: number }
}
const title = 'A sector retires, for its impact (hypothetical)'
const retirement = await propose(services, {
  framework: story.framework,
  title,
  operations: [
    { op: 'retire', item: 'EEU', successors: [{ framework: 'ca-cte-clusters', item: 'energy-natural-resources' }] },
  ],
})
const inFull = (id: string, query = '') =>
  services.standards.get<InFull>(`/proposals/${id}/impacts/causes?limit=200&${query}`)

const nodeIds = (page: Page) =>
  page.locator('[data-node]').evaluateAll(all => all.map(each => each.getAttribute('data-node')!))
/** Dependents of the graph that are hit: those on the way have no severity. */
const hitInGraph = async (page: Page) =>
  (
    await page
      .locator('[data-node^="dependent:"]:has(.tag)')
      .evaluateAll(all => all.map(each => each.getAttribute('data-node')!))
  )
    .map(id => id.split(':').slice(2).join(':'))
    .sort()
const hitInTable = async (page: Page) => (await page.locator('tbody th code').allTextContents()).sort()

/** The picture moves to what has the focus: looked at when it has. */
async function settledFaults(page: Page): Promise<string[]> {
  for (let tries = 0; tries < 40 && (await focusFaults(page)).length > 0; tries++) await page.waitForTimeout(50)
  return focusFaults(page)
}

test('graph and table show the dependents and causes that the API tells', { as: 'cde-editor' }, async (t, page) => {
  const told = await inFull(retirement)
  const keys = told.items.map(({ dependent }) => dependent.key).sort()
  await openSettled(page, `/impact?proposal=${retirement}`)
  t.strictSame(await hitInGraph(page), keys)
  await expectAccessibleInBoth(t, page, 'the graph')
  await page.getByRole('link', { name: 'Table', exact: true }).click()
  await page.locator('tbody tr').first().waitFor()
  const causes = told.items.flatMap(({ dependent, causes }) => causes.map(() => dependent.key)).sort()
  t.strictSame(await hitInTable(page), causes, 'a line for each cause')
  await expectAccessibleInBoth(t, page, 'the table')

  await page.getByLabel('Severity').selectOption('breaking')
  await settled(page)
  const breaking = await inFull(retirement, 'severity=breaking')
  await page.getByText(`All ${breaking.total} dependents shown.`).waitFor()
  t.equal(new Set(await hitInTable(page)).size, breaking.total)
  t.match(page.url(), /severity=breaking/, 'the filter is in the address')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Save these/ }).click()
  t.match((await download).suggestedFilename(), /^impact-.*\.csv$/)
  await page.getByRole('link', { name: 'Graph', exact: true }).click()
  await page.locator('[data-node]').first().waitFor()
  t.strictSame(
    await hitInGraph(page),
    breaking.items.map(({ dependent }) => dependent.key).sort(),
    'the graph goes by the same filter',
  )
})

test('by keyboard alone: from the change to a course code, why, and back', { as: 'ctc-analyst' }, async (t, page) => {
  await withLessMotion(page)
  await openSettled(page, '/impact')
  resetSteps(page)
  await tabTo(page, page.getByRole('link', { name: title }))
  await page.keyboard.press('Enter')
  await page.locator('[data-node]').first().waitFor()
  const change = page.locator('[data-node^="change:"]')
  await tabTo(page, change)
  await expectFocus(t, page, /^button Changed: Sector retired EEU/)
  t.strictSame(await settledFaults(page), [])
  await press(page, 'ArrowRight')
  await expectFocus(t, page, /^button Which belongs to it: Pathway EEU\./)
  await press(page, 'ArrowRight')
  await expectFocus(t, page, /^button Linked to it: Course code 76/)
  const here = await focused(page)
  t.strictSame(await settledFaults(page), [], 'what has the focus is in view')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel
    .getByText(/This course code covers/)
    .first()
    .waitFor()
  await expectFocus(t, page, /^h2 Course code 76/)
  const { total } = stepsOf(page)
  t.comment(`job: find why a course code is hit by a proposal, by keyboard: ${total} keys`)
  t.ok(total < 60, `${total} keys`)
  const told = await inFull(retirement, `dependent=${here.match(/Course code (\d{4})/)![1]}`)
  t.equal(told.items.length, 1, 'it is what the API says is hit')
  await expectAccessible(t, page, 'with details')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expectFocus(t, page, here, 'the focus is back on the node')
  await press(page, 'ArrowLeft ArrowLeft')
  await expectFocus(t, page, /Sector retired EEU/)

  const scaled = (how: '=' | '>') =>
    page.waitForFunction(how => {
      const { transform } = getComputedStyle(document.querySelector('.react-flow__viewport')!)
      const { a: scale } = new DOMMatrix(transform)
      return how === '=' ? Math.abs(scale - 1) < 0.001 : scale > 1.05
    }, how)
  await press(page, '0')
  await scaled('=')
  await press(page, '+')
  await scaled('>')
  await press(page, 'f')
  await page.keyboard.press('Tab')
  t.notMatch(await focused(page), /Changed|Course code/, 'one Tab leads out of the graph')
})

test('much of a kind is a group that Enter opens', { as: 'cde-editor' }, async (t, page) => {
  await openSettled(page, `/impact?proposal=${retirement}&group=kind`)
  const group = page.locator('[data-node^="group:"]').first()
  await group.waitFor()
  t.equal(await group.getAttribute('aria-expanded'), 'false')
  const before = (await nodeIds(page)).length
  await group.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(many => document.querySelectorAll('[data-node]').length > many, before)
  t.equal(await group.getAttribute('aria-expanded'), 'true')
  await expectFocus(t, page, /^button .*Group/, 'the focus stays')
  await expectAccessible(t, page, 'a group open')
})

test('of a release: its flags, by the mouse to the flag itself', { as: 'ctc-analyst' }, async (t, page) => {
  await openSettled(page, '/impact')
  resetSteps(page)
  await page.getByRole('link', { name: new RegExp(`^${story.release}:`) }).click()
  await page.locator('[data-node]').first().waitFor()
  const { items } = await services.credentials.get<{ items: { dependent: { key: string } }[] }>(
    `/flags?release=${encodeURIComponent(story.release)}&limit=200`,
  )
  const authorization = items.find(({ dependent: { key } }) => key.startsWith('CTE/'))!.dependent.key
  await page.getByRole('button', { name: 'Fit f' }).click()
  await page.locator(`[data-node="dependent:authorization:${authorization}"]`).click()
  const panel = page.getByRole('complementary', { name: 'Details' })
  await panel
    .getByText(/This authorization covers/)
    .first()
    .waitFor()
  t.match(
    await panel.getByRole('link', { name: 'Its flag', exact: true }).getAttribute('href'),
    /^\/queue\/ctc\/flags\//,
  )
  await panel.getByRole('link', { name: 'Its flag', exact: true }).click()
  t.comment(`job: from a release to the flag of an authorization, by mouse: ${stepsOf(page).total} clicks`)
  t.ok(stepsOf(page).total <= 5)
})

test('the lists beside: pairs, sequences, by hand, unknown', {}, async (t, page) => {
  const { beside } = await inFull(retirement)
  await openSettled(page, `/impact?proposal=${retirement}&view=decoder`)
  t.equal(
    await page.locator('tbody tr').count(),
    beside.pairs.permitted! + beside.pairs.refused! + beside.pairs.unknown!,
  )
  await expectAccessible(t, page, 'pairs')
  await openSettled(page, `/impact?proposal=${story.proposal}&view=sequences`)
  await page.getByText(/does not hold after the split/).waitFor()
  await expectAccessible(t, page, 'sequences')
  for (const view of ['by-hand', 'unknown']) {
    await openSettled(page, `/impact?proposal=${retirement}&view=${view}`)
    await expectAccessible(t, page, view)
  }
  await openSettled(page, `/impact?release=${story.release}&view=by-hand`)
  await expectAccessible(t, page, 'by hand, of a release')
})

test('at 320 pixels, in forced colours, on paper', {}, async (t, page) => {
  await at320(page)
  for (const view of ['graph', 'table', 'decoder']) {
    await openSettled(page, `/impact?proposal=${retirement}&view=${view}&dependent=7622`)
    t.strictSame(await stickingOut(page), [], view)
  }
  await inForcedColors(page)
  await expectAccessible(t, page, 'forced colours')
  await onPaper(page)
  t.notOk(await page.getByRole('navigation', { name: 'Main' }).isVisible())
})

test(
  'empty, loading, failed and partial are told',
  { alone: true, faults: [/status of (404|503)/] },
  async (t, page) => {
    await inLight(page)
    await openSettled(page, `/impact?proposal=${retirement}&class=label`)
    await page.getByText('Nothing that this touches matches the filters.').waitFor()
    await expectAccessible(t, page, 'empty')

    const problem = { status: 503, code: 'CTE_AGENCY_UNREACHABLE', detail: 'CTC does not answer' }
    const answer = await holdBack(page, '**/impacts/causes*', problem)
    await page.goto(`/impact?proposal=${retirement}`)
    await page.getByText('Reading the impacts').waitFor({ state: 'attached' })
    await expectAccessible(t, page, 'loading')
    answer()
    await page.getByText('CTE_AGENCY_UNREACHABLE').waitFor()
    await expectAccessible(t, page, 'failed')
    await page.unroute('**/impacts/causes*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('[data-node]').first().waitFor()

    await page.route('**/impacts/causes*', route => {
      const asked = new URL(route.request().url())
      asked.searchParams.set('limit', '5')
      return route.continue({ url: asked.href })
    })
    await page.goto(`/impact?proposal=${retirement}&view=table`)
    const { total } = await inFull(retirement)
    await page.getByText(`5 of ${total} dependents shown.`).waitFor()
    await expectAccessible(t, page, 'partial')
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText(`10 of ${total} dependents shown.`).waitFor()
    await page.unroute('**/impacts/causes*')

    await page.goto('/impact?proposal=00000000-0000-4000-8000-000000000000')
    await page.getByText('CTE_NO_SUCH_PROPOSAL').waitFor()
  },
)
