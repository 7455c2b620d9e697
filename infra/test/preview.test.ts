// A preview in full on the starter data: who would be admitted, what course codes would have to do, what nobody knows, page by page.
import type { OperationInput } from '@cte-align/contracts'
import t from 'tap'
import { type Preview, preview, previewPage, propose } from '../seed/changes.ts'
import type { Refused } from '../seed/http.ts'
import { codes, startStory } from './story/story.ts'

t.setTimeout(240_000)
const MCS = 'ca-mcs-2013'
const ENERGY = codes('7600 7610 7611 7612 7620 7621 7622 7630 7631 7632')
const story = await startStory(t)
const drafted = (operations: OperationInput[], framework = MCS) =>
  propose(story, { framework, title: 'Seen beforehand (hypothetical)', operations })
const seen = async (operations: OperationInput[], framework = MCS) =>
  preview(story, await drafted(operations, framework))
const retire = (framework: string, item: string): OperationInput => ({
  op: 'retire',
  item: 'EEU',
  successors: [{ framework, item }],
})

const pairsOf = ({ decoder }: Preview, outcome: string) =>
  decoder.byOwner
    .flatMap(({ pairs }) => pairs)
    .filter(pair => pair.outcome === outcome)
    .map(({ courseCode, authorization, doubt }) => [courseCode.key, authorization.key, doubt].filter(Boolean).join(' '))
    .sort()

await t.test(
  'a sector that retires into another: its ten codes would admit the others, and no longer its own',
  async t => {
    const told = await seen([retire(MCS, 'ICT')])
    t.strictSame(
      pairsOf(told, 'refused'),
      ENERGY.map(code => `${code} CTE/R4T/EU`),
    )
    t.strictSame(
      pairsOf(told, 'permitted'),
      ENERGY.map(code => `${code} CTE/R4T/ITEC`),
    )
    t.match(told.decoder, { counts: { refused: 10, permitted: 10, unknown: 0 }, withoutPair: [] })
    t.match(told.decoder.byOwner, [{ owner: { key: 'EEU' }, refused: 10, permitted: 10 }])
    const code = told.courseCodes.items.find(({ courseCode }) => courseCode.key === '7611')!
    t.match(code, { suggested: 'Archived; code updated', rule: 'retired/successor-named', schoolYear: 'unknown' })
    t.match(code.places, [{ item: { key: 'EEU.A' }, goes: 'to', to: [{ key: 'ICT' }] }])
    t.equal(told.courseCodes.items.find(({ courseCode }) => courseCode.key === '7000')!.courseCode.level, 'exploratory')
  },
)

await t.test('into a cluster that nobody is authorized for: nobody knows, and nobody guesses', async t => {
  const told = await seen([retire('ca-cte-clusters', 'energy-natural-resources')])
  t.match(told.decoder.counts, { refused: 0, permitted: 0 })
  t.strictSame(
    pairsOf(told, 'unknown').filter(pair => pair.startsWith('76')),
    ENERGY.map(code => `${code} CTE/R4T/EU owner-without-authorization`),
  )
  const manual = told.unknowns.find(({ code }) => code === 'CTE_UNKNOWN_MANUAL_REVIEW')!
  t.equal(manual.count, told.agencies.ctc.manualReview.length)
  t.ok(told.unknowns.some(({ code }) => code.startsWith('CTE_UNKNOWN_GAP_')))
})

await t.test(
  'a new title moves no pair, and suggests a new title only where the course code bears the old one',
  async t => {
    const told = await seen([{ op: 'retitle', item: 'BUS', title: 'Commerce (hypothetical)' }])
    t.match(told.decoder, { counts: { permitted: 0, refused: 0, unknown: 0, kept: 0 }, byOwner: [], withoutPair: [] })
    const suggested = Object.fromEntries(
      told.courseCodes.items.map(({ courseCode, suggested }) => [courseCode.key, suggested]),
    )
    t.match(suggested, { 7400: 'Change; title', 7411: 'No change', 7000: 'No change' })
  },
)

