// Started by `npm test` beside the tests: one loaded system for all that look at it in a browser. Writes into the file that it is
// given where it is, and ends when it is told to.
import { renameSync, writeFileSync } from 'node:fs'
import { type SharedConsole, startLoadedConsole } from './loaded-console.ts'

const [file = ''] = process.argv.slice(2)
const tell = (what: SharedConsole) => {
  writeFileSync(`${file}.new`, JSON.stringify(what))
  renameSync(`${file}.new`, file)
}

// Until it is up there is nothing to close but what dies with it.
process.once('SIGTERM', () => process.exit(0))
try {
  const { system, ...console } = await startLoadedConsole()
  process.removeAllListeners('SIGTERM')
  process.once('SIGTERM', () => void system.close().finally(() => process.exit(0)))
  tell(console)
} catch (error) {
  tell({ trouble: (error as Error).stack ?? String(error) })
}
