// Proposals in the console, as each persona works with them: drafting with the numbers in sight, objecting, publishing over it, two at once.
import type { Page } from 'playwright-core'
import t from 'tap'
import { expectAccessible } from '../../browser/accessible.ts'
import { holdBack } from '../../browser/answers.ts'
import { tabTo } from '../../browser/keyboard.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, atDesk, inDark, inLight, stickingOut } from '../../browser/views.ts'
import { propose, publish } from '../../seed/changes.ts'

t.setTimeout(240_000)
const { services, test } = await startConsole(t)
const { standards, credentials } = services
const KEPT = 'Commerce (hypothetical)'

interface Saved {
  operations: { op: string; title?: string; assignments?: { dependent: { key: string }; successor: string }[] }[]
}
const savedIn = async (id: string) => (await standards.get<Saved>(`/proposals/${id}/operations`)).operations
const idOf = (page: Page): string => /proposals\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const retitling = (title: string, item = 'BUS') =>
  propose(services, { framework: 'ca-mcs-2013', title, operations: [{ op: 'retitle', item, title: KEPT }] })
const told = (t: Tap, job: string, page: Page) => {
  const { clicks, keys, total } = stepsOf(page)
  t.comment(`${job}: ${total} steps (${clicks} clicks, ${keys} keys)`)
}
type Tap = Parameters<typeof expectAccessible>[0]

/** A proposal in review, of a framework of this file's own: what is published there moves nobody else's ground. */
async function inReview(): Promise<string> {
  const framework = 'test-console-proposals'
  await standards.post('/frameworks', { key: framework, title: 'For this test', owner: 'CDE', description: null })
  const sector = { kind: 'sector' as const, code: 'PRO', title: 'Before (hypothetical)' }
  const first = { framework, title: 'First', operations: [{ op: 'add' as const, parent: null, item: sector }] }
  await publish(services, await propose(services, first), 'To begin with')
  const link = { framework, item: 'PRO', basis: 'for this test', verified: true }
  await credentials.post('/authorizations/CTE/R4T/FAB/links', link)
  const operations = [{ op: 'retitle' as const, item: 'PRO', title: 'After (hypothetical)' }]
  const id = await propose(services, { framework, title: 'Over an objection (hypothetical)', operations })
  const match = async () => ({ 'if-match': (await standards.read(`/proposals/${id}`)).etag ?? '' })
  await standards.patch(`/proposals/${id}`, { equity: 'Nobody loses (hypothetical)' }, await match())
  await standards.post(`/proposals/${id}/submit`, { reason: 'Ready' }, await match())
  return id
}
let reviewed = ''

