// The standards as the public and the agencies read them: the tree, an item, the search, a release.
import type { Page } from 'playwright-core'
import t from 'tap'
import { paths } from '../../../services/console/web/src/paths.ts'
import { expectAccessible } from '../../browser/accessible.ts'
import { failWith } from '../../browser/answers.ts'
import { expectFocus, focusFaults, press, tabTo } from '../../browser/keyboard.ts'
import { settled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, inForcedColors, stickingOut } from '../../browser/views.ts'
import { assessed, propose, publish } from '../../seed/changes.ts'
import { EACH, hundredThousandItems, SECTORS } from './standards-tree.ts'

const { services, test } = await startConsole(t, { own: true })
const FRAMEWORK = 'ca-mcs-2013'
const read = <T>(path: string) => services.standards.get<T>(path)

interface Found {
  items: { id: string; key: string; title: string }[]
  total: number
}
const [bus] = (await read<Found>('/items?q=BUS&kind=sector')).items
const NOW = 'Covers accounting, insurance, and the management of medium-sized businesses.'
const { before, release } = await publishStory()

/** Two releases: a sector gets another title and a scope note, then another scope note, and another sector is retired. */
async function publishStory(): Promise<{ before: string; release: string }> {
  const put = async (title: string, operations: Parameters<typeof propose>[1]['operations']) => {
    const proposal = await propose(services, { framework: FRAMEWORK, title, operations })
    const made = await publish(services, proposal, title)
    await assessed(services, made)
    return made
  }
  const before = await put('Business in other words (hypothetical)', [
    { op: 'retitle', item: 'BUS', title: 'Business, Finance and Trade' },
    { op: 'revise', item: 'BUS', scopeNote: 'Covers accounting and the management of small businesses.' },
  ])
  const release = await put('Business covers more, energy ends (hypothetical)', [
    { op: 'revise', item: 'BUS', scopeNote: NOW },
    { op: 'retire', item: 'EEU', successors: 'none' },
  ])
  return { before, release }
}

const inTheDark = { context: { colorScheme: 'dark' } } as const
const tell = (job: string, page: Page) => {
  const { clicks, keys } = stepsOf(page)
  t.comment(`steps: ${job}: ${clicks} clicks, ${keys} keys`)
}
const open = async (page: Page, path: string) => {
  await page.goto(path)
  await settled(page)
}
const tree = (page: Page) => page.getByRole('tree')
/** Waits until the tree says that its line with this code has the focus. */
const activeLine = (page: Page, code: string) =>
  page.waitForFunction(code => {
    const active = document.querySelector('[role=tree]')?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(active)?.querySelector('code')?.textContent === code
  }, code)

