import { randomUUID } from 'node:crypto'
import { type Database, openDatabase } from '@cte-align/service'
import type { Test } from 'tap'
import { catalogueModels } from '../src/catalogue.ts'

/** The catalogue's collections alone, in a database of their own; null (and the test skipped) without a server. */
export async function withCatalogue(t: Test): Promise<Database | null> {
  const uri = process.env.MONGODB_URI
  if (uri === undefined || uri === '') {
    t.plan(0, 'MONGODB_URI is not set; npm test starts a server and sets it')
    return null
  }
  const db = await openDatabase(uri, `catalogue_${randomUUID().slice(0, 12)}`)
  t.teardown(async () => {
    await db.connection.dropDatabase()
    await db.close()
  })
  await db.prepare(Object.values(catalogueModels(db)))
  return db
}
