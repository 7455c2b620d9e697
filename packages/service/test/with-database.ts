import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { type Database, openDatabase } from '../src/index.ts'

/** A database of its own for one test, dropped afterwards; null (and the test skipped) where there is no server. */
export async function withDatabase(t: Test): Promise<Database | null> {
  const uri = process.env.MONGODB_URI
  if (uri === undefined || uri === '') {
    t.plan(0, 'MONGODB_URI is not set; npm test starts a server and sets it')
    return null
  }
  const db = await openDatabase(uri, `test_${randomUUID().slice(0, 12)}`)
  t.teardown(async () => {
    await db.connection.dropDatabase()
    await db.close()
  })
  return db
}
