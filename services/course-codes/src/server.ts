import { connectNats } from '@cte-align/bus'
import { createLog, openDatabase, readEnv, runService } from '@cte-align/service'
import { buildCourseCodes } from './app.ts'

const env = readEnv('course-codes')
const log = createLog({ name: 'course-codes', level: env.LOG_LEVEL })
const db = await openDatabase(env.MONGODB_URI, env.CTE_DATABASE)
const bus = await connectNats({ url: env.NATS_URL, name: 'course-codes', ackWaitMs: env.CTE_ACK_WAIT_MS, log })
await runService(await buildCourseCodes({ env, db, bus, log }), env)