test(
  'an editor drafts a retitle and a split by keyboard, and sees whom they hit before anything is saved',
  { as: 'cde-editor' },
  async (t, page) => {
    const keys = page.keyboard
    const flags = (agency: 'CTC' | 'CALPADS') =>
      page
        .getByRole('row', { name: /^In all/ })
        .getByRole('cell')
        .nth(agency === 'CTC' ? 0 : 1)
    await page.goto('/proposals')
    await tabTo(page, page.getByRole('link', { name: 'New proposal' }))
    resetSteps(page)
    await keys.press('Enter')
    await tabTo(page, page.getByLabel('Title'))
    await keys.type('Cabinetry (hypothetical)')
    await keys.press('Tab')
    const wanted = page.locator('option[value="ca-mcs-2013"]')
    await wanted.waitFor({ state: 'attached' })
    const steps = await wanted.evaluate(option => (option as HTMLOptionElement).index)
    for (let n = 0; n < steps; n++) await keys.press('ArrowDown')
    await keys.press('Tab')
    await keys.type('Nobody loses (hypothetical)')
    await keys.press('Tab')
    await keys.press('Enter')

    await tabTo(page, button(page, 'Add an operation'))
    const id = idOf(page)
    await keys.press('Enter')
    const item = page.getByRole('combobox', { name: 'Item', exact: true })
    await tabTo(page, item)
    await keys.type('BUS')
    await page.getByRole('option', { name: /^BUS Business and Finance/ }).waitFor()
    await keys.press('Enter')
    await keys.press('Tab')
    await keys.press('Control+a')
    await keys.type(KEPT)
    await page.getByText('1 change: 1 label').waitFor()
    // Told by another answer than the differences.
    await flags('CTC').filter({ hasNotText: /^0$/ }).waitFor()
    t.strictSame(await savedIn(id), [], 'and nothing is saved')
    await expectAccessible(t, page, 'a retitle is typed')
    await keys.press('Enter')

    await tabTo(page, button(page, 'Add an operation'))
    t.match(await savedIn(id), [{ op: 'retitle', title: KEPT }])
    await keys.press('Enter')
    await tabTo(page, page.getByLabel('What is to happen'))
    await keys.type('Split')
    await tabTo(page, item)
    await keys.type('BCT.A')
    await page.getByRole('option', { name: /^BCT\.A Cabinetry/ }).waitFor()
    await keys.press('Enter')
    for (const [code, title] of [
      ['X', 'Cabinetry (hypothetical)'],
      ['Y', 'Millwork (hypothetical)'],
    ] as const) {
      await keys.press('Tab')
      await keys.press('Tab')
      await keys.type(code)
      await keys.press('Tab')
      await keys.type(title)
    }
    await page.getByText('3 of 3 dependents undecided').waitFor()
    t.equal((await savedIn(id)).length, 1, 'the split is only typed')
    await tabTo(page, page.getByLabel(/^7311 /))
    await keys.type('X')
    await page.getByText('2 of 3 dependents undecided').waitFor()
    await expectAccessible(t, page, 'a split is typed')
    await tabTo(page, button(page, 'Save the operation'))
    await keys.press('Enter')
    await page.getByRole('rowheader', { name: /^split BCT\.A/ }).waitFor()
    t.match((await savedIn(id))[1], { op: 'split', assignments: [{ dependent: { key: '7311' }, successor: 'X' }] })
    told(t, 'draft a retitle and a split, seeing whom they hit', page)

    resetSteps(page)
    await tabTo(page, button(page, 'Submit'), { back: true })
    await keys.press('Enter')
    await tabTo(page, page.getByLabel('Reason'))
    await keys.type('Ready')
    await keys.press('Tab')
    await keys.press('Enter')
    await page.getByText('have not signed.').first().waitFor()
    t.match(await standards.get(`/proposals/${id}`), { state: 'in-review' })
    told(t, 'submit', page)
  },
)

test('an approver of CTC objects', { as: 'ctc-approver' }, async (t, page) => {
  reviewed = await inReview()
  await page.goto(`/proposals/${reviewed}/sign-off`)
  await page.getByText('As CTC approver you can acknowledge or object.').waitFor()
  await expectAccessible(t, page, 'waiting for a signature')
  await button(page, 'Object').click()
  await page.getByLabel('Reason').pressSequentially('Holders first (hypothetical)')
  await page.getByRole('dialog').getByRole('button', { name: 'Object' }).click()
  await page.getByText('CTC objects: Holders first (hypothetical).').waitFor()
  t.match(await standards.get(`/proposals/${reviewed}`), { signOffs: { CTC: { decision: 'object' }, CALPADS: null } })
  t.notOk(await button(page, 'Publish').count(), 'publishing is not theirs')
  told(t, 'object', page)
})

