// The queue as a CTC analyst works through it: one published change cleared by keyboard, taken back, exported; a second analyst,
// a session that ends, and every state of every page.
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { paths } from '../../../services/console/web/src/paths.ts'
import { expectAccessible } from '../../browser/accessible.ts'
import { holdBack } from '../../browser/answers.ts'
import { expectFocus, focusFaults, press, tabTo } from '../../browser/keyboard.ts'
import { signIn } from '../../browser/sign-in.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, inForcedColors, inLight, inOwnColors, stickingOut } from '../../browser/views.ts'
import { assessed, propose, publish } from '../../seed/changes.ts'

const { test, services, url } = await startConsole(t)
const { credentials } = services

interface Flag {
  id: string
  dependent: { key: string }
  state: string
  owner: string | null
  disposition: string | null
  version: number
}
const ANALYST = 'example-ctc-analyst'

/** The flags of a change of this test's own, made when the first test asks. */
let published: Promise<string> | undefined
const release = () => {
  published ??= retire()
  return published
}
/** Of a framework of this file's own: what is published there moves nobody else's ground. */
async function retire(): Promise<string> {
  const framework = 'test-console-queue'
  await services.standards.post('/frameworks', {
    key: framework,
    title: 'For this test',
    owner: 'CDE',
    description: null,
  })
  const item = { kind: 'sector' as const, code: 'QUE', title: 'Queued (hypothetical)' }
  const first = { framework, title: 'First', operations: [{ op: 'add' as const, parent: null, item }] }
  await publish(services, await propose(services, first), 'To begin with')
  const { items } = await credentials.get<{ items: { key: string }[] }>('/authorizations?limit=8')
  const link = { framework, item: 'QUE', basis: 'for this test', verified: true }
  for (const { key } of items) await credentials.post(`/authorizations/${key}/links`, link)
  const operations = [{ op: 'retire' as const, item: 'QUE', successors: 'none' as const }]
  const proposal = await propose(services, { framework, title: 'Queued no more (hypothetical)', operations })
  const id = await publish(services, proposal, 'Adopted for a test (hypothetical)')
  await assessed(services, id)
  return id
}
const flags = async (query: Record<string, string> = {}) =>
  (
    await credentials.get<{ items: Flag[] }>(
      `/flags?${new URLSearchParams({ release: await release(), limit: '200', ...query })}`,
    )
  ).items
const keysOf = (items: Flag[]) => items.map(({ dependent }) => dependent.key)
const row = (page: Page, key: string) =>
  page.getByRole('region', { name: 'Flags, one after the other' }).getByRole('row').filter({ hasText: key })
const dialog = (page: Page) => page.getByRole('dialog')
const notice = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('paragraph').filter({ hasText: text })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

const inTheDark = { colorScheme: 'dark' } as const

test(
  'an analyst clears the flags of one change by keyboard alone',
  { as: 'ctc-analyst', context: inTheDark },
  async (t, page) => {
    const before = await flags()
    const [first, second, third, fourth] = keysOf(before) as [string, string, string, string]
    await page.goto(paths.home())
    await heading(page).waitFor()
    resetSteps(page)
    await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }))
    await press(page, 'Enter')
    const group = page.getByRole('link', { name: /^retired: QUE/ })
    await group.waitFor({ timeout: 30_000 })
    await tabTo(page, group)
    await press(page, 'Enter')
    await row(page, first).and(page.locator(':focus')).waitFor()
    t.strictSame(await focusFaults(page), [])
    t.comment(`to the first flag of the change: ${stepsOf(page).total} keys`)

    resetSteps(page)
    await press(page, 'g')
    await page.keyboard.type('As in 2021')
    await press(page, 'Enter')
    await row(page, second).and(page.locator(':focus')).waitFor()
    t.comment(`the first decision, its reason typed: ${stepsOf(page).total} keys`)
    resetSteps(page)
    await press(page, 'g Enter')
    await row(page, third).and(page.locator(':focus')).waitFor()
    t.comment(`one like it, its reason remembered: ${stepsOf(page).total} keys`)
    resetSteps(page)
    await press(page, '.')
    await row(page, fourth).and(page.locator(':focus')).waitFor()
    t.comment(`the same again: ${stepsOf(page).total} key`)
    await notice(page, `${third} is resolved: grandfather by issue date.`).waitFor()
    t.strictSame(
      (await flags({ disposition: 'grandfather-by-issue-date' })).map(({ dependent, state }) => [dependent.key, state]),
      [first, second, third].map(key => [key, 'resolved']),
    )

    resetSteps(page)
    await press(page, 's')
    await page.keyboard.type('reis')
    await press(page, 'Tab')
    await page.keyboard.type('Printed anew')
    await press(page, 'Enter')
    await dialog(page).getByText(`would change. Nothing has been changed yet.`).waitFor()
    await expectAccessible(t, page, 'the dry run')
    t.equal((await flags({ disposition: 'reissue' })).length, 0, 'a dry run changes nothing')
    await press(page, 'Enter')
    await notice(page, `${before.length - 3} flags moved.`).waitFor()
    t.comment(`the other ${before.length - 3} in bulk: ${stepsOf(page).total} keys`)
    t.equal((await flags({ disposition: 'reissue' })).length, before.length - 3)
    t.equal((await flags({ unresolved: 'true' })).length, 0)
    await page.getByText('No flag matches this filter').first().waitFor()
    await expectAccessible(t, page, 'nothing waits')
  },
)