await t.test('a split: the broken sequence, the undecided, and an assignment of what is not there', async t => {
  const assign = (key: string, successor: string) => ({ dependent: { kind: 'course-code' as const, key }, successor })
  const told = await seen([
    {
      op: 'split',
      item: 'BCT.A',
      into: ['X', 'Y'].map(code => ({ kind: 'pathway' as const, code, title: `Pathway ${code} (hypothetical)` })),
      assignments: [assign('7311', 'X'), assign('7312', 'Y'), assign('9999', 'X'), assign('7411', 'Y')],
    },
  ])
  t.match(told.courseCodes.sequences, [{ code: 'CTE_SEQUENCE_BROKEN', pathway: { key: 'BCT.A' } }])
  const of = (key: string) => told.courseCodes.items.find(({ courseCode }) => courseCode.key === key)!
  t.match(of('7311'), { places: [{ goes: 'to', to: [{ key: 'BCT.X' }] }], rule: 'split/same-owner' })
  t.match(of('7310'), { places: [{ goes: 'undecided' }], suggested: 'unknown', rule: 'split/undecided' })
  t.match(
    told.unknowns.find(({ code }) => code === 'CTE_UNKNOWN_ASSIGNED'),
    { count: 2, examples: ['course-code 7411 (BCT.A)', 'course-code 9999 (BCT.A)'] },
  )
  t.match(
    told.notes.find(({ code }) => code === 'CTE_NOTE_ASSIGNMENT_WITHOUT_DEPENDENT'),
    { message: /7411 .*9999|9999 .*7411/ },
  )
  t.match(told.decoder.counts, { permitted: 0, refused: 0, unknown: 0 })
})

await t.test('pages hold every row once, counts are of the whole, and the digest stays', async t => {
  const id = await drafted([retire('ca-cte-clusters', 'energy-natural-resources')])
  await story.digest() // at rest, so that positions do not move between pages
  const whole = await previewPage(story, id, { limit: '1000' })
  t.equal(whole.next, null)
  const paged = await preview(story, id, { limit: '3' })
  for (const part of ['agencies', 'decoder', 'courseCodes', 'changes', 'digest', 'unknowns'] as const)
    t.strictSame(paged[part], whole[part], part)
  const first = await previewPage(story, id, { limit: '3' })
  t.equal(first.agencies.calpads.impacts.length, 3)
  t.equal(first.agencies.calpads.count, whole.agencies.calpads.impacts.length)
  const breaking = await preview(story, id, { limit: '2', agency: 'calpads', severity: 'breaking', class: 'retired' })
  t.strictSame(
    breaking.agencies.calpads.impacts,
    whole.agencies.calpads.impacts.filter(({ severity }) => severity === 'breaking'),
  )
  t.strictSame(breaking.agencies.ctc.impacts, [])
  t.equal(breaking.agencies.ctc.count, whole.agencies.ctc.count)
})

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'no refusal',
    (error: Refused) => `${error.status} ${error.code}`,
  )

await t.test('a cursor is good for its own list, and for what the list was made of', async t => {
  const id = await drafted([{ op: 'retitle', item: 'BUS', title: 'Trade (hypothetical)' }])
  const { next } = await previewPage(story, id, { limit: '2' })
  t.equal(await refusal(previewPage(story, id, { cursor: next!, severity: 'notice' })), '400 CTE_BAD_CURSOR')
  t.equal(await refusal(previewPage(story, id, { cursor: 'nonsense' })), '400 CTE_BAD_CURSOR')
  t.equal(await refusal(previewPage(story, id, { limit: '1001' })), '400 CTE_INVALID_INPUT')
  const { etag } = await story.standards.read(`/proposals/${id}`)
  const operations: OperationInput[] = [{ op: 'retitle', item: 'MSS', title: 'Trade (hypothetical)' }]
  await story.standards.post(`/proposals/${id}/operations`, { operations }, { 'if-match': etag! })
  t.equal(await refusal(previewPage(story, id, { cursor: next! })), '409 CTE_PREVIEW_MOVED')
})

await t.test('a preview writes nothing, whatever is asked of it', async t => {
  const id = await drafted([retire(MCS, 'ICT')])
  const before = await story.digest()
  for (const query of [{}, { limit: '1' }, { agency: 'ctc' }, { severity: 'review' }, { class: 'retired' }] as Record<
    string,
    string
  >[])
    await preview(story, id, query)
  t.equal(await refusal(previewPage(story, id, { cursor: 'nonsense' })), '400 CTE_BAD_CURSOR')
  t.equal(await story.digest(), before)
})
