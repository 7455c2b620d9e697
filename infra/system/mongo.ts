import { randomUUID } from 'node:crypto'
import { type Db, MongoClient } from 'mongodb'
import { requiredEnv } from './required-env.ts'

/** Short and never the same twice, for the names of databases: test files share one server and run side by side. */
export const uniqueSuffix = () => randomUUID().slice(0, 8)

export interface Mongo {
  readonly uri: string
  readonly database: string
  readonly db: Db
  readonly client: MongoClient
  /** Drops the database. */
  close(): Promise<void>
}

/** An empty database of one's own on the server of the test run: `test_<suffix>`. */
export async function openMongo(suffix = uniqueSuffix()): Promise<Mongo> {
  const uri = requiredEnv('MONGODB_URI')
  const database = `test_${suffix}`
  const client = await new MongoClient(uri).connect()
  const db = client.db(database)
  return {
    uri,
    database,
    db,
    client,
    async close() {
      await db.dropDatabase()
      await client.close()
    },
  }
}

export async function dropDatabases(uri: string, names: string[]): Promise<void> {
  const client = await new MongoClient(uri).connect()
  try {
    for (const name of names) await client.db(name).dropDatabase()
  } finally {
    await client.close()
  }
}

/** Every document of each first database into the second, which does not exist yet; its indexes are its service's to make. */
export async function copyDatabases(uri: string, pairs: (readonly [from: string, to: string])[]): Promise<void> {
  const client = await new MongoClient(uri).connect()
  try {
    for (const [from, to] of pairs) {
      const collections = await client.db(from).listCollections({ type: 'collection' }, { nameOnly: true }).toArray()
      for (const { name: coll } of collections)
        await client
          .db(from)
          .collection(coll)
          .aggregate([{ $out: { db: to, coll } }])
          .toArray()
    }
  } finally {
    await client.close()
  }
}
