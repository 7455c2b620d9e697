// The project's story, literally: change after change on one loaded system, each previewed, published, assessed, compared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { seedFolder } from '../seed/convert.ts'
import { createServiceClient } from '../seed/http.ts'
import { load } from '../seed/load.ts'
import { startSystem } from '../system.ts'
import { clusters } from './story/clusters.ts'
import { split } from './story/split.ts'
import { startStory } from './story/story.ts'
import { titles } from './story/titles.ts'

// Half a minute by itself; but on a busy machine everything here waits for disks and processors.
t.setTimeout(300_000)
const system = await startSystem()
await leaveHalfLoaded(system.urls.standards)
await load(system.urls, () => {})
const story = await startStory(t, system)

const RECORDS = [
  ...['subjects 15', 'documents 43', 'authorizations 116', 'assignmentRules 395'],
  ...['legalReferences 22', 'authorizationCodes 17'],
]

await t.test('loading the starter data again changes nothing, and says so', async t => {
  const before = await story.digest()
  const said: string[] = []
  await load(story.urls, line => said.push(line))
  t.strictSame(said, [
    'ca-mcs-2013: unchanged, there already at release ca-mcs-2013@1',
    'ca-cte-clusters: unchanged, there already at release ca-cte-clusters@1',
    'adoption phases: unchanged, 3 phases',
    'crosswalk ca-mcs-2013-to-ca-cte-clusters: unchanged, 24 relations',
    `credentials: unchanged, ${RECORDS.join('; ')}`,
    'workflow ctc-sector-change: unchanged, 20 steps',
    'course codes: unchanged, pathways 58; courseCodes 202',
  ])
  t.equal(await story.digest(), before)
})
await titles(t, story)
await split(t, story)
await clusters(t, story)

await t.test('what staff have published since stays: loading again takes nothing back', async t => {
  const before = await story.digest()
  const said: string[] = []
  await load(story.urls, line => said.push(line))
  t.equal(await story.digest(), before)
  t.match(said[0], /^ca-mcs-2013: unchanged, there already at release ca-mcs-2013@\d+$/)
})

/** As a load that was killed before it published leaves things: the next one goes on from there. */
async function leaveHalfLoaded(standards: string): Promise<void> {
  const file = readFileSync(join(seedFolder, 'ca-mcs-2013.json'), 'utf8')
  await createServiceClient(standards, 'id=seed; agency=CDE; role=publisher').post(
    '/imports/framework',
    JSON.parse(file),
  )
}
