// Makes a mongod a replica set of one, or only checks that it is part of a replica set.
//   node infra/servers/replica-set.ts <uri> [--initiate]
// Exit codes: 0 there is a primary, 1 not yet, 2 never (asking again does not help; the reason is on standard error).
import { type Db, MongoClient, MongoServerError } from 'mongodb'

const [uri = '', mode] = process.argv.slice(2)
const initiate = mode === '--initiate'
// Not `new URL`: an address may name several hosts.
const address = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? uri

let client: MongoClient | undefined
try {
  // A set that was never initiated, or knows itself by another port, answers only a direct connection.
  client = new MongoClient(initiate ? `mongodb://${address}/?directConnection=true` : uri, {
    serverSelectionTimeoutMS: initiate ? 3_000 : 10_000,
  })
  const admin = (await client.connect()).db('admin')
  process.exitCode = initiate ? await becomePrimary(admin) : await isReplicaSet(admin)
} catch (error) {
  console.error(`MongoDB at ${address}: ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await client?.close()
}

async function isReplicaSet(admin: Db) {
  const { setName, msg } = await admin.command({ hello: 1 })
  if (setName || msg === 'isdbgrid') return 0
  console.error(`MongoDB at ${address} is not a replica set, and transactions need one: start it with --replSet.`)
  return 2
}

async function becomePrimary(admin: Db) {
  const config = await currentConfig(admin)
  const members = [{ _id: 0, host: address }]
  if (!config) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members } })
  } else if (config.members[0].host !== address) {
    // The last start had another port. Forced: a set that does not find itself in its configuration has no primary.
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], host: address }] },
      force: true,
    })
    // It would wait out the election timeout (10 s) before it stands for election.
    await admin.command({ replSetStepUp: 1 }).catch(() => {})
  }
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await admin.command({ hello: 1 })).isWritablePrimary) return 0
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return 1
}

async function currentConfig(admin: Db) {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config
  } catch (error) {
    if (error instanceof MongoServerError && error.codeName === 'NotYetInitialized') return undefined
    throw error
  }
}
