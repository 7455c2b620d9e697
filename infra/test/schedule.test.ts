import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { approveAll, assessed, flagsOf, propose } from '../seed/changes.ts'
import { readAll } from '../seed/http.ts'
import { startLoadedSystem } from './loaded-system.ts'

const { system, services } = await startLoadedSystem(t, 'schedule')
/** Four authorizations of the subject, and the two sections of law that list the sectors by title. */
const SIX = ['5 CCR 80035.5', '5 CCR 80036.3', 'AETC/R4FA/FAB', 'BIPT/_/FAB', 'CTE/R4T/FAB', 'TC4T/R4T/FAB']

/** Approved, and to come out so many milliseconds from now. */
async function scheduled(title: string, inMs: number): Promise<{ id: string; at: number }> {
  const operations = [{ op: 'retitle', item: 'BUS', title: `${title} (hypothetical)` } as const]
  const id = await propose(services, { framework: 'ca-mcs-2013', title, operations })
  await approveAll(services, id)
  const { etag } = await services.standards.read(`/proposals/${id}`)
  const at = Date.now() + inMs
  const body = { reason: 'At the rollover', at: new Date(at).toISOString() }
  await services.standards.post(`/proposals/${id}/schedule`, body, { 'if-match': etag ?? '' })
  return { id, at }
}

type Seen = { state: string; release: string | null; held: { reasons: string[] } | null }
async function until(id: string, state: string): Promise<Seen> {
  let seen: Seen | undefined
  for (let tries = 0; tries < 300; tries++, await sleep(100)) {
    seen = await services.standards.get<Seen>(`/proposals/${id}`)
    if (seen.state === state) return seen
  }
  throw new Error(`${id} is ${seen?.state} and not ${state}: ${seen?.held?.reasons.join('; ')}`)
}
const stepsOf = async (id: string) =>
  (await readAll<{ step: string }>(services.standards, `/proposals/${id}/record?limit=200`)).map(({ step }) => step)
const flaggedOnce = async (release: string) => {
  await assessed(services, release)
  return (await flagsOf(services.credentials, release)).map(({ dependent }) => dependent.key).sort()
}

t.test('a release whose time came while nobody was there comes out at the next start, once', async t => {
  const { id, at } = await scheduled('Due in the dark', 1500)
  await system.standards.kill()
  await sleep(Math.max(0, at - Date.now()) + 200)
  await system.standards.restart()
  const { release } = await until(id, 'published')
  t.strictSame(await flaggedOnce(release!), SIX)
  t.equal((await stepsOf(id)).filter(step => step === 'published').length, 1)
})

for (const step of ['publish.begun', 'publish.before-flip', 'publish.flipped'])
  t.test(`a scheduler killed at ${step} publishes once`, async t => {
    await system.standards.restart({ env: { CTE_FAIL_AT: step } })
    const { id } = await scheduled(`Killed at ${step}`, 1000)
    t.equal((await system.standards.waitExit()).signal, 'SIGKILL')
    await system.standards.restart({ env: { CTE_FAIL_AT: '' } })
    const { release } = await until(id, 'published')
    t.strictSame(await flaggedOnce(release!), SIX)
    const steps = await stepsOf(id)
    for (const once of ['publishing-begun', 'published']) t.equal(steps.filter(each => each === once).length, 1, once)
  })

t.test('while an agency does not answer, a scheduled release waits; then it comes out', async t => {
  const { id, at } = await scheduled('Waits for CALPADS', 1000)
  await system.courseCodes.kill()
  await sleep(at - Date.now() + 2500)
  t.match(await services.standards.get(`/proposals/${id}`), { state: 'scheduled' })
  await system.courseCodes.restart()
  const { release } = await until(id, 'published')
  t.strictSame(await flaggedOnce(release!), SIX)
})

t.test('a link made after the signing makes the schedule ask', async t => {
  const { id } = await scheduled('Hits one more', 2500)
  const link = { framework: 'ca-mcs-2013', item: 'BUS', basis: 'made for a test', verified: false }
  const path = '/course-codes/7600'
  const { etag } = await services.courseCodes.read(path)
  await services.courseCodes.post(`${path}/links`, link, { 'if-match': etag ?? '' })
  const { held } = await until(id, 'in-review')
  t.match(held?.reasons, [/approval of CDE no longer holds \(impacts/, /CTC/, /CALPADS/])
})
