import mongoose from 'mongoose'

export type ClientSession = mongoose.mongo.ClientSession

/** A mongoose model, whatever its documents. */
export interface Preparable {
  schema: { indexes(): [mongoose.IndexDefinition, mongoose.IndexOptions][] }
  collection: { name: string }
  createCollection(): Promise<unknown>
}

export interface Database {
  connection: mongoose.Connection
  /** Runs `work` in a transaction, again where the driver says so: `work` must be repeatable. Committed on a majority and on disk when it resolves. */
  transaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T>
  /** Creates collections and indexes. Call it before the first transaction: creating them inside concurrent ones fails. */
  prepare(models: readonly Preparable[]): Promise<void>
  ping(): Promise<void>
  close(): Promise<void>
}

const durable = { w: 'majority', journal: true } as const

/** Connects to one service's database. Every write is acknowledged by a majority and journaled. */
export async function openDatabase(uri: string, name: string): Promise<Database> {
  const connection = await mongoose
    .createConnection(uri, {
      dbName: name,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: 5000,
      writeConcern: durable,
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      retryWrites: true,
    })
    .asPromise()
  // Without a listener a lost server would end the process; the driver reconnects, and calls under way fail by themselves.
  connection.on('error', () => {})
  return {
    connection,
    transaction: work => inTransaction(connection, work),
    async prepare(models) {
      for (const model of models) {
        const indexes = model.schema
          .indexes()
          .map(([key, options]) => ({ ...options, key }) as mongoose.mongo.IndexDescription)
        // One command makes the collection with all its indexes: half the work of one for each, at every start.
        if (indexes.length > 0) await connection.db!.collection(model.collection.name).createIndexes(indexes)
        else await model.createCollection()
      }
    },
    async ping() {
      await connection.db!.command({ ping: 1 }, { timeoutMS: 2000 })
    },
    async close() {
      await connection.close()
    },
  }
}

/** The model on this connection, made at the first call; models of one name on one connection are the same. */
export function modelOn<T>(connection: mongoose.Connection, name: string, schema: mongoose.Schema): mongoose.Model<T> {
  const model = connection.models[name] ?? connection.model(name, schema)
  // mongoose infers more from a schema than it can be told back; the document's interface is what we go by.
  return model as unknown as mongoose.Model<T>
}

async function inTransaction<T>(
  connection: mongoose.Connection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  const session = await connection.startSession()
  try {
    return await session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: durable,
      readPreference: 'primary',
    })
  } finally {
    await session.endSession()
  }
}
