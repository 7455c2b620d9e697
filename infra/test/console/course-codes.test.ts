// What course-code staff do in the console: answer a published split with a plan, hand files on, tell a district what changes.

import type { Page } from 'playwright-core'
import t from 'tap'
import { expectAccessible, expectAccessibleInBoth } from '../../browser/accessible.ts'
import { failWith, holdBack } from '../../browser/answers.ts'
import { expectFocus } from '../../browser/keyboard.ts'
import { jumps } from '../../browser/layout.ts'
import { openSettled, settled } from '../../browser/settled.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, stickingOut } from '../../browser/views.ts'
import { assessed, propose, publish } from '../../seed/changes.ts'

const { test, services } = await startConsole(t, { own: true })
const YEAR = '2027-28'
const TITLE = 'Cabinetry and millwork part ways (hypothetical)'

/** The split that the staff answer: of a pathway with codes of each level. */
async function publishSplit(): Promise<string> {
  const goes = (key: string, successor: string) => ({
    dependent: { kind: 'course-code' as const, key },
    successor,
  })
  const proposal = await propose(services, {
    framework: 'ca-mcs-2013',
    title: TITLE,
    operations: [
      {
        op: 'split',
        item: 'BCT.A',
        into: [
          { kind: 'pathway', code: 'X', title: 'Cabinetry (hypothetical)' },
          { kind: 'pathway', code: 'Y', title: 'Millwork (hypothetical)' },
        ],
        assignments: [goes('7311', 'X'), goes('7312', 'Y')],
      },
    ],
  })
  const release = await publish(services, proposal, 'for the test')
  await assessed(services, release)
  return release
}
const release = await publishSplit()

interface Plan {
  id: string
  title: string
  state: string
  edition: string | null
  entries: { suggested: number; edited: number; accepted: number }
}
const plans = async () => (await services.courseCodes.get<{ items: Plan[] }>('/code-plans')).items
const openPlan = async (title: string) =>
  (await services.courseCodes.post<Plan>('/code-plans', { title, schoolYear: YEAR, reason: 'a test' })).body
const entryOn = (page: Page, code: string) => page.getByRole('article', { name: `Entry on ${code}` })
const tell = (page: Page, job: string) => {
  const { clicks, keys, total } = stepsOf(page)
  t.comment(`${job}: ${total} steps (${clicks} clicks, ${keys} keys)`)
}

/** The plan may be published already while what it would do, as a draft, is read again. */
const faults = [/status of 409 .*\/code-plans\/[^/]+\/(what-if|sequences|check)\)$/]

test(
  'a published split is answered by a plan, and its sequences hold',
  { as: 'calpads-approver', faults },
  async (t, page) => {
    await page.goto('/course-codes')
    resetSteps(page)
    await page.getByRole('link', { name: 'Plans', exact: true }).click()
    await page.getByRole('link', { name: 'New plan' }).click()
    await page.getByLabel('It answers').selectOption(`release ${release}`)
    await page.getByLabel('From school year').selectOption(YEAR)
    await page.getByLabel('Reason').pressSequentially('Split')
    await page.getByRole('button', { name: 'Open the plan' }).click()
    let number = 7313
    for (const code of ['7310', '7311', '7312']) {
      const entry = entryOn(page, code)
      await entry.getByRole('button', { name: /^(Edit|Say what becomes of it)/ }).click()
      await entry.getByLabel('What becomes of it').selectOption('Archived; code updated')
      await entry.getByRole('button', { name: 'One for each of BCT.X and BCT.Y' }).click()
      for (const nth of [0, 1]) {
        await entry.getByLabel('Code', { exact: true }).nth(nth).click()
        await page.keyboard.type(String(number++))
      }
      t.equal(await entry.getByLabel('Level').first().inputValue(), LEVELS[code], 'what is the same is filled in')
      if (code === '7310') await expectAccessible(t, page, 'while an entry is edited')
      await entry.getByLabel('Reason').pressSequentially('Split')
      await entry.getByRole('button', { name: 'Save the entry' }).click()
      await entry.getByText('edited', { exact: true }).waitFor()
    }
    await page.getByLabel(/^Select all 2/).check()
    await page.getByRole('button', { name: 'Accept 2' }).click()
    await page.getByRole('dialog').getByLabel('Reason').pressSequentially('They stay')
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
    await page.getByText('It brings no certain break').waitFor()
    await page.getByText('Nothing forbids publishing it.').waitFor()
    await expectAccessibleInBoth(t, page, 'a plan that is decided')
    await page.getByRole('button', { name: 'Publish …' }).click()
    await expectAccessible(t, page, 'the question before publishing')
    await page.getByRole('dialog').getByLabel('Reason').pressSequentially('Signed off')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'What came of it' }).waitFor()
    await page.getByRole('link', { name: `Sequences of ${YEAR}` }).click()
    const lane = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Cabinetry \(hypo/ }) })
    await lane.getByText('✓ holds').waitFor()
    tell(page, 'From the flags of a split to a published plan, and its sequences seen to hold')

    const plan = (await plans()).find(({ title }) => title === `After: ${TITLE}`)
    t.match(plan, { state: 'published', edition: YEAR, entries: { edited: 3, accepted: 2 } })
    const sequence = await services.courseCodes.get(`/sequences/ca-mcs-2013/BCT.X?schoolYear=${YEAR}`)
    t.match(sequence, { introductory: ['7313'], concentrator: ['7315'], capstone: ['7317'], complete: true })
    const check = await services.courseCodes.get(`/code-sets/check?code=7311&schoolYear=${YEAR}`)
    t.match(check, { valid: 'no', status: 'retired', successors: ['7315', '7316'] }, 'and the old code is retired')
  },
)
const LEVELS: Record<string, string> = { 7310: 'introductory', 7311: 'concentrator', 7312: 'capstone' }