test(
  'a publisher of CDE approves, and publishes over the objection with a reason',
  { as: 'cde-publisher' },
  async (t, page) => {
    await page.goto(`/proposals/${reviewed}/sign-off`)
    await button(page, 'Approve').click()
    await page.getByLabel('Reason').pressSequentially('As seen')
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await button(page, 'Publish').click()
    const dialog = page.getByRole('dialog')
    await expectAccessible(t, page, 'publishing over an objection')
    await dialog.getByLabel('Reason').pressSequentially('Voted')
    await dialog.getByRole('button', { name: 'Publish all the same' }).click()
    await dialog.getByText('Say why: it is kept with the release').waitFor()
    t.match(await standards.get(`/proposals/${reviewed}`), { state: 'approved' }, 'not without a reason')
    await dialog.getByLabel('Why CDE goes over CTC').pressSequentially('The Board voted')
    await dialog.getByRole('button', { name: 'Publish all the same' }).click()
    await page.waitForURL('**/releases/**')
    t.match(await standards.get('/releases/test-console-proposals@2'), {
      over: { reason: 'The Board voted', agencies: [{ agency: 'CTC', decision: 'object' }] },
    })
    told(t, 'approve and publish over an objection', page)
  },
)

test(
  'of two editors the second sees the first one, keeps what was typed and saves both; undo takes it back',
  { as: 'cde-editor', faults: [/status of 412/] },
  async (t, page) => {
    const id = await retitling('Two at once (hypothetical)')
    await page.goto(`/proposals/${id}/changes`)
    await button(page, 'Edit operation 1').click()
    await page.getByLabel('New title').fill('Mine (hypothetical)')
    const { etag } = await standards.read(`/proposals/${id}`)
    const theirs = { op: 'retitle', item: 'ICT', title: 'Theirs (hypothetical)' }
    await standards.post(`/proposals/${id}/operations`, { operations: [theirs] }, { 'if-match': etag ?? '' })
    await button(page, 'Save the operation').click()
    await page.getByText('Somebody else changed this').waitFor()
    await page.getByRole('rowheader', { name: /^retitle ICT/ }).waitFor()
    t.equal(await page.getByLabel('New title').inputValue(), 'Mine (hypothetical)', 'what was typed is kept')
    await expectAccessible(t, page, 'a conflict')
    await button(page, 'Save the operation').click()
    await page.getByText('The operation is saved.', { exact: true }).waitFor()
    t.match(await savedIn(id), [{ title: 'Mine (hypothetical)' }, { title: 'Theirs (hypothetical)' }])
    // It is told before the form is gone.
    await page.getByRole('form', { name: 'Operation' }).waitFor({ state: 'detached' })
    t.equal(await page.evaluate(() => document.activeElement?.textContent), 'Operations', 'the focus is not lost')
    await button(page, /^Undo/).click()
    await page.getByText('Taken back.', { exact: true }).waitFor()
    t.match(await savedIn(id), [{ title: KEPT }, { title: 'Theirs (hypothetical)' }])
  },
)

test(
  'a session that expires keeps what was typed, and the work goes on after signing in',
  { as: 'cde-editor', faults: [/status of 401/] },
  async (t, page) => {
    const id = await retitling('Expired (hypothetical)')
    await page.goto(`/proposals/${id}/changes`)
    await button(page, 'Edit operation 1').click()
    await page.getByText('1 change: 1 label').waitFor()
    await page.getByLabel('New title').fill('Kept (hypothetical)')
    await page.context().clearCookies()
    await button(page, 'Save the operation').click()
    await page.getByRole('dialog', { name: 'Sign in to go on' }).getByRole('button', { name: 'Example Editor' }).click()
    await page.getByText('The operation is saved.', { exact: true }).waitFor()
    t.match(await savedIn(id), [{ title: 'Kept (hypothetical)' }])
  },
)

