import type { Database } from '@cte-align/service'
import { withDatabase } from '@cte-align/service/testing'
import type { Test } from 'tap'
import { catalogueModels } from '../src/catalogue.ts'

/** The catalogue's collections alone, in an empty database; null (and the test skipped) without a server. */
export async function withCatalogue(t: Test): Promise<Database | null> {
  const db = await withDatabase(t)
  if (!db) return null
  await db.prepare(Object.values(catalogueModels(db)))
  return db
}
