import { connectNats } from '@cte-align/bus'
import { createLog, openDatabase, readEnv, runService } from '@cte-align/service'
import { buildCredentials } from './app.ts'

const env = readEnv('credentials')
const log = createLog({ name: 'credentials', level: env.LOG_LEVEL })
const db = await openDatabase(env.MONGODB_URI, env.CTE_DATABASE)
const bus = await connectNats({ url: env.NATS_URL, name: 'credentials', ackWaitMs: env.CTE_ACK_WAIT_MS, log })
await runService(await buildCredentials({ env, db, bus, log }), env)