test(
  'every part of a proposal is accessible and fits a small window, in the light and in the dark',
  { as: 'cde-publisher' },
  async (t, page) => {
    const id = await retitling('Every part (hypothetical)')
    const other = await retitling('Another (hypothetical)', 'ICT')
    const said = {
      text: 'It helps',
      session: { kind: 'town-hall', name: null, day: null, place: null },
      commenterRole: 'teacher',
    }
    await standards.post(`/proposals/${id}/comments`, said)
    const parts = [
      ['/proposals', 'Every part (hypothetical)'],
      ['/proposals/new', 'Open the draft'],
      [`/proposals/${id}/changes`, '1 change: 1 label'],
      [`/proposals/${id}/impact`, 'dependents hit.'],
      [`/proposals/${id}/conflicts`, 'No conflict'],
      [`/proposals/${id}/comments`, 'It helps'],
      [`/proposals/${id}/sign-off`, 'Nobody signs a draft.'],
      [`/proposals/${id}/dates`, 'Perkins reporting'],
      [`/proposals/${id}/papers`, 'Annex for the State Board'],
      [`/proposals/${id}/about`, 'Delivery models'],
      [`/proposals/${id}/record`, 'opened'],
      [`/proposals/${id}/compare/${other}`, 'None: they do not collide.'],
    ] as const
    for (const [n, [path, text]] of parts.entries()) {
      await atDesk(page)
      await (n % 2 === 0 ? inDark(page) : inLight(page))
      const tab = page.locator(`main a[href="${path}"]`)
      await ((await tab.count()) > 0 ? tab.first().click() : page.goto(path))
      await page.getByText(text).first().waitFor()
      await expectAccessible(t, page, path.replace(/[0-9a-f-]{36}/g, ':id'))
      await at320(page)
      t.strictSame(await stickingOut(page), [], `fits 320 px: ${path}`)
    }
  },
)

test('who reads without signing in sees the numbers, and who may act', {}, async (t, page) => {
  const id = await retitling('For readers (hypothetical)')
  await page.goto(`/proposals/${id}/changes`)
  await page.getByText('1 change: 1 label').waitFor()
  await page.getByText('CDE editors may change it.').waitFor()
  t.not(
    await page
      .getByRole('row', { name: /^In all/ })
      .getByRole('cell')
      .first()
      .textContent(),
    '0',
  )
  t.notOk(await button(page, 'Add an operation').count())
})

test(
  'a list that is empty, slow or failing says so, and a failure leads on',
  { as: 'cde-editor', alone: true, faults: [/status of 503/] },
  async (t, page) => {
    await page.goto('/proposals?q=nobody-calls-it-so')
    await page.getByText('No proposal fits these filters.').waitFor()
    await expectAccessible(t, page, 'empty')
    const problem = { status: 503, code: 'CTE_UNAVAILABLE', detail: 'The service is away.' }
    const answer = await holdBack(page, '**/api/standards/proposals?*', problem)
    await page.goto('/proposals')
    await page.getByText('Reading the proposals …').waitFor({ state: 'attached' })
    await expectAccessible(t, page, 'loading')
    answer()
    await page.getByText('Could not read the proposals').waitFor()
    await expectAccessible(t, page, 'failed')
    await page.unroute('**/api/standards/proposals?*')
    await button(page, 'Try again').click()
    await page.getByRole('table').waitFor()
  },
)

test(
  'a newer question aborts the one before it; the old numbers stay until the new are there',
  // A push would ask, and be held back, before it.
  { as: 'cde-editor', alone: true },
  async (t, page) => {
    const id = await retitling('Superseded (hypothetical)')
    const aborted: string[] = []
    page.on('requestfailed', request => aborted.push(request.url()))
    await page.goto(`/proposals/${id}/changes`)
    await page.getByText('1 change: 1 label').waitFor()
    let held = 0
    await page.route('**/preview?limit=25', async route => {
      if (held++ === 0) return
      await route.continue()
    })
    await button(page, 'Edit operation 1').click()
    const title = page.getByLabel('New title')
    await title.fill('First (hypothetical)')
    const asking = page.locator('.preview-panel[aria-busy="true"]')
    await asking.waitFor()
    t.ok(await asking.getByRole('row', { name: /^In all/ }).count(), 'numbers are shown meanwhile')
    await title.fill('Second (hypothetical)')
    await page.locator('.preview-panel[aria-busy="false"]').waitFor()
    t.ok(
      aborted.some(url => url.includes('/preview?')),
      'the first question was given up',
    )
  },
)