test('what was decided is taken back, and exported', { as: 'ctc-analyst' }, async (t, page) => {
  const address = paths.queue('ctc', { release: await release(), state: 'resolved', group: 'none' })
  const [one] = await flags({ disposition: 'grandfather-by-issue-date' })
  await page.goto(address)
  await row(page, one!.dependent.key).focus()
  resetSteps(page)
  await press(page, 'u')
  await page.keyboard.type('Too early')
  await press(page, 'Tab Enter')
  await notice(page, /is taken back: it is open/).waitFor()
  t.comment(`one taken back: ${stepsOf(page).total} keys`)
  t.match(await credentials.get(`/flags/${one!.id}`), { state: 'open', disposition: null })

  await page.goto(paths.bulkActions('ctc'))
  await page.getByRole('link', { name: 'resolved, reissue' }).first().click()
  await page.getByRole('button', { name: 'Take it back …' }).click()
  await page.keyboard.type('Wrong list')
  await expectAccessible(t, page, 'taking a bulk action back')
  await dialog(page).getByRole('button', { name: 'Take back' }).click()
  await notice(page, /flags are back where they stood, 0 were passed over/).waitFor()
  await expectFocus(t, page, /^h1 Bulk action: resolved, reissue$/, 'the button has gone, the focus has not')
  t.equal((await flags({ disposition: 'reissue' })).length, 0)

  await page.goto(paths.queue('ctc', { release: await release() }))
  resetSteps(page)
  await tabTo(page, page.getByText('Export', { exact: true }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: 'Decisions to fill in (csv)' }))
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')])
  t.comment(`exported: ${stepsOf(page).total} keys`)
  const text = await textOf(file)
  const waiting = await flags({ unresolved: 'true' })
  t.equal(text.trimEnd().split('\r\n').length, waiting.length + 1, 'a row for each that waits, and the head')
  await sendBack(t, page, text)
})

/** The same file, filled in: shown first, then taken; a faulty row is named. */
async function sendBack(t: Test, page: Page, text: string) {
  const [head, one, two] = text.trimEnd().split('\r\n') as [string, string, string]
  const rows = [head, one.replace(/,,,,$/, ',drop,,,No longer'), two.replace(/,,,,$/, ',nonsense,,,Why')]
  const filled = rows.map((line, place) => (place === 0 ? line : line.replace(/,(drop|nonsense),/, 'resolved,$1,')))
  await page.goto(paths.decisions('ctc'))
  const csv = { name: 'decisions.csv', mimeType: 'text/csv', buffer: Buffer.from(filled.join('\r\n')) }
  await page.getByLabel('Filled-in export of decisions').setInputFiles(csv)
  await page.getByText('Rows with a fault are left out').waitFor()
  await page.getByText('/rows/3/disposition').waitFor()
  t.equal((await flags({ disposition: 'drop' })).length, 0, 'reading a file changes nothing')
  await expectAccessible(t, page, 'a file of decisions')
  await page.getByRole('button', { name: 'Take 1 decision' }).click()
  await notice(page, '1 decisions taken.').waitFor()
  t.equal((await flags({ disposition: 'drop' })).length, 1)
}

test(
  'who was too late is told so, keeps the reason, and decides on what stands there now',
  { as: 'ctc-analyst', faults: [/status of 412/], context: inTheDark },
  async (t, page) => {
    const [flag] = (await flags({ unresolved: 'true' })).slice(-1)
    const context = await page.context().browser()!.newContext({ baseURL: url })
    t.teardown(() => context.close())
    const other = await context.newPage()
    await signIn(other, 'ctc-approver')
    const address = paths.queue('ctc', { dependent: flag!.dependent.key, release: await release() })
    await Promise.all([page.goto(address), other.goto(address)])
    for (const each of [page, other]) await row(each, flag!.dependent.key).focus()
    await press(page, 'n')
    await page.keyboard.type('Looked at')
    await press(other, 't')
    await other.keyboard.type('Mine')
    await press(other, 'Enter')
    await notice(other, /is in review with example-ctc-approver/).waitFor()
    await press(page, 'Enter')
    await dialog(page).getByText('It is now in review with example-ctc-approver').waitFor()
    t.match(await credentials.get(`/flags/${flag!.id}`), { state: 'in-review', owner: 'example-ctc-approver' })
    t.equal(await dialog(page).getByLabel('Reason').inputValue(), 'Looked at', 'what was typed is kept')
    await expectAccessible(t, page, 'the conflict')
    await dialog(page).getByRole('button', { name: 'Resolve' }).click()
    await notice(page, /is resolved: no impact/).waitFor()
    const { items } = await credentials.get<{ items: unknown[] }>(`/flags/${flag!.id}/transitions`)
    t.match(items.slice(-2), [
      { to: 'in-review', actor: { id: 'example-ctc-approver' } },
      { to: 'resolved', actor: { id: ANALYST }, reason: 'Looked at' },
    ])
    await page.getByRole('button', { name: /^Undo ?: .* is resolved/ }).click()
    await notice(page, 'Taken back.').waitFor()
    t.match(await credentials.get(`/flags/${flag!.id}`), { state: 'in-review', owner: 'example-ctc-approver' })
  },
)

