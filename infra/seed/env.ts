// What the loader and the demo are told from outside.
import type { Urls } from './load.ts'

/** Addresses from the environment, or the ports that everybody uses. */
export const addresses = (env: NodeJS.ProcessEnv = process.env): Urls => ({
  standards: env.CTE_STANDARDS_URL ?? 'http://127.0.0.1:4301',
  credentials: env.CTE_CREDENTIALS_URL ?? 'http://127.0.0.1:4302',
  courseCodes: env.CTE_COURSE_CODES_URL ?? 'http://127.0.0.1:4303',
})
