import { join } from 'node:path'
import { connectNats } from '@cte-align/bus'
import { createLog, readConsoleEnv, runService } from '@cte-align/service'
import { buildConsole } from './app.ts'

const env = readConsoleEnv()
const log = createLog({ name: 'console', level: env.LOG_LEVEL })
const bus = await connectNats({ url: env.NATS_URL, name: 'console', log })
const targets = {
  standards: env.CTE_STANDARDS_URL,
  credentials: env.CTE_CREDENTIALS_URL,
  'course-codes': env.CTE_COURSE_CODES_URL,
}
const distFolder = join(import.meta.dirname, '../dist')
await runService(await buildConsole({ env, bus, targets, distFolder, log }), env)
