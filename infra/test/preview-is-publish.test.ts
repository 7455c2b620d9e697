// What a preview says is what publishing does: random proposals on the running system, previewed, published, compared.
import type { Cause, Impact } from '@cte-align/contracts'
import t from 'tap'
import { assessed, carryOut, flagsOf, preview, propose, publish } from '../seed/changes.ts'
import { Refused, readAll, type ServiceClient } from '../seed/http.ts'
import { untilLevel } from '../seed/level.ts'
import {
  FAR,
  farOperations,
  linkLaw,
  linkSequence,
  linkSome,
  NEAR,
  nearOperations,
  numbersFrom,
  readTree,
  relateSome,
  someOperations,
} from './random-proposals.ts'
import { startStory } from './story/story.ts'

const RUNS = Number(process.env.CTE_PROPERTY_RUNS ?? 10)
/** The same proposals in every run of the tests; another seed makes others. */
const SEED = Number(process.env.CTE_PROPERTY_SEED ?? 2026)
/** Reading all databases takes longer than a preview, so only every so many previews are watched so closely. */
const WATCHED = 6
t.setTimeout(240_000 + RUNS * 8000)
const story = await startStory(t)
const numbers = numbersFrom(SEED)
for (const [framework, operations] of [
  [NEAR, nearOperations],
  [FAR, farOperations],
] as const) {
  await story.standards.post('/frameworks', { key: framework, title: 'Random (test)', owner: 'CDE', description: null })
  await carryOut(
    story,
    { framework, title: 'First (test)', operations: [...operations] },
    { reason: 'A test needs it' },
  )
}
const far = await readTree(story, FAR)
const near = await readTree(story, NEAR)
await linkSequence(story, near)
await linkSome(story, [near, far], numbers, 40)
await linkLaw(story)
await relateSome(story, story.urls, numbers)

await t.test(`${RUNS} random proposals, seed ${SEED}: the flags are what the preview said`, async t => {
  const met = { proposals: 0, impacts: 0, breaking: 0, across: 0, second: 0, findings: 0, law: 0, refused: 0 }
  for (let run = 0; run < RUNS; run++) {
    const tree = await readTree(story, NEAR)
    const operations = someOperations(tree, numbers, run)
    // The dice may ask for what does not fit the tree as it is, and nothing else.
    if (operations.length === 0) {
      met.refused++
      continue
    }
    const title = `Random proposal ${run} of seed ${SEED} (hypothetical)`
    const id = await propose(story, { framework: NEAR, title, operations }).catch(unfit)
    if (id === undefined) {
      met.refused++
      continue
    }
    await untilLevel(story.urls)
    const seen = await preview(story, id, { limit: '7' })
    if (run % WATCHED === 0) {
      const before = await story.digest()
      t.strictSame((await preview(story, id, { limit: '1000' })).agencies, seen.agencies, 'pages are the whole')
      t.equal(await story.digest(), before, 'the preview wrote nothing into any database')
    }
    if (seen.changeCount === 0) continue
    const release = await publish(story, id, 'A random test')
    await assessed(story, release)
    for (const [agency, service] of [
      ['ctc', story.credentials],
      ['calpads', story.courseCodes],
    ] as const) {
      const { impacts } = seen.agencies[agency]
      const flags = await wholeFlags(service, release)
      if (!t.strictSame(flags, impacts.map(said).sort(byKey), `${agency}, run ${run}: ${JSON.stringify(operations)}`))
        return
      for (const impact of impacts) count(met, impact)
    }
    met.proposals++
    // New links between releases: later proposals meet records that came late.
    if (run % 5 === 4) await linkSome(story, [await readTree(story, NEAR), far], numbers, 4)
  }
  t.comment(JSON.stringify(met))
  t.ok(met.proposals > RUNS / 2 && met.impacts > 0, JSON.stringify(met))
})

/** A random operation may not fit the framework after all; such a proposal is refused whole and tells nothing. */
function unfit(error: unknown): undefined {
  if (!(error instanceof Refused) || error.code !== 'CTE_OPERATION_REFUSED') throw error
}

/** Flags with all their causes, in what they say of the release. */
async function wholeFlags(service: ServiceClient, release: string) {
  const flags = await flagsOf(service, release)
  const whole = flags.map(async flag => {
    const { id, causeCount } = flag
    const all =
      causeCount <= flag.causes.length ? flag.causes : await readAll<Cause>(service, `/flags/${id}/causes?limit=200`)
    return said({ ...flag, causes: all })
  })
  return (await Promise.all(whole)).sort(byKey)
}

/** An impact without the order of its causes and without the line of words that a flag adds to each. */
function said({ dependent, severity, classes, causes, findings }: Impact) {
  const bare = causes.map(({ summary: _, ...cause }: Cause & { summary?: string }) => cause)
  return { dependent, severity, classes, findings, causes: bare.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

function count(met: Record<string, number>, { dependent, severity, causes, findings }: Impact): void {
  met.impacts!++
  if (severity === 'breaking') met.breaking!++
  if (findings.length > 0) met.findings!++
  if (dependent.kind === 'legal-reference') met.law!++
  if (causes.some(({ order }) => order === 2)) met.second!++
  if (causes.some(({ paths }) => paths.some(({ steps }) => steps.some(({ edge }) => edge === 'across')))) met.across!++
}

function byKey(a: Pick<Impact, 'dependent'>, b: Pick<Impact, 'dependent'>): number {
  return a.dependent.key < b.dependent.key ? -1 : 1
}
