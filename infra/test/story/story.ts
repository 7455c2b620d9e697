// What the story tests share: a loaded system, who is meant by a few codes, and the proof that a preview writes nothing.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Impact, Source } from '@cte-align/contracts'
import { MongoClient } from 'mongodb'
import type { Test } from 'tap'
import { type Carried, carryOut, connect, gist, type Proposed, type Services } from '../../seed/changes.ts'
import type { Urls } from '../../seed/load.ts'
import { startFromSeed } from '../../system/from-seed.ts'
import type { System } from '../../system.ts'

type Databases = Record<Source, string>

export interface Story extends Services {
  urls: Urls
  /** Over every document of every database, once nothing is under way any more. */
  digest(): Promise<string>
  /** Proposes, previews, publishes, waits; asserts that the preview wrote nothing and that the flags are what it said. */
  tell(t: Test, proposed: Proposed): Promise<Carried>
}

/** On a fresh system with the starter data in it, gone when the test file ends. */
export async function startStory(t: Test, given?: System): Promise<Story> {
  const system = given ?? (await startFromSeed())
  t.teardown(() => system.close())
  const { urls } = system
  const mongo = await new MongoClient(system.mongodb).connect()
  t.teardown(() => mongo.close())
  const databases = {
    '/cte/standards': system.standards.database,
    '/cte/credentials': system.credentials.database,
    '/cte/course-codes': system.courseCodes.database,
  }
  const services = connect(urls, 'story')
  const tell = async (t: Test, proposed: Proposed): Promise<Carried> => {
    let before = ''
    const carried = await carryOut(services, proposed, {
      reason: 'Told in a test',
      beforePreview: async () => {
        before = await quietDigest(mongo, databases)
      },
      afterPreview: async () => {
        t.equal(await quietDigest(mongo, databases), before, 'the preview wrote nothing into any database')
      },
    })
    for (const [agency, { impacts }] of Object.entries(carried.previewed.agencies)) {
      const { flags, assessment } = carried[agency as 'ctc' | 'calpads']
      t.strictSame(gist(flags), gist(impacts), `${agency}: the flags are what the preview said`)
      t.equal(assessment.flags, flags.length, `${agency}: the assessment counts them`)
    }
    return carried
  }
  return { ...services, urls, digest: () => quietDigest(mongo, databases), tell }
}

/** The databases once everything that follows from earlier writes has arrived everywhere. */
async function quietDigest(mongo: MongoClient, databases: Databases): Promise<string> {
  const end = Date.now() + 60_000
  for (let last = ''; ; ) {
    if (Date.now() > end) throw new Error('The databases do not come to rest within a minute')
    if (await isCaughtUp(mongo, databases)) {
      const next = await digest(mongo, databases)
      if (next === last) return next
      last = next
    }
    await sleep(100)
  }
}

/** Every event is relayed, every service has taken in every other's, every release and late link is assessed. */
async function isCaughtUp(mongo: MongoClient, databases: Databases): Promise<boolean> {
  const said = new Map<string, number>()
  for (const [source, name] of Object.entries(databases)) {
    const [last] = await mongo
      .db(name)
      .collection<{ _id: number }>('outbox')
      .find()
      .sort({ _id: -1 })
      .limit(1)
      .toArray()
    const relayed = await mongo.db(name).collection('relays').findOne()
    if ((relayed?.sequence ?? 0) < (last?._id ?? 0)) return false
    said.set(source, last?._id ?? 0)
  }
  for (const own of ['/cte/credentials', '/cte/course-codes'] as const) {
    const db = mongo.db(databases[own])
    for (const [source, sequence] of said) {
      const taken = await db.collection<{ _id: string; sequence: number }>('positions').findOne({ _id: source })
      if (source !== own && (taken?.sequence ?? 0) < sequence) return false
    }
    if (await db.collection('release_headers').findOne({ $or: [{ state: { $ne: 'assessed' } }, { moved: false }] }))
      return false
    for (const late of ['links', 'rules']) if (await db.collection(late).findOne({ assessed: false })) return false
  }
  return true
}

/** Over every document of every collection. */
async function digest(mongo: MongoClient, databases: Databases): Promise<string> {
  const hash = createHash('sha256')
  for (const name of Object.values(databases)) {
    const db = mongo.db(name)
    const collections = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort()
    for (const collection of collections) {
      hash.update(`${name}.${collection}\n`)
      const documents = db.collection(collection).find({}, { raw: true, sort: { _id: 1 } })
      for await (const document of documents) hash.update(document as unknown as Buffer)
    }
  }
  return hash.digest('hex')
}

/** The four documents that carry the fifteen sectors. BIPT's authorization code is not known. */
export const holdersOf = (...subjects: string[]): string[] =>
  subjects
    .flatMap(subject => [`CTE/R4T/${subject}`, `AETC/R4FA/${subject}`, `BIPT/_/${subject}`, `TC4T/R4T/${subject}`])
    .sort()

/** Law that names the sectors by their titles, and law that is touched where one comes or goes as well. */
export const LAW_ON_TITLES = ['5 CCR 80035.5', '5 CCR 80036.3']
export const LAW_ON_SECTORS = ['5 CCR 80025.5', ...LAW_ON_TITLES, 'EC 44260.9']

export const codes = (text: string): string[] => text.split(' ').sort()

/** Reached through a link of its own, not through an assignment rule alone. */
export const linked = (impacts: Impact[]): string[] =>
  keys(impacts.filter(({ causes }) => causes.some(cause => cause.order === 1)))
export const byRuleAlone = (impacts: Impact[]): string[] =>
  keys(impacts.filter(({ causes }) => causes.every(cause => cause.order === 2)))
export const keys = (impacts: Impact[]): string[] => impacts.map(({ dependent }) => dependent.key).sort()
export const severities = (impacts: Impact[]): string[] => [...new Set(impacts.map(({ severity }) => severity))].sort()
export const find = (impacts: Impact[], key: string): Impact => {
  const found = impacts.find(({ dependent }) => dependent.key === key)
  if (!found) throw new Error(`${key} is not among ${keys(impacts).join(', ')}`)
  return found
}