test('a district hands over its codes and reads what changes', {}, async (t, page) => {
  await page.goto('/course-codes')
  resetSteps(page)
  await page.getByRole('link', { name: 'District list' }).click()
  await page.getByLabel('For school year').selectOption(YEAR)
  await page.getByLabel('Or the codes themselves').pressSequentially('7311 7111')
  await page.getByRole('button', { name: 'See what changes' }).click()
  await page.getByRole('row', { name: /7311/ }).getByText('retired', { exact: false }).first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take it as CSV' }).click()
  t.equal((await download).suggestedFilename(), `district-list-${YEAR}.csv`)
  tell(page, "A district's list answered, and taken as a file")
  await expectAccessibleInBoth(t, page, 'a list that is answered')

  const csv = 'Local Course ID,State Course Code\nA1,7312\nA2,7999\n'
  await page
    .getByLabel('Your list as a file')
    .setInputFiles({ name: 'list.csv', mimeType: '', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'See what changes' }).click()
  await page.getByText('in 2 rows').waitFor()
  await page.getByLabel('Show the others too').check()
  await page.getByRole('row', { name: /7999/ }).waitFor()
})

test('the filters stay where they are when what can be chosen comes', {}, async (t, page) => {
  const answer = await holdBack(page, '**/api/course-codes/code-sets/*?*')
  await page.goto('/course-codes')
  await page.getByLabel('Sector').waitFor()
  // Long enough that it has been painted.
  await page.waitForTimeout(300)
  answer()
  await settled(page)
  t.ok((await page.getByLabel('Sector').getByRole('option').count()) > 1, 'there is something to choose')
  t.strictSame(await jumps(page), [])
})

test('the files of a year are there to take', {}, async (t, page) => {
  await page.goto('/course-codes')
  resetSteps(page)
  await page.getByRole('link', { name: 'Files', exact: true }).click()
  // The page before has a year to choose, too.
  await page.getByRole('heading', { level: 1, name: 'Files' }).waitFor()
  await page.getByLabel('School year').selectOption(YEAR)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'xlsx of Code Sets', exact: true }).click()
  t.match((await download).suggestedFilename(), /^code-sets-2027-28.*\.xlsx$/)
  tell(page, 'The code set of a year taken as a workbook')
  const stream = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV of Retired to current' }).click()
  const text = await (await (await stream).createReadStream()).toArray()
  t.match(Buffer.concat(text).toString(), /7311,7315,named/, 'where a retired code has gone')
})