test(
  'a session that ends in the middle of a reason loses nothing',
  { as: 'ctc-analyst', faults: [/status of 401/] },
  async (t, page) => {
    const [flag] = await flags({ unresolved: 'true' })
    await page.goto(paths.flag('ctc', flag!.id))
    await page.getByRole('button', { name: 'Resolve' }).click()
    await dialog(page).getByLabel('What was decided').selectOption('no-impact')
    await dialog(page).getByLabel('Reason').fill('A long reason')
    await page.context().clearCookies()
    await dialog(page).getByRole('button', { name: 'Resolve' }).click()
    const signingIn = page.getByRole('dialog', { name: 'Sign in to go on' })
    await signingIn.waitFor()
    await expectAccessible(t, page, 'signing in over a decision')
    await signingIn.getByRole('button', { name: 'Example Analyst' }).click()
    await notice(page, /is resolved: no impact/).waitFor()
    t.match(await credentials.get(`/flags/${flag!.id}`), { state: 'resolved', disposition: 'no-impact' })
    await page.getByRole('region', { name: 'What was done with this flag' }).getByText('A long reason').waitFor()
    await page
      .getByText(/^Step \d+: example-ctc-analyst/)
      .last()
      .click()
    await expectAccessible(t, page, 'a flag with its history and attestation')
    await at320(page)
    t.strictSame(await stickingOut(page), [], 'a flag at 320 pixels')
  },
)

test('a view is kept, shared, and removed', { as: 'viewer' }, async (t, page) => {
  await page.goto(paths.queue('ctc', { severity: 'breaking', order: 'due', group: 'sector' }))
  await page.getByRole('button', { name: 'Save this view …' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await dialog(page).getByText('Give it a name').waitFor()
  await dialog(page).getByLabel('Name').fill('Breaking by sector')
  await dialog(page).getByText('Shared: everybody sees it').click()
  await expectAccessible(t, page, 'saving a view')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await notice(page, 'The view is saved.').waitFor()
  const kept = async () => (await credentials.get<{ items: { name: string }[] }>('/views')).items
  t.match(await kept(), [
    { name: 'Breaking by sector', filter: { severity: 'breaking', unresolved: true }, order: 'due' },
  ])
  await page.goto(paths.queue('ctc'))
  await page.getByLabel('Saved view').selectOption({ label: 'Breaking by sector (shared)' })
  await page.waitForURL(/severity=breaking/)
  await page.getByRole('button', { name: 'Change or remove …' }).click()
  await dialog(page).getByRole('button', { name: 'Remove' }).click()
  await notice(page, /The view is removed/).waitFor()
  t.strictSame(await kept(), [])
})

test(
  'the public reads along and is told who decides; what cannot be is said',
  { context: inTheDark },
  async (t, page) => {
    await page.goto('/queue')
    await page.getByRole('link', { name: 'CALPADS', exact: true }).click()
    await page.getByText('You are not signed in. To decide here is for editors').waitFor()
    const rows = page.getByRole('region', { name: 'Flags, one after the other' }).getByRole('row')
    await rows.nth(1).focus()
    await press(page, 'j n')
    await notice(page, /^Only editors, approvers and administrators of CALPADS and CDE decide here/).waitFor()
    await press(page, '?')
    await dialog(page).getByText('Resolve: no impact').waitFor()
    await expectAccessible(t, page, 'the keys')
    await press(page, 'Escape')
    await inLight(page)
    await inForcedColors(page)
    await expectAccessible(t, page, 'the list in forced colours')
    await inOwnColors(page)
    await at320(page)
    t.strictSame(await stickingOut(page), [], 'the queue at 320 pixels')
  },
)

test(
  'an answer on its way, and one that does not come',
  { alone: true, faults: [/status of 503/] },
  async (t, page) => {
    const problem = { status: 503, code: 'CTE_REBUILDING', detail: 'The flags are being made again' }
    const answer = await holdBack(page, '**/api/credentials/flags?*', problem)
    await page.goto(paths.queue('ctc'))
    await page.getByText('Reading the flags …').waitFor({ state: 'attached' })
    await expectAccessible(t, page, 'loading')
    answer()
    await page.getByRole('alert').getByText('The flags are being made again').waitFor()
    await expectAccessible(t, page, 'an error')
    await page.unroute('**/api/credentials/flags?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('region', { name: 'Flags, one after the other' }).waitFor()
  },
)

async function textOf(file: { createReadStream: () => Promise<AsyncIterable<Buffer>> }): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await file.createReadStream()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
