// Crosswalk and decoder as their users work with them: three jobs by keyboard, and every state of every page.
import type { Locator, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { paths } from '../../../services/console/web/src/paths.ts'
import { expectAccessible, expectAccessibleInBoth, expectLegible } from '../../browser/accessible.ts'
import { failWith, holdBack } from '../../browser/answers.ts'
import { expectFocus, focusFaults, press, tabTo } from '../../browser/keyboard.ts'
import { startConsole } from '../../browser/start-console.ts'
import { resetSteps, stepsOf } from '../../browser/steps.ts'
import { at320, inForcedColors, stickingOut } from '../../browser/views.ts'
import { propose } from '../../seed/changes.ts'

const { test, services } = await startConsole(t)
const { standards, credentials } = services
/** What is made here is this run's own: the system is shared. */
const RUN = Date.now().toString(36)

/** A crosswalk of the test's own beside the real one, over which no impact travels. */
async function crosswalkOf(name: string, ...relations: { from: string; to: string | null; relation: string }[]) {
  const key = `${name}-${RUN}`
  const title = titleOf(key)
  await standards.post('/crosswalks', { key, title, from: 'ca-mcs-2013', to: 'ca-cte-clusters', purpose: 'reference' })
  for (const relation of relations) await standards.post(`/crosswalks/${key}/relations`, relation)
  return key
}
const titleOf = (key: string) => `A crosswalk to try (hypothetical): ${key}`
interface Found {
  id: string
  state: string
  relation: string
  review: { by: { id: string } } | null
  decision: { by: { id: string }; reason: string } | null
}
const relationsOf = async (key: string) =>
  (await standards.get<{ items: Found[] }>(`/crosswalks/${key}/relations`)).items
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const row = (page: Page, name: string): Locator => page.getByRole('row', { name })
const tell = (t: Test, job: string, page: Page) => {
  const { clicks, keys, total } = stepsOf(page)
  t.comment(`${job}: ${clicks} clicks and ${keys} keys, ${total} steps`)
}

test('CDE reviews and accepts a draft relation by keyboard alone', { as: 'cde-approver' }, async (t, page) => {
  const key = await crosswalkOf(
    'try-accepting',
    { from: 'AGR', to: 'agriculture', relation: 'equivalent' },
    { from: 'TR', to: 'supply-chain-transportation', relation: 'narrower' },
  )
  await page.goto(paths.home())
  await heading(page, /./).waitFor()
  resetSteps(page)
  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Crosswalk' }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: titleOf(key) }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: /^Relations/ }))
  await press(page, 'Enter')
  await tabTo(page, row(page, 'Agriculture and Natural Resources'))
  t.strictSame(await focusFaults(page), [])
  await press(page, 'a')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('is equivalent to').waitFor()
  await expectAccessibleInBoth(t, page, 'the dialog')
  await tabTo(page, dialog.getByLabel('Reason'))
  await page.keyboard.type('Same fields')
  await press(page, 'Tab Enter')
  await dialog.waitFor({ state: 'detached' })
  tell(t, 'review and accept a draft relation', page)
  await expectFocus(t, page, /^tr .*AGR/, 'the focus is back on the row')
  t.match(await row(page, 'Agriculture and Natural Resources').textContent(), /accepted/)

  const [accepted, other] = await relationsOf(key)
  t.match(accepted, {
    state: 'accepted',
    review: { by: { id: 'example-cde-approver' } },
    decision: { by: { id: 'example-cde-approver' }, reason: 'Same fields' },
  })
  t.match(other, { state: 'draft', review: null })
})

test('CTC answers "may this holder teach 7600 in 2026-27?"', { as: 'ctc-analyst' }, async (t, page) => {
  await page.goto(paths.home())
  await heading(page, /./).waitFor()
  resetSteps(page)
  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decoder' }))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: 'Holder check' }))
  await press(page, 'Enter')
  await tabTo(page, page.getByLabel('Course code', { exact: true }))
  await page.keyboard.type('7600')
  await tabTo(page, page.getByLabel('Document code'))
  await page.keyboard.type('CTE')
  await tabTo(page, page.getByLabel('Subject code'))
  await page.keyboard.type('EU')
  await page.locator('input[value="R4T"]').waitFor()
  await press(page, 'Tab')
  await page.keyboard.type('05012012')
  await tabTo(page, page.getByLabel('For life'))
  await press(page, 'Space')
  await press(page, 'Enter')
  const answer = page.getByRole('region', { name: /^Yes/ })
  await answer.waitFor()
  tell(t, 'may this holder teach 7600', page)
  t.match(await answer.textContent(), /7600:CTE\/R4T\/EU/)
  await expectAccessibleInBoth(t, page, 'the answer')
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage))
  t.match(kept, /CTE/)
  t.notMatch(kept, /2012/, 'days are not kept')
  await at320(page)
  t.strictSame(await stickingOut(page), [])

  await page.getByLabel('Subject code').fill('ANR')
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('region', { name: /^No not authorized/ }).waitFor()
})

