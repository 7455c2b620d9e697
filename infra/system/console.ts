import { join } from 'node:path'
import type { Urls } from '../seed/load.ts'
import { ask, freePort, type Program, root, startProgram } from './program.ts'

export interface Console extends Program {
  readonly url: string
}

/** The staff console before three services that run. */
export async function startConsole(urls: Urls, env: NodeJS.ProcessEnv): Promise<Console> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = await startProgram({
    name: 'console',
    command: process.execPath,
    args: [join(root, 'services', 'console', 'src', 'server.ts')],
    env: {
      LOG_LEVEL: 'info',
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
      CTE_STANDARDS_URL: urls.standards,
      CTE_CREDENTIALS_URL: urls.credentials,
      CTE_COURSE_CODES_URL: urls.courseCodes,
    },
    ready: async () => (await ask(`${url}/health/ready`)).status === 200,
  })
  return Object.assign(program, { url })
}
