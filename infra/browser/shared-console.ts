// Started by `npm test` beside the tests: one loaded system for all that look at it in a browser. Says where it is, and ends when it is
// told to.
import { tell } from '../system/once.ts'
import { SHARED_CONSOLE, startLoadedConsole } from './loaded-console.ts'

// Until it is up there is nothing to close but what dies with it.
process.once('SIGTERM', () => process.exit(0))
await tell(SHARED_CONSOLE, async () => {
  const { system, ...places } = await startLoadedConsole()
  process.removeAllListeners('SIGTERM')
  process.once('SIGTERM', () => void system.close().finally(() => process.exit(0)))
  return places
})