test('somebody else is quicker: what was typed stays', { as: 'calpads-editor', faults: [/412/] }, async (t, page) => {
  const { id } = await openPlan('Two at once (hypothetical)')
  await page.goto(`/course-codes/plans/${id}`)
  t.match(await page.getByText(/approvers and publishers may publish/).textContent(), /CALPADS and CDE/)
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await expectFocus(t, page, /^select /, 'one can go on typing')
  await page.getByLabel('What becomes of it').selectOption('Archived')
  await page.getByLabel('Codes it is about').fill('7321')
  await page.getByLabel('Reason').fill('Typed before')
  const { etag } = await services.courseCodes.read(`/code-plans/${id}`)
  const entry = { kind: 'Archived', from: ['7331'], successor: 'none', reason: 'quicker' }
  const match = { 'if-match': etag ?? '' }
  await services.courseCodes.post(`/code-plans/${id}/entries`, { entries: [entry], reason: 'quicker' }, match)
  await page.getByRole('button', { name: 'Save the entry' }).click()
  await page.getByText('Somebody else changed this').waitFor()
  await entryOn(page, '7331').waitFor()
  t.equal(await page.getByLabel('Codes it is about').inputValue(), '7321', 'typed, and kept')
  await expectAccessible(t, page, 'a conflict')
  await page.getByRole('button', { name: 'Save the entry' }).click()
  await entryOn(page, '7321').waitFor()
  const { entries } = await services.courseCodes.get<Plan>(`/code-plans/${id}`)
  t.equal(entries.accepted, 2, 'both entries are in the plan')
})

test(
  'a session that has ended asks for sign-in and goes on',
  { as: 'calpads-editor', faults: [/401/] },
  async (t, page) => {
    const { id } = await openPlan('Interrupted (hypothetical)')
    await page.goto(`/course-codes/plans/${id}`)
    await page.getByRole('button', { name: 'Add an entry' }).click()
    await page.getByLabel('What becomes of it').selectOption('Archived')
    await page.getByLabel('Codes it is about').fill('7321')
    await page.getByLabel('Reason').fill('Typed before it ended')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save the entry' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Example Code Editor' }).click()
    await entryOn(page, '7321').waitFor()
    const { items } = await services.courseCodes.get<{ items: object[] }>(`/code-plans/${id}/entries`)
    t.match(items, [{ content: { from: ['7321'], reason: 'Typed before it ended' } }])
  },
)

const PAGES = [
  ['/course-codes?sector=Building+and+Construction+Trades', 'Course codes'],
  ['/course-codes?q=nothing-is-called-so', 'Course codes'],
  ['/course-codes/codes/7311?schoolYear=2027-28', /^7311 /],
  ['/course-codes/sequences?sector=BCT&schoolYear=2027-28', 'Sequences'],
  ['/course-codes/sequences?sector=BCT&schoolYear=2027-28&view=table', 'Sequences'],
  ['/course-codes/sequences/continuity?sector=BCT&schoolYear=2026-27', 'From year to year'],
  ['/course-codes/sequences/what-if', 'What if …'],
  ['/course-codes/plans', 'Plans'],
  ['/course-codes/plans/new', 'New plan'],
  ['/course-codes/plans/compare', 'Compare two plans'],
  [`/course-codes/editions?from=${YEAR}`, 'Editions'],
  ['/course-codes/counts', 'Counts'],
  [`/course-codes/perkins?schoolYear=${YEAR}`, 'Perkins'],
] as const

test('every page can be read by all, at 320 pixels too', { as: 'viewer' }, async (t, page) => {
  await at320(page)
  for (const [path, name] of PAGES) {
    await openSettled(page, path)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await expectAccessible(t, page, path)
    t.strictSame(await stickingOut(page), [], `nothing is wider than 320 pixels: ${path}`)
  }
})

test('what cannot be read says so, and can be asked again', { alone: true, faults: [/503/] }, async (t, page) => {
  const sequences = '**/api/course-codes/sequences?**'
  await failWith(page, sequences, { status: 503, code: 'CTE_DOWN', detail: 'It is away' })
  await page.goto('/course-codes/sequences?sector=BCT')
  await page.getByRole('status').filter({ hasText: 'Reading the sequences' }).waitFor()
  await page.getByText('Could not read the sequences').waitFor()
  await expectAccessible(t, page, 'an error')
  await page.unroute(sequences)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: /Engineering and Heavy Construction/ }).waitFor()
  t.equal(await page.getByText('Could not read').count(), 0)
})

test('the code set is walked and opened by keyboard alone', {}, async (t, page) => {
  await page.goto('/course-codes')
  await page.getByRole('row', { name: /7001/ }).waitFor()
  await page.locator('tbody tr[tabindex="0"]').focus()
  await page.keyboard.press('j')
  await expectFocus(t, page, /^tr 7001/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^7001/ }).waitFor()
  await expectFocus(t, page, /^h1 7001/, 'the focus goes along')
})
