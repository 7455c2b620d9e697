import { createLog, type Database } from '../src/index.ts'

export const silent = createLog({ name: 'test', level: 'silent' })

/** Where a test of HTTP manners needs none. */
export const noDatabase = {
  ping: async () => {},
  close: async () => {},
} as unknown as Database