test('CTC finds who loses a course code if a proposal passes', { as: 'ctc-analyst' }, async (t, page) => {
  const successors = [{ framework: 'ca-mcs-2013', item: 'ENA' }]
  const title = `EEU goes over to ENA (hypothetical) ${RUN}`
  await propose(services, { framework: 'ca-mcs-2013', title, operations: [{ op: 'retire', item: 'EEU', successors }] })
  await page.goto(paths.home())
  await heading(page, /./).waitFor()
  resetSteps(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decoder' }).click()
  // Home lists the proposal, too.
  await heading(page, 'Decoder: compare').waitFor()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: /lose a course code/ }).click()
  await page.getByText('CTE/R4T/EU may no longer teach 7600').waitFor()
  tell(t, 'who loses a course code if a proposal passes', page)
  const { searchParams } = new URL(page.url())
  const query = new URLSearchParams({ to: searchParams.get('to')!, what: 'pair', outcome: 'refused', limit: '200' })
  const { items } = await credentials.get<{ items: { because: string }[] }>(`/decoder/compare?${query}`)
  t.equal(items.length, 10)
  const shown = page.getByRole('main').getByText('may no longer teach')
  t.strictSame(
    (await shown.allTextContents()).map(text => text.replace(/^−loses ?/, '').trim()),
    items.map(({ because }) => because),
    'the rows of the API, and no others',
  )
  await expectAccessibleInBoth(t, page, 'the comparison')
  await at320(page)
  t.strictSame(await stickingOut(page), [])
  const csv = await page.request.get((await page.getByRole('link', { name: /^CSV/ }).getAttribute('href'))!)
  t.equal((await csv.text()).trimEnd().split('\n').length, 11, 'the export has the same rows')
})