test('a code typed anywhere leads to the one thing it names, by keyboard alone', {}, async (t, page) => {
  await open(page, paths.home())
  await tabTo(page, page.getByLabel('Search standards, course codes and authorizations'))
  resetSteps(page)
  await page.keyboard.type('bus.a')
  await page.keyboard.press('Enter')
  const named = page.locator('.named')
  await named.getByText('is the pathway').waitFor()
  await expectFocus(t, page, /^h1 Search: bus\.a/, 'the focus arrives with the page')
  await tabTo(page, named.getByRole('link'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/items\//)
  tell('find an item by its code and open it', page)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  t.match(await read(`/items/${id}`), { key: 'BUS.A' })
})

test('words are found in both frameworks, course codes and authorizations, with facets', inTheDark, async (t, page) => {
  await open(page, paths.search({ q: 'business' }))
  const { total } = await read<Found>('/items?q=business')
  await page.getByText(`All ${total} items shown.`).waitFor()
  await page.getByRole('link', { name: '7400 Introduction to Business and Finance' }).waitFor()
  await page.getByRole('link', { name: /^CTE\/R4T\/FAB/ }).waitFor()
  await expectAccessible(t, page, 'results')
  await page.getByRole('radio', { name: /^Pathways/ }).check()
  await page.waitForURL(/kind=pathway/)
  const pathways = await read<Found>('/items?q=business&kind=pathway')
  await page.getByText(`All ${pathways.total} items shown.`).waitFor()
  await open(page, paths.search({ q: 'nobodywritesthis' }))
  await page.getByText('No item has').waitFor()
  await expectAccessible(t, page, 'nothing found')
})

test('the tree opens, jumps and chooses by keyboard; the chosen item shows beside it', inTheDark, async (t, page) => {
  await open(page, paths.framework(FRAMEWORK))
  await tabTo(page, tree(page))
  resetSteps(page)
  await page.keyboard.type('bus')
  await press(page, 'ArrowRight')
  await page.locator('.tree-line[aria-expanded=true]', { hasText: 'BUS' }).waitFor()
  await page.locator('.tree-line[aria-level="2"] code').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await activeLine(page, '1.0')
  await page.keyboard.press('ArrowLeft')
  await activeLine(page, 'BUS')
  tell('open a sector in the tree and see what it says', page)
  const beside = page.getByRole('region', { name: 'The chosen item' })
  await beside.getByText(NOW).waitFor()
  await page.waitForURL(new RegExp(`item=${bus!.id}`))
  t.strictSame(await focusFaults(page), [])
  await expectAccessible(t, page, 'tree and item')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/items\//)
})

test(
  'a link shows the item in its opened tree, as the release or day has it',
  { faults: [/status of 404/] },
  async (t, page) => {
    const [pathway] = (await read<Found>('/items?q=EEU.A')).items
    await open(page, paths.framework(FRAMEWORK, { release: '1', item: pathway!.id }))
    await page.locator('[aria-selected=true]', { hasText: pathway!.title }).waitFor()
    await page.getByLabel('In force on').fill('2015-01-01')
    await page.waitForURL(/asOf=2015-01-01/)
    await page.getByText(`Shown as ${FRAMEWORK}@1 has it, in force from Jan 16, 2013.`).waitFor()
    await page.getByLabel('Code or words in this framework').fill('energy')
    const { total } = await read<Found>(`/items?q=energy&framework=${FRAMEWORK}&release=1`)
    await page.getByText(`All ${total} items shown.`).waitFor()
    await page.getByLabel('In force on').fill('1999-01-01')
    await page.getByText('CTE_NO_RELEASE_AS_OF').waitFor()
    await expectAccessible(t, page, 'no release on that day')
  },
)

test('a tree of 100,000 open items keeps few lines in the page', { faults: [/status of 404/] }, async (t, page) => {
  await hundredThousandItems(page)
  await open(page, paths.framework(FRAMEWORK))
  await tree(page).focus()
  const from = Date.now()
  await page.keyboard.press('*')
  await page.locator(`.tree-line[aria-setsize="${EACH}"]`).first().waitFor({ timeout: 60_000 })
  // All of them: End goes to the last line that is there.
  const tall = 34 * SECTORS * EACH
  await page.waitForFunction(tall => document.querySelector('.tree > div')!.scrollHeight > tall, tall, {
    timeout: 60_000,
  })
  const opened = Date.now()
  await page.keyboard.press('End')
  await page.locator('[aria-selected=true]', { hasText: `standard ${EACH} of sector ${SECTORS}` }).waitFor()
  const ended = Date.now()
  t.comment(`100,000 items: all opened in ${opened - from} ms, to the last line in ${ended - opened} ms`)
  await activeLine(page, `${EACH}.0`)
  const lines = await page.locator('.tree-line').count()
  t.ok(lines < 80, `${lines} lines in the page`)
  await page.keyboard.press('Home')
  await page.locator('[aria-selected=true]', { hasText: 'Hypothetical sector 1' }).waitFor()
  t.ok((await page.locator('.tree-line').count()) < 80)
})

test(
  'the slider goes through the days of an item by keyboard, and the words that changed are marked',
  {},
  async (t, page) => {
    await open(page, paths.item(FRAMEWORK, bus!.id))
    const slider = page.getByRole('slider')
    await tabTo(page, slider)
    resetSteps(page)
    await page.keyboard.press('ArrowLeft')
    const number = before.split('@')[1]
    await page.waitForURL(new RegExp(`release=${number}`))
    tell('see an item as it was before its last change, with the words that changed', page)
    t.match(await slider.getAttribute('aria-valuetext'), new RegExp(`: release ${number}, Business in other words`))
    const then = await read<{ title: string; scopeNote: string }>(`/items/${bus!.id}?release=${number}`)
    await page.getByRole('heading', { level: 1, name: then.title }).waitFor()
    await page.locator('.facts', { hasText: then.scopeNote }).waitFor()
    await page.locator('ins', { hasText: 'Trade' }).waitFor()
    await page.locator('ins', { hasText: 'Covers' }).waitFor()
    await page.getByRole('radio', { name: 'Side by side' }).check()
    await page.waitForURL(/view=beside/)
    await page.locator('.words-beside').nth(1).waitFor()
    await page.keyboard.press('Tab')
    await expectAccessible(t, page, 'an item')
  },
)

test('who hangs on an item is what the agencies say, by way and kind', {}, async (t, page) => {
  await open(page, paths.item(FRAMEWORK, bus!.id))
  resetSteps(page)
  const { total } = await services.courseCodes.get<Found>(`/links?item=${bus!.id}&scope=below&kind=course-code`)
  await page.getByRole('button', { name: `${total} Course codes, On what stands below it` }).click()
  await page.getByRole('table', { name: /^Course codes: On what stands below it/ }).waitFor()
  tell('see which course codes hang below a sector', page)
  await page.getByText(`All ${total} of them shown.`).waitFor()
  await page.getByRole('link', { name: 'Business covers more, energy ends (hypothetical)' }).waitFor()
  const flags = await services.credentials.get<Found>(`/flags?item=${bus!.id}&limit=10`)
  t.ok(flags.items.length > 0)
  t.ok((await page.getByRole('link', { name: /queue$/ }).count()) >= 2, 'both agencies have flags of it')
  await at320(page)
  t.strictSame(await stickingOut(page), [])
  await expectAccessible(t, page, 'at 320 pixels')
})

test('a release tells its changes, whom it flagged, and how it can be printed', inTheDark, async (t, page) => {
  await open(page, paths.releases())
  await expectAccessible(t, page, 'the releases')
  resetSteps(page)
  await page.getByRole('link', { name: 'Business covers more' }).click()
  const { assessment } = await services.credentials.get<{ assessment: { flags: number } }>(
    `/releases/${release}/assessment`,
  )
  await page
    .getByRole('region', { name: 'Assessment by CTC' })
    .getByText(`${assessment.flags} flags, complete`)
    .waitFor()
  await page.getByRole('radio', { name: /^Reworded in substance/ }).check()
  await page.waitForURL(/class=substantive/)
  await page.getByRole('radio', { name: 'Side by side' }).check()
  tell('see which words a release changed in substance, side by side', page)
  await page.getByText('All 1 changes shown.').waitFor()
  t.match(await page.locator('.words-beside').textContent(), /small[\s\S]*medium/)
  t.equal(await page.locator('.change').count(), 1)
  await expectAccessible(t, page, 'a release')
  const printed = await page.request.get(
    (await page.getByRole('link', { name: /^Annex for the State Board/ }).getAttribute('href'))!,
  )
  t.equal(printed.status(), 200)
  await at320(page)
  t.strictSame(await stickingOut(page), [])
})

test('an authorization has a page: what it hangs on and what admits it', {}, async (t, page) => {
  await open(page, paths.authorization('CTE/R4T/FAB'))
  const known = await services.credentials.get<{ rules: { courseCode: string }[] }>('/authorizations/CTE/R4T/FAB')
  const codes = new Set(known.rules.map(({ courseCode }) => courseCode))
  t.equal(await page.locator('.codes li').count(), codes.size)
  await expectAccessible(t, page, 'an authorization')
})

test(
  'an answer that does not come, or is late, is said; what is old is marked old',
  { alone: true, faults: [/status of 503/] },
  async (t, page) => {
    const problem = { status: 503, code: 'CTE_DATABASE_AWAY', detail: 'Try again' }
    await failWith(page, '**/api/standards/frameworks', problem)
    await page.goto(paths.standards())
    await page.getByText('Reading the frameworks').waitFor({ state: 'attached' })
    await expectAccessible(t, page, 'on its way')
    await page.getByText('CTE_DATABASE_AWAY').waitFor()
    await expectAccessible(t, page, 'failed')
    await page.unroute('**/api/standards/frameworks')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: /Model Curriculum Standards/ }).waitFor()
    await inForcedColors(page)
    await at320(page)
    t.strictSame(await stickingOut(page), [])
  },
)
