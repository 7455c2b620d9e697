import { connectNats } from '@cte-align/bus'
import { createLog, openDatabase, readEnv, runService } from '@cte-align/service'
import { buildStandards } from './app.ts'

const env = readEnv('standards')
const log = createLog({ name: 'standards', level: env.LOG_LEVEL })
const db = await openDatabase(env.MONGODB_URI, env.CTE_DATABASE)
const bus = await connectNats({ url: env.NATS_URL, name: 'standards', ackWaitMs: env.CTE_ACK_WAIT_MS, log })
await runService(await buildStandards({ env, db, bus, log }), env)