test(
  'who was too late is told so, keeps the reason, and decides on what stands there now',
  { as: 'cde-approver', faults: [/status of 412/] },
  async (t, page) => {
    const key = await crosswalkOf('try-conflict', { from: 'BUS', to: 'financial-services', relation: 'broader' })
    const [relation] = await relationsOf(key)
    await page.goto(paths.relation(key, relation!.id))
    await page.getByRole('button', { name: 'Reject' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('Not all of it')
    const ctc = { 'if-match': '"v1"', 'x-cte-actor': 'id=lee; agency=CTC; role=editor' }
    await standards.post(`/crosswalks/${key}/relations/${relation!.id}/review`, { reason: 'As the title says' }, ctc)
    await dialog.getByRole('button', { name: 'Reject' }).click()
    await dialog.getByText('Somebody else changed this').waitFor()
    await dialog.getByText('reviewed', { exact: true }).waitFor()
    t.equal(await dialog.getByLabel('Reason').inputValue(), 'Not all of it')
    t.match(await relationsOf(key), [{ state: 'reviewed', decision: null }], 'nothing was decided')
    await expectAccessible(t, page, 'the conflict')
    await dialog.getByRole('button', { name: 'Reject' }).click()
    await dialog.waitFor({ state: 'detached' })
    t.match(await relationsOf(key), [{ state: 'rejected', decision: { reason: 'Not all of it' } }])
  },
)

test(
  'a session that has ended keeps what was typed, and goes on after sign-in',
  { as: 'cde-editor', faults: [/status of 401/] },
  async (t, page) => {
    const key = await crosswalkOf('try-drafting')
    await page.goto(paths.draftRelation(key, { from: 'HSMT', to: 'healthcare-human-services' }))
    await page.getByLabel('Relation').selectOption('equivalent')
    await page.getByLabel('Note').fill('By their titles (hypothetical)')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Draft it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign in to go on' })
    await dialog.getByRole('button', { name: 'Example Editor' }).click()
    await heading(page, /HSMT – healthcare/).waitFor()
    t.match(await relationsOf(key), [{ state: 'draft', relation: 'equivalent' }])
    await page.getByText('Nobody has verified it yet').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken out at').waitFor()
    t.strictSame(await relationsOf(key), [], 'undone: it is out of the crosswalk')
    await page.goto(paths.draftRelation(key, { from: 'HSMT', to: 'healthcare-human-services' }))
    t.equal(await page.getByLabel('Note').inputValue(), '', 'a draft that was sent is not kept')
  },
)

test('a suggestion becomes a draft in one act', { as: 'cde-editor' }, async (t, page) => {
  const key = await crosswalkOf('try-suggestions')
  await page.goto(paths.crosswalk(key, 'coverage', { answer: 'unmapped' }))
  await page.getByRole('link', { name: 'Suggestions for Transportation' }).click()
  await page.getByRole('button', { name: 'Draft Supply Chain & Transportation as related' }).click()
  await page.getByRole('link', { name: 'There is a relation' }).waitFor()
  t.match(await relationsOf(key), [{ state: 'draft', relation: 'related' }])
  await expectAccessible(t, page, 'suggestions')
})

test('matrix and flow are one Tab stop each, say what they show, and have the same rows', {}, async (t, page) => {
  const key = 'ca-mcs-2013-to-ca-cte-clusters'
  const relations = await relationsOf(key)
  await page.goto(paths.crosswalk(key))
  const grid = page.getByRole('grid')
  await grid.waitFor()
  t.equal(await grid.locator('a[href*="/relations/"]').count(), relations.length)
  await tabTo(page, grid.locator('[data-cell="0,0"]'))
  await press(page, 'ArrowRight')
  await expectFocus(t, page, /AGR .*is related to agri/)
  t.strictSame(await focusFaults(page), [])
  await expectAccessibleInBoth(t, page, 'matrix')
  await at320(page)
  await grid.waitFor({ state: 'detached' })
  t.equal(
    await page.getByRole('main').locator('a[href*="/relations/"]').count(),
    relations.length,
    'as a list where it is narrow',
  )
  t.strictSame(await stickingOut(page), [])
  await expectAccessible(t, page, 'matrix as a list')

  await page.goto(paths.crosswalk(key, 'flow'))
  const bands = page.locator('svg .flow-band')
  await bands.first().waitFor()
  t.equal(await bands.count(), relations.length)
  const aloud = await bands.evaluateAll(all => all.map(band => band.getAttribute('href')))
  const rows = await page.locator('tbody a').evaluateAll(all => all.map(link => link.getAttribute('href')))
  t.strictSame(rows.toSorted(), aloud.toSorted(), 'the table has the same rows')
  await tabTo(page, bands.first())
  await press(page, 'ArrowDown')
  await expectFocus(t, page, /^a AGR .*is related to energy/)
  await expectAccessibleInBoth(t, page, 'flow')
  await inForcedColors(page)
  await expectLegible(t, page, 'flow in forced colours')
  t.strictSame(await stickingOut(page), [])
})

test(
  'every list is accessible while it is read, where it is empty, and where it fails',
  { alone: true, faults: [/status of 500/] },
  async (t, page) => {
    const key = await crosswalkOf('try-states')
    const answer = await holdBack(page, '**/crosswalks/*/relations?*')
    await page.goto(paths.crosswalk(key, 'relations'))
    await page.getByText('Reading the relations').waitFor()
    await expectAccessible(t, page, 'reading')
    answer()
    await page.getByText('Nobody has said anything yet').waitFor()
    await expectAccessible(t, page, 'empty')
    await page.unroute('**/crosswalks/*/relations?*')
    await failWith(page, '**/decoder/compare?*', { status: 500, code: 'CTE_INTERNAL', detail: 'Hypothetical' })
    await page.goto(paths.decoder({ to: 'current' }))
    await page.getByRole('alert').getByText('CTE_INTERNAL').waitFor()
    await expectAccessible(t, page, 'failed')
    await page.unroute('**/decoder/compare?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('The two decoders say the same').waitFor()
  },
)

test(
  'a draft rule edition says in words what it does and would do, and is published by CTC',
  { as: 'ctc-approver' },
  async (t, page) => {
    const operation = { op: 'add-rule', courseCode: '7100', document: 'CTE', authorization: 'R4T', subject: 'EU' }
    const { body } = await credentials.post<{ id: string }>('/rule-editions', {
      title: 'Energy may teach agriculture (hypothetical)',
      operations: [operation],
    })
    await page.goto(paths.ruleEdition(body.id))
    await page.getByText('7100 admits CTE/R4T/EU (Full)').waitFor()
    await page.getByText('CTE/R4T/EU may teach 7100').waitFor()
    await page.getByRole('button', { name: 'Publish' }).waitFor()
    await expectAccessibleInBoth(t, page, 'a draft edition')
    await at320(page)
    t.strictSame(await stickingOut(page), [])
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('Only tried (hypothetical)')
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    t.match(await credentials.get(`/rule-editions/${body.id}`), { state: 'withdrawn' })
  },
)

test(
  'files: a course table is shown row by row before it is kept, holders are answered line by line',
  { as: 'ctc-analyst' },
  async (t, page) => {
    await page.goto(paths.courseTable())
    const table = [
      'Course Code,Auth Type,Document Title,Authorization Title,Authorization Code,Subject Code,Subject,Notes or Restrictions',
      '7100,Full,CTE,Designated Subjects Career Technical Education,R4T,ANR,Agriculture and Natural Resources,',
      '7400,Full,CTE,Designated Subjects Career Technical Education,R4T,,,',
    ].join('\n')
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByLabel('The file as published').setInputFiles(file('table.csv', table))
    await page.getByLabel('Edition').fill(`try-${RUN}`)
    await page.getByLabel('Title').fill('Two rows (hypothetical)')
    await page.getByLabel('Source').fill('A test')
    await page.getByRole('button', { name: 'Show what it would do' }).click()
    await page.getByRole('heading', { name: 'What it would do' }).waitFor()
    await page.getByRole('cell', { name: 'subject blank' }).waitFor()
    await expectAccessible(t, page, 'the report')
    const editions = async () =>
      (await credentials.get<{ items: { id: string }[] }>('/rule-editions?origin=imported')).items
    t.strictSame(
      (await editions()).filter(({ id }) => id === `try-${RUN}`),
      [],
      'a dry run keeps nothing',
    )
    await page.getByRole('button', { name: 'Keep this edition' }).click()
    await page.getByRole('link', { name: `Edition try-${RUN}` }).waitFor()
    t.equal((await editions()).filter(({ id }) => id === `try-${RUN}`).length, 1)

    await page.goto(paths.holderCheck())
    const holders = [
      'profile,document,authorization,subject,printed title,issued,added,expires,course code,count',
      'P1,CTE,R4T,FAB,Finance and Business,2012-06-01,,2027-06-01,7400,12',
      'P2,CTE,R4T,FAB,,2012-06-01,,2027-06-01,74000,3',
    ].join('\n')
    await page.getByLabel('File', { exact: true }).setInputFiles(file('holders.csv', `${holders}\n`))
    await page.getByRole('button', { name: 'A line for each holder' }).click()
    await page.getByText('2 lines answered.').waitFor()
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save the answer (CSV)' }).click()
    t.equal((await saving).suggestedFilename(), 'holder-check.csv')
    await page.getByRole('button', { name: 'Count verdicts' }).click()
    await page.getByText('1 rows in error').waitFor()
    await row(page, '3 course code must').waitFor()
    await expectAccessible(t, page, 'the report on holders')
  },
)
