// `node infra/testing/run-tests.ts COUNTS [FILE...]`: runs test files, some at a time, each as the plain Node program that it is with
// `import t from 'tap'`. (tap's own runner loads its TypeScript and mock hooks, source maps and its coverage into each of two hundred
// processes, for what nobody here uses.) How many passed, failed and were skipped is written to COUNTS, as JSON.
import { type ChildProcess, spawn } from 'node:child_process'
import { glob, writeFile } from 'node:fs/promises'
import { counts, readFile } from './report.ts'

const FILES = ['{packages,services}/*/test/**/*.test.ts', 'infra/test/**/*.test.ts']
/** Two at once keep two processors busy; beside them, one after the other, run those that mostly wait (for a killed service, for a broker). */
const AT_ONCE = 2
const WAITING = ['fail-points', 'broker', 'schedule'].map(name => `infra/test/${name}.test.ts`)
/** What a file and each test in it may take, unless it sets another time itself. */
const SECONDS = 240
/** tap ends a test that takes too long by itself; only one that hangs in a loop has to be ended from outside. */
const GRACE_SECONDS = 30

const [countsFile, ...asked] = process.argv.slice(2)
if (countsFile === undefined) throw new Error('Where may the counts be written?')
const files = await chosen()
const working = files.filter(file => !WAITING.includes(file)).sort((a, b) => turnOf(a) - turnOf(b))
const waiting = files.filter(file => WAITING.includes(file))
await Promise.all([runAll(waiting), ...Array.from({ length: AT_ONCE }, () => runAll(working))])
await writeFile(countsFile, JSON.stringify(counts))

/** What needs the shared system of the browser tests comes when that has had time to start; the shortest files come last. */
function turnOf(file: string): number {
  const at = ['packages/', 'infra/'].findIndex(folder => file.startsWith(folder))
  return at === -1 ? 2 : at
}

/** In the order of their names, each once; `asked` are files, folders or patterns. */
async function chosen(): Promise<string[]> {
  const found: string[] = []
  for (const pattern of asked.length > 0 ? asked : FILES) {
    const named = await testFiles(pattern)
    if (named.length === 0) throw new Error(`No test file is named by ${pattern}`)
    found.push(...named)
  }
  return [...new Set(found)].sort()
}

async function testFiles(pattern: string): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob([pattern, `${pattern}/**/*.test.ts`])) files.push(file.replaceAll('\\', '/'))
  return files.filter(file => file.endsWith('.test.ts'))
}

/** One after the other; several may take from the same list. */
async function runAll(list: string[]): Promise<void> {
  for (let file = list.shift(); file !== undefined; file = list.shift()) await runFile(file)
}

/** Ends when the file has ended, whichever way; what it printed has been said then. */
function runFile(file: string): Promise<void> {
  const started = performance.now()
  const { parser, ended } = readFile(file)
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, TAP: '1', TAP_CHILD_ID: '1', TAP_TIMEOUT: String(SECONDS) },
  })
  endHanging(child)
  child.stdout!.pipe(parser)
  return new Promise(resolve =>
    child.on('close', (code, signal) => {
      ended({ code, signal, seconds: (performance.now() - started) / 1000 })
      resolve()
    }),
  )
}

/** tap tells us how long it will wait, and again when a test asks for more; 0 is for ever. */
function endHanging(child: ChildProcess) {
  let timer: NodeJS.Timeout | undefined
  const allow = (milliseconds: number) => {
    clearTimeout(timer)
    if (milliseconds > 0) timer = setTimeout(() => child.kill('SIGKILL'), milliseconds + GRACE_SECONDS * 1000)
  }
  allow(SECONDS * 1000)
  child.on('message', (told: { setTimeout?: unknown }) => {
    if (typeof told.setTimeout === 'number') allow(told.setTimeout)
  })
  child.on('exit', () => clearTimeout(timer))
}
