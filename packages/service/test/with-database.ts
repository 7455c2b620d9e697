import type { Test } from 'tap'
import type { Database } from '../src/index.ts'
import { lendDatabase, missingServer } from './lend-database.ts'

/** An empty database for one test; null (and the test skipped) where there is no server. */
export async function withDatabase(t: Test): Promise<Database | null> {
  if (missingServer) {
    t.plan(0, missingServer)
    return null
  }
  return lendDatabase(t)
}
