// For the tests of every package (`@cte-align/service/testing`).
import { randomUUID } from 'node:crypto'
import root, { type Test } from 'tap'
import { type Database, openDatabase } from '../src/index.ts'

/** Why a test that needs a database is skipped, or false. */
export const missingServer = process.env.MONGODB_URI
  ? false
  : 'MONGODB_URI is not set; npm test starts a server and sets it'

/** Making some twenty collections with their indexes and dropping them takes a third of a second; emptying them next to nothing. */
const MOST_TO_DELETE = 2000

/** Prepared by an earlier test of this file, and empty. */
const free: string[] = []
let keeper: Promise<Database> | undefined

/**
 * An empty database for one test. Collections and indexes that an earlier test of the same file made are there already; all are dropped
 * when the file has ended. What is still open on it (a service) is to be closed by a teardown that is added after this call.
 */
export async function lendDatabase(t: Test): Promise<Database> {
  keeper ??= openKeeper()
  const name = free.pop() ?? `test_${randomUUID().slice(0, 12)}`
  t.teardown(async () => {
    await empty(name)
    free.push(name)
  })
  const db = await openDatabase(process.env.MONGODB_URI!, name)
  t.teardown(() => db.close())
  return db
}

/** The same; null (and the test skipped) where there is no server. */
export async function withDatabase(t: Test): Promise<Database | null> {
  if (!missingServer) return lendDatabase(t)
  t.plan(0, missingServer)
  return null
}

/** Its first teardown is the file's last one. */
function openKeeper(): Promise<Database> {
  root.teardown(async () => {
    const { connection, close } = await keeper!
    for (const name of free) await connection.getClient().db(name).dropDatabase()
    await close()
  })
  return openDatabase(process.env.MONGODB_URI!, 'test_keeper')
}

async function empty(name: string): Promise<void> {
  const db = (await keeper!).connection.getClient().db(name)
  const collections = await db.collections()
  await Promise.all(
    collections.map(async collection => {
      const count = await collection.estimatedDocumentCount()
      if (count > MOST_TO_DELETE) await collection.drop()
      else if (count > 0) await collection.deleteMany({}, { writeConcern: { w: 'majority' } })
    }),
  )
}
